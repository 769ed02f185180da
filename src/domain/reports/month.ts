import { addDays, addMonths, type CivilDate, endOfMonth, parseCivilDate, yearOf } from '../calendar/civil-date.ts';
import { invariant } from '../invariant.ts';
import type { Span } from '../quotas/tally.ts';

/** Whether a text is a month, `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && parseCivilDate(`${text}-01`) !== undefined;
}

/** `2017-11` for a day in November 2017. */
export function monthWith(on: CivilDate): string {
  return on.slice(0, 7);
}

/** The last month that is wholly over on a day. */
export function lastMonthOver(on: CivilDate): string {
  return monthWith(addMonths(firstOf(monthWith(on)), -1));
}

/** First and last day of a month (`YYYY-MM`). */
export function monthSpan(month: string): Span {
  const from = firstOf(month);
  return { from, to: endOfMonth(from) };
}

/** The months up to and including one, oldest first. */
export function monthsUpTo(month: string, count: number): readonly string[] {
  const first = firstOf(month);
  return Array.from({ length: count }, (_, index) => monthWith(addMonths(first, index - count + 1)));
}

/** The month before. */
export function monthBefore(month: string): string {
  return monthWith(addDays(firstOf(month), -1));
}

/** Whether a month is before the year of every plan in force: nobody owed anything in it yet. */
export function isBeforePlans(month: string, plans: readonly { readonly year: number }[]): boolean {
  return plans.length > 0 && plans.every(({ year }) => year > yearOf(firstOf(month)));
}

function firstOf(month: string): CivilDate {
  const first = parseCivilDate(`${month}-01`);
  invariant(first, 'a month is written YYYY-MM');
  return first;
}
