import type { HttpInstance } from '@larksuiteoapi/node-sdk';
import axios, { type AxiosResponse, type InternalAxiosRequestConfig, isAxiosError } from 'axios';
import type { Log } from '../../ports/log.ts';
import { fieldsOf } from './foreign.ts';
import { HttpFailure } from './http-failure.ts';
import { type PlatformAnswer, readAnswer } from './platform-answer.ts';

const TIMEOUT_MS = 12_000;
const MAX_BYTES = 10 * 1024 * 1024;
const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

export interface LarkHttpOptions {
  readonly log: Log;
  /** For every request, whatever the SDK asks for; 12 seconds. */
  readonly timeoutMs?: number;
  /** Ends requests under way. */
  readonly signal?: AbortSignal;
  /** Told about every answer and every failure, before the SDK sees it. */
  readonly onOutcome?: (outcome: PlatformAnswer | HttpFailure) => void;
}

export interface LarkHttp {
  /** For the SDK: resolves to the body alone, rejects with {@link HttpFailure} only. */
  readonly instance: HttpInstance;
  /** Status, code and headers that came with a body which `instance` resolved to. */
  answerWith(body: unknown): PlatformAnswer;
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
      const answer = readAnswer(response.status, response.data, response.headers);
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
  return {
    // The SDK's type promises bodies where axios' promises whole responses; the interceptor above unwraps them.
    instance: instance as unknown as HttpInstance,
    answerWith: (body) =>
      (typeof body === 'object' && body !== null ? answers.get(body) : undefined) ?? readAnswer(200, body, {}),
  };
}

/** The SDK wants the body, and for downloads (a private flag of its) the headers as well. */
function unwrap(response: AxiosResponse): AxiosResponse {
  const wantsHeaders = '$return_headers' in response.config && response.config.$return_headers === true;
  return wantsHeaders ? ({ data: response.data, headers: response.headers } as AxiosResponse) : response.data;
}

function failureFrom(thrown: unknown): HttpFailure {
  if (!isAxiosError(thrown)) return new HttpFailure({ networkCode: 'UNKNOWN' });
  const { response } = thrown;
  if (!response) return new HttpFailure({ networkCode: thrown.code ?? 'UNKNOWN' });
  return new HttpFailure({ answer: readAnswer(response.status, response.data, response.headers) });
}

function requestOf(config: InternalAxiosRequestConfig | undefined): object {
  const path = URL.canParse(config?.url ?? '') ? new URL(config?.url ?? '').pathname : undefined;
  return { method: config?.method, path };
}

function outcomeFields(outcome: PlatformAnswer | HttpFailure): object {
  if (!(outcome instanceof HttpFailure)) return outcome;
  return outcome.answer ? fieldsOf(outcome.answer) : { networkCode: outcome.networkCode };
}
