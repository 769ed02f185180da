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
    const kind = KINDS.find((each) => each === note.kind);
    const found = kind && REFERENCE.exec(note.text);
    if (kind && found?.[1] !== undefined) return { kind, taskId: found[1], officeId: found[2] ?? null };
  }
  return undefined;
}

/** Two rows of one key are the same row. */
export function keyOfMark({ kind, taskId, officeId }: RowMark): string {
  return `${kind} ${taskId} ${officeId ?? ''}`;
}
