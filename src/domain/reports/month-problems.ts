import { civilDateOf } from '../calendar/civil-date.ts';
import { groupBy } from '../group-by.ts';
import type { Submission } from '../quotas/submission.ts';

/** What went wrong with a month's submissions of one matter, each submission counted once however many offices it is credited to. */
export interface MonthProblems {
  /** 退回 as things stand, by the coded reason, the most frequent first; one submission may have several. */
  readonly returned: {
    readonly count: number;
    readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  };
  /** 迟报, whatever became of them. */
  readonly late: number;
  /** 待审核 */
  readonly waiting: number;
}

/** @param submissions of the month and the matter, in any order */
export function monthProblems(submissions: readonly Submission[]): MonthProblems {
  const counted = submissions.filter(({ state }) => state !== 'withdrawn' && state !== 'none');
  const returned = counted.filter(({ state }) => state === 'returned');
  const codes = returned.flatMap(reasonsOf);
  const reasons = [...groupBy(codes, (code) => code)].map(([reason, own]) => ({ reason, count: own.length }));
  return {
    returned: { count: returned.length, reasons: reasons.toSorted((a, b) => b.count - a.count) },
    late: counted.filter(({ submittedAt, promptBy }) => civilDateOf(submittedAt) > promptBy).length,
    waiting: counted.filter(({ state }) => state === 'submitted').length,
  };
}

/** As the form of 退回 writes them: `重复报送；链接打不开：见11月3日一条`; what is chosen as 其他 has the sentence alone. */
const CODED = /^(?:重复报送|不属于.+|内容不实|链接打不开)$/;
const OTHER = '其他';

function reasonsOf({ acts }: Submission): readonly string[] {
  const reason = acts.findLast(({ kind }) => kind === 'return')?.reason ?? '';
  const codes = (reason.split('：')[0] ?? '').split('；').map((code) => code.trim());
  const known = codes.filter((code) => CODED.test(code));
  return known.length === 0 ? [OTHER] : known;
}
