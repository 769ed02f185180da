// @ts-check
// Everything on the page is told in Asia/Shanghai, wherever the visitor sits: the tenant's people live there.

const ZONE = 'Asia/Shanghai';
const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  weekday: 'short',
  hourCycle: 'h23',
});
const WEEKDAYS = { Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', Sun: '日' };

/** @param {number} at epoch milliseconds */
function partsOf(at) {
  /** @type {Record<string, string>} */
  const parts = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = value;
  return {
    year: parts.year,
    month: parts.month,
    day: parts.day,
    time: `${parts.hour}:${parts.minute}`,
    second: parts.second,
    weekday: WEEKDAYS[/** @type {keyof typeof WEEKDAYS} */ (parts.weekday)],
    monthDay: `${Number(parts.month)}月${Number(parts.day)}日`,
    date: `${parts.year}-${parts.month}-${parts.day}`,
  };
}

/** `12月18日 周一 09:00` @param {number} at */
export function clockText(at) {
  const { monthDay, weekday, time } = partsOf(at);
  return `${monthDay} 周${weekday} ${time}`;
}

/** @param {number} at */
export function yearText(at) {
  return `${partsOf(at).year}年`;
}

/** Short for the chat list: the time today, else the day. @param {number} at @param {number} now */
export function listTime(at, now) {
  const then = partsOf(at);
  const today = partsOf(now);
  if (then.date === today.date) return then.time;
  return then.year === today.year ? then.monthDay : `${then.year}/${Number(then.month)}/${Number(then.day)}`;
}

/** @param {number} at @param {number} now */
export function messageTime(at, now) {
  const then = partsOf(at);
  const today = partsOf(now);
  if (then.date === today.date) return then.time;
  return `${then.year === today.year ? '' : `${then.year}年`}${then.monthDay} ${then.time}`;
}

/** For `<input type=datetime-local>`: `2017-12-18T09:00`. @param {number} at */
export function fieldTime(at) {
  const { date, time } = partsOf(at);
  return `${date}T${time}`;
}

/** The platform's `<local_datetime>` formats. @param {number} at @param {string} formatType */
export function localDatetime(at, formatType) {
  const { year, monthDay, weekday, time, second, date } = partsOf(at);
  switch (formatType) {
    case 'date_short':
      return monthDay;
    case 'date':
      return `${year}年${monthDay}`;
    case 'week':
      return `星期${weekday}`;
    case 'week_short':
      return `周${weekday}`;
    case 'time':
      return time;
    case 'time_sec':
      return `${time}:${second}`;
    case 'timezone':
      return 'GMT+8';
    default:
      return date;
  }
}

/** A table cell's `date_format`, such as `YYYY-MM-DD HH:mm`. @param {number} at @param {string} [pattern] */
export function patternTime(at, pattern = 'YYYY/MM/DD') {
  const { year, month, day, time, second } = partsOf(at);
  const [hour = '', minute = ''] = time.split(':');
  const words = { YYYY: year, MM: month, DD: day, HH: hour, mm: minute, ss: second };
  return pattern.replace(/YYYY|MM|DD|HH|mm|ss/g, (word) => words[/** @type {keyof typeof words} */ (word)] ?? word);
}
