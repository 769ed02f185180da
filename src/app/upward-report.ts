import { yearLookedBackAt } from '../cards/look-back/look-back-text.ts';
import {
  UPWARD_COLUMNS,
  type UpwardRow,
  upwardCells,
  upwardCounts,
  upwardDefinition,
  upwardTitle,
} from '../cards/upward-text.ts';
import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import { groupBy } from '../domain/group-by.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { LedgerTask } from '../domain/ledger/plan.ts';
import { standingOfRows } from '../domain/look-back/row-standing.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { isClosed, isDropped } from '../domain/reminders/urgency.ts';
import type { PlanSheet } from '../ports/table-file.ts';
import type { Deps } from './deps.ts';

export interface UpwardReport {
  readonly title: string;
  readonly columns: readonly string[];
  /** One text a column, in the order of the superior's plan. */
  readonly rows: readonly (readonly string[])[];
  /** How many rows stand where, and what that means. */
  readonly summary: readonly string[];
}

export type UpwardRefusal = {
  readonly kind: 'unknown-plan';
  readonly id: string;
  readonly known: readonly string[];
};

/**
 * What the bureau reports upwards: every row of the superior's plan in its order, and from the bureau's linked rows (上级任务) who
 * carries it out, where that stands, when it was closed, what was said last. Nobody is named.
 *
 * @param planId the superior's plan
 */
export async function makeUpwardReport(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  planId: string,
): Promise<Outcome<UpwardReport, UpwardRefusal>> {
  const at = deps.clock.now();
  const today = civilDateOf(at);
  const plans = await deps.ledger.listPlans();
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) return refused({ kind: 'unknown-plan', id: planId, known: plans.map(({ id }) => id) });
  const above = await deps.ledger.loadTasks(planId);
  // 整改 of last year's rows is no answer to this year's plan.
  const own = plans.filter(
    (each) =>
      each.id !== planId && each.year === plan.year && each.state !== 'draft' && yearLookedBackAt(each) === undefined,
  );
  const below: LedgerTask[] = [];
  for (const { id } of own) below.push(...(await deps.ledger.loadTasks(id)));
  const linked = groupBy(
    below.filter(({ upstream }) => upstream),
    ({ upstream }) => upstream?.taskId,
  );
  const taskIds = above.flatMap(({ id }) => (linked.get(id) ?? []).map((task) => task.id));
  const parts = taskIds.length === 0 ? [] : await deps.ledger.findParts({ taskIds, publishedOnly: false });
  const partsOf = groupBy(parts, ({ taskId }) => taskId);
  const rows = above.map((task): UpwardRow => {
    const tasks = linked.get(task.id) ?? [];
    const ownParts = tasks.flatMap(({ id }) => partsOf.get(id) ?? []);
    return { no: task.no, text: task.text, ...upwardState(tasks, ownParts, { year: plan.year, today }) };
  });
  return ok({
    title: upwardTitle(plan.title),
    columns: UPWARD_COLUMNS,
    rows: rows.map((row) => upwardCells(row, today)),
    summary: [upwardCounts(rows), upwardDefinition(at)],
  });
}

/** The report as a file, `.xlsx` or `.csv` by its name. */
export async function writeUpwardReport(
  deps: Pick<Deps, 'tables'>,
  name: string,
  { title, columns, rows, summary }: UpwardReport,
): Promise<Uint8Array> {
  if (/\.csv$/i.test(name)) return deps.tables.write(name, [columns, ...rows, ...summary.map((line) => [line])]);
  const sheet: PlanSheet = {
    title,
    columns: columns.map((header) => ({ title: header, isState: false })),
    rows: [
      ...rows.map((cells) => ({ kind: 'cells' as const, cells: cells.map((text) => ({ text, rowSpan: 1 })) })),
      ...summary.map((text) => ({ kind: 'section' as const, text })),
    ],
  };
  return deps.tables.writePlan(sheet);
}

function upwardState(
  tasks: readonly LedgerTask[],
  parts: readonly Part[],
  when: { readonly year: number; readonly today: CivilDate },
): Omit<UpwardRow, 'no' | 'text'> {
  const rules = tasks.flatMap((task) => task.rules);
  const counted = parts.filter((part) => !isDropped(part));
  const standing = standingOfRows(tasks.length === 0 ? null : rules, counted, when);
  const replies = counted.flatMap((part) => part.replies).filter(({ undoneAt }) => undoneAt === null);
  const newest = replies.toSorted((a, b) => b.at - a.at);
  const latest = newest.find(({ note }) => note !== '');
  return {
    standing,
    offices: [...groupBy(counted, ({ officeName }) => officeName)].map(([name, own]) => ({
      name,
      standing: standingOfRows(rules, own, when),
      parts: own.length,
      closed: own.filter(isClosed).length,
    })),
    closedOn: standing === 'done' ? lastOf(counted.flatMap(({ closedOn }) => closedOn ?? [])) : null,
    latest: latest ? { at: latest.at, note: latest.note } : null,
    links: newest.find(({ links }) => links.length > 0)?.links ?? [],
  };
}

function lastOf(days: readonly CivilDate[]): CivilDate | null {
  return days.toSorted().at(-1) ?? null;
}
