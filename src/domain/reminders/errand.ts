import type { Reachable } from '../directory/directory.ts';

/**
 * Why a part is on somebody's card who does not answer for it: `escalated` it is late and they are the next one up · `stagnant`
 * nothing moves and they lead it · `returned` it was returned (退文) for the third time or more · `awaited` its date has to be
 * entered · `review` it waits for their decision. `quota` is about no part: their office is behind with 报送, see `planQuotaNudges`.
 */
export type ErrandKind = 'escalated' | 'returned' | 'stagnant' | 'awaited' | 'review' | 'quota';

export const ERRAND_KINDS: readonly ErrandKind[] = ['review', 'escalated', 'returned', 'stagnant', 'awaited', 'quota'];

/** Steps of the escalation ladder: the office's 负责人, the 分管领导, the 主要负责人. */
export type EscalationStep = 1 | 2 | 3;

/** One part that goes on somebody's card of the day beside what they answer for. */
export interface Errand {
  readonly person: Reachable;
  readonly officeName: string;
  /** Null of the governing office's `review`, its desk as a whole, and of `quota`. */
  readonly partId: string | null;
  readonly as: ErrandKind;
}

/** Parts by errand; `review` without parts is the desk of the governing office, `quota` never has any. */
export type Errands = Partial<Readonly<Record<ErrandKind, readonly string[]>>>;
