import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { invariant } from '../domain/invariant.ts';
import { bearOccurrences } from '../domain/ledger/bear-occurrences.ts';
import type { Plan } from '../domain/ledger/plan.ts';
import { type Deps, loadCalendar } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings'>;

/**
 * Puts a plan into force: the preselected reading of every undecided 疑点 is taken in the name of `actor`, and what falls due by
 * today is born.
 */
export async function publishPlan(deps: Needs, plan: Plan, actor: string): Promise<{ readonly parts: number }> {
  const at = deps.clock.now();
  const [around, tasks, issues] = await Promise.all([
    loadAround(deps),
    deps.ledger.loadTasks(plan.id),
    deps.ledger.loadIssues(plan.id),
  ]);
  const committed = await deps.ledger.commit({
    at,
    planState: { planId: plan.id, state: 'published' },
    occurrences: bearOccurrences({ ...around, plan, tasks, today: civilDateOf(at) }),
    issueDecisions: issues
      .filter(({ decision }) => decision === null)
      .map(({ id, suggestion }) => ({ id, decision: suggestion ?? '按原文保留', decidedBy: actor })),
    audit: [{ actor, action: 'plan.published', subject: { type: 'plan', id: plan.id }, detail: { title: plan.title } }],
  });
  invariant(committed.ok, 'publishing changes no part that could be stale');
  return { parts: committed.value.parts };
}

/** Adds to every plan in force what has begun since yesterday: the new month's, quarter's and year's occurrences. */
export async function bearDueOccurrences(deps: Needs): Promise<{ readonly parts: number }> {
  const at = deps.clock.now();
  const [around, plans] = await Promise.all([loadAround(deps), deps.ledger.listPlans()]);
  let parts = 0;
  for (const plan of plans.filter(({ state }) => state === 'published')) {
    const tasks = await deps.ledger.loadTasks(plan.id);
    const occurrences = bearOccurrences({ ...around, plan, tasks, today: civilDateOf(at) });
    const committed = await deps.ledger.commit({ at, occurrences, audit: [] });
    invariant(committed.ok, 'a birth changes no part that could be stale');
    parts += committed.value.parts;
  }
  return { parts };
}

async function loadAround(deps: Needs) {
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  return { directory, calendar, nextId: (kind: string) => deps.ids.next(kind) };
}
