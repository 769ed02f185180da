import type { z } from 'zod';
import { badField } from '../api-error.ts';
import type { AppRegistration } from '../options.ts';
import type { Platform } from '../platform.ts';
import type { FormParts } from './multipart.ts';

/** One API call of an app, past the gateway. */
export interface Call {
  readonly platform: Platform;
  readonly app: AppRegistration;
  readonly now: number;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, or undefined when the body is something else. */
  readonly body: unknown;
  /** The parts of a multipart form; throws when the body is none. */
  form(): FormParts;
}

export type Answer =
  | { readonly data: object }
  /** Older APIs answer without `data`. */
  | { readonly topLevel: object }
  | { readonly bytes: Uint8Array; readonly name: string };

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the host, with `:name` for parameters. */
  readonly path: string;
  /** New messages: what `limited` and `answerLost` faults apply to. */
  readonly sends?: boolean;
  handle(call: Call): Answer | Promise<Answer>;
}

export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw badField(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

/** One page of a list in the platform's paging (`page_size`, `page_token`, `has_more`). */
export function pageOf<T>(all: readonly T[], query: URLSearchParams, most: number, usual = 20) {
  const size = Number(query.get('page_size') ?? usual);
  if (!Number.isInteger(size) || size < 1 || size > most) throw badField(`page_size must be 1 to ${most}`);
  const from = Number(query.get('page_token') || 0);
  if (!Number.isInteger(from) || from < 0) throw badField('page_token is unknown');
  const has_more = from + size < all.length;
  return { items: all.slice(from, from + size), has_more, page_token: has_more ? String(from + size) : '' };
}
