import type { PlatformAnswer } from './platform-answer.ts';

const TIMEOUTS: readonly string[] = ['ETIMEDOUT', 'ECONNABORTED'];

/** In `networkCode`: we stopped reading an answer that is longer than we take. */
export const OVER_LIMIT = 'OVER_LIMIT';

/**
 * A request that failed, without what was sent and what came back: axios' own error carries the token, the secret and the
 * message, and the SDK logs whatever it catches.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** Null where nothing answered. */
  readonly answer: PlatformAnswer | null;
  /** `ECONNREFUSED`, `ECONNRESET`, `ETIMEDOUT` …, {@link OVER_LIMIT}; null where something answered. */
  readonly networkCode: string | null;

  constructor(failed: { readonly answer: PlatformAnswer } | { readonly networkCode: string }) {
    super('answer' in failed ? `HTTP ${failed.answer.status}, code ${failed.answer.code}` : failed.networkCode);
    this.answer = 'answer' in failed ? failed.answer : null;
    this.networkCode = 'answer' in failed ? null : failed.networkCode;
  }

  get timedOut(): boolean {
    return this.networkCode !== null && TIMEOUTS.includes(this.networkCode);
  }
}
