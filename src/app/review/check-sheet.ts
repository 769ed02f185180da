import { issueTitle } from '../../cards/issue-text.ts';
import { ownersWords } from '../../cards/owner-words.ts';
import { ruleWords } from '../../cards/rule-words.ts';
import { invariant } from '../../domain/invariant.ts';
import type { Deps } from '../deps.ts';
import { planSheet } from '../plan-sheet.ts';
import { loadReview } from './load-review.ts';

/**
 * The rows of a version as they were read, beside what was understood (核对表): to be compared with the document, and to be
 * corrected and sent back.
 */
export async function checkSheet(
  deps: Pick<Deps, 'ledger' | 'tables'>,
  versionId: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const review = await loadReview(deps, versionId);
  invariant(review, 'a version that a card shows is kept');
  const { report, issues, plan } = review;
  const sheet = planSheet({
    title: plan.title,
    layout: report.layout,
    tasks: report.tasks,
    stateColumns: ['识别的单位', '识别的时限', '疑点'],
    state: (position) => {
      const task = report.tasks[position];
      const about = issues.filter(({ tasks }) => tasks.includes(position));
      return [
        task ? ownersWords(task.offices) : '',
        task ? task.rules.map(ruleWords).join('；') : '',
        about
          .map((issue) => `${issue.no} ${issueTitle(issue)}${issue.decision === null ? '' : `：${issue.decision}`}`)
          .join('；'),
      ];
    },
  });
  return { name: `${fileNameOf(plan.title)}核对表.xlsx`, bytes: await deps.tables.writePlan(sheet) };
}

/** A title as a file's name on any system. */
export function fileNameOf(title: string): string {
  return Array.from(title.replace(/[\\/:*?"<>|\s]+/g, ''))
    .slice(0, 60)
    .join('');
}
