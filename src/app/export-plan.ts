import { dayWords, momentWords, stateWords } from '../cards/words.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { groupBy } from '../domain/group-by.ts';
import { latestReply } from '../domain/ledger/decide-reply.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { LedgerTask } from '../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { Deps } from './deps.ts';
import { planSheet } from './plan-sheet.ts';

export type ExportRefusal = { readonly kind: 'unknown-plan'; readonly id: string; readonly known: readonly string[] };

/**
 * The ledger of a plan as a sheet in the layout of its document, with how things stand in columns at the right. Edited by a person
 * and imported again it is a new version of the plan.
 */
export async function exportPlan(
  deps: Pick<Deps, 'ledger' | 'tables'>,
  planId: string,
): Promise<Outcome<{ readonly title: string; readonly rows: number; readonly bytes: Uint8Array }, ExportRefusal>> {
  const plans = await deps.ledger.listPlans();
  const plan = plans.find(({ id }) => id === planId);
  if (!plan) return refused({ kind: 'unknown-plan', id: planId, known: plans.map(({ id }) => id) });
  const [tasks, versions, parts] = await Promise.all([
    deps.ledger.loadTasks(planId),
    deps.ledger.listVersions(planId),
    deps.ledger.findParts({ planId, publishedOnly: false }),
  ]);
  const current =
    versions.findLast(({ state }) => state === 'applied') ?? versions.findLast(({ state }) => state === 'draft');
  const partsOf = groupBy(parts, ({ taskId }) => taskId);
  const above = await rowsAbove(deps, tasks);
  const linked = tasks.some(({ upstream }) => upstream);
  const sheet = planSheet({
    title: plan.title,
    layout: current?.report.layout ?? null,
    tasks,
    stateColumns: ['办理状态', '最近答复', '完成日期', ...(linked ? ['上级任务'] : [])],
    state: (position) => {
      const task = tasks[position];
      const own = stateOf(partsOf.get(task?.id ?? '') ?? []);
      return linked ? [...own, upstreamOf(task, above)] : own;
    },
  });
  return ok({ title: plan.title, rows: tasks.length, bytes: await deps.tables.writePlan(sheet) });
}

/** The rows of superiors' plans that these rows carry out, by id. */
async function rowsAbove(
  deps: Pick<Deps, 'ledger'>,
  tasks: readonly LedgerTask[],
): Promise<ReadonlyMap<string, LedgerTask>> {
  if (!tasks.some(({ upstream }) => upstream)) return new Map();
  const plans = await deps.ledger.listPlans();
  const all = await Promise.all(plans.map(({ id }) => deps.ledger.loadTasks(id)));
  return new Map(all.flat().map((task) => [task.id, task]));
}

function upstreamOf(task: LedgerTask | undefined, above: ReadonlyMap<string, LedgerTask>): string {
  const row = task?.upstream && above.get(task.upstream.taskId);
  if (!row) return '';
  const changed = task.upstream?.changedAt ? `（上级有调整 ${dayWords(civilDateOf(task.upstream.changedAt))}）` : '';
  return `${row.no === null ? '' : `${row.no} `}${row.text}${changed}`;
}

/** One line a part: the office, its period, where it stands. */
function stateOf(parts: readonly Part[]): readonly string[] {
  const lines = (textOf: (part: Part) => string | null) =>
    parts.flatMap((part) => {
      const text = textOf(part);
      return text === null ? [] : [`${part.officeName}${part.period === null ? '' : `（${part.period}）`}：${text}`];
    });
  return [
    lines((part) => stateWords(part.state, part.percent)),
    lines((part) => {
      const reply = latestReply(part);
      return reply ? `${momentWords(reply.at)} ${reply.personName} ${reply.note}`.trim() : null;
    }),
    lines((part) => (part.closedOn === null ? null : dayWords(part.closedOn))),
  ].map((each) => each.join('\n'));
}
