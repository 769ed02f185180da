import { addDays, addMonths, type CivilDate, civil, weekdayOf, yearOf } from '../calendar/civil-date.ts';
import { monthOfDay } from '../calendar/month.ts';
import { invariant } from '../invariant.ts';
import type { Period } from '../plan/rule.ts';
import { dueDateIn, parseDueInPeriod } from './due-in-period.ts';

/** What repeats: an `every` rule, or the period of a quota or of a heartbeat with `due: null`. */
export interface Repeating {
  readonly period: Period;
  /** See `parseDueInPeriod`. */
  readonly due: string | null;
}

/** One period of a repeating rule, first and last day included. */
export interface RulePeriod {
  /** `2017`, `2017-H2`, `2017-Q4`, `2017-11` or `2017-W48`; unique for a kind of period, and in order as text within it. */
  readonly key: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /**
   * Where the rule states no day this is the last calendar day of the period, be it a day of rest; reminders then fall on the
   * last working day before (`reminderDayFor`). It always lies in the period.
   */
  readonly dueOn: CivilDate;
}

/**
 * The periods of a year, in order and without gaps, also from one year to the next. Weeks run Monday to Sunday and belong, as in
 * ISO 8601, to the year of their Thursday: 2018-W01 holds 2018-01-01, 2019-W01 holds 2018-12-31.
 *
 * @throws BugError where `due` is none of the forms; whatever lets rules in checks them with `parseDueInPeriod`
 */
export function periodsOf(rule: Repeating, year: number): readonly RulePeriod[] {
  const due = parseDueInPeriod(rule.due, rule.period);
  invariant(due, 'a repeating rule has a due day that lies in its period');
  return spansOf(rule.period, year).map((span) => ({ ...span, dueOn: dueDateIn(due, span) }));
}

/** The first period that falls due on the day or later. */
export function nextPeriodDue(rule: Repeating, today: CivilDate): RulePeriod {
  const year = yearOf(today);
  const found = [year - 1, year, year + 1].flatMap((near) => periodsOf(rule, near)).find(({ dueOn }) => dueOn >= today);
  invariant(found, 'a repeating rule falls due again');
  return found;
}

/** The period of a length that a day lies in. */
export function periodAt(period: Period, on: CivilDate): RulePeriod {
  const year = yearOf(on);
  const near = [year - 1, year, year + 1].flatMap((each) => periodsOf({ period, due: null }, each));
  const found = near.find(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  invariant(found, 'periods leave no gaps');
  return found;
}

/** The newest first day among the periods, of any length, that the day lies in. */
export function newestPeriodStart(today: CivilDate): CivilDate {
  const monday = addDays(today, 1 - weekdayOf(today));
  const first = civil(`${monthOfDay(today)}-01`);
  if (monday > first) return monday;
  return first;
}

type Span = Omit<RulePeriod, 'dueOn'>;

function spansOf(period: Period, year: number): readonly Span[] {
  switch (period) {
    case 'week':
      return weeksOf(year);
    case 'month':
      return monthSpans(year, 1, (n) => `${year}-${String(n).padStart(2, '0')}`);
    case 'quarter':
      return monthSpans(year, 3, (n) => `${year}-Q${n}`);
    case 'half_year':
      return monthSpans(year, 6, (n) => `${year}-H${n}`);
    case 'year':
      return monthSpans(year, 12, () => String(year));
  }
}

function monthSpans(year: number, months: number, keyOf: (n: number) => string): readonly Span[] {
  const first = civil(`${year}-01-01`);
  return Array.from({ length: 12 / months }, (_, index) => {
    const startsOn = addMonths(first, index * months);
    return { key: keyOf(index + 1), startsOn, endsOn: addDays(addMonths(startsOn, months), -1) };
  });
}

function weeksOf(year: number): readonly Span[] {
  const after = firstMonday(year + 1);
  const weeks: Span[] = [];
  for (let startsOn = firstMonday(year); startsOn < after; startsOn = addDays(startsOn, 7)) {
    const number = String(weeks.length + 1).padStart(2, '0');
    weeks.push({ key: `${year}-W${number}`, startsOn, endsOn: addDays(startsOn, 6) });
  }
  return weeks;
}

/** The Monday of the week that holds 4 January. */
function firstMonday(year: number): CivilDate {
  const fourth = civil(`${year}-01-04`);
  return addDays(fourth, 1 - weekdayOf(fourth));
}
