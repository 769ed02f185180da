import { z } from 'zod';
import { type Instant, parseInstant } from './domain/calendar/civil-date.ts';
import { type Outcome, ok, refused } from './domain/outcome.ts';

/** The environment, read once. Nothing else looks at `process.env`. */
export interface Config {
  /** Null until both are set; `start` and `doctor` need them. */
  readonly app: { readonly id: string; readonly secret: string } | null;
  /** Base address without a trailing slash. */
  readonly larkDomain: string;
  readonly transport: 'ws' | 'webhook';
  readonly encryptKey: string | null;
  readonly verificationToken: string | null;
  readonly databaseUrl: string;
  readonly port: number;
  /** open_ids of the first administrators. */
  readonly admins: readonly string[];
  /** Where the clock starts, or null for real time. */
  readonly clockStart: Instant | null;
  readonly logLevel: (typeof LEVELS)[number];
}

/** One thing that is wrong with the environment. */
export interface ConfigProblem {
  readonly kind: 'bad-variable' | 'clock-needs-loopback' | 'webhook-needs-keys';
  readonly variable: string;
  readonly value: string;
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const text = z
  .string()
  .transform((value) => value.trim())
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const Environment = z.object({
  LARK_APP_ID: text,
  LARK_APP_SECRET: text,
  LARK_DOMAIN: text.refine((value) => value === undefined || isWebAddress(value)),
  LARK_TRANSPORT: text.pipe(z.enum(['ws', 'webhook']).optional()),
  LARK_ENCRYPT_KEY: text,
  LARK_VERIFICATION_TOKEN: text,
  DATABASE_URL: text.refine((value) => value === undefined || /^file:.+/.test(value)),
  PORT: text.refine((value) => value === undefined || (/^\d+$/.test(value) && Number(value) <= 65535)),
  DUBAN_ADMINS: text.refine((value) => listOf(value).every((id) => /^ou_\S+$/.test(id))),
  DUBAN_CLOCK: text.refine((value) => value === undefined || parseInstant(value) !== undefined),
  LOG_LEVEL: text.pipe(z.enum(LEVELS).optional()),
});

/** @returns the configuration, or the first thing that is wrong with it */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Outcome<Config, ConfigProblem> {
  const read = Environment.safeParse(env);
  if (!read.success) {
    const variable = String(read.error.issues[0]?.path[0] ?? '');
    return refused({ kind: 'bad-variable', variable, value: env[variable] ?? '' });
  }
  const value = read.data;
  const larkDomain = (value.LARK_DOMAIN ?? 'https://open.feishu.cn').replace(/\/+$/, '');
  const transport = value.LARK_TRANSPORT ?? 'ws';
  if (value.DUBAN_CLOCK !== undefined && !isLoopback(larkDomain)) {
    return refused({ kind: 'clock-needs-loopback', variable: 'DUBAN_CLOCK', value: value.DUBAN_CLOCK });
  }
  if (transport === 'webhook' && !(value.LARK_ENCRYPT_KEY && value.LARK_VERIFICATION_TOKEN)) {
    const variable = value.LARK_ENCRYPT_KEY ? 'LARK_VERIFICATION_TOKEN' : 'LARK_ENCRYPT_KEY';
    return refused({ kind: 'webhook-needs-keys', variable, value: '' });
  }
  return ok({
    app: value.LARK_APP_ID && value.LARK_APP_SECRET ? { id: value.LARK_APP_ID, secret: value.LARK_APP_SECRET } : null,
    larkDomain,
    transport,
    encryptKey: value.LARK_ENCRYPT_KEY ?? null,
    verificationToken: value.LARK_VERIFICATION_TOKEN ?? null,
    databaseUrl: value.DATABASE_URL ?? 'file:./data/duban.db',
    port: Number(value.PORT ?? 8080),
    admins: listOf(value.DUBAN_ADMINS),
    clockStart: value.DUBAN_CLOCK === undefined ? null : (parseInstant(value.DUBAN_CLOCK) ?? null),
    logLevel: value.LOG_LEVEL ?? 'info',
  });
}

/** Whether an address points at this machine: only there may time be anything but real. */
export function isLoopback(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '').split(/[,，\s]+/).filter((id) => id !== '');
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
