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
  /** Falls due once a period. `due` is `MM-DD` for yearly dates, else null; `assumed` where the plan does not say the cadence (定期). */
  | { readonly kind: 'every'; readonly period: Period; readonly due: string | null; readonly assumed: boolean }
  /** A clock that starts with an event; `before` counts backwards from it. The event's own day is not counted. */
  | {
      readonly kind: 'within';
      readonly event: string;
      readonly n: number;
      readonly unit: 'working_day' | 'day' | 'hour';
      readonly before: boolean;
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
