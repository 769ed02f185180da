import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { newId } from '../ids.ts';
import { type BotAnswer, type Carrier, readAnswer } from './carrier.ts';
import { CONTROL, DATA, decodeFrame, encodeFrame, type Frame } from './frame.ts';

/** Seconds. Short, so that a bot is back soon after a connection was dropped. */
const CLIENT_CONFIG = { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 30 };

const MAX_CONNECTIONS = 50;
/** A client that does not ping on opening is taken to listen after this time. */
const LISTENING_AFTER_MS = 1000;
const SERVICE_ID = 33554678;

const replySchema = z.object({ code: z.int(), data: z.string().optional() });

interface Connection {
  readonly appId: string;
  readonly socket: WebSocket;
  readonly waiting: Map<string, (answer: BotAnswer) => void>;
}

/** The platform's end of the bots' long connections: each delivery goes to one of an app's connections, by chance. */
export class LongConnections implements Carrier {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Map<string, string>();
  readonly #connections = new Set<Connection>();
  /** Those whose client listens: the SDK pings at once but hears nothing of what comes before its ping. */
  readonly #listening = new Set<Connection>();
  readonly #answerWithinMs: number;
  readonly #onChange: () => void;
  #sequence = 0;

  constructor(answerWithinMs: number, onChange: () => void) {
    this.#answerWithinMs = answerWithinMs;
    this.#onChange = onChange;
  }

  isFull(appId: string): boolean {
    return [...this.#connections].filter((each) => each.appId === appId).length >= MAX_CONNECTIONS;
  }

  /** What a client needs to connect. `service_id` never comes first in the URL: the SDK would misread it. */
  endpoint(host: string, appId: string): object {
    const ticket = newId('');
    this.#tickets.set(ticket, appId);
    const query = `device_id=${newId('').slice(0, 12)}&service_id=${SERVICE_ID}&ticket=${ticket}`;
    return { URL: `ws://${host}/ws/v2?${query}`, ClientConfig: CLIENT_CONFIG };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    const appId = this.#tickets.get(ticket);
    if (!appId || this.isFull(appId)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nHandshake-Status: 514\r\nHandshake-Msg: auth failed\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(appId, opened));
  }

  reaches(appId: string): boolean {
    return this.#reachable(appId).length > 0;
  }

  deliver(appId: string, payload: string): Promise<BotAnswer> {
    const open = this.#reachable(appId);
    const connection = open[Math.floor(Math.random() * open.length)];
    if (!connection) return Promise.resolve({ kind: 'lost' });
    const messageId = newId('');
    return new Promise((resolve) => {
      const settle = (answer: BotAnswer) => {
        clearTimeout(timer);
        connection.waiting.delete(messageId);
        resolve(answer);
      };
      const timer = setTimeout(() => settle({ kind: 'timeout' }), this.#answerWithinMs);
      connection.waiting.set(messageId, settle);
      const headers = { type: 'event', message_id: messageId, sum: '1', seq: '0', trace_id: newId('') };
      this.#send(connection, { method: DATA, headers, payload });
    });
  }

  dropAll(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  close(): void {
    this.dropAll();
    this.#server.close();
  }

  #open(appId: string, socket: WebSocket): void {
    const connection: Connection = { appId, socket, waiting: new Map() };
    this.#connections.add(connection);
    const patience = setTimeout(() => this.#listens(connection), LISTENING_AFTER_MS);
    socket.on('message', (data) => this.#receive(connection, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(patience);
      this.#connections.delete(connection);
      this.#listening.delete(connection);
      for (const settle of connection.waiting.values()) settle({ kind: 'lost' });
      this.#onChange();
    });
  }

  #listens(connection: Connection): void {
    if (this.#listening.has(connection)) return;
    this.#listening.add(connection);
    this.#onChange();
  }

  #receive(connection: Connection, data: RawData): void {
    let frame: Frame;
    try {
      frame = decodeFrame(bytesOf(data));
    } catch {
      connection.socket.close(1002, 'not a frame');
      return;
    }
    if (frame.method === CONTROL) {
      if (frame.headers.type !== 'ping') return;
      this.#send(connection, { method: CONTROL, headers: { type: 'pong' }, payload: JSON.stringify(CLIENT_CONFIG) });
      this.#listens(connection);
      return;
    }
    connection.waiting.get(frame.headers.message_id ?? '')?.(answerIn(frame.payload));
  }

  #send({ socket }: Connection, frame: Frame): void {
    this.#sequence += 1;
    socket.send(encodeFrame(frame, SERVICE_ID, this.#sequence));
  }

  #reachable(appId: string): readonly Connection[] {
    return [...this.#listening].filter(({ appId: owner, socket }) => owner === appId && socket.readyState === 1);
  }
}

function answerIn(payload: string): BotAnswer {
  const outer = readAnswer(200, payload);
  const reply = replySchema.safeParse(outer.kind === 'answered' ? outer.body : undefined);
  if (!reply.success) return { kind: 'malformed', status: 0 };
  return readAnswer(reply.data.code, Buffer.from(reply.data.data ?? '', 'base64').toString());
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
