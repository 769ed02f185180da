import type { CivilDate } from '../calendar/civil-date.ts';
import type { Part, PartState } from '../ledger/part.ts';
import { isClosed, isDated, isDropped, isSoft } from '../reminders/urgency.ts';

/** Still somebody's debt. */
export const OPEN_STATES: readonly PartState[] = ['open', 'working', 'blocked', 'undated'];

/** Closed by doing it, see {@link isDone}. */
export const DONE_STATES: readonly PartState[] = ['reported', 'signed-off'];

/** What decides whether a part is in a number at all, and whether it is done there. */
export type NumberFacts = Pick<Part, 'state' | 'dueOn' | 'pastAtBirth' | 'rule'>;

/** Parts that are alike as far as {@link NumberFacts} are asked about: the facts of one of them, and how many they are. */
export interface AlikeParts extends NumberFacts {
  readonly count: number;
  /** What the store calls them. */
  readonly group: string;
}

/**
 * The one meaning of what digests, summaries and reports count: a part with a date (件) that the plan means seriously, that was not
 * over when the plan was issued, and that was not dropped since.
 */
export function isCounted<P extends NumberFacts>(part: P): part is P & { readonly dueOn: CivilDate } {
  return isDated(part) && !isSoft(part) && !isDropped(part);
}

/** 已办结, among what is counted. */
export function isDone<P extends NumberFacts>(part: P): part is P & { readonly dueOn: CivilDate } {
  return isCounted(part) && isClosed(part);
}

/** How many of the parts are done. */
export function countDone(groups: readonly AlikeParts[]): number {
  return groups.filter(isDone).reduce((sum, { count }) => sum + count, 0);
}
