import type { Logger } from '@larksuiteoapi/node-sdk';
import type { Log } from '../../ports/log.ts';
import { HttpFailure } from './http-failure.ts';
import { redactText } from './redact.ts';

/**
 * Where the SDK logs to. It hands over whatever it has at hand (request bodies, the socket's address with its ticket), so only
 * sentences, masked, and the numbers of {@link HttpFailure} pass; its debug and trace lines are dropped.
 *
 * @param secrets what must never appear, such as the app secret
 */
export function sdkLogger(log: Log, secrets: readonly string[]) {
  const write = (level: 'debug' | 'warn', said: readonly unknown[], message: string): void => {
    const parts = said.flat(3);
    const sdk = parts.map((part) => safe(part, secrets)).join(' ');
    // A failed request is reported by whoever asked for it.
    log[parts.every((part) => part instanceof HttpFailure) ? 'debug' : level]({ sdk }, message);
  };
  return {
    error: (...said: unknown[]) => write('warn', said, 'chat SDK reports an error'),
    warn: (...said: unknown[]) => write('warn', said, 'chat SDK warns'),
    info: (...said: unknown[]) => write('debug', said, 'chat SDK informs'),
    debug: (..._said: unknown[]) => undefined,
    trace: (..._said: unknown[]) => undefined,
  } satisfies Logger;
}

function safe(part: unknown, secrets: readonly string[]): string {
  if (typeof part === 'string') return redactText(part, secrets);
  if (typeof part === 'number') return String(part);
  if (part instanceof HttpFailure) return `${part.name}: ${part.message}`;
  if (part instanceof Error) return `${part.name}: ${redactText(part.message, secrets)}`;
  return `[${typeof part}]`;
}
