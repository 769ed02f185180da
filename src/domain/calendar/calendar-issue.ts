/** Something wrong with a calendar file. */
export interface CalendarIssue {
  readonly kind: CalendarIssueKind;
  /** Counted from 1; null where the format has no lines worth naming: `text` then holds the path (`days[3].date: …`). */
  readonly line: number | null;
  /** The words of the file that are wrong; for `year-incomplete` the year. */
  readonly text: string;
  /** What to write instead: a sample, or for `year-incomplete` the holidays to add. */
  readonly expected: string;
}

export type CalendarIssueKind =
  | 'not-json'
  | 'bad-shape'
  | 'bad-date'
  | 'bad-type'
  /** The file holds no day off and no make-up day at all. */
  | 'no-days'
  /** One day is both off and worked. */
  | 'contradiction'
  /** A make-up workday of a table that is no Saturday or Sunday: its date is a slip. */
  | 'make-up-on-weekday'
  /** The day is neither in the year it is listed under nor in the December before. */
  | 'outside-year'
  /** The year lacks holidays that every notice has. Taken as it is, its other holidays would silently be working days. */
  | 'year-incomplete';
