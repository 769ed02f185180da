import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateFrom,
  daysBetween,
  endOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../calendar/civil-date.ts';
import { addWorkingDays, firstWorkingDayOnOrAfter, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import { foldWords, readCount } from './fold-words.ts';

/** First and last day of a leave, both included. */
export interface LeaveSpan {
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate;
}

export type LeaveProblem =
  /** No day could be read. */
  | { readonly kind: 'no-days' }
  | { readonly kind: 'reversed'; readonly fromOn: CivilDate; readonly toOn: CivilDate }
  | { readonly kind: 'leave-over'; readonly toOn: CivilDate }
  | { readonly kind: 'too-long'; readonly days: number; readonly most: number }
  | { readonly kind: 'too-far'; readonly fromOn: CivilDate };

export const LONGEST_LEAVE_DAYS = 90;
/** A day without its year lies no further back than that. */
const LOOK_BACK_DAYS = 31;
/** The same of a day without its month. */
const DAYS_BACK_IN_MONTH = 7;
/** Short leaves are counted in working days, long ones (产假) in calendar days. */
const COUNTED_AS_WORKING_DAYS = 15;

const WEEKDAYS = '一二三四五六日';
const COUNT = '[\\d一二两三四五六七八九十]+';
const DAY = [
  '(?<year>\\d{4})[-/.年](?<m1>\\d{1,2})[-/.月](?<d1>\\d{1,2})[日号]?',
  '(?<m2>\\d{1,2})月(?<d2>\\d{1,2})[日号]?',
  '(?<m3>\\d{1,2})[-/.](?<d3>\\d{1,2})(?![\\d天周个])[日号]?',
  '(?<d4>\\d{1,2})[日号]',
  '(?<near>今天|今日|明天|明日|大后天|后天)',
  '(?<week>本周|这周|下周|周|本星期|这星期|下星期|星期|下礼拜|礼拜)(?<weekday>[一二三四五六日天])',
  '(?<end>(?:本|这个)?月底)',
].join('|');
const TO = '(?:到|至|-|~)+';
const HALF = '(?:全天|上午|下午|早上|晚上)?';
const LENGTH = `(?<count>${COUNT}|半)个?(?<unit>天|工作日|周|星期|礼拜|月)`;

/**
 * Reads the days of a leave: `11月20日-11月24日`, `11.20至24日`, `到周五`, `明天`, `3天`, `下周一起两周`, `2026-11-20到2026-11-24`. Days
 * without a year are those nearest from today on; a number of days up to 15 counts working days. Other words (看病) are passed over.
 */
export function readLeave(
  words: string,
  { today, calendar }: { readonly today: CivilDate; readonly calendar: WorkingCalendar },
): Outcome<LeaveSpan, LeaveProblem> {
  const text = foldWords(words)
    .replace(/\s+/gu, '')
    .replace(/^(?:从|自|于)/u, '');
  const span = spanIn(text, today, calendar);
  if (!span) return refused({ kind: 'no-days' });
  const { fromOn, toOn } = span;
  if (toOn < fromOn) return refused({ kind: 'reversed', fromOn, toOn });
  if (toOn < today) return refused({ kind: 'leave-over', toOn });
  const days = daysBetween(fromOn, toOn) + 1;
  if (days > LONGEST_LEAVE_DAYS) return refused({ kind: 'too-long', days, most: LONGEST_LEAVE_DAYS });
  return fromOn > addMonths(today, 12) ? refused({ kind: 'too-far', fromOn }) : ok(span);
}

function spanIn(text: string, today: CivilDate, calendar: WorkingCalendar): LeaveSpan | undefined {
  const until = new RegExp(`^${TO}(?:${DAY})`, 'u').exec(text);
  if (until) return spanTo(today, dayOf(until, { earliest: today, today }));
  const days = /^(\d{1,2})[日号]?[到至\-~]+(\d{1,2})[日号](?!\d)/u.exec(text);
  if (days) {
    const from = inMonth(Number(days[1]), addDays(today, -DAYS_BACK_IN_MONTH));
    return from && spanTo(from, inMonth(Number(days[2]), from));
  }
  const first = new RegExp(`(?:${DAY})${HALF}`, 'u').exec(text);
  const fromOn = first ? dayOf(first, { earliest: addDays(today, -LOOK_BACK_DAYS), today }) : today;
  if (!fromOn) return undefined;
  const behind = first ? text.slice(first.index + first[0].length) : text;
  const second = first && new RegExp(`^${TO}(?:${DAY}|(?<d5>\\d{1,2})(?!\\d))`, 'u').exec(behind);
  if (second) return spanTo(fromOn, dayOf(second, { earliest: fromOn, today }));
  const length = new RegExp(LENGTH, 'u').exec(behind);
  if (length) return spanTo(fromOn, lastOf(fromOn, length, calendar));
  return first ? { fromOn, toOn: fromOn } : undefined;
}

function spanTo(fromOn: CivilDate, toOn: CivilDate | undefined): LeaveSpan | undefined {
  return toOn && { fromOn, toOn };
}

/** @param earliest a day that is not fully named lies on or after this; 今天 and 下周 are counted from today */
function dayOf(
  found: RegExpExecArray,
  { earliest, today }: { readonly earliest: CivilDate; readonly today: CivilDate },
): CivilDate | undefined {
  const part = (name: string): string | undefined => found.groups?.[name];
  const year = part('year');
  const month = part('m1') ?? part('m2') ?? part('m3');
  const day = Number(part('d1') ?? part('d2') ?? part('d3') ?? part('d4') ?? part('d5'));
  if (year !== undefined) return civilDateFrom(Number(year), Number(month), day);
  if (month !== undefined) return nearestYear(Number(month), day, earliest);
  const near = part('near');
  if (near !== undefined) return addDays(today, nearDays(near));
  const from = earliest > today ? earliest : today;
  const weekday = part('weekday');
  if (weekday !== undefined) return weekdayFrom(part('week') ?? '', weekday, { from, today });
  return part('end') === undefined ? inMonth(day, from) : endOfMonth(from);
}

function nearestYear(month: number, day: number, earliest: CivilDate): CivilDate | undefined {
  const year = yearOf(earliest);
  return [year, year + 1].flatMap((near) => civilDateFrom(near, month, day) ?? []).find((date) => date >= earliest);
}

/** The first day with that number from a day on. */
function inMonth(day: number, earliest: CivilDate): CivilDate | undefined {
  const first = civilDateFrom(yearOf(earliest), monthOf(earliest), 1);
  return [0, 1, 2]
    .flatMap((months) => (first ? [addMonths(first, months)] : []))
    .flatMap((month) => civilDateFrom(yearOf(month), monthOf(month), day) ?? [])
    .find((date) => date >= earliest);
}

function nearDays(word: string): number {
  if (word.startsWith('今')) return 0;
  if (word.startsWith('明')) return 1;
  return word === '后天' ? 2 : 3;
}

/** 周五 is the next Friday from a day on, 本周五 that of this week, 下周五 that of the next. */
function weekdayFrom(
  week: string,
  name: string,
  { from, today }: { readonly from: CivilDate; readonly today: CivilDate },
): CivilDate {
  const wanted = WEEKDAYS.indexOf(name === '天' ? '日' : name) + 1;
  const inWeekOf = (date: CivilDate) => addDays(date, wanted - weekdayOf(date));
  if (week.startsWith('下')) return addDays(inWeekOf(today), 7);
  if (week.startsWith('本') || week.startsWith('这')) return inWeekOf(today);
  return inWeekOf(from) < from ? addDays(inWeekOf(from), 7) : inWeekOf(from);
}

function lastOf(fromOn: CivilDate, found: RegExpExecArray, calendar: WorkingCalendar): CivilDate | undefined {
  const said = found.groups?.count ?? '';
  const unit = found.groups?.unit;
  const count = said === '半' ? 1 : readCount(said);
  if (count === undefined || count === 0 || count > 400) return undefined;
  if (unit === '月') return said === '半' ? addDays(fromOn, 14) : addDays(addMonths(fromOn, count), -1);
  if (unit !== '天' && unit !== '工作日') return addDays(fromOn, count * 7 - 1);
  if (unit === '天' && count > COUNTED_AS_WORKING_DAYS) return addDays(fromOn, count - 1);
  const first = firstWorkingDayOnOrAfter(calendar, fromOn);
  return addWorkingDays(calendar, first, count - 1);
}
