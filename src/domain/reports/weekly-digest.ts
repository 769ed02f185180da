import { addDays, type CivilDate, weekdayOf } from '../calendar/civil-date.ts';
import { firstWorkingDayOfWeek, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { latestReply } from '../ledger/decide-reply.ts';
import type { Part } from '../ledger/part.ts';
import { isClosed, isDated, isDropped, isOverdue, isSoft } from '../reminders/urgency.ts';

/** A part with a date that counts. */
export type DatedPart = Part & { readonly dueOn: CivilDate };

/** One number of a digest with exactly the parts behind it. */
export interface Count {
  readonly value: number;
  readonly parts: readonly DatedPart[];
}

/** The leadership group's week. Every list is in the plan's order. */
export interface WeeklyDigest {
  /** The week that is reported on, Monday to Sunday; longer where a week without any working day lies between two digests. */
  readonly week: { readonly from: CivilDate; readonly to: CivilDate };
  /** The week that begins. */
  readonly nextWeek: { readonly from: CivilDate; readonly to: CivilDate };
  /** 已报办结 among everything that is reported or whose date is over. */
  readonly completion: { readonly done: Count; readonly total: Count };
  readonly overdue: Count;
  /** 上周办结 */
  readonly closed: Count;
  /** 本周到期 and still open. */
  readonly dueNext: Count;
  /** Became overdue in the reported week, or on the days since. */
  readonly turnedRed: readonly DatedPart[];
  /** A liaison said 有困难, be it about a row with a date or without. */
  readonly decisions: readonly Part[];
  readonly provisional: boolean;
}

/**
 * Counts the parts (件: one office's part of one deadline) as they stand at the beginning of a week.
 *
 * A part without a date, with a date that the plan only hopes for (力争), or whose date was over when the plan was issued, is in
 * no number. 逾期 goes by {@link isOverdue}, as the cards do.
 *
 * @param today the day of the digest; what is reported begins with the week of the digest before
 */
export function weeklyDigest(input: {
  readonly parts: readonly Part[];
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}): WeeklyDigest {
  const monday = addDays(input.today, 1 - weekdayOf(input.today));
  const week = { from: digestWeekBefore(monday, input.calendar), to: addDays(monday, -1) };
  const nextWeek = { from: monday, to: addDays(monday, 6) };
  const dated = input.parts.filter(isDated).filter((part) => !isSoft(part) && !isDropped(part));
  const done = dated.filter(isClosed);
  const overdue = dated.filter((part) => isOverdue(part, input.today));
  const dueNext = dated.filter(
    (part) => !isClosed(part) && isWithin(part.dueOn, nextWeek) && part.dueOn >= input.today,
  );
  return {
    week,
    nextWeek,
    completion: { done: count(done), total: count([...done, ...overdue]) },
    overdue: count(overdue),
    closed: count(done.filter((part) => part.closedOn !== null && isWithin(part.closedOn, week))),
    dueNext: count(dueNext),
    turnedRed: overdue.filter((part) => part.dueOn >= addDays(week.from, -1)),
    decisions: input.parts.filter((part) => part.state === 'blocked' && latestReply(part)?.state === 'trouble'),
    provisional: [...overdue, ...dueNext].some((part) => part.provisional),
  };
}

/** The Monday of the last week before that had a digest: a week that is off altogether has none. */
function digestWeekBefore(monday: CivilDate, calendar: WorkingCalendar): CivilDate {
  const before = addDays(monday, -7);
  return firstWorkingDayOfWeek(calendar, before) ? before : digestWeekBefore(before, calendar);
}

function count(parts: readonly DatedPart[]): Count {
  return { value: parts.length, parts };
}

function isWithin(date: CivilDate, week: { readonly from: CivilDate; readonly to: CivilDate }): boolean {
  return week.from <= date && date <= week.to;
}
