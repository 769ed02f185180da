import { yearLookedBackAt } from '../cards/look-back/look-back-text.ts';
import { upstreamChangedText } from '../cards/review/review-text.ts';
import type { NewMessage } from '../domain/delivery/message.ts';
import type { RowChange } from '../domain/ledger/compare-plans.ts';
import { findLineage } from '../domain/ledger/lineage.ts';
import type { LedgerTask, Plan } from '../domain/ledger/plan.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

/**
 * Links the rows of a plan that has just gone into force to those of the superior's plan of the year (上级任务), from either side.
 * Where rows above have changed, the rows below are marked and whoever runs the plans is told once.
 */
export async function linkPlans(
  deps: Needs,
  plan: Plan,
  changes: readonly RowChange[],
  removed: readonly string[],
): Promise<void> {
  // What is left of the year before (整改) neither carries out a superior's rows nor is one.
  if (yearLookedBackAt(plan) !== undefined) return;
  const plans = (await deps.ledger.listPlans()).filter(
    (each) =>
      each.year === plan.year &&
      (each.state === 'published' || each.id === plan.id) &&
      yearLookedBackAt(each) === undefined,
  );
  if (plans.length < 2) return;
  const withTasks = await Promise.all(
    plans.map(async (each) => ({ plan: each, tasks: await deps.ledger.loadTasks(each.id) })),
  );
  const links = findLineage(withTasks);
  const tasks = withTasks.flatMap((each) => each.tasks);
  const known = new Map(tasks.map((task) => [task.id, task.upstream?.taskId ?? null]));
  const own = withTasks.find((each) => each.plan.id === plan.id)?.tasks ?? [];
  const touched = new Set(changes.flatMap((change) => (change.kind === 'changed' ? [own[change.after]?.id] : [])));
  // What is linked only now was not there to be changed.
  for (const id of removed) touched.add(id);
  const below = new Set(tasks.flatMap(({ id, upstream }) => (upstream && touched.has(upstream.taskId) ? [id] : [])));
  const at = deps.clock.now();
  await deps.ledger.commit({
    at,
    lineage: links.filter(({ taskId, upstreamId }) => known.get(taskId) !== upstreamId),
    upstreamChanged: [...below],
    messages: await noticesAbout(
      deps,
      plan,
      tasks.filter(({ id }) => below.has(id)),
    ),
    audit: [],
  });
}

async function noticesAbout(deps: Needs, plan: Plan, rows: readonly LedgerTask[]): Promise<readonly NewMessage[]> {
  if (rows.length === 0) return [];
  const at = deps.clock.now();
  const { people, posts } = await deps.directory.load();
  const governing = new Set(posts.filter(({ role }) => role === 'governing').map(({ personId }) => personId));
  const text = upstreamChangedText(plan.title, rows);
  return people.flatMap(({ id, openId, active }): readonly NewMessage[] => {
    if (!active || openId === null || !governing.has(id)) return [];
    return [
      {
        id: deps.ids.next('message'),
        key: `upstream-changed:${plan.id}:${id}:${at}`,
        to: { type: 'person', personId: id, openId },
        purpose: 'plan-notice',
        body: { type: 'text', text },
        dueAt: at,
      },
    ];
  });
}
