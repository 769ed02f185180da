import { groupBy } from '../group-by.ts';
import type { SubmissionReturnReason } from '../quotas/return-reason.ts';
import { isLate, isSubmitted, type Submission } from '../quotas/submission.ts';

/** What went wrong with a month's submissions of one matter, each submission counted once however many offices it is credited to. */
export interface MonthProblems {
  /** 退回 as things stand, by the coded reason, the most frequent first; one submission may have several. */
  readonly returned: {
    readonly count: number;
    readonly reasons: readonly { readonly reason: SubmissionReturnReason; readonly count: number }[];
  };
  /** 迟报, whatever became of them. */
  readonly late: number;
  /** 待审核 */
  readonly waiting: number;
}

/** @param submissions of the month and the matter, in any order */
export function monthProblems(submissions: readonly Submission[]): MonthProblems {
  const counted = submissions.filter(isSubmitted);
  const returned = counted.filter(({ state }) => state === 'returned');
  const codes = returned.flatMap(reasonsOf);
  const reasons = [...groupBy(codes, (code) => code)].map(([reason, own]) => ({ reason, count: own.length }));
  return {
    returned: { count: returned.length, reasons: reasons.toSorted((a, b) => b.count - a.count) },
    late: counted.filter(isLate).length,
    waiting: counted.filter(({ state }) => state === 'submitted').length,
  };
}

function reasonsOf({ acts }: Submission): readonly SubmissionReturnReason[] {
  return acts.findLast(({ kind }) => kind === 'return')?.reasons ?? [];
}
