import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Log } from '../../ports/log.ts';
import { redactFields } from './redact-fields.ts';

const STDERR = 2;

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface PinoLogOptions {
  readonly level: LogLevel;
  /** What must never appear in a line, such as the app secret. */
  readonly secrets: readonly string[];
  /** Standard error where absent: standard output belongs to `--json`. */
  readonly to?: DestinationStream;
}

/** One JSON object a line. */
export class PinoLog implements Log {
  readonly #pino: Logger;
  readonly #secrets: readonly string[];

  constructor({ level, secrets, to = destination({ dest: STDERR, sync: true }) }: PinoLogOptions) {
    this.#secrets = secrets;
    this.#pino = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, to);
  }

  debug(fields: object, message: string): void {
    this.#write('debug', fields, message);
  }

  info(fields: object, message: string): void {
    this.#write('info', fields, message);
  }

  warn(fields: object, message: string): void {
    this.#write('warn', fields, message);
  }

  error(fields: object, message: string): void {
    this.#write('error', fields, message);
  }

  #write(level: 'debug' | 'info' | 'warn' | 'error', fields: object, message: string): void {
    if (!this.#pino.isLevelEnabled(level)) return;
    this.#pino[level](redactFields(fields, { secrets: this.#secrets }), message);
  }
}
