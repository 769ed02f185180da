import { definitionsSheet, LIGHT_WORDS, quotaSheet, quotaWords, STATE_COLUMNS } from '../cards/paper-ledger.ts';
import { momentInFull } from '../cards/paper-words.ts';
import { periodWords } from '../cards/period-words.ts';
import { dayWords, fullDayWords, momentWords, stateWords } from '../cards/words.ts';
import { civilDateOf } from '../domain/calendar/civil-date.ts';
import { latestReply } from '../domain/ledger/decide-reply.ts';
import { timeLight } from '../domain/ledger/lights.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { LedgerTask } from '../domain/ledger/plan.ts';
import type { Deps } from './deps.ts';
import { currentCounters, type LoadedLedger } from './papers/load-ledger.ts';
import { planSheet } from './plan-sheet.ts';

/**
 * The ledger of a plan as a sheet in the layout of its document, with how things stand in columns at the right and its quotas and
 * definitions on sheets of their own. Edited by a person and imported again it is a new version of the plan.
 */
export async function exportPlan(
  deps: Pick<Deps, 'clock' | 'ledger' | 'tables'>,
  ledger: LoadedLedger,
): Promise<Uint8Array> {
  const { plan, tasks, counters, directory } = ledger;
  const above = await rowsAbove(deps, tasks);
  const linked = tasks.some(({ upstream }) => upstream);
  const names = new Map(directory.offices.map(({ id, name }) => [id, name]));
  const sheet = planSheet({
    title: plan.title,
    layout: ledger.layout,
    tasks,
    stateColumns: [...STATE_COLUMNS, ...(linked ? ['上级任务'] : [])],
    state: (position) => {
      const task = tasks[position];
      const own = task ? stateOf(task, ledger) : [];
      return linked ? [...own, upstreamOf(task, above)] : own;
    },
  });
  const nameOf = (officeId: string) => names.get(officeId) ?? officeId;
  const sheets = [
    ...(counters.length > 0 ? [quotaSheet(counters, nameOf, ledger.isClosed)] : []),
    definitionsSheet(momentInFull(deps.clock.now())),
  ];
  return deps.tables.writePlan({ ...sheet, sheets });
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

/** One line a part: the office, its period, where it stands; then the row's quotas. In the order of {@link STATE_COLUMNS}. */
function stateOf(task: LedgerTask, { partsOf, counters, today, calendar }: LoadedLedger): readonly string[] {
  const parts = partsOf.get(task.id) ?? [];
  const lines = (textOf: (part: Part) => string | null) =>
    parts.flatMap((part) => {
      const text = textOf(part);
      return text === null ? [] : [`${whoseWords(part)}：${text}`];
    });
  const quotas = currentCounters(counters, task.id).map(quotaWords);
  return [
    [...lines((part) => stateWords(part.state, part.percent)), ...quotas],
    lines(({ dueOn }) => (dueOn === null ? null : fullDayWords(dueOn))),
    lines((part) => LIGHT_WORDS[timeLight(part, today, calendar)]),
    lines(replyWords),
    lines(({ closedOn }) => (closedOn === null ? null : dayWords(closedOn))),
  ].map((each) => each.join('\n'));
}

function whoseWords({ officeName, period }: Part): string {
  return `${officeName}${period === null ? '' : `（${periodWords(period)}）`}`;
}

/** `3月30日 09:12 张敏 已送审`, or null where nobody has answered. */
export function replyWords(part: Part): string | null {
  const reply = latestReply(part);
  return reply ? `${momentWords(reply.at)} ${reply.personName} ${reply.note}`.trim() : null;
}
