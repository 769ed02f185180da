/** What a failed call to the chat platform means for us. */
export type ChatFailureCode =
  | 'rate-limited'
  /** Nobody there: the message has surely not arrived. */
  | 'unreachable'
  /** Cut off under way: it may have arrived. */
  | 'connection-cut'
  | 'timeout'
  | 'server-error'
  | 'token-dead'
  | 'in-flight'
  | 'not-in-chat'
  | 'recipient-unavailable'
  | 'recipient-left'
  | 'recipient-stopped-bot'
  | 'unknown-recipient'
  | 'card-refused'
  | 'too-large'
  | 'too-old'
  | 'recalled'
  | 'no-permission'
  | 'bad-credentials'
  | 'refused';

/** Failures that say that no message reaches this person, today or tomorrow. */
const PERSON_GONE: readonly ChatFailureCode[] = [
  'recipient-unavailable',
  'recipient-left',
  'recipient-stopped-bot',
  'unknown-recipient',
];

export function saysPersonGone(code: ChatFailureCode): boolean {
  return PERSON_GONE.includes(code);
}

/** Failures after which the message may have arrived all the same: the platform did not say no. */
const UNANSWERED: readonly ChatFailureCode[] = ['connection-cut', 'timeout', 'server-error', 'in-flight'];

export function mayHaveArrived(code: ChatFailureCode): boolean {
  return UNANSWERED.includes(code);
}
