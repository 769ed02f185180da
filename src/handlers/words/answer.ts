import type { Deps } from '../../app/deps.ts';
import type { TextMessage } from '../../ports/inbound.ts';

/** What a handler of words needs to know. */
export interface Said {
  readonly deps: Deps;
  readonly message: TextMessage;
}

/** What the bot says in words; null where it sends a card instead. */
export type Answer = WordAnswer | null;

export interface WordAnswer {
  readonly text: string;
  /** What is said in a group instead: no names of rows, nothing of what somebody has to do. The person reads `text` alone. */
  readonly brief?: string;
}

/** Who wrote, as use cases ask for it; each change that one message causes has an event of its own. */
export function actorOf({ message }: Said, step?: string): { readonly actorOpenId: string; readonly eventId: string } {
  const { senderOpenId, eventId } = message;
  return { actorOpenId: senderOpenId, eventId: step === undefined ? eventId : `${eventId}:${step}` };
}
