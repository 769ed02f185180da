import type { Span } from '../calendar/month.ts';
import { compareTexts } from '../compare-texts.ts';
import { isLate, isSubmitted, type Submission } from './submission.ts';

/** Submissions of one matter whose event lies in a span, as far as they are credited to one office; split ones count in shares. */
export interface Tally {
  readonly matter: string;
  readonly officeId: string;
  /** 报送: everything that was not withdrawn. `accepted`, `returned` and what waits for review add up to it. */
  readonly submitted: number;
  /** 采用: the only ones that a quota counts. */
  readonly accepted: number;
  readonly returned: number;
  /** 迟报, among `submitted`. */
  readonly late: number;
  /** 零报告, none of the above. */
  readonly nil: number;
}

/**
 * Counts submissions by matter and office: what the store answers for a span, counted from the records. In the order of matters, then offices.
 */
export function tallySubmissions(submissions: readonly Submission[], { from, to }: Span): readonly Tally[] {
  const tallies = new Map<string, { -readonly [K in keyof Tally]: Tally[K] }>();
  for (const submission of submissions) {
    const { matter, eventOn, state, credits } = submission;
    if (eventOn < from || eventOn > to || state === 'withdrawn') continue;
    for (const officeId of credits) {
      const key = `${matter} ${officeId}`;
      const tally = tallies.get(key) ?? { matter, officeId, submitted: 0, accepted: 0, returned: 0, late: 0, nil: 0 };
      const share = 1 / credits.length;
      if (isSubmitted(submission)) tally.submitted += share;
      if (state === 'none') tally.nil += share;
      if (state === 'accepted') tally.accepted += share;
      if (state === 'returned') tally.returned += share;
      if (isSubmitted(submission) && isLate(submission)) tally.late += share;
      tallies.set(key, tally);
    }
  }
  return [...tallies.values()].toSorted(byMatterAndOffice);
}

/** As numbers are shown and compared: shares of a third add up to whole numbers again. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

export function byMatterAndOffice(a: Tally, b: Tally): number {
  return compareTexts(a.matter, b.matter) || compareTexts(a.officeId, b.officeId);
}
