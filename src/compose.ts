import { FileDocumentReader } from './adapters/documents/file-document-reader.ts';
import { unconfiguredChat } from './adapters/lark/unconfigured-chat.ts';
import type { LarkWebhook } from './adapters/lark/webhook.ts';
import { type Database, openDatabase } from './adapters/prisma/database.ts';
import { migrateDatabase } from './adapters/prisma/migrate.ts';
import { PrismaDirectoryStore } from './adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from './adapters/prisma/prisma-ledger-store.ts';
import { PrismaOutbox } from './adapters/prisma/prisma-outbox.ts';
import { PrismaQuotaStore } from './adapters/prisma/prisma-quota-store.ts';
import { PrismaScheduleStore } from './adapters/prisma/prisma-schedule-store.ts';
import { PrismaSettingsStore } from './adapters/prisma/prisma-settings-store.ts';
import { RememberedDirectory } from './adapters/prisma/remembered-directory.ts';
import { PinoLog } from './adapters/system/pino-log.ts';
import { RandomIds } from './adapters/system/random-ids.ts';
import { ShiftedClock, SystemClock } from './adapters/system/system-clock.ts';
import type { Delivery } from './app/deliver-outbox.ts';
import type { Deps } from './app/deps.ts';
import type { Config } from './config.ts';
import { createLimits } from './domain/delivery/send-limits.ts';
import { DEFAULT_POLICY } from './domain/reminders/reminder-policy.ts';
import { handleCardAction } from './handlers/card-action.ts';
import { handleFile, handleOther } from './handlers/file-message.ts';
import { handleMenu } from './handlers/menu.ts';
import { handleText } from './handlers/text-message.ts';
import { createScheduler, type Scheduler } from './jobs/scheduler.ts';
import type { Clock } from './ports/clock.ts';
import type { EventSource, InboundHandlers } from './ports/inbound.ts';
import type { PaperFile } from './ports/paper-file.ts';
import type { TableFile } from './ports/table-file.ts';

/** The whole program, built once and not yet running. */
export interface App {
  readonly deps: Deps;
  readonly database: Database;
  readonly handlers: InboundHandlers;
  readonly scheduler: Scheduler;
  /** Null until an app id and secret are configured. */
  readonly events: EventSource | null;
  /** In webhook mode the handler to mount; else null. */
  readonly webhook: LarkWebhook | null;
  /** Stops what runs and closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Migrates the database, then builds everything; nothing else constructs an adapter. Large libraries are loaded only where the
 * configuration or the work needs them, so that a command on the ledger does not wait for the platform's SDK.
 */
export async function compose(config: Config, overrides: Partial<Deps> = {}): Promise<App> {
  const clock = overrides.clock ?? clockOf(config);
  const secrets = [config.app?.secret, config.encryptKey, config.verificationToken].filter((secret) => secret != null);
  const log = overrides.log ?? new PinoLog({ level: config.logLevel, secrets });
  await migrateDatabase(config.databaseUrl);
  const database = await openDatabase(config.databaseUrl);
  const ids = overrides.ids ?? new RandomIds(clock);
  const deps: Deps = {
    clock,
    ids,
    log,
    ledger: new PrismaLedgerStore(database),
    outbox: new PrismaOutbox(database),
    directory: new RememberedDirectory(new PrismaDirectoryStore(database, { ids, clock }), { database, clock }),
    schedules: new PrismaScheduleStore(database),
    quotas: new PrismaQuotaStore(database),
    settings: new PrismaSettingsStore(database),
    documents: new FileDocumentReader(),
    tables: tablesWhenNeeded(),
    papers: papersWhenNeeded(),
    chat: await chatOf(config, { clock, log }),
    policy: DEFAULT_POLICY,
    admins: config.admins,
    ...overrides,
  };
  const delivery: Delivery = { limits: createLimits(), jitter: Math.random };
  const scheduler = createScheduler(deps, delivery, Date.now);
  const handlers: InboundHandlers = {
    onCardAction: (action) => handleCardAction(deps, action),
    onText: (message) => handleText(deps, message),
    onFile: (message) => handleFile(deps, message),
    onOther: (message) => handleOther(deps, message),
    onMenu: (press) => handleMenu(deps, press),
  };
  const { events, webhook } = await eventSourceOf(config, { clock, log });
  let closing: Promise<void> | null = null;
  const close = async () => {
    await events?.stop();
    await scheduler.stop();
    await database.close();
  };
  return {
    deps,
    database,
    handlers,
    scheduler,
    events,
    webhook,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** Real time, unless the configuration starts it elsewhere. */
export function clockOf({ clockStart }: Config): Clock {
  return clockStart === null ? new SystemClock() : new ShiftedClock(clockStart);
}

function tablesWhenNeeded(): TableFile {
  const load = async () => new (await import('./adapters/documents/table-file.ts')).LibraryTableFile();
  return {
    read: async (...file) => (await load()).read(...file),
    write: async (...table) => (await load()).write(...table),
    writePlan: async (sheet) => (await load()).writePlan(sheet),
  };
}

function papersWhenNeeded(): PaperFile {
  const load = async () => new (await import('./adapters/documents/papers/library-paper-file.ts')).LibraryPaperFile();
  return {
    writeDocument: async (paper) => (await load()).writeDocument(paper),
    writeWorkbook: async (paper) => (await load()).writeWorkbook(paper),
  };
}

async function chatOf(config: Config, { clock, log }: Pick<Deps, 'clock' | 'log'>): Promise<Deps['chat']> {
  if (!config.app) return unconfiguredChat();
  const { LarkChatGateway } = await import('./adapters/lark/lark-chat-gateway.ts');
  return new LarkChatGateway({
    appId: config.app.id,
    appSecret: config.app.secret,
    domain: config.larkDomain,
    clock,
    log,
  });
}

async function eventSourceOf(
  config: Config,
  { clock, log }: Pick<Deps, 'clock' | 'log'>,
): Promise<{ events: EventSource | null; webhook: LarkWebhook | null }> {
  if (!config.app) return { events: null, webhook: null };
  const app = { appId: config.app.id, clock, log };
  if (config.transport === 'webhook') {
    const keys = { encryptKey: config.encryptKey ?? '', verificationToken: config.verificationToken ?? '' };
    const { LarkWebhook } = await import('./adapters/lark/webhook.ts');
    const webhook = new LarkWebhook({ ...app, ...keys });
    return { events: webhook, webhook };
  }
  const { LarkLongConnection } = await import('./adapters/lark/long-connection.ts');
  const events = new LarkLongConnection({ ...app, appSecret: config.app.secret, domain: config.larkDomain });
  return { events, webhook: null };
}
