import { type Outcome, ok, refused } from '../outcome.ts';
import type { CalendarIssue } from './calendar-issue.ts';
import { checkImportedDays } from './check-imported-days.ts';
import { arrangementsFrom, type CalendarReading, settleYears } from './imported-days.ts';
import { readCalendarCsv } from './read-calendar-csv.ts';
import { readCalendarIcs } from './read-calendar-ics.ts';
import { readCalendarJson } from './read-calendar-json.ts';
import type { YearArrangement } from './year-arrangement.ts';

export type CalendarFormat = 'csv' | 'json' | 'ics';

export interface CalendarFile {
  readonly text: string;
  readonly format: CalendarFormat;
  /** Stands for the notice in arrangements whose file does not name it. */
  readonly fileName: string;
}

/** Nothing of a file is taken while any of it is doubtful: one wrong day moves every due date after it. */
export interface CalendarUnreadable {
  readonly kind: 'calendar-unreadable';
  /** At least one; all that were found, in the order of the file. */
  readonly issues: readonly CalendarIssue[];
}

/**
 * Reads a calendar file into whole years, oldest first. A year is taken complete or not at all, since it replaces what was known
 * of that year; an administrator who needs a local day adds it to the file of the year.
 */
export function parseCalendar(file: CalendarFile): Outcome<readonly YearArrangement[], CalendarUnreadable> {
  const reading = readerOf(file.format)(file.text.replace(/^\uFEFF/, ''));
  const days = settleYears(reading.days);
  const issues = reading.issues.length > 0 ? reading.issues : checkImportedDays(days);
  if (issues.length > 0) return refused({ kind: 'calendar-unreadable', issues });
  const general = reading.provenance.get(null);
  return ok(
    arrangementsFrom(days, (year) => {
      const known = reading.provenance.get(year) ?? general;
      return { notice: known?.notice ?? file.fileName, issuedOn: known?.issuedOn ?? null };
    }),
  );
}

function readerOf(format: CalendarFormat): (text: string) => CalendarReading {
  switch (format) {
    case 'csv':
      return readCalendarCsv;
    case 'ics':
      return readCalendarIcs;
    case 'json':
      return readCalendarJson;
  }
}
