import { addMs, type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import { type CountedDay, countDays } from '../calendar/count-days.ts';
import { lastWorkingDayOnOrBefore, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import type { Rule, RuleKind } from '../plan/rule.ts';
import { nextPeriodDue, type RulePeriod } from './periods.ts';

/** When one rule falls due. Exactly one of `dueOn` and `dueAt` is set. */
export interface ComputedDeadline {
  /** The last day, inclusive: it ends at 24:00 in Asia/Shanghai. */
  readonly dueOn: CivilDate | null;
  /** The moment an hour clock ends, 24×7; null for every other rule. */
  readonly dueAt: Instant | null;
  /** How the date was counted; empty where nothing was. */
  readonly days: readonly CountedDay[];
  /** The period that falls due, of a repeating rule. */
  readonly period: RulePeriod | null;
  /** Counted in a year whose holidays are not announced yet: the date may move. */
  readonly provisional: boolean;
}

/** Why a rule has no due date. */
export type NoDeadline =
  /** Nothing to compute: the rule never ends, waits for somebody else's date, or counts things. */
  | { readonly kind: 'no-deadline'; readonly rule: RuleKind['kind'] }
  /** The clock starts with this event and none is registered. */
  | { readonly kind: 'event-missing'; readonly event: string }
  /** An hour clock needs the time of day of its event. */
  | { readonly kind: 'event-time-missing'; readonly event: string }
  /** More than ten years: a misprint. */
  | { readonly kind: 'span-too-long'; readonly n: number; readonly most: number };

type WithinRule = Extract<RuleKind, { kind: 'within' }>;

const HOUR_MS = 3_600_000;
const MOST = { working_day: 2500, day: 3660, hour: 87_840 } as const satisfies Record<WithinRule['unit'], number>;

/**
 * When a rule falls due.
 *
 * @param event when the clock of a `within` rule started; of an instant a day count takes the day in Asia/Shanghai
 * @param today a repeating rule answers with its first due date on this day or later
 */
export function deadlineOf(
  rule: Rule,
  { event, today, calendar }: { event?: CivilDate | Instant | undefined; today: CivilDate; calendar: WorkingCalendar },
): Outcome<ComputedDeadline, NoDeadline> {
  switch (rule.kind) {
    case 'by':
      return ok(deadline({ dueOn: rule.on }));
    case 'every': {
      const period = nextPeriodDue(rule, today);
      return ok(deadline({ dueOn: period.dueOn, period }));
    }
    case 'within':
      return event === undefined
        ? refused({ kind: 'event-missing', event: rule.event })
        : clockFrom(event, rule, calendar);
    case 'standing':
    case 'awaiting':
    case 'from':
    case 'quota':
    case 'rate':
      return refused({ kind: 'no-deadline', rule: rule.kind });
  }
}

/** The day on which the last reminder of a due date goes out: the date itself, or the last working day before it. */
export function reminderDayFor(dueOn: CivilDate, calendar: WorkingCalendar): CivilDate {
  return lastWorkingDayOnOrBefore(calendar, dueOn);
}

function clockFrom(
  event: CivilDate | Instant,
  rule: WithinRule,
  calendar: WorkingCalendar,
): Outcome<ComputedDeadline, NoDeadline> {
  const most = MOST[rule.unit];
  if (rule.n > most) return refused({ kind: 'span-too-long', n: rule.n, most });
  if (rule.unit !== 'hour') {
    const from = typeof event === 'number' ? civilDateOf(event) : event;
    return ok(deadline(countDays(calendar, { from, n: rule.n, unit: rule.unit, before: rule.before })));
  }
  if (typeof event === 'string') return refused({ kind: 'event-time-missing', event: rule.event });
  return ok(deadline({ dueAt: addMs(event, (rule.before ? -rule.n : rule.n) * HOUR_MS) }));
}

function deadline(known: Partial<ComputedDeadline>): ComputedDeadline {
  return { dueOn: null, dueAt: null, days: [], period: null, provisional: false, ...known };
}
