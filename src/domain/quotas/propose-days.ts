import { addDays, type CivilDate, weekdayOf } from '../calendar/civil-date.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts';

const AHEAD = 10;
const MOST = 3;
/** From a Tuesday to the Wednesday of the next week: other weeks, and other days of the week. */
const APART = 8;

/**
 * Days to propose for something that leaders hold: at least ten working days ahead, a Tuesday, Wednesday or Thursday with a working
 * day on either side, so never beside a holiday; three, each a week and a day or more after the one before.
 *
 * @param until the last day that counts; fewer days, or none, where the time is short
 */
export function proposeDays(
  calendar: WorkingCalendar,
  { today, until }: { readonly today: CivilDate; readonly until: CivilDate },
): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = addWorkingDays(calendar, today, AHEAD); day <= until && days.length < MOST; ) {
    const fits = isMidweek(day) && [-1, 0, 1].every((away) => isWorkingDay(calendar, addDays(day, away)));
    if (fits) days.push(day);
    day = addDays(day, fits ? APART : 1);
  }
  return days;
}

function isMidweek(day: CivilDate): boolean {
  const weekday = weekdayOf(day);
  return weekday >= 2 && weekday <= 4;
}
