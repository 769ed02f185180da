import type { CivilDate } from '../calendar/civil-date.ts';

/** A span that repeats. */
export type Period = 'week' | 'month' | 'quarter' | 'half_year' | 'year';

/**
 * One obligation of a row, as a phrase of the plan states it. The shapes are those of the command line's JSON, a promise to
 * people who script against it.
 */
export type Rule = RulePhrase & RuleKind;

export interface RulePhrase {
  /** The words of the document, as printed. */
  readonly phrase: string;
  readonly place: 'deadline-cell' | 'text' | 'bracket';
}

export type RuleKind =
  /** A date, inclusive: it ends at 24:00 in Asia/Shanghai. `soft` (力争) reminds but never counts as late. */
  | { readonly kind: 'by'; readonly on: CivilDate; readonly soft: boolean }
  /**
   * Falls due once a period; `assumed` where the plan does not say the cadence (定期). `due` is null where the plan names no
   * day, `DD` or `end` in a month, `MM-DD` or `MM-end` in a quarter, half-year or year (MM counts from the period's first
   * month, so it is the calendar month of a year), `1` Monday … `7` Sunday in a week.
   */
  | { readonly kind: 'every'; readonly period: Period; readonly due: string | null; readonly assumed: boolean }
  /**
   * A clock that starts with an event; `before` counts backwards from it. The event's own day is not counted. `n` 0 is, with
   * `before`, any time before the event (应在决策前), without it the event's own day (同步). Weeks are read as 7 days, months as
   * 30, half a year as 180, years as 365. `event` is empty where the plan does not say what starts the clock.
   */
  | {
      readonly kind: 'within';
      readonly event: string;
      readonly n: number;
      readonly unit: 'working_day' | 'day' | 'hour';
      readonly before: boolean;
      /** Of what has to come with the document (三同步), which of it; only of what an event has borne. */
      readonly deliverable?: string;
    }
  /** Never ends and is never late; asked once a cadence whether anything moves. */
  | { readonly kind: 'standing'; readonly cadence: 'month' | 'quarter' | 'year' }
  /** A date that somebody else will set, or a document that has to appear first. */
  | { readonly kind: 'awaiting'; readonly issuer: string | null; readonly document: string | null }
  /** In force from a date. */
  | { readonly kind: 'from'; readonly on: CivilDate }
  /** A number of things per period. */
  | {
      readonly kind: 'quota';
      readonly count: number;
      readonly per: Period;
      readonly of: string;
      readonly scope: 'each-office' | 'whole-plan';
      readonly atLeast: boolean;
    }
  /** A share, per cent. */
  | { readonly kind: 'rate'; readonly min: number; readonly of: string };
