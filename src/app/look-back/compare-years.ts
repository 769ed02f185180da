import type { LedgerTask, Plan } from '../../domain/ledger/plan.ts';
import { turnYear, type YearTurn } from '../../domain/look-back/year-turn.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';

export type CompareYearsRefusal =
  | { readonly kind: 'unknown-plan'; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'not-later'; readonly from: Plan; readonly to: Plan };

/**
 * How a new year's plan, in force or still a draft, goes on from last year's (沿用, 未列入, 新增). Offices, people, calendars and
 * schedules belong to no year and go on by themselves; only the rows of plans have to be looked at.
 */
export async function compareYears(
  deps: Pick<Deps, 'ledger'>,
  request: { readonly from: string; readonly to: string },
): Promise<
  Outcome<{ readonly from: Plan; readonly to: Plan; readonly turn: YearTurn<LedgerTask> }, CompareYearsRefusal>
> {
  const plans = await deps.ledger.listPlans();
  const known = plans.map(({ id }) => id);
  const from = plans.find(({ id }) => id === request.from);
  if (!from) return refused({ kind: 'unknown-plan', id: request.from, known });
  const to = plans.find(({ id }) => id === request.to);
  if (!to) return refused({ kind: 'unknown-plan', id: request.to, known });
  if (to.year <= from.year) return refused({ kind: 'not-later', from, to });
  const [before, after] = await Promise.all([deps.ledger.loadTasks(from.id), deps.ledger.loadTasks(to.id)]);
  return ok({ from, to, turn: turnYear(before, after) });
}
