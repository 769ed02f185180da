import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import {
  addWorkingDays,
  lastWorkingDayOnOrBefore,
  type WorkingCalendar,
  workingDaysBetween,
} from '../calendar/working-calendar.ts';
import type { Part } from '../ledger/part.ts';

/** 逾期 / 今天 / 三天内 / 之后: the sections of a card, most urgent first. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'later';

/** `soon` reaches this many working days ahead. */
const SOON = 3;

/** The states in which a part is nobody's debt any more. */
export function isClosed(part: Pick<Part, 'state'>): boolean {
  return part.state === 'reported' || part.state === 'signed-off' || isDropped(part);
}

/** 不涉及 or 误报: closed without anything done, and so in no number. */
export function isDropped({ state }: Pick<Part, 'state'>): boolean {
  return state === 'excused' || state === 'stopped';
}

/**
 * The one meaning of 逾期: the due date is over, the part is open, the plan means the date seriously (no 力争), the date was not
 * already over when the plan was issued, and nobody has paused it.
 */
export function isOverdue(
  part: Pick<Part, 'state' | 'dueOn' | 'pastAtBirth' | 'rule' | 'pausedUntil'>,
  today: CivilDate,
): boolean {
  return !isClosed(part) && isDated(part) && part.dueOn < today && !isSoft(part) && !isPaused(part, today);
}

/** 暂停 until a day that is still to come. */
export function isPaused({ pausedUntil }: Pick<Part, 'pausedUntil'>, today: CivilDate): boolean {
  return pausedUntil !== null && today < pausedUntil;
}

/** Whether the part has a date that reminders and lights go by. */
export function isDated<P extends Pick<Part, 'dueOn' | 'pastAtBirth'>>(
  part: P,
): part is P & { readonly dueOn: CivilDate } {
  return part.dueOn !== null && !part.pastAtBirth;
}

/** A date that reminds and is never late: 力争, and the day from which something holds. */
export function isSoft({ rule }: Pick<Part, 'rule'>): boolean {
  return (rule.kind === 'by' && rule.soft) || rule.kind === 'from';
}

/**
 * Working days until the last working day on which a date can still be kept: 0 on that day itself, so a date on a Sunday is due
 * "today" on the Friday before. Negative once the date is over: late by so many working days.
 */
export function workingDaysLeft(dueOn: CivilDate, today: CivilDate, calendar: WorkingCalendar): number {
  if (dueOn < today) return -Math.max(1, workingDaysBetween(calendar, dueOn, today));
  const lastDay = lastWorkingDayOnOrBefore(calendar, dueOn);
  return lastDay <= today ? 0 : workingDaysBetween(calendar, today, lastDay);
}

/**
 * Sorts a date into the sections of a card. Agrees with {@link workingDaysLeft}, and looks no further than a few days: lists are
 * sorted with it, however far away their dates are.
 */
export function urgencyOf(dueOn: CivilDate, today: CivilDate, calendar: WorkingCalendar): Urgency {
  if (dueOn < today) return 'overdue';
  if (dueOn <= lastDateWithin(0, today, calendar)) return 'today';
  return dueOn <= lastDateWithin(SOON, today, calendar) ? 'soon' : 'later';
}

/** The last date that has no more than n working days left: days of rest behind the n-th working day included. */
export function lastDateWithin(n: number, today: CivilDate, calendar: WorkingCalendar): CivilDate {
  return addDays(addWorkingDays(calendar, today, n + 1), -1);
}
