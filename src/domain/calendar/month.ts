import { invariant } from '../invariant.ts';
import { addMonths, type CivilDate, endOfMonth, parseCivilDate } from './civil-date.ts';

// A month is a text, `YYYY-MM`.

/** First and last day, both included. */
export interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Whether a text is a month. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && parseCivilDate(`${text}-01`) !== undefined;
}

/** `2017-11` for a day in November 2017. */
export function monthOfDay(on: CivilDate): string {
  return on.slice(0, 7);
}

/** The last month that is wholly over on a day. */
export function lastMonthOver(on: CivilDate): string {
  return shiftMonth(monthOfDay(on), -1);
}

/** The month some months after or before another. */
export function shiftMonth(month: string, by: number): string {
  return monthOfDay(addMonths(firstOf(month), by));
}

export function monthSpan(month: string): Span {
  const from = firstOf(month);
  return { from, to: endOfMonth(from) };
}

/** The months up to and including one, oldest first. */
export function monthsUpTo(month: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(month, index - count + 1));
}

function firstOf(month: string): CivilDate {
  const first = parseCivilDate(`${month}-01`);
  invariant(first, 'a month is written YYYY-MM');
  return first;
}
