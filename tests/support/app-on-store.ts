import type { Database } from '../../src/adapters/prisma/database.ts';
import { PrismaDirectoryStore } from '../../src/adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaOutbox } from '../../src/adapters/prisma/prisma-outbox.ts';
import { PrismaQuotaStore } from '../../src/adapters/prisma/prisma-quota-store.ts';
import { PrismaScheduleStore } from '../../src/adapters/prisma/prisma-schedule-store.ts';
import { PrismaSettingsStore } from '../../src/adapters/prisma/prisma-settings-store.ts';
import { RememberedDirectory } from '../../src/adapters/prisma/remembered-directory.ts';
import type { Deps } from '../../src/app/deps.ts';
import { BugError } from '../../src/domain/invariant.ts';
import { DEFAULT_POLICY } from '../../src/domain/reminders/reminder-policy.ts';
import type { CardJson, ChatAddress, ChatGateway } from '../../src/ports/chat-gateway.ts';
import { RecordingLog } from './recording-log.ts';
import { countingIds, storePlan } from './stored-plan.ts';
import { TestClock } from './test-clock.ts';

export interface SentThing {
  readonly kind: 'card' | 'text' | 'file' | 'patch' | 'urgent';
  readonly to: string;
  readonly uuid: string | null;
  readonly content: CardJson | string;
}

/** Takes everything and keeps it; `fail` decides what happens to a call instead. Delivers a uuid once, as the platform does. */
export class RecordingChat implements ChatGateway {
  readonly calls: SentThing[] = [];
  fail: (call: SentThing) => Error | undefined = () => undefined;
  /** What happens elsewhere while the platform takes a call. */
  meanwhile: (call: SentThing) => Promise<void> = () => Promise.resolve();
  /** By message id. */
  readonly sentFiles = new Map<string, Uint8Array>();
  /** What people sent, by file key; a test puts it here. */
  readonly filesOfPeople = new Map<string, Uint8Array>();
  readonly #ids = new Map<string, string>();

  async sendCard({ to, card, uuid }: { to: ChatAddress; card: CardJson; uuid: string }) {
    return { messageId: await this.#take({ kind: 'card', to: nameOf(to), uuid, content: card }) };
  }

  async sendText({ to, text, uuid }: { to: ChatAddress; text: string; uuid: string }) {
    return { messageId: await this.#take({ kind: 'text', to: nameOf(to), uuid, content: text }) };
  }

  /** `content` is the file's name; the bytes are in {@link sentFiles}. */
  async sendFile({ to, name, bytes, uuid }: { to: ChatAddress; name: string; bytes: Uint8Array; uuid: string }) {
    const messageId = await this.#take({ kind: 'file', to: nameOf(to), uuid, content: name });
    this.sentFiles.set(messageId, bytes);
    return { messageId };
  }

  async downloadFile({ fileKey }: { messageId: string; fileKey: string }) {
    const bytes = this.filesOfPeople.get(fileKey);
    if (!bytes) throw new BugError(`no file ${fileKey} in this test`);
    return bytes;
  }

  /** `content` is the open_ids, separated by blanks. */
  async urge({ messageId, openIds }: { messageId: string; openIds: readonly string[] }) {
    const uuid = `urgent ${messageId} ${openIds.join(' ')}`;
    await this.#take({ kind: 'urgent', to: messageId, uuid, content: openIds.join(' ') });
  }

  async patchCard({ messageId, card }: { messageId: string; card: CardJson }) {
    await this.#take({ kind: 'patch', to: messageId, uuid: null, content: card });
  }

  async findOpenIds() {
    return [];
  }

  async botInfo() {
    return { name: '督办', openId: 'ou_bot' };
  }

  async listGroups() {
    return [];
  }

  async #take(call: SentThing): Promise<string> {
    this.calls.push(call);
    await this.meanwhile(call);
    const failure = this.fail(call);
    if (failure) throw failure;
    const key = call.uuid ?? call.to;
    const id = this.#ids.get(key) ?? `om_${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    return id;
  }
}

function nameOf(to: ChatAddress): string {
  return to.type === 'person' ? to.openId : to.chatId;
}

/** The use cases on a real store (new ids are `new-part-1 …`), with a clock that stands still and a platform that writes down what it gets. */
export function appOnStore(database: Database, at: string) {
  const clock = new TestClock(at);
  const counted = countingIds();
  const ids = { next: (kind: string) => counted.next(`new-${kind}`) };
  const chat = new RecordingChat();
  const log = new RecordingLog();
  const unused = () => Promise.reject(new BugError('this test reads no files'));
  const deps: Deps = {
    clock,
    ids,
    log,
    chat,
    policy: DEFAULT_POLICY,
    admins: [],
    ledger: new PrismaLedgerStore(database),
    outbox: new PrismaOutbox(database),
    directory: new RememberedDirectory(new PrismaDirectoryStore(database, { ids, clock }), { database, clock }),
    schedules: new PrismaScheduleStore(database),
    quotas: new PrismaQuotaStore(database),
    settings: new PrismaSettingsStore(database),
    documents: { read: unused },
    tables: {
      read: unused,
      write: unused,
      writePlan: unused,
    },
    papers: { writeDocument: unused, writeWorkbook: unused },
  };
  return { deps, clock, chat, log };
}

/** {@link appOnStore} on the plan of `storePlan`, with the liaison 张敏 on the platform as `ou_zhangmin`. */
export async function appOnPlan(database: Database, at: string) {
  await storePlan(database);
  const app = appOnStore(database, at);
  await nameOnPlatform(app.deps, { 张敏: 'ou_zhangmin' });
  return app;
}

/** Gives the people of the directory their open_ids, by name. */
export async function nameOnPlatform({ directory }: Deps, openIds: Readonly<Record<string, string>>): Promise<void> {
  const { people } = await directory.load();
  await directory.setOpenIds(
    people.flatMap(({ id, name }) => {
      const openId = openIds[name];
      return openId === undefined ? [] : [{ personId: id, openId }];
    }),
  );
}
