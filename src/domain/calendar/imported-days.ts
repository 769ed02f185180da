import type { CalendarIssue } from './calendar-issue.ts';
import { addDays, type CivilDate, monthOf, weekdayOf, yearOf } from './civil-date.ts';
import type { DaysOff, YearArrangement } from './year-arrangement.ts';

/** One day of a calendar file. */
export interface ImportedDay {
  readonly on: CivilDate;
  readonly working: boolean;
  /** The holiday it belongs to; empty where the file does not say. */
  readonly name: string;
  /** The year of its notice, or null where the file does not say. */
  readonly year: number | null;
  /** As in {@link CalendarIssue}. */
  readonly line: number | null;
  readonly text: string;
}

/** Where an arrangement comes from, as far as its file says. */
export interface Provenance {
  readonly notice: string | null;
  readonly issuedOn: CivilDate | null;
}

/** What a format's reader finds; it goes on after a bad line, so that all issues come at once. */
export interface CalendarReading {
  readonly days: readonly ImportedDay[];
  /** By year; the key null holds for every other year of the file. */
  readonly provenance: ReadonlyMap<number | null, Provenance>;
  readonly issues: readonly CalendarIssue[];
}

/** The day with the year of its notice settled. */
export type SettledDay = ImportedDay & { readonly year: number };

/**
 * Says which year's notice each day belongs to. A day belongs to its own year, but 元旦 may begin in the December before, and so
 * does a file of 2019 that starts on 2018-12-29.
 */
export function settleYears(days: readonly ImportedDay[]): readonly SettledDay[] {
  const full = new Set(days.filter(({ on }) => monthOf(on) < 12).map(({ on }) => yearOf(on)));
  return days.map((day) => ({ ...day, year: day.year ?? yearOfNotice(day, full) }));
}

function yearOfNotice({ on, name }: ImportedDay, full: ReadonlySet<number>): number {
  const year = yearOf(on);
  const startsNext = monthOf(on) === 12 && full.has(year + 1) && (name.includes('元旦') || !full.has(year));
  return startsNext ? year + 1 : year;
}

/** Puts days together, one arrangement a year, runs of one holiday as one entry; oldest year first. */
export function arrangementsFrom(
  days: readonly SettledDay[],
  provenanceOf: (year: number) => { readonly notice: string; readonly issuedOn: CivilDate | null },
): readonly YearArrangement[] {
  const years = [...new Set(days.map(({ year }) => year))].toSorted((a, b) => a - b);
  return years.map((year) => {
    const byDate = new Map(days.filter((day) => day.year === year).map((day) => [day.on, day]));
    const sorted = [...byDate.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1));
    // Data sets also list ordinary Mondays on which work resumes (2020-02-03): the week says that already.
    const worked = sorted.filter(({ on, working }) => working && weekdayOf(on) > 5);
    return {
      year,
      ...provenanceOf(year),
      daysOff: runsOf(sorted.filter(({ working }) => !working)),
      makeUpDays: worked.map(({ on, name }) => ({ on, forHoliday: name })),
    };
  });
}

function runsOf(days: readonly ImportedDay[]): readonly DaysOff[] {
  const runs: DaysOff[] = [];
  for (const { on, name } of days) {
    const last = runs.at(-1);
    const continues = last !== undefined && last.name === name && addDays(last.to, 1) === on;
    if (continues) runs[runs.length - 1] = { ...last, to: on };
    else runs.push({ name, from: on, to: on });
  }
  return runs;
}
