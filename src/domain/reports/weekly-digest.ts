import { addDays, type CivilDate, weekdayOf } from '../calendar/civil-date.ts';
import { firstWorkingDayOfWeek, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { latestReply } from '../ledger/decide-reply.ts';
import type { Part } from '../ledger/part.ts';
import { isClosed, isOverdue, isPaused } from '../reminders/urgency.ts';
import { isCounted, isDone } from './counted-parts.ts';

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
  /** 已报办结 among everything that is done or overdue. */
  readonly completion: { readonly done: number; readonly total: number };
  readonly overdue: Count;
  /** 上周办结 */
  readonly closed: Count;
  /** 本周到期 and still open. */
  readonly dueNext: Count;
  /** Became overdue in the reported week, or on the days since. */
  readonly turnedRed: readonly DatedPart[];
  /** A liaison said 有困难, be it about a row with a date or without. */
  readonly decisions: readonly Part[];
  /** 暂停: their date is over or comes this week, and they are late for nobody meanwhile. */
  readonly paused: Count;
  readonly provisional: boolean;
}

/**
 * Counts the parts (件: one office's part of one deadline) as they stand at the beginning of a week: those of {@link isCounted}.
 * 逾期 goes by {@link isOverdue}, as the cards do.
 *
 * @param today the day of the digest; what is reported begins with the week of the digest before
 */
export function weeklyDigest(input: {
  readonly parts: readonly Part[];
  /** How many are done altogether; counted among `parts` where it is left out. */
  readonly done?: number;
  /** Parts of which somebody said 有困难, with their replies; looked for among `parts` where they are left out. */
  readonly blocked?: readonly Part[];
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}): WeeklyDigest {
  const week = reportedWeek(input.today, input.calendar);
  const nextWeek = weekOf(input.today);
  const counted = input.parts.filter(isCounted);
  const closed = counted.filter(isDone);
  const done = input.done ?? closed.length;
  const overdue = counted.filter((part) => isOverdue(part, input.today));
  const dueNext = counted.filter(
    (part) => !isClosed(part) && isWithin(part.dueOn, nextWeek) && part.dueOn >= input.today,
  );
  return {
    week,
    nextWeek,
    completion: { done, total: done + overdue.length },
    overdue: count(overdue),
    closed: count(closed.filter((part) => part.closedOn !== null && isWithin(part.closedOn, week))),
    dueNext: count(dueNext),
    turnedRed: overdue.filter((part) => part.dueOn >= addDays(week.from, -1)),
    decisions: (input.blocked ?? input.parts).filter(
      (part) => part.state === 'blocked' && latestReply(part)?.state === 'trouble',
    ),
    paused: count(
      counted.filter((part) => !isClosed(part) && isPaused(part, input.today) && part.dueOn <= nextWeek.to),
    ),
    provisional: [...overdue, ...dueNext].some((part) => part.provisional),
  };
}

/** The week, Monday to Sunday, that a day lies in. */
export function weekOf(on: CivilDate): WeeklyDigest['nextWeek'] {
  const from = addDays(on, 1 - weekdayOf(on));
  return { from, to: addDays(from, 6) };
}

/** The week that a digest of a day reports on. */
export function reportedWeek(today: CivilDate, calendar: WorkingCalendar): WeeklyDigest['week'] {
  const { from: monday } = weekOf(today);
  return { from: digestWeekBefore(monday, calendar), to: addDays(monday, -1) };
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
