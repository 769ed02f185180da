import { type IssueChoice, preselected, withDecisions } from '../plan/decide-issue.ts';
import type { DraftIssue, ImportReport } from '../plan/import-report.ts';
import { plainKey } from '../plan/similar-texts.ts';
import type { LedgerIssue, PlanVersion } from './plan.ts';

type Decision = Pick<LedgerIssue, 'choice' | 'decision' | 'decidedBy'>;

/** An earlier version with what was decided about it. */
export interface EarlierReview {
  readonly version: Pick<PlanVersion, 'report'>;
  readonly issues: readonly LedgerIssue[];
}

/** What was decided about the same question with the same phrases about the same rows in an earlier version: nobody is asked again. */
export function carriedDecisions(
  earlier: EarlierReview | null,
  report: ImportReport,
): ReadonlyMap<DraftIssue, Decision> {
  const decided = (earlier?.issues ?? []).filter(({ decidedBy }) => decidedBy !== null);
  const before = earlier?.version.report;
  const answered = new Map(before ? decided.map((issue) => [keyOf(issue, before), issue]) : []);
  return new Map(
    report.issues.flatMap((issue) => {
      const known = answered.get(keyOf(issue, report));
      return known ? [[issue, known] as const] : [];
    }),
  );
}

/** What holds about a 疑点: what was chosen, what was decided without a choice of words, or the preselected reading. */
export function effectiveChoice(
  issue: Pick<LedgerIssue, 'kind' | 'phrases' | 'suggestion' | 'choice' | 'decidedBy'>,
): IssueChoice {
  if (issue.choice) return issue.choice;
  return issue.decidedBy === null ? preselected(issue) : { kind: 'keep' };
}

/** A reading as it would be published now. */
export function asPublished(report: ImportReport, issues: readonly LedgerIssue[]): ImportReport {
  return withDecisions(
    report,
    issues.map((issue) => ({ issue, choice: effectiveChoice(issue) })),
  );
}

/** A reading with the earlier decisions in it, and the preselected readings elsewhere. */
export function withCarried(report: ImportReport, earlier: EarlierReview | null): ImportReport {
  const carried = carriedDecisions(earlier, report);
  return withDecisions(
    report,
    report.issues.map((issue) => {
      const { choice, decidedBy } = carried.get(issue) ?? { choice: null, decidedBy: null };
      return { issue, choice: effectiveChoice({ ...issue, choice, decidedBy }) };
    }),
  );
}

function keyOf({ kind, phrases, tasks }: DraftIssue, report: ImportReport): string {
  const rows = tasks.map((at) => plainKey(report.tasks[at]?.text ?? ''));
  return JSON.stringify([kind, phrases.map(({ text }) => text), rows]);
}
