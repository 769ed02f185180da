import type { Part } from '../ledger/part.ts';
import type { LedgerTask } from '../ledger/plan.ts';
import type { LastYear } from './last-year.ts';
import { answerOf, reboundSentence } from './question.ts';
import { keyOfMark, markedRows, type RowMark } from './row-mark.ts';
import { sampleRows } from './sample-rows.ts';

/** A row that the 整改台账 still lacks. `parts` are last year's: what is unfinished, or what was closed. */
export interface PlannedRow {
  readonly mark: RowMark;
  readonly parts: readonly [Part, ...Part[]];
  /** With `rebound`: what has slipped back. */
  readonly sentence: string | null;
}

/** What a round changes in the 整改台账. */
export interface LookBackPlan {
  readonly add: readonly PlannedRow[];
  /** Rows of rebounds that were taken back before anybody did something about them. */
  readonly removeTaskIds: readonly string[];
  /** Parts whose place a row of the 整改台账 has taken: they need no reminder of their own any more. */
  readonly takenOver: readonly Part[];
}

/**
 * What last year's ledger and the answers so far ask of the 整改台账. Planned again on what it led to, it adds nothing.
 *
 * @param lastYear null where only the answers are looked at
 * @param origins last year's parts behind the questions, for the rows of rebounds
 * @param ledger the 整改台账 as it stands; empty before the round
 */
export function planLookBack(input: {
  readonly lastYear: LastYear | null;
  readonly origins: readonly Part[];
  readonly ledger: { readonly tasks: readonly LedgerTask[]; readonly parts: readonly Part[] };
  readonly year: number;
  readonly sampleSize: number;
  readonly officeIds: readonly string[];
}): LookBackPlan {
  const { lastYear, origins, ledger, year, sampleSize, officeIds } = input;
  const marks = markedRows(ledger.tasks);
  const known = new Set(marks.map(({ mark }) => keyOfMark(mark)));
  const isNew = ({ mark }: PlannedRow) => !known.has(keyOfMark(mark));
  const asked = marks.some(({ mark }) => mark.kind === 'look-back');
  const rebounds = reboundsOf(marks, ledger.parts);
  const reboundKeys = new Set(rebounds.map(({ mark }) => keyOfMark({ ...mark, kind: 'rebound' })));
  return {
    add: [
      ...(lastYear?.unfinished ?? []).map(
        ({ taskId, parts }): PlannedRow => ({
          mark: { kind: 'rectify', taskId, officeId: null },
          parts,
          sentence: null,
        }),
      ),
      // Drawn once: what is closed later is no longer last year's state.
      ...(asked ? [] : sampleRows(lastYear?.closed ?? [], { size: sampleSize, year, officeIds })).map(
        ({ taskId, officeId, part }): PlannedRow => ({
          mark: { kind: 'look-back', taskId, officeId },
          parts: [part],
          sentence: null,
        }),
      ),
      ...rebounds.flatMap(({ mark, part }): readonly PlannedRow[] => {
        const own = origins.findLast(({ taskId, officeId }) => taskId === mark.taskId && officeId === mark.officeId);
        return own ? [{ mark: { ...mark, kind: 'rebound' }, parts: [own], sentence: reboundSentence(part) }] : [];
      }),
    ].filter(isNew),
    removeTaskIds: marks
      .filter(({ mark, task }) => {
        return mark.kind === 'rebound' && !reboundKeys.has(keyOfMark(mark)) && isUntouched(task, ledger.parts);
      })
      .map(({ task }) => task.id),
    takenOver: [
      ...(lastYear?.unfinished ?? []).flatMap(({ parts }) => parts),
      // 有困难 on the ordinary card leaves the question open; the row of the rebound is chased in its place.
      ...rebounds.flatMap(({ part }) => (part.state === 'blocked' ? [part] : [])),
    ],
  };
}

function reboundsOf(
  marks: readonly { readonly task: LedgerTask; readonly mark: RowMark }[],
  parts: readonly Part[],
): readonly { readonly mark: RowMark; readonly part: Part }[] {
  return marks.flatMap(({ task, mark }) =>
    mark.kind === 'look-back'
      ? parts
          .filter((part) => part.taskId === task.id && answerOf(part) === 'rebounded')
          .map((part) => ({ mark, part }))
      : [],
  );
}

function isUntouched(task: LedgerTask, parts: readonly Part[]): boolean {
  return parts
    .filter(({ taskId }) => taskId === task.id)
    .every(({ state, replies, acts }) => state === 'open' && replies.length === 0 && acts.length === 0);
}
