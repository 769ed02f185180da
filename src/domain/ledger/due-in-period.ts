import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateFrom,
  dayOf,
  endOfMonth,
  monthOf,
  yearOf,
} from '../calendar/civil-date.ts';
import { invariant } from '../invariant.ts';
import type { Period } from '../plan/rule.ts';

/** Where inside its period a repeating rule falls due. Numbers count from 1; `month` is null for a week. */
export type DueInPeriod =
  | { readonly at: 'end' }
  | { readonly at: 'day'; readonly month: number | null; readonly day: number | 'end' };

const MONTHS = { week: 0, month: 1, quarter: 3, half_year: 6, year: 12 } as const satisfies Record<Period, number>;
const DUE = /^(?:(\d{1,2})-)?(\d{1,2}|end)$/;

/**
 * Reads the `due` of a repeating rule.
 *
 * - null or `end`: the last calendar day of the period
 * - `DD`: that day of the period's last month; of a week 1 Monday … 7 Sunday; leading zeros may be left out
 * - `MM-DD`, `MM-end`: MM counts from the period's first month, so it is the calendar month of a yearly rule, and 01–03 of a quarter
 *
 * @returns undefined for a text that is none of these, or that can never lie in such a period
 */
export function parseDueInPeriod(due: string | null, period: Period): DueInPeriod | undefined {
  if (due === null || due === 'end') return { at: 'end' };
  const match = DUE.exec(due);
  if (!match) return undefined;
  const month = match[1] === undefined ? null : Number(match[1]);
  const day = match[2] === 'end' ? 'end' : Number(match[2]);
  if (month !== null && (month < 1 || month > MONTHS[period])) return undefined;
  if (day !== 'end' && (day < 1 || day > (period === 'week' ? 7 : 31))) return undefined;
  return { at: 'day', month: month ?? (period === 'week' ? null : MONTHS[period]), day };
}

/**
 * The due date in one period. Day 29, 30 or 31 becomes the last day of a shorter month, each time anew from the rule: the 31st
 * is the 28th in February and the 31st again in March.
 */
export function dueDateIn(
  due: DueInPeriod,
  span: { readonly startsOn: CivilDate; readonly endsOn: CivilDate },
): CivilDate {
  if (due.at === 'end') return span.endsOn;
  if (due.month !== null) return dayOfMonth(addMonths(span.startsOn, due.month - 1), due.day);
  return due.day === 'end' ? span.endsOn : addDays(span.startsOn, due.day - 1);
}

function dayOfMonth(inMonth: CivilDate, day: number | 'end'): CivilDate {
  const last = endOfMonth(inMonth);
  if (day === 'end' || day >= dayOf(last)) return last;
  const date = civilDateFrom(yearOf(inMonth), monthOf(inMonth), day);
  invariant(date, 'a day before the end of its month exists');
  return date;
}
