import { lookBackTitle } from '../../cards/look-back/look-back-text.ts';
import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { LedgerTask, Plan } from '../../domain/ledger/plan.ts';
import { countAnswers, type LookBackCounts } from '../../domain/look-back/question.ts';
import { markOf, type RowKind, type RowMark } from '../../domain/look-back/row-mark.ts';
import type { Deps } from '../deps.ts';

/** The 整改台账 of a round, with last year's parts behind its questions. */
export interface RectifyLedger {
  readonly plan: Plan;
  /** Every row with its mark; rows that somebody added by hand have none and are left alone. */
  readonly tasks: readonly LedgerTask[];
  readonly parts: readonly Part[];
}

export async function loadRectifyLedger(deps: Pick<Deps, 'ledger'>, year: number): Promise<RectifyLedger | undefined> {
  const found = await deps.ledger.findPlanByTitle(lookBackTitle(year), year + 1);
  if (!found) return undefined;
  const { plan } = found;
  const [tasks, parts] = await Promise.all([
    deps.ledger.loadTasks(plan.id),
    deps.ledger.findParts({ planId: plan.id, publishedOnly: false }),
  ]);
  return { plan, tasks, parts };
}

/** Last year's parts that the questions are about. */
export async function loadOrigins(deps: Pick<Deps, 'ledger'>, tasks: readonly LedgerTask[]): Promise<readonly Part[]> {
  const taskIds = rowsOf(tasks, 'look-back').map(({ mark }) => mark.taskId);
  if (taskIds.length === 0) return [];
  return deps.ledger.findParts({ taskIds: [...new Set(taskIds)], publishedOnly: false, withReplies: false });
}

/** The rows of one kind, in their order. */
export function rowsOf(
  tasks: readonly LedgerTask[],
  kind: RowKind,
): readonly { readonly task: LedgerTask; readonly mark: RowMark }[] {
  return tasks.flatMap((task) => {
    const mark = markOf(task);
    return mark?.kind === kind ? [{ task, mark }] : [];
  });
}

/** The parts of the questions. */
export function questionsOf({ tasks, parts }: Pick<RectifyLedger, 'tasks' | 'parts'>): readonly Part[] {
  const ids = new Set(rowsOf(tasks, 'look-back').map(({ task }) => task.id));
  return parts.filter(({ taskId }) => ids.has(taskId));
}

/** The date by which the rows of a round are to be put right; undefined where it has none. */
export function dueDateOf(tasks: readonly LedgerTask[]): CivilDate | undefined {
  const rules = [...rowsOf(tasks, 'rectify'), ...rowsOf(tasks, 'rebound')].flatMap(({ task }) => task.rules);
  return rules
    .flatMap((rule) => (rule.kind === 'by' ? [rule.on] : []))
    .sort()
    .at(-1);
}

/** What came of the round about a year, for summaries and the annual report; undefined where there was none. */
export async function lookBackResults(
  deps: Pick<Deps, 'ledger'>,
  year: number,
): Promise<
  | { readonly planId: string; readonly rectify: number; readonly rebounds: number; readonly answers: LookBackCounts }
  | undefined
> {
  const ledger = await loadRectifyLedger(deps, year);
  if (!ledger || ledger.plan.state === 'draft') return undefined;
  return {
    planId: ledger.plan.id,
    rectify: rowsOf(ledger.tasks, 'rectify').length,
    rebounds: rowsOf(ledger.tasks, 'rebound').length,
    answers: countAnswers(questionsOf(ledger)),
  };
}
