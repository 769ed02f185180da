import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Person } from './acts/person.ts';
import { messageView } from './acts/views.ts';
import { Gateway, type RecordedRequest } from './api/gateway.ts';
import type { EventRecord } from './events/event-queue.ts';
import { BodyTooLarge, jsonReply, type Reply, readRequest, writeReply } from './http-exchange.ts';
import type { EmulatorOptions } from './options.ts';
import type { Faults, PageMessage } from './page-api.ts';
import { createPlatform, type Platform } from './platform.ts';
import { ChangeStreams } from './web/change-streams.ts';
import { pageReply } from './web/page-routes.ts';
import { staticFile } from './web/static-files.ts';

const TICK_MS = 250;

/*
 * Where what lives: `api/` is what bots call, `events/` what they are told, `acts/` what people do, `card-json/` which
 * cards are valid, `store/` what the platform remembers, `web/` the page's calls and files, `page/` the page itself.
 */

/** A running platform, for a host or a test in the same process. */
export interface Emulator {
  /** Without a trailing slash: fit for the SDK's `domain`. */
  readonly url: string;
  /** Ends every socket, stream and timer. */
  close(): Promise<void>;
  /** Acts of one person; throws for a stranger. */
  as(openId: string): Person;
  readonly faults: Required<Faults>;
  /** Absent fields stay as they are, `null` mends. */
  setFaults(faults: Faults): void;
  /** A group as it stands, without anybody reading it. */
  groupMessages(chatId: string): readonly PageMessage[];
  readonly requests: readonly RecordedRequest[];
  /** `METHOD path` of calls the emulator does not know: a test fails on them. */
  readonly unknownPaths: readonly string[];
  readonly events: readonly EventRecord[];
  readonly botConnected: boolean;
  /** Cuts every long connection, as a network fault would. */
  dropConnections(): void;
  /** Sends an event again with the same event_id; true when the bot acknowledges. */
  redeliver(eventId: string): Promise<boolean>;
  /** Delivers what is due now; to be called after moving an injected clock. */
  tick(): void;
  /** Resolves when no event is on its way. */
  settled(): Promise<void>;
  /** Resolves with the first defined answer of `look`, asked now and after every change. */
  until<T>(look: () => T | undefined, withinMs?: number): Promise<T>;
  /** Webhook mode: whether the first app's URL answers the challenge. */
  verifyWebhook(): Promise<boolean>;
}

export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const platform = createPlatform(options);
  const gateway = new Gateway(platform);
  const streams = new ChangeStreams(platform.changes);
  const server = createServer((request, response) => {
    void serve(platform, gateway, streams, request, response);
  });
  server.on('upgrade', (request, socket, head) => platform.connections.upgrade(request, socket, head));
  const port = await listen(server, options.port ?? 0);
  const ticking = setInterval(() => platform.events.tick(), TICK_MS).unref();

  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      clearInterval(ticking);
      streams.close();
      platform.connections.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    as: (openId) => new Person(platform, openId),
    get faults() {
      return platform.faults.current;
    },
    setFaults: (faults) => platform.faults.change(faults),
    groupMessages: (chatId) => platform.messages.inChat(chatId).map((message) => messageView(platform, message)),
    requests: gateway.requests,
    unknownPaths: gateway.unknownPaths,
    get events() {
      return platform.events.records;
    },
    get botConnected() {
      return platform.directory.apps.some(({ appId }) => platform.carrier.reaches(appId));
    },
    dropConnections: () => platform.connections.dropAll(),
    redeliver: (eventId) => platform.events.redeliver(eventId),
    tick: () => platform.events.tick(),
    settled: () => platform.events.settled(),
    until: (look, withinMs) => platform.changes.until(look, withinMs),
    verifyWebhook: async () => {
      const [app] = platform.directory.apps;
      return app && platform.webhook ? platform.webhook.verifyUrl(app) : false;
    },
  };
}

async function serve(
  platform: Platform,
  gateway: Gateway,
  streams: ChangeStreams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const incoming = await readRequest(request);
    const { pathname } = incoming.url;
    if (pathname === '/emulator/stream') return streams.add(response);
    if (/^\/(open-apis|callback)\//.test(pathname)) return writeReply(response, await gateway.handle(incoming));
    writeReply(response, (await pageReply(platform, incoming)) ?? (await staticFile(pathname)));
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      request.resume();
      return writeReply(response, tooLargeReply);
    }
    platform.log(`emulator failed: ${String(error)}`);
    if (!response.headersSent) writeReply(response, brokenReply);
  }
}

const tooLargeReply: Reply = jsonReply(
  413,
  { code: 1, msg: 'request body is too large', error: '模拟平台一次最多收 64 MB' },
  { connection: 'close' },
);
const brokenReply: Reply = jsonReply(500, { code: 1, msg: 'internal error', error: '模拟平台内部出错' });

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
