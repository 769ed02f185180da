import type { LedgerTask } from '../../domain/ledger/plan.ts';
import type { RuleKind } from '../../domain/plan/rule.ts';
import type * as Row from '../../generated/prisma/client.ts';
import type { Queries } from './database.ts';
import { chunksOf } from './insert-rows.ts';
import { toTask } from './plan-rows.ts';

/**
 * The rows of plans in force that have a rule of one of these kinds, in the order of the plans and of their rows. The rules first:
 * an index finds them, whatever the number of plans.
 */
export async function loadTasksWithRule(
  queries: Queries,
  kinds: readonly RuleKind['kind'][],
): Promise<readonly LedgerTask[]> {
  const found = await queries.rule.findMany({
    where: { kind: { in: [...kinds] }, retiredAt: null },
    select: { taskId: true },
    distinct: 'taskId',
  });
  const tasks: (Row.Task & { readonly plan: Row.Plan; readonly rules: readonly Row.Rule[] })[] = [];
  for (const ids of chunksOf(found.map(({ taskId }) => taskId))) {
    const where = { id: { in: [...ids] }, removedAt: null, plan: { state: 'published' } };
    const rules = { where: { retiredAt: null }, orderBy: { order: 'asc' } } as const;
    tasks.push(...(await queries.task.findMany({ where, include: { plan: true, rules } })));
  }
  return tasks.toSorted((a, b) => comparePlans(a.plan, b.plan) || a.order - b.order).map(toTask);
}

function comparePlans(a: Row.Plan, b: Row.Plan): number {
  return Number(a.createdAt - b.createdAt) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
