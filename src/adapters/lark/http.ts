import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import axios, { type AxiosError, type AxiosResponse, type InternalAxiosRequestConfig, isAxiosError } from 'axios';
import type { Log } from '../../ports/log.ts';
import { fieldsOf, parseJson } from './foreign.ts';
import { HttpFailure, OVER_LIMIT } from './http-failure.ts';
import { type PlatformAnswer, readAnswer } from './platform-answer.ts';

const TIMEOUT_MS = 12_000;
const MAX_BYTES = 10 * 1024 * 1024;
/** For a file both ways, however steadily it flows. */
const FILE_WITHIN_MS = 120_000;
const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

export interface LarkHttpOptions {
  readonly log: Log;
  /** For every request, whatever the SDK asks for; 12 seconds. */
  readonly timeoutMs?: number;
  /** For a whole file up or down; 2 minutes. */
  readonly fileTimeoutMs?: number;
  /** Ends requests under way. */
  readonly signal?: AbortSignal;
  /** Told about every answer and every failure, before the SDK sees it. */
  readonly onOutcome?: (outcome: PlatformAnswer | HttpFailure) => void;
}

/** A file goes past the SDK: it would drop the code of a refused upload and hide that of a refused download in a stream. */
export interface FileRequest {
  readonly url: string;
  readonly token: string;
}

export interface LarkHttp {
  /** For the SDK: resolves to the body alone, rejects with {@link HttpFailure} only. */
  readonly instance: HttpInstance;
  /** Status, code and headers that came with a body which `instance` resolved to. */
  answerWith(body: unknown): PlatformAnswer;
  /** Posts a form. @returns the body of the answer @throws HttpFailure */
  upload(request: FileRequest & { readonly form: FormData }): Promise<unknown>;
  /** @throws HttpFailure; with {@link OVER_LIMIT} as soon as more than `maxBytes` have come in */
  download(request: FileRequest & { readonly maxBytes: number }): Promise<Uint8Array>;
}

/** The SDK has no time limit, drops the headers of successes and logs what it catches: so it gets our own HTTP instance. */
export function createHttp(options: LarkHttpOptions): LarkHttp {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const answers = new WeakMap<object, PlatformAnswer>();
  const instance = axios.create({
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: MAX_BYTES,
    transitional: { clarifyTimeoutError: true },
    ...(options.signal ? { signal: options.signal } : {}),
  });

  const note = (outcome: PlatformAnswer | HttpFailure, config: InternalAxiosRequestConfig | undefined): void => {
    options.log.debug({ ...requestOf(config), ...outcomeFields(outcome) }, 'chat platform called');
    options.onOutcome?.(outcome);
  };

  instance.interceptors.request.use((config) => {
    config.timeout = Math.min(config.timeout || timeoutMs, timeoutMs);
    if (LOOPBACK.test(config.url ?? '')) config.proxy = false;
    return config;
  });
  instance.interceptors.response.use(
    (response) => {
      const answer = readAnswer(response.status, bodyOf(response), response.headers);
      note(answer, response.config);
      if (typeof response.data === 'object' && response.data !== null) answers.set(response.data, answer);
      return unwrap(response);
    },
    (thrown: unknown) => {
      const failure = failureFrom(thrown);
      note(failure, isAxiosError(thrown) ? thrown.config : undefined);
      return Promise.reject(failure);
    },
  );
  const fileLimits = ({ token }: FileRequest) => ({
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(options.fileTimeoutMs ?? FILE_WITHIN_MS),
  });
  return {
    // The SDK's type promises bodies where axios' promises whole responses; the interceptor above unwraps them.
    instance: instance as unknown as HttpInstance,
    answerWith: (body) =>
      (typeof body === 'object' && body !== null ? answers.get(body) : undefined) ?? readAnswer(200, body, {}),
    upload: async ({ form, ...request }) => instance.post<unknown, unknown>(request.url, form, fileLimits(request)),
    download: async ({ maxBytes, ...request }) => {
      const limits = { ...fileLimits(request), maxContentLength: maxBytes, responseType: 'arraybuffer' } as const;
      const bytes = await instance.get<Uint8Array, Uint8Array>(request.url, limits);
      const answer = answers.get(bytes);
      // A refusal may come with HTTP 200; a file that is JSON itself says where it belongs.
      if (answer && answer.code !== null && answer.code !== 0) throw new HttpFailure({ answer });
      return bytes;
    },
  };
}

/** The SDK wants the body, and for downloads (a private flag of its) the headers as well. */
function unwrap(response: AxiosResponse): AxiosResponse {
  const wantsHeaders = '$return_headers' in response.config && response.config.$return_headers === true;
  return wantsHeaders ? ({ data: response.data, headers: response.headers } as AxiosResponse) : response.data;
}

/** Bytes are a file, or the platform's refusal to give one. */
function bodyOf({ data, headers }: AxiosResponse): unknown {
  if (!(data instanceof Uint8Array)) return data;
  const isRefusal = /json/.test(String(headers['content-type'])) && headers['content-disposition'] === undefined;
  return isRefusal ? parseJson(new TextDecoder().decode(data)) : null;
}

function failureFrom(thrown: unknown): HttpFailure {
  if (!isAxiosError(thrown)) return new HttpFailure({ networkCode: 'UNKNOWN' });
  const { response } = thrown;
  if (!response) return new HttpFailure({ networkCode: networkCodeOf(thrown) });
  return new HttpFailure({ answer: readAnswer(response.status, bodyOf(response), response.headers) });
}

function networkCodeOf({ code, message, config }: AxiosError): string {
  // axios has one code for an answer cut by the other side and one that it stopped reading itself.
  if (message.startsWith('maxContentLength')) return OVER_LIMIT;
  const ended = config?.signal?.aborted === true && fieldsOf(fieldsOf(config.signal).reason).name === 'TimeoutError';
  return ended ? 'ETIMEDOUT' : (code ?? 'UNKNOWN');
}

function requestOf(config: InternalAxiosRequestConfig | undefined): object {
  const path = URL.canParse(config?.url ?? '') ? new URL(config?.url ?? '').pathname : undefined;
  return { method: config?.method, path };
}

function outcomeFields(outcome: PlatformAnswer | HttpFailure): object {
  if (!(outcome instanceof HttpFailure)) return outcome;
  return outcome.answer ? fieldsOf(outcome.answer) : { networkCode: outcome.networkCode };
}
