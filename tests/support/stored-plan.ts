import type { Database } from '../../src/adapters/prisma/database.ts';
import { PrismaDirectoryStore } from '../../src/adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { civil, type Instant, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../../src/domain/delivery/message.ts';
import type { OfficeInput } from '../../src/domain/directory/office-input.ts';
import type { Reply } from '../../src/domain/ledger/part.ts';
import type { LedgerTask, NewOccurrence, Plan, PlanVersion } from '../../src/domain/ledger/plan.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';
import type { Ids } from '../../src/ports/ids.ts';
import type { LedgerChange, LedgerStore } from '../../src/ports/ledger-store.ts';
import { byRule } from './parts.ts';

export const NOW: Instant = instantOf('2017-12-18T09:00+08:00');
export const TITLE = '2017年政务公开工作要点任务分解表';

const REPORT = {
  plan: { title: TITLE, year: 2017, issuedOn: null, issuer: null },
  tasks: [],
  issues: [],
  layout: null,
};

/** `task-1, task-2, office-1 …` */
export function countingIds(): Ids {
  const counts = new Map<string, number>();
  return {
    next: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}-${count}`;
    },
  };
}

export const DUE_RULE: Rule = { kind: 'by', on: civil('2017-12-31'), soft: false, phrase: '12月底前', place: 'text' };

export function aPlan(plan: Partial<Plan> = {}): Plan {
  const facts = {
    title: TITLE,
    year: 2017,
    issuedOn: civil('2017-03-10'),
    issuer: '省政府办公厅',
    ownerOfficeId: null,
  };
  return { id: 'plan-1', ...facts, state: 'draft', createdAt: NOW, ...plan };
}

export function aVersion(version: Partial<PlanVersion> = {}): PlanVersion {
  const source = { sourceName: '要点.docx', sourceHash: 'ab'.repeat(32), report: REPORT };
  return { id: 'version-1', planId: 'plan-1', number: 1, ...source, createdAt: NOW, state: 'draft', ...version };
}

export function aTask(task: Partial<LedgerTask> = {}): LedgerTask {
  const order = task.order ?? 0;
  return {
    id: `task-${order + 1}`,
    planId: 'plan-1',
    order,
    no: `${order + 1}`,
    area: ['一、推进决策公开'],
    text: `第${order + 1}项任务`,
    offices: [{ name: '教育局', role: 'lead', fanOut: null, inferred: false }],
    people: [],
    rules: [DUE_RULE],
    ruleIds: [`rule-${order + 1}`],
    source: { file: '要点.docx', place: `表 1 第 ${order + 2} 行` },
    notes: [],
    printed: { owners: ['教育局'], deadline: '12月底前', columns: [] },
    ...task,
  };
}

export type Draft = Parameters<LedgerStore['saveDraft']>[0];

/** The plan and its version as they are, unless told otherwise, without a row. */
export function aDraft(draft: Partial<Draft> = {}): Draft {
  return { plan: aPlan(), version: aVersion(), tasks: [], issues: [], audit: [], ...draft };
}

/** A second plan, `plan-2`, in its first version, `v2`. */
export function aSecondDraft(tasks: readonly LedgerTask[], plan: Partial<Plan> = {}): Draft {
  const version = aVersion({ id: 'v2', planId: 'plan-2' });
  return aDraft({ plan: aPlan({ id: 'plan-2', ...plan }), version, tasks });
}

export function aChange(change: Partial<LedgerChange> = {}): LedgerChange {
  return { at: NOW, audit: [], ...change };
}

/** One part for each office, `part-<n>-<office>`. */
export function anOccurrence(
  n: number,
  occurrence: Partial<NewOccurrence> = {},
  officeIds = ['office-1'],
): NewOccurrence {
  const about = { planId: 'plan-1', taskId: 'task-1', ruleId: 'rule-1', rule: DUE_RULE, key: `key-${n}` };
  return {
    id: `occurrence-${n}`,
    ...about,
    period: null,
    event: null,
    dueOn: civil('2017-12-31'),
    provisional: false,
    pastAtBirth: false,
    parts: officeIds.map((officeId) => ({ id: `part-${n}-${officeId}`, officeId, role: 'lead', state: 'open' })),
    ...occurrence,
  };
}

/** Like {@link anOccurrence}, due on that day by its rule. */
export function anOccurrenceDue(n: number, on: string, occurrence: Partial<NewOccurrence> = {}): NewOccurrence {
  return anOccurrence(n, { rule: byRule(on), dueOn: civil(on), ...occurrence });
}

export function aReply(reply: Partial<Reply> = {}): Reply {
  const words = { state: 'progress' as const, note: '正在办理', links: [], percent: 50, helpFrom: null };
  const before = { state: 'open' as const, percent: null };
  return {
    id: 'reply-1',
    at: NOW,
    personId: 'person-1',
    personName: '张敏',
    ...words,
    before,
    undoneAt: null,
    ...reply,
  };
}

/** What is said about the first part, as it is committed: with the part's new version. */
export function aReplyChange(reply: Reply, expectedVersion = 1): LedgerChange {
  const id = 'part-1-office-1';
  return aChange({ parts: [{ id, expectedVersion, state: 'working' }], replies: [{ partId: id, reply }] });
}

export function aMessage(n: number, message: Partial<NewMessage> = {}): NewMessage {
  return {
    id: `message-${n}`,
    key: `notice:${n}`,
    to: { type: 'group', chatId: 'oc_leaders' },
    purpose: 'notice',
    body: { type: 'text', text: `第${n}条` },
    dueAt: NOW,
    ...message,
  };
}

export function aCard(n: number, card: Partial<SentCard> = {}): SentCard {
  const blank = { ui: { form: null }, messageId: null, sentAt: null, supersededOn: null };
  return {
    id: `card-${n}`,
    kind: 'morning',
    personId: 'person-1',
    on: civil('2017-12-18'),
    partIds: [],
    ...blank,
    ...card,
  };
}

export function anOffice(name: string, office: Partial<OfficeInput> = {}): OfficeInput {
  return { name, aliases: [], rosters: [], people: [], ...office };
}

export function aPerson(
  name: string,
  person: Partial<OfficeInput['people'][number]> = {},
): OfficeInput['people'][number] {
  return { role: 'liaison-a', name, mobile: null, email: null, openId: null, ...person };
}

export function directoryStoreOn(database: Database): PrismaDirectoryStore {
  return new PrismaDirectoryStore(database, { ids: countingIds(), clock: { now: () => NOW } });
}

/** @returns the ids of so many offices, in their order */
export async function storeOffices(database: Database, count: number): Promise<readonly string[]> {
  const directory = directoryStoreOn(database);
  await directory.save(
    Array.from({ length: count }, (_, index) => anOffice(`第${index + 1}科`)),
    [],
  );
  return (await directory.load()).offices.map(({ id }) => id);
}

/** A published plan of one task, two offices `office-1` 教育局 and `office-2` 财政局, the liaison `person-1` 张敏. */
export async function storePlan(database: Database): Promise<PrismaLedgerStore> {
  await directoryStoreOn(database).save([anOffice('教育局', { people: [aPerson('张敏')] }), anOffice('财政局')], []);
  const ledger = new PrismaLedgerStore(database);
  await ledger.saveDraft(aDraft({ plan: aPlan({ state: 'published' }), tasks: [aTask()] }));
  return ledger;
}

/** The plan of {@link storePlan} with one part for each of these offices, `part-1-<office>`. */
export async function storeParts(database: Database, officeIds = ['office-1']): Promise<PrismaLedgerStore> {
  const ledger = await storePlan(database);
  await ledger.commit(aChange({ occurrences: [anOccurrence(1, {}, officeIds)] }));
  return ledger;
}
