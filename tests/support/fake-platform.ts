import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** Empty for an upload's form. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** `cut` drops the connection, `hang` never answers; a string body is sent as it is. */
export type FakeAnswer =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: object | string }
  | 'cut'
  | 'hang';

/** A few lines of HTTP that answer as badly as a test wants: for what the emulator is too well-behaved to do. */
export class FakePlatform {
  readonly requests: FakeRequest[] = [];
  readonly #answer: (request: FakeRequest) => FakeAnswer;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(answer: (request: FakeRequest) => FakeAnswer) {
    this.#answer = answer;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const seen = {
      path: url.pathname,
      query: url.searchParams,
      authorization: request.headers.authorization,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
    this.requests.push(seen);
    const answer = this.#answer(seen);
    if (answer === 'hang') return;
    if (answer === 'cut') {
      response.socket?.destroy();
      return;
    }
    const isText = typeof answer.body === 'string';
    const type = isText ? 'text/html' : 'application/json; charset=utf-8';
    response.writeHead(answer.status ?? 200, { 'content-type': type, 'x-tt-logid': 'log-1', ...answer.headers });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  }
}

export const TOKEN_PATH = '/open-apis/auth/v3/tenant_access_token/internal';

export function aToken(token = 't-0123456789abcdef', expire = 7200): FakeAnswer {
  return { body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
}
