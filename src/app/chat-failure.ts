import type { ChatFailure } from '../ports/chat-gateway.ts';

/** Whether something thrown is the platform's failure rather than a bug of ours. */
export function isChatFailure(error: unknown): error is ChatFailure {
  return error instanceof Error && 'retryable' in error && 'platformCode' in error;
}
