import { addMs, type Instant } from '../calendar/civil-date.ts';
import type { ChatFailureCode } from './chat-failure.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;
/** What the platform asks for is obeyed up to here. */
const LONGEST_ASKED_MS = 60 * 60_000;
/** With the pauses above: between four and eight hours, a working day. */
export const MAX_ATTEMPTS = 100;

/** What of a failed call matters here; a `ChatFailure` has this shape. */
export interface FailedAttempt {
  readonly code: ChatFailureCode;
  readonly retryable: boolean;
  /** What the platform asked for, or null. */
  readonly waitMs: number | null;
}

export type NextAttempt = { readonly kind: 'retry'; readonly at: Instant } | { readonly kind: 'fail' };

/**
 * When a message that could not be sent is tried again: after 1, 2, 4 … seconds, at most five minutes, each shortened by up to
 * half so that what failed together does not return together; never before the platform allows it.
 *
 * A wrong app secret is no fault of the message: it waits as long as any other trouble, so that mending it loses nothing.
 *
 * @param attempts made so far, this one included; 1 …
 * @param jitter 0 ≤ x < 1
 */
export function nextAttempt(input: {
  readonly attempts: number;
  readonly failure: FailedAttempt;
  readonly at: Instant;
  readonly jitter: number;
}): NextAttempt {
  const { attempts, failure, at, jitter } = input;
  const worthwhile = failure.retryable || failure.code === 'bad-credentials';
  if (!worthwhile || attempts >= MAX_ATTEMPTS) return { kind: 'fail' };
  const longestMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  const ownMs = longestMs * (0.5 + jitter / 2);
  const askedMs = failure.waitMs === null ? 0 : Math.min(failure.waitMs, LONGEST_ASKED_MS) + jitter * FIRST_MS;
  return { kind: 'retry', at: addMs(at, Math.ceil(Math.max(ownMs, askedMs))) };
}
