import { EventDispatcher, type Logger, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { Log } from '../../ports/log.ts';
import { deferred } from './deferred.ts';
import { ChatError, chatErrorFrom, chatErrorOf } from './errors.ts';
import { createHttp } from './http.ts';
import { HttpFailure } from './http-failure.ts';
import type { InboundDesk } from './inbound-desk.ts';
import type { PlatformAnswer } from './platform-answer.ts';

export interface WsSessionOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly domain: string;
  readonly log: Log;
  readonly sdkLog: Logger;
  readonly desk: InboundDesk;
  readonly handshakeTimeoutMs: number;
  readonly pingTimeoutSeconds: number;
  readonly watchdogMs: number;
}

/**
 * One connection, from the first request to its end. The SDK makes a single attempt per session and never reconnects: its own
 * loop waits minutes, stops for ever on several codes and retries wrong secrets for ever on others.
 */
export class WsSession {
  readonly #client: WSClient;
  readonly #dispatcher: EventDispatcher;
  readonly #options: WsSessionOptions;
  readonly #opening = deferred();
  readonly #losing = deferred();
  readonly #ending = new AbortController();
  #refusal: ChatError | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WsSessionOptions) {
    this.#options = options;
    const { appId, appSecret, domain, sdkLog, handshakeTimeoutMs, pingTimeoutSeconds } = options;
    const http = createHttp({
      log: options.log,
      signal: this.#ending.signal,
      onOutcome: (outcome) => this.#note(outcome),
    });
    this.#dispatcher = new DeskDispatcher(options.desk, sdkLog);
    this.#client = new WSClient({
      appId,
      appSecret,
      domain,
      httpInstance: http.instance,
      logger: sdkLog,
      loggerLevel: LoggerLevel.error,
      autoReconnect: false,
      handshakeTimeoutMs,
      wsConfig: { pingTimeout: pingTimeoutSeconds },
      onReady: () => this.#opened(),
      onError: () => this.#failed(),
    });
  }

  /** Resolves when events can arrive. @throws ChatError */
  open(): Promise<void> {
    const limitMs = this.#options.handshakeTimeoutMs * 3;
    this.#timer = setTimeout(
      () => this.#opening.reject(new ChatError('timeout', 'the long connection did not open')),
      limitMs,
    );
    this.#client
      .start({ eventDispatcher: this.#dispatcher })
      .catch((error: unknown) => this.#opening.reject(chatErrorFrom(error)));
    return this.#opening.promise;
  }

  /** Resolves when the connection is gone, whoever ended it. */
  lost(): Promise<void> {
    return this.#losing.promise;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#ending.abort();
    this.#client.close({ force: true });
    this.#losing.resolve();
    this.#opening.reject(new ChatError('unreachable', 'the long connection was closed'));
  }

  /** Without its reconnect loop the SDK tells nobody about an end, so its state is looked at. */
  #opened(): void {
    clearTimeout(this.#timer);
    this.#timer = setInterval(() => {
      if (this.#client.getConnectionStatus().state !== 'connected') this.#losing.resolve();
    }, this.#options.watchdogMs);
    this.#opening.resolve();
  }

  #failed(): void {
    this.#opening.reject(this.#refusal ?? new ChatError('unreachable', 'the long connection was refused'));
  }

  #note(outcome: PlatformAnswer | HttpFailure): void {
    if (outcome instanceof HttpFailure) this.#refusal = chatErrorFrom(outcome);
    else this.#refusal = outcome.code === 0 ? undefined : chatErrorOf(outcome);
  }
}

/** Hands over the envelope as it came: the SDK would flatten it and lose the header's token. */
class DeskDispatcher extends EventDispatcher {
  readonly #desk: InboundDesk;

  constructor(desk: InboundDesk, logger: Logger) {
    super({ logger, loggerLevel: LoggerLevel.error });
    this.#desk = desk;
  }

  override invoke(data: unknown): Promise<unknown> {
    return this.#desk.take(data);
  }
}
