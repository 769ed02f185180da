import { ANNOUNCED_YEARS } from './announced-years.ts';
import { addDays, type CivilDate } from './civil-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import type { YearArrangement } from './year-arrangement.ts';

/**
 * The working-day calendar of the program: the notices that come with it, and what an administrator loaded. An imported year
 * replaces the built-in one altogether; of two imports of one year the later counts.
 */
export function buildWorkingCalendar(imported: readonly YearArrangement[] = []): WorkingCalendar {
  return imported.length === 0 ? ANNOUNCED : calendarFrom([...ANNOUNCED_YEARS, ...imported]);
}

/**
 * A calendar of just these years; of two arrangements of one year the later counts. Where two years name one day, as they may
 * in December, the later year's notice counts, since it was issued later.
 */
export function calendarFrom(years: readonly YearArrangement[]): WorkingCalendar {
  const latest = new Map(years.map((year) => [year.year, year]));
  const arrangements = new Map([...latest].toSorted(([a], [b]) => a - b));
  return { arrangements, named: new Map([...arrangements.values()].flatMap(namedDaysOf)) };
}

type NamedEntry = readonly [CivilDate, { readonly working: boolean; readonly why: string }];

function namedDaysOf(year: YearArrangement): readonly NamedEntry[] {
  const rest = year.daysOff.flatMap(({ name, from, to }) =>
    eachDay(from, to).map((on): NamedEntry => [on, { working: false, why: `${name}放假` }]),
  );
  const worked = year.makeUpDays.map(({ on }): NamedEntry => [on, { working: true, why: '调休上班' }]);
  return [...rest, ...worked];
}

function eachDay(from: CivilDate, to: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on);
  return days;
}

/** Asked for with every card. */
const ANNOUNCED = calendarFrom(ANNOUNCED_YEARS);
