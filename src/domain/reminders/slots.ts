import { addDays, type CivilDate, civilDateOf, dayOf, type Instant, timeOfDay } from '../calendar/civil-date.ts';
import {
  addWorkingDays,
  firstWorkingDayOfWeek,
  isWorkingDay,
  type WorkingCalendar,
} from '../calendar/working-calendar.ts';
import { closesOn } from '../quotas/close-period.ts';

export type ScheduleName = 'morning-cards' | 'weekly-digest' | 'monthly-summary';

export interface Schedule {
  readonly name: ScheduleName;
  /**
   * `working-day`: every working day; `week-start`: the first working day of a week (Monday to Sunday); `month-closed`: the first
   * working day after the month before was closed, its fourth.
   */
  readonly days: 'working-day' | 'week-start' | 'month-closed';
  /** `HH:mm`, Asia/Shanghai. */
  readonly at: string;
  /** A missed run is caught up on the same day until then, `HH:mm`. */
  readonly windowEnds: string;
  /** Nothing runs before this day, or null. */
  readonly pausedUntil: CivilDate | null;
}

export interface SlotDecision {
  readonly schedule: ScheduleName;
  readonly on: CivilDate;
  /** `run` on time, `catch-up` later on the same day, `skip` for good. */
  readonly action: 'run' | 'catch-up' | 'skip';
  /** Why it was not run on time; null where it is. */
  readonly why: 'was-down' | 'window-over' | 'paused' | null;
}

/** A run that starts within so many minutes of its time counts as on time. */
const ON_TIME_MINUTES = 5;
/** Older missed days are not listed one by one. */
const LISTED_DAYS = 14;

/**
 * What is to be done about each schedule now: today's run where its time has come, and a record of days that were missed.
 *
 * A missed run is caught up once, on the same day and inside the send window; older ones are skipped, their contents being part
 * of the next run anyway.
 *
 * @param lastOn the last day recorded for each schedule, run or skipped
 */
export function planSlots(input: {
  readonly schedules: readonly Schedule[];
  readonly lastOn: ReadonlyMap<ScheduleName, CivilDate>;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}): readonly SlotDecision[] {
  const today = civilDateOf(input.now);
  const time = timeOfDay(input.now);
  return input.schedules.flatMap((schedule) => {
    const last = input.lastOn.get(schedule.name);
    const missed = last
      ? daysBetweenExclusive(last, today).filter((on) => isSlotDay(schedule, on, input.calendar))
      : [];
    const skips = missed.map((on): SlotDecision => ({ schedule: schedule.name, on, action: 'skip', why: 'was-down' }));
    const open =
      (last === undefined || last < today) && isSlotDay(schedule, today, input.calendar) && time >= schedule.at;
    return open ? [...skips, todaysSlot(schedule, today, time)] : skips;
  });
}

/** The next days on which a schedule runs, from now on. */
export function nextRuns(
  schedule: Schedule,
  now: Instant,
  calendar: WorkingCalendar,
  count: number,
): readonly CivilDate[] {
  const days: CivilDate[] = [];
  const first = timeOfDay(now) < schedule.at ? civilDateOf(now) : addDays(civilDateOf(now), 1);
  for (let on = first; days.length < count; on = addDays(on, 1)) {
    if (isSlotDay(schedule, on, calendar) && !isPaused(schedule, on)) days.push(on);
  }
  return days;
}

function todaysSlot(schedule: Schedule, on: CivilDate, time: string): SlotDecision {
  const slot = { schedule: schedule.name, on };
  if (isPaused(schedule, on)) return { ...slot, action: 'skip', why: 'paused' };
  if (time > schedule.windowEnds) return { ...slot, action: 'skip', why: 'window-over' };
  const late = minutesOf(time) - minutesOf(schedule.at) > ON_TIME_MINUTES;
  return late ? { ...slot, action: 'catch-up', why: 'was-down' } : { ...slot, action: 'run', why: null };
}

function isSlotDay(schedule: Schedule, on: CivilDate, calendar: WorkingCalendar): boolean {
  switch (schedule.days) {
    case 'working-day':
      return isWorkingDay(calendar, on);
    case 'week-start':
      return firstWorkingDayOfWeek(calendar, on) === on;
    case 'month-closed': {
      const endsOn = addDays(on, -dayOf(on));
      return addWorkingDays(calendar, closesOn({ endsOn }, calendar), 1) === on;
    }
  }
}

function isPaused(schedule: Schedule, on: CivilDate): boolean {
  return schedule.pausedUntil !== null && on < schedule.pausedUntil;
}

function daysBetweenExclusive(after: CivilDate, before: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let on = addDays(before, -1); on > after && days.length < LISTED_DAYS; on = addDays(on, -1)) days.unshift(on);
  return days;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
