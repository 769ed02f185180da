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

/** The answers after which a part is nobody's debt any more. */
export function isClosed(part: Pick<Part, 'state'>): boolean {
  return part.state === 'reported' || part.state === 'signed-off';
}

/**
 * The one meaning of 逾期: the due date is over, the part is open, the plan means the date seriously (no 力争), and the date was
 * not already over when the plan was issued.
 */
export function isOverdue(part: Pick<Part, 'state' | 'dueOn' | 'pastAtBirth' | 'rule'>, today: CivilDate): boolean {
  return !isClosed(part) && isDated(part) && part.dueOn < today && !isSoft(part);
}

/** Whether the part has a date that reminders and lights go by. */
export function isDated<P extends Pick<Part, 'dueOn' | 'pastAtBirth'>>(
  part: P,
): part is P & { readonly dueOn: CivilDate } {
  return part.dueOn !== null && !part.pastAtBirth;
}

export function isSoft(part: Pick<Part, 'rule'>): boolean {
  return part.rule.kind === 'by' && part.rule.soft;
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
