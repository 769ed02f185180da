import { invariant } from '../invariant.ts';
import { addDays, type CivilDate, weekdayOf, yearOf } from './civil-date.ts';
import type { YearArrangement } from './year-arrangement.ts';

/**
 * The official working days (工作日) in Asia/Shanghai: weekends are off, holidays move that about, make-up Saturdays and Sundays
 * are worked. Plain data; the functions of this file take it first. Build one with `buildWorkingCalendar`.
 */
export interface WorkingCalendar {
  /** One notice a year. A year that is not here is provisional. */
  readonly arrangements: ReadonlyMap<number, YearArrangement>;
  /** The days that the notices name; every other day follows the week. */
  readonly named: ReadonlyMap<CivilDate, NamedDay>;
}

interface NamedDay {
  readonly working: boolean;
  readonly why: string;
}

/** What a day is, and why, in the words of people. */
export interface DayKind {
  readonly working: boolean;
  /** 周二 · 周六 · 国庆节放假 · 调休上班 */
  readonly why: string;
  /** The notice of the day's year is not known yet: the answer may change. */
  readonly provisional: boolean;
}

const WEEKDAYS = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const;

/** Holidays on fixed dates, `MM-DD`. Source: 《全国年节及纪念日放假办法》, as revised on 2024-11-10; the others move with the moon. */
const FIXED_HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
]);

/**
 * What a day is. In a year without a notice weekends and the statutory holidays on fixed dates are off, all else is worked, and
 * every answer is provisional.
 */
export function dayKind(calendar: WorkingCalendar, date: CivilDate): DayKind {
  const provisional = isProvisional(calendar, yearOf(date));
  const named = calendar.named.get(date);
  if (named) return { ...named, provisional };
  const holiday = provisional ? FIXED_HOLIDAYS.get(date.slice(5)) : undefined;
  if (holiday) return { working: false, why: `${holiday}放假`, provisional };
  const weekday = weekdayOf(date);
  return { working: weekday <= 5, why: WEEKDAYS[weekday], provisional };
}

/** 周一 … 周日 */
export function weekdayName(date: CivilDate): string {
  return WEEKDAYS[weekdayOf(date)];
}

export function isWorkingDay(calendar: WorkingCalendar, date: CivilDate): boolean {
  return dayKind(calendar, date).working;
}

/** The holidays of the year are not announced, or not loaded: everything counted in it may still move. */
export function isProvisional(calendar: WorkingCalendar, year: number): boolean {
  return !calendar.arrangements.has(year);
}

/**
 * The n-th working day after a day that is not itself counted, whether it is a working day or not; backwards where n is
 * negative.
 *
 * @param n a whole number; 0 gives `from` itself, which may be a day of rest
 */
export function addWorkingDays(calendar: WorkingCalendar, from: CivilDate, n: number): CivilDate {
  invariant(Number.isInteger(n), 'working days are whole numbers');
  const step = n < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(n); left > 0; ) {
    date = addDays(date, step);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/**
 * Working days after `a` up to and including `b`; where `b` is earlier, the same count the other way round, negative. So a part
 * that was due on Friday is one working day late on Monday, and due in one working day on Thursday.
 */
export function workingDaysBetween(calendar: WorkingCalendar, a: CivilDate, b: CivilDate): number {
  if (b < a) return 0 - workingDaysBetween(calendar, b, a);
  let count = 0;
  for (let date = a; date < b; ) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

export function lastWorkingDayOnOrBefore(calendar: WorkingCalendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1);
}

export function firstWorkingDayOnOrAfter(calendar: WorkingCalendar, date: CivilDate): CivilDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/**
 * The first working day of the week, Monday to Sunday, that the date lies in; it may be a make-up Saturday or Sunday.
 *
 * @returns undefined for a week that is off altogether (2017-10-02 to 10-08)
 */
export function firstWorkingDayOfWeek(calendar: WorkingCalendar, date: CivilDate): CivilDate | undefined {
  const monday = addDays(date, 1 - weekdayOf(date));
  const first = firstWorkingDayOnOrAfter(calendar, monday);
  return first <= addDays(monday, 6) ? first : undefined;
}
