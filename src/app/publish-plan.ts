import { choiceText } from '../cards/issue-text.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { Directory } from '../domain/directory/directory.ts';
import { bearOccurrences, owingOffices } from '../domain/ledger/bear-occurrences.ts';
import { asPublished, effectiveChoice } from '../domain/ledger/carry-decisions.ts';
import { comparePlans, type RowChange } from '../domain/ledger/compare-plans.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { LedgerTask, Plan, PlanVersion } from '../domain/ledger/plan.ts';
import { reviseParts, revisePlan } from '../domain/ledger/revise-plan.ts';
import { officesToDeclare } from '../domain/plan/directory-issues.ts';
import type { ImportReport } from '../domain/plan/import-report.ts';
import type { LedgerChange } from '../ports/ledger-store.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { linkPlans } from './link-plans.ts';
import { updatesOfCards } from './refresh-cards.ts';
import { changeNotices } from './review/change-notices.ts';
import { untilCommitted } from './until-committed.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

export interface Publication {
  readonly plan: Plan;
  readonly version: PlanVersion;
  /** For the audit trail: a person's id, or `command-line`. */
  readonly actor: string;
  /** For people: who took the decisions that nobody took before. */
  readonly actorName: string;
}

/**
 * Puts a version into force: the preselected reading of every undecided 疑点 is taken in the name of `actor`, rows and rules take
 * the place of the old ones, and what falls due by today is born. Offices whose rows of a plan in force change get one notice.
 */
export function publishVersion(
  deps: Needs,
  publication: Publication,
): Promise<{ readonly parts: number; readonly changes: readonly RowChange[] } | null> {
  return untilCommitted(async () => {
    const { change, changes, removed } = await workOut(deps, publication);
    const committed = await deps.ledger.commit(change);
    if (!committed.ok) return committed.error.kind === 'not-a-draft' ? null : 'stale';
    await linkPlans(deps, publication.plan, changes, removed);
    return { parts: committed.value.parts, changes };
  });
}

async function workOut(
  deps: Needs,
  { plan, version, actor, actorName }: Publication,
): Promise<{
  readonly change: LedgerChange;
  readonly changes: readonly RowChange[];
  readonly removed: readonly string[];
}> {
  const at = deps.clock.now();
  const on = civilDateOf(at);
  const issues = await deps.ledger.loadIssues(version.id);
  const report = asPublished(version.report, issues);
  await declareMissingOffices(deps, report, actor);
  const [around, before] = await Promise.all([loadAround(deps), deps.ledger.loadTasks(plan.id)]);
  const changes = comparePlans(before, report.tasks);
  const { nextId } = around;
  // A plan that was withdrawn has a history too.
  const inForce = plan.state !== 'draft';
  const effectiveOn = inForce ? on : null;
  const revision = revisePlan({ planId: plan.id, before, after: report.tasks, changes, effectiveOn, nextId });
  const tasks = inForce ? revision.tasks.filter(({ id }) => revision.touched.has(id)) : revision.tasks;
  const born = bearOccurrences({ ...around, plan, tasks, today: on });
  const parts = inForce
    ? await deps.ledger.findParts({ planId: plan.id, publishedOnly: false, withReplies: false })
    : [];
  const excused = inForce
    ? await deps.ledger.findParts({ planId: plan.id, publishedOnly: false, states: ['excused'] })
    : [];
  const owes = owingIn(revision.tasks, around.directory, excused);
  const revised = reviseParts({ revision, parts, born, owes });
  const change: LedgerChange = {
    at,
    planState: { planId: plan.id, state: 'published' },
    versionState: { versionId: version.id, state: 'applied' },
    rows: { planId: plan.id, ...revision },
    cancelledParts: revised.cancelled.map((part) => ({ id: part.id, expectedVersion: part.version })),
    occurrences: inForce ? revised.occurrences : born,
    completeParts: inForce,
    issueDecisions: issues
      .filter(({ decidedBy }) => decidedBy === null)
      .map((issue) => ({ issue, choice: effectiveChoice(issue) }))
      .map(({ issue, choice }) => ({
        id: issue.id,
        choice,
        decision: choiceText(issue, choice),
        decidedBy: actorName,
      })),
    messages: inForce
      ? [
          ...changeNotices({ ...around, plan, before, after: revision.tasks, changes, version, at }),
          ...(await updatesOfCards(deps, { parts: revised.cancelled, mark: version.id, at })),
        ]
      : [],
    audit: [
      {
        actor,
        action: inForce ? 'plan.revised' : 'plan.published',
        subject: { type: 'plan', id: plan.id },
        detail: { title: plan.title, version: version.number },
      },
    ],
  };
  return { change, changes, removed: revision.removedTaskIds };
}

/**
 * Whether the office of a part still owes it: by the row; because the event decides whose it is (文件起草处室); or because an office
 * that owes the row has handed it over.
 */
function owingIn(
  tasks: readonly LedgerTask[],
  directory: Directory,
  excused: readonly Part[],
): (part: Part) => boolean {
  const byTask = new Map(
    tasks.map((task) => [task.id, new Set(owingOffices(task, directory).map(({ officeId }) => officeId))]),
  );
  const dynamic = new Set(tasks.flatMap(({ id, offices }) => (offices.some(isDecidedByEvent) ? [id] : [])));
  const handedOver = new Set(
    excused.flatMap(({ occurrenceId, taskId, officeId, acts }) =>
      byTask.get(taskId)?.has(officeId) ? acts.map((act) => `${occurrenceId} ${act.officeId}`) : [],
    ),
  );
  return ({ taskId, officeId, occurrenceId, rule }) =>
    (byTask.get(taskId)?.has(officeId) ?? false) ||
    (rule.kind === 'within' && dynamic.has(taskId)) ||
    handedOver.has(`${occurrenceId} ${officeId}`);
}

function isDecidedByEvent({ fanOut }: LedgerTask['offices'][number]): boolean {
  return fanOut === 'event';
}

/** Offices that the plan names and nobody has declared get a place in the directory, so that their rows are in the ledger. */
async function declareMissingOffices(
  deps: Pick<Deps, 'directory'>,
  report: ImportReport,
  actor: string,
): Promise<void> {
  const missing = officesToDeclare(report, await deps.directory.load());
  if (missing.length === 0) return;
  await deps.directory.save(
    missing.map((name) => ({ name, aliases: [], rosters: [], people: [] })),
    [{ actor, action: 'offices.declared', subject: { type: 'directory', id: 'offices' }, detail: { names: missing } }],
  );
}

async function loadAround(deps: Needs) {
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  return { directory, calendar, nextId: (kind: string) => deps.ids.next(kind) };
}
