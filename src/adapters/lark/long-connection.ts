import { setTimeout as pause } from 'node:timers/promises';
import { formatInstant } from '../../domain/calendar/civil-date.ts';
import { invariant } from '../../domain/invariant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventSource, InboundHandlers } from '../../ports/inbound.ts';
import type { Log } from '../../ports/log.ts';
import { requireAppId, trimDomain } from './credentials.ts';
import { type Deferred, deferred } from './deferred.ts';
import { type ChatError, chatErrorFrom } from './errors.ts';
import { InboundDesk, type InboundWording } from './inbound-desk.ts';
import { sdkLogger } from './sdk-log.ts';
import { WsSession } from './ws-session.ts';

export interface LarkLongConnectionOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly wording?: InboundWording;
  /** 2500 */
  readonly answerWithinMs?: number;
  /** How long `start` waits for a platform that is down; it then resolves and the attempts go on. 15 seconds. */
  readonly startWithinMs?: number;
  /** 10 seconds */
  readonly handshakeTimeoutMs?: number;
  /** After each ping, for any frame to come in. 20 seconds. */
  readonly pingTimeoutSeconds?: number;
  /** How often the connection is looked at. 1 second. */
  readonly watchdogMs?: number;
  /** Between attempts: doubles from `firstMs` to `maxMs`, half of it by chance. 1 and 60 seconds. */
  readonly backOff?: { readonly firstMs: number; readonly maxMs: number };
}

/** At the first start these end the program's start; later they are retried, since an administrator may mend them. */
const FATAL: readonly ChatError['code'][] = ['bad-credentials', 'no-permission'];

/** Events and callbacks over the platform's WebSocket, reconnected for as long as it takes. */
export class LarkLongConnection implements EventSource {
  readonly #options: LarkLongConnectionOptions;
  readonly #stopping = new AbortController();
  #state: { readonly connected: boolean; readonly detail: string } = {
    connected: false,
    detail: 'long connection not started',
  };
  #session: WsSession | undefined;
  #desk: InboundDesk | undefined;
  #running: Promise<void> | undefined;
  #starting = true;

  constructor(options: LarkLongConnectionOptions) {
    this.#options = options;
  }

  /**
   * Resolves once connected, or after `startWithinMs` where the platform is merely down (see {@link status}).
   *
   * @throws ChatError `bad-credentials` or `no-permission` where the platform turns the app away at the first attempt
   */
  async start(handlers: InboundHandlers): Promise<void> {
    invariant(!this.#running, 'a long connection is started once');
    requireAppId(this.#options.appId, this.#options.appSecret);
    this.#desk = new InboundDesk({ ...this.#options, handlers });
    const first = deferred();
    const timer = setTimeout(() => first.resolve(), this.#options.startWithinMs ?? 15_000);
    this.#running = this.#keepConnected(this.#desk, first).finally(() => first.resolve());
    return first.promise.finally(() => {
      clearTimeout(timer);
      this.#starting = false;
    });
  }

  status(): { readonly connected: boolean; readonly detail: string } {
    return this.#state;
  }

  /** Lets running handlers finish, then closes. */
  async stop(): Promise<void> {
    await this.#desk?.settled();
    this.#stopping.abort();
    this.#session?.close();
    await this.#running;
    this.#state = { connected: false, detail: 'long connection stopped' };
  }

  async #keepConnected(desk: InboundDesk, first: Deferred): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const session = this.#newSession(desk);
      this.#session = session;
      try {
        await session.open();
        failures = 0;
        this.#connected();
        first.resolve();
        await session.lost();
        this.#note('long connection lost', null, failures);
      } catch (thrown) {
        const error = chatErrorFrom(thrown);
        this.#note('long connection refused', error, failures);
        if (this.#starting && FATAL.includes(error.code)) {
          first.reject(error);
          return;
        }
      } finally {
        session.close();
      }
      await pause(this.#delayMs(failures), undefined, { signal }).catch(() => undefined);
    }
  }

  #newSession(desk: InboundDesk): WsSession {
    const {
      appId,
      appSecret,
      log,
      handshakeTimeoutMs = 10_000,
      pingTimeoutSeconds = 20,
      watchdogMs = 1000,
    } = this.#options;
    return new WsSession({
      appId,
      appSecret,
      domain: trimDomain(this.#options.domain),
      log,
      sdkLog: sdkLogger(log, [appSecret]),
      desk,
      handshakeTimeoutMs,
      pingTimeoutSeconds,
      watchdogMs,
    });
  }

  #connected(): void {
    const since = formatInstant(this.#options.clock.now());
    this.#state = { connected: true, detail: `long connection open since ${since}` };
    this.#options.log.info({}, 'long connection open');
  }

  #note(what: string, error: ChatError | null, failures: number): void {
    if (this.#stopping.signal.aborted) return;
    const reason = error ? ` (${error.code}${error.platformCode === null ? '' : ` ${error.platformCode}`})` : '';
    this.#state = { connected: false, detail: `${what}${reason}` };
    const { code = null, platformCode = null, logId = null } = error ?? {};
    this.#options.log.warn({ what, code, platformCode, logId, failures }, 'long connection down');
  }

  #delayMs(failures: number): number {
    const { firstMs, maxMs } = this.#options.backOff ?? { firstMs: 1000, maxMs: 60_000 };
    const fullMs = Math.min(maxMs, firstMs * 2 ** Math.min(failures, 20));
    return fullMs * (0.5 + Math.random() / 2);
  }
}
