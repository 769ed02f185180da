import type { Instant } from '../domain/calendar/civil-date.ts';
import type { OutboxMessage } from '../domain/delivery/message.ts';

/** `not-made`: the platform was never asked; `refused`: it said no; `unanswered`: the message may have arrived. */
export type AttemptOutcome = 'not-made' | 'refused' | 'unanswered';

/** Messages on their way out. They are put in by {@link LedgerStore.commit}, together with the change that causes them. */
export interface Outbox {
  /**
   * Messages that are due, oldest first, marked as `sending` by one statement that tests their state: two processes never get
   * the same one. Rows left `sending` by a process that died are handed out again after `abandonedAfterMs`, with their uuid.
   */
  claim(query: {
    readonly now: Instant;
    readonly limit: number;
    readonly abandonedAfterMs: number;
  }): Promise<readonly OutboxMessage[]>;
  /** @param done.cardId the card that the message carried: it and the message are marked together */
  markSent(
    id: string,
    done: { readonly at: Instant; readonly messageId: string | null; readonly cardId?: string },
  ): Promise<void>;
  /** The platform has a card of which it was not known: somebody has pressed it. */
  markCardSent(cardId: string, done: { readonly at: Instant; readonly messageId: string }): Promise<void>;
  markWithheld(id: string, reason: string): Promise<void>;
  /** Back to the queue, with the same uuid. What surely has not arrived yet is sent later as if for the first time. */
  retryAt(id: string, at: Instant, reason: string, attempt: AttemptOutcome): Promise<void>;
  markFailed(id: string, reason: string): Promise<void>;
  /** When the next queued message falls due, or null. */
  nextDueAt(): Promise<Instant | null>;
  summary(): Promise<{
    readonly queued: number;
    readonly sent: number;
    readonly withheld: number;
    readonly failed: readonly OutboxMessage[];
  }>;
}
