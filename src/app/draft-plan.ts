import { carriedDecisions, type EarlierReview, withCarried } from '../domain/ledger/carry-decisions.ts';
import { comparePlans, type RowChange } from '../domain/ledger/compare-plans.ts';
import type { LedgerIssue, LedgerTask, Plan, PlanVersion } from '../domain/ledger/plan.ts';
import { revisePlan } from '../domain/ledger/revise-plan.ts';
import { samePlanTitle } from '../domain/ledger/same-plan.ts';
import type { ImportReport } from '../domain/plan/import-report.ts';
import type { Deps } from './deps.ts';
import type { PlanFile } from './read-plan-file.ts';
import { reviewUpdates } from './review/review-updates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

/** A document that shares more of its rows with a plan is a version of it. */
const MOST_ROWS = 0.6;

export interface Draft {
  readonly plan: Plan;
  readonly version: PlanVersion;
  /** False where the plan has this very file already. */
  readonly isNew: boolean;
  /** Null for a plan that is new to the ledger. */
  readonly changes: readonly RowChange[] | null;
}

/**
 * Keeps what was read as a draft version: of a new plan, or of the plan of that title and year. Decisions that were taken about
 * the same 疑点 of the version before hold again. An older draft of the plan is discarded.
 */
export async function draftPlan(
  deps: Needs,
  read: {
    readonly report: ImportReport;
    readonly year: number;
    readonly file: PlanFile;
    readonly ownerOfficeId: string | null;
    readonly actor: string;
  },
): Promise<Draft> {
  const sourceHash = await sha256(read.file.bytes);
  const known = await findSamePlan(deps, read.report, read.file.name, read.year);
  if (
    known &&
    known.plan.state !== 'withdrawn' &&
    known.latest.sourceHash === sourceHash &&
    sameReading(known.latest.report, read.report)
  ) {
    return { plan: known.plan, version: known.latest, isNew: false, changes: [] };
  }
  const plan = known?.plan ?? newPlan(deps, read);
  const versions = known ? await deps.ledger.listVersions(plan.id) : [];
  const at = deps.clock.now();
  const version: PlanVersion = {
    id: deps.ids.next('version'),
    planId: plan.id,
    number: (versions.at(-1)?.number ?? 0) + 1,
    sourceName: read.file.name,
    sourceHash,
    report: read.report,
    createdAt: at,
    state: 'draft',
  };
  const before = known ? await deps.ledger.loadTasks(plan.id) : [];
  const earlier = known ? { version: known.latest, issues: await deps.ledger.loadIssues(known.latest.id) } : null;
  const { tasks } = withCarried(read.report, earlier);
  const changes = comparePlans(before, tasks);
  await deps.ledger.saveDraft({
    plan: known ? null : plan,
    version,
    issues: issuesOf(deps, version, earlier),
    tasks: known ? [] : revisionOf(deps, plan.id, [], tasks).tasks,
    audit: [
      {
        actor: read.actor,
        action: 'plan.imported',
        subject: { type: 'plan', id: plan.id },
        detail: { file: read.file.name, version: version.number, tasks: read.report.tasks.length },
      },
    ],
  });
  for (const older of versions.filter(({ state }) => state === 'draft')) {
    // The cards about the older draft say that a newer one has taken its place.
    const messages = await reviewUpdates(deps, { versionId: older.id, except: null, at, mark: version.id });
    await deps.ledger.commit({ at, versionState: { versionId: older.id, state: 'discarded' }, messages, audit: [] });
  }
  if (known && plan.state === 'draft') await redrawDraft(deps, plan, tasks);
  return { plan, version, isNew: true, changes: known ? changes : null };
}

/** Brings the rows of a plan that is not in force yet to what is decided by now. */
export async function redrawDraft(
  deps: Pick<Needs, 'clock' | 'ids' | 'ledger'>,
  plan: Plan,
  tasks: ImportReport['tasks'],
): Promise<void> {
  const revision = revisionOf(deps, plan.id, await deps.ledger.loadTasks(plan.id), tasks);
  await deps.ledger.commit({ at: deps.clock.now(), rows: { planId: plan.id, ...revision }, audit: [] });
}

/**
 * The plan that a document is a version of: the same year, and the same title but for 修订稿 and the like. A document without a
 * title is a version of the plan that has most of its rows.
 */
export async function findSamePlan(
  deps: Pick<Deps, 'ledger'>,
  report: ImportReport,
  fileName: string,
  year: number,
): Promise<{ readonly plan: Plan; readonly latest: PlanVersion } | undefined> {
  const plans = (await deps.ledger.listPlans()).filter((plan) => plan.year === year);
  const title = titleOf(report, fileName, year);
  const named = plans.findLast((plan) => samePlanTitle(plan.title, title));
  if (named || report.plan.title !== null) return named && deps.ledger.findPlanByTitle(named.title, year);
  for (const plan of plans.toReversed()) {
    const changes = comparePlans(await deps.ledger.loadTasks(plan.id), report.tasks);
    const goOn = changes.filter(({ kind }) => kind === 'unchanged' || kind === 'changed').length;
    if (goOn > report.tasks.length * MOST_ROWS) return deps.ledger.findPlanByTitle(plan.title, year);
  }
  return undefined;
}

/** A document without a title is called by its file, with the year that it is about. */
export function titleOf(report: ImportReport, fileName: string, year: number): string {
  const name = fileName.replace(/\.[^.]{1,5}$/, '');
  return report.plan.title ?? (name.includes(String(year)) ? name : `${name}（${year}年）`);
}

function newPlan(deps: Needs, read: Parameters<typeof draftPlan>[1]): Plan {
  const { issuedOn, issuer } = read.report.plan;
  return {
    id: deps.ids.next('plan'),
    title: titleOf(read.report, read.file.name, read.year),
    year: read.year,
    issuedOn,
    issuer,
    ownerOfficeId: read.ownerOfficeId,
    state: 'draft',
    createdAt: deps.clock.now(),
  };
}

function revisionOf(
  deps: Pick<Needs, 'ids'>,
  planId: string,
  before: readonly LedgerTask[],
  tasks: ImportReport['tasks'],
) {
  return revisePlan({
    planId,
    before,
    after: tasks,
    changes: comparePlans(before, tasks),
    effectiveOn: null,
    nextId: (kind) => deps.ids.next(kind),
  });
}

function issuesOf(deps: Needs, version: PlanVersion, earlier: EarlierReview | null): readonly LedgerIssue[] {
  const carried = carriedDecisions(earlier, version.report);
  return version.report.issues.map((issue): LedgerIssue => {
    const { choice, decision, decidedBy } = carried.get(issue) ?? { choice: null, decision: null, decidedBy: null };
    return {
      ...issue,
      id: deps.ids.next('issue'),
      planId: version.planId,
      versionId: version.id,
      choice,
      decision,
      decidedBy,
    };
  });
}

/** The same bytes read with another `--year` are another reading. */
function sameReading(a: ImportReport, b: ImportReport): boolean {
  return a.plan.year === b.plan.year && a.plan.issuedOn === b.plan.issuedOn;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
