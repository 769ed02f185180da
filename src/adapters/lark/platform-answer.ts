import { fieldsOf, listIn, numberIn, textIn } from './foreign.ts';

/** What of an answer may be kept and logged: never the body itself. */
export interface PlatformAnswer {
  readonly status: number;
  /** The platform's `code`; null where the body is not the platform's (a proxy's page, nothing, a fragment). */
  readonly code: number | null;
  /** Names only: the missing scopes of 99991672, the inner `ErrCode`/`ErrPath` of 230099. */
  readonly detail: string | null;
  /** `X-Tt-Logid`, what the platform's support asks for. */
  readonly logId: string | null;
  /** `x-ogw-ratelimit-limit` and `x-ogw-ratelimit-reset` (seconds). */
  readonly limit: number | null;
  readonly resetSeconds: number | null;
}

/** lark-platform 2.0: the envelope; section 3.1: the headers. */
export function readAnswer(status: number, body: unknown, headers: unknown): PlatformAnswer {
  const envelope = fieldsOf(body);
  const head = fieldsOf(headers);
  const code = numberIn(envelope.code);
  return {
    status,
    code: code ?? null,
    detail: detailOf(envelope),
    logId: textIn(head['x-tt-logid']) ?? textIn(fieldsOf(envelope.error).log_id) ?? null,
    limit: numberIn(head['x-ogw-ratelimit-limit']) ?? null,
    resetSeconds: numberIn(head['x-ogw-ratelimit-reset']) ?? null,
  };
}

function detailOf(envelope: Readonly<Record<string, unknown>>): string | null {
  const scopes = listIn(fieldsOf(envelope.error).permission_violations)
    .map((violation) => textIn(fieldsOf(violation).subject))
    .filter((subject) => subject !== undefined);
  return scopes.length > 0 ? scopes.slice(0, 20).join(' ') : cardErrorIn(textIn(envelope.msg) ?? '');
}

/** `Failed to create card content, ext=ErrCode: 11310; ErrPath: …; ErrMsg: …; ErrorValue: …`: the value may be a person's words. */
function cardErrorIn(msg: string): string | null {
  const code = /ErrCode:\s*(\d+)/.exec(msg)?.[1];
  if (!code) return null;
  const path = /ErrPath:\s*([\w.[\]/>\- ]{1,200})/.exec(msg)?.[1]?.trim();
  const locked = /lock|interact/i.test(/ErrMsg:\s*([^;]*)/.exec(msg)?.[1] ?? '');
  return [`ErrCode ${code}`, path ? `ErrPath ${path}` : '', locked ? LOCKED : '']
    .filter((part) => part !== '')
    .join('; ');
}

/** In `detail` where the card could not be changed because a person's click on it was being answered. */
export const LOCKED = 'locked by an interaction';
