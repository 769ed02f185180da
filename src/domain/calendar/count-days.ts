import { invariant } from '../invariant.ts';
import { addDays, type CivilDate } from './civil-date.ts';
import { dayKind, type WorkingCalendar, weekdayName } from './working-calendar.ts';

/** A span of days from an event. */
export interface DaySpan {
  /** The day of the event, never counted itself, whether it is a working day or not. */
  readonly from: CivilDate;
  /** Whole, 0 or more; 0 falls on the day of the event. */
  readonly n: number;
  readonly unit: 'working_day' | 'day';
  /** Counts backwards from the event (会前3个工作日). */
  readonly before: boolean;
}

/** One day of a count, as people check it on a wall calendar. */
export interface CountedDay {
  readonly on: CivilDate;
  readonly counts: boolean;
  /** 周二 · 周六 · 国庆节放假 · 调休上班; the first is the event's own day; 暂定 follows where the year's holidays are not announced. */
  readonly why: string;
}

export interface DayCount {
  readonly dueOn: CivilDate;
  /** Every day from the event to the due date, in the order of counting: falling where the count goes backwards. */
  readonly days: readonly CountedDay[];
  /** Working days were counted in a year whose holidays are not announced yet. */
  readonly provisional: boolean;
}

/**
 * Counts a time limit day by day. The due date is the last day counted and ends at 24:00; with calendar days (日) it may be a
 * day of rest and stays there.
 *
 * Source: the consolidated working-day rule of the plans: the event's day is not counted, make-up days are.
 */
export function countDays(calendar: WorkingCalendar, span: DaySpan): DayCount {
  invariant(Number.isInteger(span.n) && span.n >= 0, 'a span is a whole number of days');
  const step = span.before ? -1 : 1;
  const look = span.unit === 'day' ? calendarDay : (on: CivilDate) => workingDay(calendar, on);
  const start = look(span.from);
  const days: CountedDay[] = [{ on: span.from, counts: false, why: `${start.why}，当日不计入` }];
  let provisional = false;
  let on = span.from;
  for (let left = span.n; left > 0; ) {
    on = addDays(on, step);
    const { counts, why, provisional: uncertain } = look(on);
    days.push({ on, counts, why });
    provisional ||= uncertain;
    if (counts) left -= 1;
  }
  return { dueOn: on, days, provisional };
}

interface Look {
  readonly counts: boolean;
  readonly why: string;
  readonly provisional: boolean;
}

function workingDay(calendar: WorkingCalendar, on: CivilDate): Look {
  const { working, why, provisional } = dayKind(calendar, on);
  return { counts: working, why: provisional ? `${why}（暂定）` : why, provisional };
}

function calendarDay(on: CivilDate): Look {
  return { counts: true, why: weekdayName(on), provisional: false };
}
