import { lookBackTitle } from '../../cards/look-back/look-back-text.ts';
import { addMonths, type CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { LedgerTask, Plan } from '../../domain/ledger/plan.ts';
import { markedRows, type RowKind } from '../../domain/look-back/row-mark.ts';
import type { Deps } from '../deps.ts';

const MONTHS_TO_RECTIFY = 3;

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
function rowsOf(tasks: readonly LedgerTask[], kind: RowKind) {
  return markedRows(tasks).filter(({ mark }) => mark.kind === kind);
}

/** The parts of the questions. */
export function questionsOf({ tasks, parts }: Pick<RectifyLedger, 'tasks' | 'parts'>): readonly Part[] {
  const ids = new Set(rowsOf(tasks, 'look-back').map(({ task }) => task.id));
  return parts.filter(({ taskId }) => ids.has(taskId));
}

/** When what a round finds today is to be put right: on the date that its rows have already, or in three months. */
export function rectifyDueOn(tasks: readonly LedgerTask[], today: CivilDate): CivilDate {
  const rules = [...rowsOf(tasks, 'rectify'), ...rowsOf(tasks, 'rebound')].flatMap(({ task }) => task.rules);
  const last = rules
    .flatMap((rule) => (rule.kind === 'by' ? [rule.on] : []))
    .sort()
    .at(-1);
  return last !== undefined && last > today ? last : addMonths(today, MONTHS_TO_RECTIFY);
}
