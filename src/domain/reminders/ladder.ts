import type { CivilDate } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { lastDateWithin } from './urgency.ts';

/** The rung of a date that is over. */
export const OVERDUE = -1;

/** The lowest rung that a date has reached on a day: a step in working days, {@link OVERDUE}, or null while the date is far off. */
export type Ladder = (dueOn: CivilDate, day: CivilDate) => number | null;

/** Working days are counted once for each day that is asked about, not for each part. */
export function ladderOn(steps: readonly number[], calendar: WorkingCalendar): Ladder {
  const reachOn = new Map<CivilDate, readonly { readonly step: number; readonly until: CivilDate }[]>();
  const rising = steps.toSorted((a, b) => a - b);
  return (dueOn, day) => {
    if (dueOn < day) return OVERDUE;
    const reach = reachOn.get(day) ?? rising.map((step) => ({ step, until: lastDateWithin(step, day, calendar) }));
    reachOn.set(day, reach);
    return reach.find(({ until }) => dueOn <= until)?.step ?? null;
  };
}
