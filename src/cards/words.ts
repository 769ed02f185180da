import {
  type CivilDate,
  civilDateOf,
  dayOf,
  type Instant,
  monthOf,
  timeOfDay,
  weekdayOf,
  yearOf,
} from '../domain/calendar/civil-date.ts';
import type { PartState } from '../domain/ledger/part.ts';

const WEEKDAYS = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const;

/** `11月24日（周五）`; with the day of reading, a date of another year states its year: `2018年1月19日（周五）`. */
export function dateWords(date: CivilDate, today?: CivilDate): string {
  return `${dayWords(date, today)}（${WEEKDAYS[weekdayOf(date)]}）`;
}

/** `11月24日`, without the day of the week; the year as in {@link dateWords}. */
export function dayWords(date: CivilDate, today?: CivilDate): string {
  const year = today && yearOf(today) !== yearOf(date) ? `${yearOf(date)}年` : '';
  return `${year}${monthOf(date)}月${dayOf(date)}日`;
}

/** `2026年5月31日`: for a record that is read in any year. */
export function fullDayWords(date: CivilDate): string {
  return `${yearOf(date)}年${dayWords(date)}`;
}

/** `11月20日—24日`, `10月30日—11月3日`, `2017年12月25日—2018年1月5日`; one day where both ends are the same. */
export function spanWords(from: CivilDate, to: CivilDate): string {
  if (from === to) return dayWords(from);
  if (yearOf(from) !== yearOf(to)) return `${fullDayWords(from)}—${fullDayWords(to)}`;
  return monthOf(from) === monthOf(to) ? `${dayWords(from)}—${dayOf(to)}日` : `${dayWords(from)}—${dayWords(to)}`;
}

/** `09:12`, in Asia/Shanghai. */
export function timeWords(at: Instant): string {
  return timeOfDay(at);
}

/** `11月24日 09:05`, in Asia/Shanghai. */
export function momentWords(at: Instant): string {
  return `${dayWords(civilDateOf(at))} ${timeWords(at)}`;
}

/** `60 %`; the last step of the choice, 100, is 待公开: the work is done and waits to be published. */
export function percentWords(percent: number): string {
  return percent >= 100 ? '待公开' : `${percent} %`;
}

/** Where a part stands, as people read it: `办理中 60 %`. */
export function stateWords(state: PartState, percent: number | null): string {
  switch (state) {
    case 'open':
      return '待办';
    case 'working':
      return percent === null ? '办理中' : `办理中 ${percentWords(percent)}`;
    case 'blocked':
      return percent === null ? '有困难' : `有困难，进度 ${percentWords(percent)}`;
    case 'reported':
      return '已报办结';
    case 'signed-off':
      return '已销号';
    case 'undated':
      return '时限待定';
    case 'excused':
      return '不涉及';
    case 'stopped':
      return '已停止';
  }
}

/** `a · b · c`; empty and absent parts are left out. */
export function dotted(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** A row's number as printed in plans: `3(1)` becomes `3（1）`. */
export function numberWords(no: string): string {
  return tidy(no).replaceAll('(', '（').replaceAll(')', '）');
}

/** Share of `done` in `total` in whole per cent; 0 and 100 only where they are exact. Null where there is nothing to share. */
export function shareOf(done: number, total: number): number | null {
  if (total <= 0) return null;
  if (done <= 0) return 0;
  return done >= total ? 100 : Math.min(99, Math.max(1, Math.round((done / total) * 100)));
}

/** At most n characters (code points) of the tidied text, the last one `…` where something was cut off. */
export function clip(text: string, n: number): string {
  const characters = Array.from(tidy(text));
  if (characters.length <= n) return characters.join('');
  return n < 1
    ? ''
    : `${characters
        .slice(0, n - 1)
        .join('')
        .trimEnd()}…`;
}

/** One line: control and direction characters and halves of pairs removed, every run of white space one space, none at the ends. */
export function tidy(text: string): string {
  return text
    .replace(/\ufeff|(?!\s)[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu, '')
    .replace(/\s+/gu, (run) => (/^\u3000+$/.test(run) ? '\u3000' : ' '))
    .trim();
}
