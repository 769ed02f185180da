import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from './ids.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** A request that was read whole. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly host: string;
  readonly body: Buffer<ArrayBuffer>;
}

/** What to answer; `cut` drops the connection without a word. */
export type Reply =
  | { readonly cut: true }
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Uint8Array };

/** Nobody sends that much to a platform in memory. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

export async function readRequest(request: IncomingMessage): Promise<Incoming> {
  if (Number(request.headers['content-length']) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new BodyTooLarge();
    chunks.push(bytes);
  }
  const host = request.headers.host ?? '127.0.0.1';
  const url = new URL(`http://${host}${request.url ?? '/'}`);
  return {
    method: request.method ?? 'GET',
    url,
    headers: request.headers,
    host,
    body: Buffer.from(Buffer.concat(chunks)),
  };
}

export function writeReply(response: ServerResponse, reply: Reply): void {
  if ('cut' in reply) {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}

export function jsonReply(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reply {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(body) };
}

/** Every answer of the platform carries a log id that its support asks for. */
export function withLogId(reply: Reply): Reply {
  return 'cut' in reply ? reply : { ...reply, headers: { ...reply.headers, 'X-Tt-Logid': newId('').slice(0, 24) } };
}

/** The parsed JSON body; undefined when it is something else, `{}` when there is none. */
export function jsonBody({ body }: Incoming): unknown {
  if (body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return parsed;
  } catch {
    return undefined;
  }
}
