import { tz } from '@date-fns/tz';
import { format } from 'date-fns';

declare const civilDate: unique symbol;
declare const instant: unique symbol;

/** A day on the calendar in Asia/Shanghai, `YYYY-MM-DD`. Compares as text. */
export type CivilDate = string & { readonly [civilDate]: true };

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instant]: true };

/** Monday 1 … Sunday 7, as ISO 8601 and 周一…周日 count. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const ZONE = tz('Asia/Shanghai');
const PATTERN = 'yyyy-MM-dd';
const DAY_MS = 86_400_000;
/** 1970-01-01 */
const THURSDAY = 4;
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads `YYYY-MM-DD`; `undefined` for anything else and for days that do not exist (`2017-02-29`). */
export function parseCivilDate(text: string): CivilDate | undefined {
  return CIVIL_DATE.test(text) && exists(text) ? asCivilDate(text) : undefined;
}

/** A literal that is known to be a date, such as one in a test or a table. @throws RangeError where it is none */
export function civil(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** The day with these numbers, or `undefined` if there is no such day. Months count from 1. */
export function civilDateFrom(year: number, month: number, day: number): CivilDate | undefined {
  return parseCivilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Reads an instant that states its offset (`2026-03-30T09:00+08:00`); `undefined` for anything else. */
export function parseInstant(text: string): Instant | undefined {
  if (!INSTANT.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : asInstant(time);
}

/** A literal that is known to be an instant. @throws RangeError where it is none */
export function instantOf(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) throw new RangeError(`not an instant with an offset: ${text}`);
  return moment;
}

/** Epoch milliseconds from outside (a clock, the platform, the store). */
export function instantFromMs(ms: number): Instant {
  return asInstant(ms);
}

/** The day in Asia/Shanghai on which the instant falls, whatever the zone of the machine. */
export function civilDateOf(at: Instant): CivilDate {
  return asCivilDate(format(at, PATTERN, { in: ZONE }));
}

/** The time of day in Asia/Shanghai, `HH:mm`. Compares as text. */
export function timeOfDay(at: Instant): string {
  return format(at, 'HH:mm', { in: ZONE });
}

/** The instant at which `HH:mm` strikes on that day in Asia/Shanghai. */
export function instantAt(date: CivilDate, time: string): Instant {
  return instantOf(`${date}T${time}+08:00`);
}

/** `2017-12-18T09:00:00+08:00`, for JSON and logs. */
export function formatInstant(at: Instant): string {
  return format(at, "yyyy-MM-dd'T'HH:mm:ssxxx", { in: ZONE });
}

export function addMs(at: Instant, ms: number): Instant {
  return asInstant(at + ms);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return asCivilDate(new Date((dayNumberOf(date) + days) * DAY_MS).toISOString().slice(0, 10));
}

/** The same day n months on; the 31st becomes the last day of a shorter month. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const first = `${pad(Math.floor(count / 12), 4)}-${pad((((count % 12) + 12) % 12) + 1, 2)}-01`;
  const last = endOfMonth(asCivilDate(first));
  return dayOf(date) >= dayOf(last) ? last : asCivilDate(`${first.slice(0, 8)}${date.slice(8)}`);
}

/** Calendar days from a to b; negative where b is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumberOf(b) - dayNumberOf(a);
}

export function endOfMonth(date: CivilDate): CivilDate {
  const lengths = [31, isLeap(yearOf(date)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return asCivilDate(`${date.slice(0, 8)}${lengths[monthOf(date) - 1] ?? 31}`);
}

export function weekdayOf(date: CivilDate): Weekday {
  return (((((dayNumberOf(date) + THURSDAY - 1) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** 1 … 12 */
export function monthOf(date: CivilDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: CivilDate): number {
  return Number(date.slice(8, 10));
}

// Days since 1970-01-01 in UTC, where every day has 24 hours. Reminders walk over thousands of days and periods: through date-fns
// each step took a hundred times as long.
function dayNumberOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS;
}

// 30 February is read as the 1st or 2nd of March.
function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function asCivilDate(text: string): CivilDate {
  return text as CivilDate;
}

function asInstant(ms: number): Instant {
  return ms as Instant;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
