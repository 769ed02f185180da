import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatInstant, type Instant } from '../../domain/calendar/civil-date.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventSource, InboundHandlers } from '../../ports/inbound.ts';
import type { Log } from '../../ports/log.ts';
import { ChatError } from './errors.ts';
import { InboundDesk, type InboundWording } from './inbound-desk.ts';
import { type Verdict, verifyRequest, type WebhookSecrets } from './verify-request.ts';

const PATHS: readonly string[] = ['/webhook/event', '/webhook/card'];
const MAX_BYTES = 1024 * 1024;

export interface LarkWebhookOptions extends WebhookSecrets {
  readonly clock: Clock;
  readonly log: Log;
  readonly answerWithinMs?: number;
  readonly wording?: InboundWording;
}

/** Events and callbacks over HTTP. The server is the program's own: it offers each request to {@link LarkWebhook.handle}. */
export class LarkWebhook implements EventSource {
  readonly #options: LarkWebhookOptions;
  #desk: InboundDesk | undefined;
  #lastAt: Instant | undefined;

  constructor(options: LarkWebhookOptions) {
    this.#options = options;
  }

  /** @throws ChatError `bad-credentials` without encrypt key and verification token: anybody could then press buttons */
  async start(handlers: InboundHandlers): Promise<void> {
    const { encryptKey, verificationToken } = this.#options;
    if (encryptKey === '' || verificationToken === '') {
      throw new ChatError('bad-credentials', 'webhook mode needs an encrypt key and a verification token');
    }
    this.#desk = new InboundDesk({ ...this.#options, handlers });
  }

  status(): { readonly connected: boolean; readonly detail: string } {
    if (!this.#desk) return { connected: false, detail: 'webhook is not listening' };
    const last = this.#lastAt === undefined ? 'nothing came in yet' : `last request at ${formatInstant(this.#lastAt)}`;
    return { connected: true, detail: `webhook is listening, ${last}` };
  }

  async stop(): Promise<void> {
    const desk = this.#desk;
    this.#desk = undefined;
    await desk?.settled();
  }

  /** For the HTTP server. @returns whether the path is ours; the response is then taken care of */
  readonly handle = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (!PATHS.includes((request.url ?? '').split('?')[0] ?? '')) return false;
    this.#serve(request, response).catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'webhook request failed');
      answer(response, 500, {});
    });
    return true;
  };

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const desk = this.#desk;
    if (request.method !== 'POST') return answer(response, 405, { error: 'POST only' });
    if (!desk) return answer(response, 503, { error: 'not started' });
    const rawBody = await readBody(request);
    if (!rawBody) {
      // What is still on its way is not read; the connection cannot be used again.
      response.setHeader('connection', 'close');
      return answer(response, 413, { error: 'body too large' });
    }
    const verdict = this.#verify(request, rawBody);
    switch (verdict.kind) {
      case 'refused':
        this.#options.log.warn({ reason: verdict.reason, status: verdict.status }, 'webhook request refused');
        return answer(response, verdict.status, { error: verdict.reason });
      case 'url-check':
        return answer(response, 200, { challenge: verdict.challenge });
      case 'event':
        this.#lastAt = this.#options.clock.now();
        return answer(response, 200, await desk.take(verdict.envelope));
    }
  }

  #verify(request: IncomingMessage, rawBody: Uint8Array): Verdict {
    const signed = {
      rawBody,
      timestamp: headerOf(request, 'x-lark-request-timestamp'),
      nonce: headerOf(request, 'x-lark-request-nonce'),
      signature: headerOf(request, 'x-lark-signature'),
    };
    return verifyRequest(signed, this.#options, this.#options.clock.now());
  }
}

/** The bytes as sent (a character may be split between chunks), or `undefined` above the limit. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving early must not tear down the connection that the refusal goes out on.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > MAX_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
