import type { ChatFailureCode } from '../../domain/delivery/chat-failure.ts';
import type { ChatFailure } from '../../ports/chat-gateway.ts';
import { HttpFailure, OVER_LIMIT } from './http-failure.ts';
import { LOCKED, type PlatformAnswer } from './platform-answer.ts';
import { CARD_FAILED, MEANINGS } from './platform-codes.ts';

const RETRYABLE: Readonly<Record<ChatFailureCode, boolean>> = {
  'rate-limited': true,
  unreachable: true,
  'connection-cut': true,
  timeout: true,
  'server-error': true,
  'token-dead': true,
  'in-flight': true,
  'not-in-chat': false,
  'recipient-unavailable': false,
  'recipient-left': false,
  'recipient-stopped-bot': false,
  'unknown-recipient': false,
  'card-refused': false,
  'too-large': false,
  'too-old': false,
  recalled: false,
  'no-permission': false,
  'bad-credentials': false,
  refused: false,
};

/** The one error of the chat platform. Its message is static English plus numbers: nothing a person wrote, no secret. */
export class ChatError extends Error implements ChatFailure {
  override readonly name = 'ChatError';
  readonly code: ChatFailureCode;
  readonly retryable: boolean;
  readonly waitMs: number | null;
  readonly platformCode: number | null;
  /** The platform's `X-Tt-Logid`, for its support. */
  readonly logId: string | null;
  /** Missing scopes or the place of a card's mistake, where the platform named them. */
  readonly detail: string | null;

  constructor(code: ChatFailureCode, message: string, more: ChatErrorDetails = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.retryable = RETRYABLE[code];
    this.waitMs = more.waitMs ?? null;
    this.platformCode = more.platformCode ?? null;
    this.logId = more.logId ?? null;
    this.detail = more.detail ?? null;
  }
}

export interface ChatErrorDetails {
  readonly waitMs?: number | null;
  readonly platformCode?: number | null;
  readonly logId?: string | null;
  readonly detail?: string | null;
  readonly cause?: unknown;
}

/** No connection came about, so nothing can have arrived. */
const NEVER_CONNECTED: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whatever a call threw, as a {@link ChatError}. Only failures of the network layer carry over; other text is dropped. */
export function chatErrorFrom(thrown: unknown): ChatError {
  if (thrown instanceof ChatError) return thrown;
  if (!(thrown instanceof HttpFailure))
    return new ChatError('server-error', 'the chat platform gave an unreadable answer');
  if (thrown.answer) return chatErrorOf(thrown.answer, thrown);
  const code = networkFailure(thrown);
  return new ChatError(code, `the chat platform did not answer (${thrown.networkCode})`, { cause: thrown });
}

function networkFailure({ timedOut, networkCode }: HttpFailure): ChatFailureCode {
  if (timedOut) return 'timeout';
  if (networkCode === OVER_LIMIT) return 'too-large';
  return networkCode !== null && NEVER_CONNECTED.includes(networkCode) ? 'unreachable' : 'connection-cut';
}

/** An answer that is not `code: 0`, whatever its HTTP status. */
export function chatErrorOf(answer: PlatformAnswer, cause?: unknown): ChatError {
  const { code: platformCode, logId, detail } = answer;
  const code = meaningOf(answer);
  const place = platformCode === null ? `HTTP ${answer.status}` : `${platformCode}, HTTP ${answer.status}`;
  const waitMs = answer.resetSeconds === null ? null : Math.max(0, Math.ceil(answer.resetSeconds * 1000));
  return new ChatError(code, `the chat platform refused: ${code} (${place})`, {
    platformCode,
    logId,
    detail,
    waitMs,
    cause,
  });
}

function meaningOf({ status, code, detail }: PlatformAnswer): ChatFailureCode {
  if (status === 429) return 'rate-limited';
  const cardLocked = code === CARD_FAILED && detail?.includes(LOCKED);
  if (cardLocked) return 'in-flight';
  const known = code === null ? undefined : MEANINGS.get(code);
  if (known) return known;
  if (status === 502 || status === 503) return 'unreachable';
  if (status >= 500) return 'server-error';
  if (code !== null && code !== 0) return 'refused';
  return withoutCode(status);
}

/** No code of the platform: something in between answered, or the answer was cut. */
function withoutCode(status: number): ChatFailureCode {
  if (status === 413) return 'too-large';
  return status < 300 ? 'server-error' : 'unreachable';
}
