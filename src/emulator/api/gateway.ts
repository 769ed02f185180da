import { ApiError } from '../api-error.ts';
import { type Incoming, jsonBody, jsonReply, type Reply, withLogId } from '../http-exchange.ts';
import type { AppRegistration } from '../options.ts';
import type { Platform } from '../platform.ts';
import { API_TIER } from '../rate-limits.ts';
import { signIns } from './app-sign-in.ts';
import { botRoutes } from './bot.ts';
import { changeRoutes } from './change-messages.ts';
import { chatRoutes } from './chats.ts';
import { contactRoutes } from './contacts.ts';
import { fileRoutes } from './files.ts';
import { type FormParts, parseMultipart } from './multipart.ts';
import { readRoutes } from './read-messages.ts';
import type { Answer, Route } from './route.ts';
import { sendRoutes } from './send-messages.ts';

/** One API call as a test wants to see it. */
export interface RecordedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** `cut` when the connection was dropped. */
  readonly status: number | 'cut';
}

const ROUTES: readonly Route[] = [
  ...sendRoutes,
  ...changeRoutes,
  ...readRoutes,
  ...chatRoutes,
  ...fileRoutes,
  ...contactRoutes,
  ...botRoutes,
];

/** The one entrance of all API calls: faults, tokens, rates, and the words of refusal. */
export class Gateway {
  readonly requests: RecordedRequest[] = [];
  readonly unknownPaths: string[] = [];
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async handle(incoming: Incoming): Promise<Reply> {
    const reply = withLogId(await this.#answer(incoming));
    const status = 'cut' in reply ? 'cut' : reply.status;
    const { method, url } = incoming;
    this.requests.push({ at: this.#platform.clock.now(), method, path: url.pathname, status });
    this.#platform.log(`${method} ${url.pathname} ${status}`);
    return reply;
  }

  async #answer(incoming: Incoming): Promise<Reply> {
    const { down } = this.#platform.faults.current;
    if (down === 'drop') return { cut: true };
    if (down === 'unavailable') return jsonReply(503, { code: 1, msg: 'service unavailable' });
    try {
      const signIn = signIns.find(({ path }) => path === incoming.url.pathname && incoming.method === 'POST');
      if (signIn) return jsonReply(200, signIn.answer(this.#platform, jsonBody(incoming), incoming.host));
      return await this.#call(incoming);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return jsonReply(error.status, { code: error.code, msg: error.message }, error.headers);
    }
  }

  async #call(incoming: Incoming): Promise<Reply> {
    const platform = this.#platform;
    const now = platform.clock.now();
    const { route, params } = this.#route(incoming);
    const app = this.#appOf(incoming, now);
    this.#limit(`${app.appId} ${route.method} ${route.path}`, route, now);
    const answer = await route.handle({
      platform,
      app,
      now,
      params,
      query: incoming.url.searchParams,
      body: jsonBody(incoming),
      form: () => formOf(incoming),
    });
    if (route.sends && platform.faults.takeAnswerLost()) return { cut: true };
    return replyWith(answer);
  }

  #route({ method, url }: Incoming): { route: Route; params: Record<string, string> } {
    const sameSpot = ROUTES.flatMap((route) => {
      const params = match(route.path, url.pathname);
      return params ? [{ route, params }] : [];
    });
    const found = sameSpot.find(({ route }) => route.method === method);
    if (found) return found;
    this.unknownPaths.push(`${method} ${url.pathname}`);
    if (sameSpot.length > 0) throw new ApiError(99991301, 'method not allowed', 405);
    throw new ApiError(99991201, 'path not found', 404);
  }

  #appOf({ headers }: Incoming, now: number): AppRegistration {
    const [scheme, token = ''] = (headers.authorization ?? '').split(' ');
    if (scheme !== 'Bearer' || token === '') throw new ApiError(99991661, 'Missing access token for authorization.');
    if (!/^[tu]-/.test(token)) throw new ApiError(99991671, 'token must begin with t- or u-');
    const { tokenDead } = this.#platform.faults.current;
    if (tokenDead) throw new ApiError(99991663, 'Invalid access token for authorization.', tokenDead.httpStatus);
    const app = this.#platform.directory.app(this.#platform.tokens.appOf(token, now) ?? '');
    if (!app) throw new ApiError(99991663, 'Invalid access token for authorization.');
    return app;
  }

  #limit(key: string, route: Route, now: number): void {
    const announced = route.sends ? this.#platform.faults.takeLimited() : null;
    if (announced !== null) throw limited(5, announced);
    const exceeded = this.#platform.limits.take(key, API_TIER, now);
    if (exceeded) throw limited(exceeded.limit, Math.ceil(exceeded.waitMs / 1000));
  }
}

function limited(limit: number, resetSeconds: number): ApiError {
  return new ApiError(99991400, 'request trigger frequency limit', 429, {
    'x-ogw-ratelimit-limit': String(limit),
    'x-ogw-ratelimit-reset': String(resetSeconds),
  });
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}

function replyWith(answer: Answer): Reply {
  if ('bytes' in answer) {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`;
    const headers = { 'content-type': 'application/octet-stream', 'content-disposition': disposition };
    return { status: 200, headers, body: answer.bytes };
  }
  if ('topLevel' in answer) return jsonReply(200, { code: 0, msg: 'ok', ...answer.topLevel });
  return jsonReply(200, { code: 0, msg: 'success', data: answer.data });
}

function formOf({ headers, body }: Incoming): FormParts {
  const parts = parseMultipart(body, headers['content-type'] ?? '');
  if (!parts) throw new ApiError(234001, 'Invalid request param.');
  return parts;
}
