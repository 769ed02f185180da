import type { Instant } from '../calendar/civil-date.ts';

/** `draft` waits for approval, `posted` was approved and queued for the group, `dropped` was refused or replaced by a newer draft. */
export type SummaryState = 'draft' | 'posted' | 'dropped';

/** A month's summary for the leadership group, frozen when it was drafted: what was approved is what is posted. */
export interface MonthlySummary {
  readonly id: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** 更正 of a summary that was posted before. */
  readonly isCorrection: boolean;
  readonly state: SummaryState;
  /** The numbers by name, as `digest monthly --json` prints them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** The card, as it is posted. */
  readonly card: Readonly<Record<string, unknown>>;
  readonly draftedAt: Instant;
  readonly decidedAt: Instant | null;
  /** Who approved or refused it. */
  readonly decidedBy: string | null;
  /** Why it was refused; empty elsewhere. */
  readonly reason: string;
}
