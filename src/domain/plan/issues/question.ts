import { groupBy } from '../../group-by.ts';
import type { ReadTask } from '../draft-task.ts';

/** Something to decide before it has its number: the rows and words it is about, in the order of the document. */
export interface Question {
  readonly kind: string;
  readonly suggestion: string | null;
  readonly hits: readonly Hit[];
  /** Only where the kind alone does not say it. */
  readonly blocking?: boolean;
}

export interface Hit {
  readonly task: ReadTask | null;
  readonly text: string;
  /** Where the words stand if not in the row. */
  readonly place?: string;
}

/** Contradictions and names that fit several offices: a plan with one of them undecided is not put into force. */
const BLOCKING = new Set(['conflict', 'owner-conflict', 'ambiguous-office', 'year-conflict']);

export function isBlocking({ kind, blocking }: Pick<Question, 'kind' | 'blocking'>): boolean {
  return blocking ?? BLOCKING.has(kind);
}

/** One question for all hits, or none where there are none. */
export function oneQuestion(kind: string, suggestion: string, hits: readonly Hit[]): readonly Question[] {
  return hits.length === 0 ? [] : [{ kind, suggestion, hits }];
}

/** One question for each text: the same words in many rows are asked about once. */
export function questionByText<T extends Hit>(
  kind: string,
  hits: readonly T[],
  suggest: (text: string, first: T) => string,
): readonly Question[] {
  return [...groupBy(hits, ({ text }) => text).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ kind, suggestion: suggest(first.text, first), hits: group }] : [];
  });
}

/** One question for each answer: different words that are all read alike are asked about once. */
export function questionByAnswer<T extends Hit>(
  kind: string,
  hits: readonly T[],
  suggest: (hit: T) => string,
): readonly Question[] {
  return [...groupBy(hits, suggest).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ kind, suggestion: suggest(first), hits: group }] : [];
  });
}

export function namesOf({ task }: ReadTask): string {
  return task.offices.map((office) => office.name).join('、');
}

/** Enough of an item to know it again. */
export function headOf({ task }: ReadTask): string {
  return task.text.slice(0, 30);
}
