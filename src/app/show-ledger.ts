import { civilDateOf, formatInstant } from '../domain/calendar/civil-date.ts';
import { findOffice } from '../domain/directory/find-office.ts';
import { groupBy } from '../domain/group-by.ts';
import { activityLight, timeLight } from '../domain/ledger/lights.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { LedgerTask } from '../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { type Deps, loadCalendar } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'settings'>;

export interface LedgerView {
  /** ISO 8601, Asia/Shanghai. */
  readonly at: string;
  readonly tasks: readonly { readonly task: LedgerTask; readonly parts: readonly LedgerPart[] }[];
}

export interface LedgerPart extends Part {
  readonly timeLight: ReturnType<typeof timeLight>;
  readonly activityLight: ReturnType<typeof activityLight>;
}

export type ShowRefusal =
  | { readonly kind: 'unknown-plan'; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-office'; readonly name: string };

/** The ledger of every plan, or of one; with `office` only the rows in which that office owes something. */
export async function showLedger(
  deps: Needs,
  filter: { readonly planId: string | null; readonly office: string | null },
): Promise<Outcome<LedgerView, ShowRefusal>> {
  const at = deps.clock.now();
  const today = civilDateOf(at);
  const [plans, directory, calendar] = await Promise.all([
    deps.ledger.listPlans(),
    deps.directory.load(),
    loadCalendar(deps),
  ]);
  const chosen = filter.planId === null ? plans : plans.filter(({ id }) => id === filter.planId);
  if (filter.planId !== null && chosen.length === 0) {
    return refused({ kind: 'unknown-plan', id: filter.planId, known: plans.map(({ id }) => id) });
  }
  const office = filter.office === null ? null : findOffice(directory, filter.office);
  if (office && office.kind !== 'found') return refused({ kind: 'unknown-office', name: filter.office ?? '' });

  const tasks: LedgerView['tasks'][number][] = [];
  for (const plan of chosen) {
    const [rows, parts] = await Promise.all([
      deps.ledger.loadTasks(plan.id),
      deps.ledger.findParts({
        planId: plan.id,
        publishedOnly: false,
        withCancelled: true,
        ...(office ? { officeIds: [office.office.id] } : {}),
      }),
    ]);
    const byTask = groupBy(parts, ({ taskId }) => taskId);
    for (const task of rows) {
      const own = byTask.get(task.id) ?? [];
      if (office && own.length === 0) continue;
      tasks.push({
        task,
        parts: own.map((part) => ({
          ...part,
          timeLight: part.cancelled ? 'grey' : timeLight(part, today, calendar),
          activityLight: part.cancelled ? 'grey' : activityLight(part, today),
        })),
      });
    }
  }
  return ok({ at: formatInstant(at), tasks });
}
