import type { DraftTask } from '../plan/import-report.ts';

/**
 * What a row of the 整改台账 is: `rectify` an unfinished row of last year, `look-back` a question about a closed one (抽查),
 * `rebound` a closed one that has slipped back (反弹).
 */
export type RowKind = 'rectify' | 'look-back' | 'rebound';

/** Which row of last year it is about; a question and a rebound are also of one office. */
export interface RowMark {
  readonly kind: RowKind;
  readonly taskId: string;
  readonly officeId: string | null;
}

const KINDS: readonly RowKind[] = ['rectify', 'look-back', 'rebound'];
const REFERENCE = /〔([^〔〕/]+)(?:\/([^〔〕/]+))?〕$/;

/** The row's note: words for people, and at their end the row of last year for the program. */
export function noteOfMark({ kind, taskId, officeId }: RowMark, words: string): DraftTask['notes'][number] {
  return { kind, text: `${words}〔${officeId === null ? taskId : `${taskId}/${officeId}`}〕` };
}

/** Undefined for a row that no look-back has made. */
export function markOf({ notes }: Pick<DraftTask, 'notes'>): RowMark | undefined {
  for (const note of notes) {
    const mark = markIn(note);
    if (mark) return mark;
  }
  return undefined;
}

/** A row's notes after it was read anew from a file: no file carries what the program notes for itself. */
export function notesKeepingMark(
  row: Pick<DraftTask, 'notes'>,
  was: Pick<DraftTask, 'notes'> | undefined,
): DraftTask['notes'] {
  const kept = markOf(row) ? [] : (was?.notes ?? []).filter((note) => markIn(note) !== undefined);
  return [...row.notes, ...kept];
}

function markIn({ kind: noted, text }: DraftTask['notes'][number]): RowMark | undefined {
  const kind = KINDS.find((each) => each === noted);
  const found = kind && REFERENCE.exec(text);
  return kind && found?.[1] !== undefined ? { kind, taskId: found[1], officeId: found[2] ?? null } : undefined;
}

/** The rows that look-backs have made, in their order. */
export function markedRows<T extends Pick<DraftTask, 'notes'>>(
  tasks: readonly T[],
): readonly { readonly task: T; readonly mark: RowMark }[] {
  return tasks.flatMap((task) => {
    const mark = markOf(task);
    return mark ? [{ task, mark }] : [];
  });
}

/** Two rows of one key are the same row. */
export function keyOfMark({ kind, taskId, officeId }: RowMark): string {
  return `${kind} ${taskId} ${officeId ?? ''}`;
}
