import type { Directory, Office } from '../../domain/directory/directory.ts';
import { owingOffices } from '../../domain/ledger/bear-occurrences.ts';
import { asPublished, withCarried } from '../../domain/ledger/carry-decisions.ts';
import { comparePlans, type RowChange } from '../../domain/ledger/compare-plans.ts';
import type { Confirmation, LedgerIssue, LedgerTask, Plan, PlanVersion } from '../../domain/ledger/plan.ts';
import type { ImportReport } from '../../domain/plan/import-report.ts';
import type { Deps } from '../deps.ts';
import { findSamePlan } from '../draft-plan.ts';

/** A version of a plan with all that has been decided and answered about it. */
export interface Review {
  readonly plan: Plan;
  readonly version: PlanVersion;
  readonly issues: readonly LedgerIssue[];
  /** What would be published now: what was read with the decisions in it, and the preselected readings elsewhere. */
  readonly report: ImportReport;
  /** The rows in force and how the version differs; null for a plan that was never in force. */
  readonly revision: { readonly before: readonly LedgerTask[]; readonly changes: readonly RowChange[] } | null;
  readonly confirmations: readonly Confirmation[];
}

export async function loadReview(deps: Pick<Deps, 'ledger'>, versionId: string): Promise<Review | undefined> {
  const version = await deps.ledger.findVersion(versionId);
  const plan = version && (await deps.ledger.findPlan(version.planId));
  if (!version || !plan) return undefined;
  const [issues, confirmations, before] = await Promise.all([
    deps.ledger.loadIssues(versionId),
    deps.ledger.loadConfirmations(versionId),
    deps.ledger.loadTasks(plan.id),
  ]);
  const report = asPublished(version.report, issues);
  const isRevision = version.state === 'draft' && plan.state !== 'draft';
  return {
    plan,
    version,
    issues,
    report,
    revision: isRevision ? { before, changes: comparePlans(before, report.tasks) } : null,
    confirmations,
  };
}

/** How a reading differs from the plan of its title and year in the ledger, if there is one. */
export async function changesOf(
  deps: Pick<Deps, 'ledger'>,
  report: ImportReport,
  fileName: string,
): Promise<{ readonly planId: string | null; readonly changes: readonly RowChange[] | null }> {
  const { year } = report.plan;
  const known = year === null ? undefined : await findSamePlan(deps, report, fileName, year);
  if (!known) return { planId: null, changes: null };
  const [before, earlier] = await Promise.all([
    deps.ledger.loadTasks(known.plan.id),
    deps.ledger.loadIssues(known.latest.id),
  ]);
  return {
    planId: known.plan.id,
    changes: comparePlans(before, withCarried(report, { version: known.latest, issues: earlier }).tasks),
  };
}

/** The offices that owe rows of a reading, in the directory's order, with the positions of their rows. */
export function officesWithRows(
  report: Pick<ImportReport, 'tasks'>,
  directory: Directory,
): readonly { readonly office: Office; readonly rows: readonly number[] }[] {
  const rowsOf = new Map<string, number[]>();
  report.tasks.forEach((task, at) => {
    for (const { officeId } of owingOffices(task, directory)) {
      const rows = rowsOf.get(officeId);
      if (rows) rows.push(at);
      else rowsOf.set(officeId, [at]);
    }
  });
  return directory.offices.flatMap((office) => {
    const rows = rowsOf.get(office.id);
    return rows ? [{ office, rows }] : [];
  });
}

/** 疑点 that contradict each other and that nobody has decided: the plan cannot go into force. */
export function blockingIssues(issues: readonly LedgerIssue[]): readonly LedgerIssue[] {
  return issues.filter((issue) => issue.blocking && issue.decidedBy === null);
}
