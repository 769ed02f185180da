import type { Database } from '../../src/adapters/prisma/database.ts';
import { deliverDue } from '../../src/app/deliver-outbox.ts';
import { createLimits } from '../../src/domain/delivery/send-limits.ts';
import type { LedgerTask } from '../../src/domain/ledger/plan.ts';
import type { DraftOffice } from '../../src/domain/plan/import-report.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';
import { handleCardAction } from '../../src/handlers/card-action.ts';
import { handleText } from '../../src/handlers/text-message.ts';
import type { CardJson } from '../../src/ports/chat-gateway.ts';
import { appOnStore, type SentThing } from './app-on-store.ts';
import { aPress } from './card-press.ts';
import { aDraft, anOffice, aPerson, aPlan, aTask } from './stored-plan.ts';

/** An office as a row names it. */
export const by = (name: string, role: DraftOffice['role'] = 'responsible'): DraftOffice => ({
  name,
  role,
  fanOut: null,
  inferred: false,
});

/** A quota of so many a month, of each office that the row names unless told otherwise. */
export function aQuotaRow(order: number, of: string, count: number, offices: readonly DraftOffice[], whole = false) {
  const scope = whole ? 'whole-plan' : 'each-office';
  const phrase = `每月${of}不少于${count}`;
  const rule: Rule = { kind: 'quota', count, per: 'month', of, scope, atLeast: true, phrase, place: 'text' };
  return aTask({ order, offices, rules: [rule], ruleIds: [`quota-${order + 1}`] });
}

const ALL = ['办公室', '法规科', '信息中心', '后勤科'].map((name) => by(name));

/** Each office two items of news; two press conferences of all, led by 办公室 with 法规科; 会议 may be none. */
const QUOTAS = [
  aQuotaRow(0, '信息', 2, ALL),
  aQuotaRow(1, '发布会', 2, [by('办公室', 'lead'), by('法规科')], true),
  aQuotaRow(2, '会议', 0, ALL),
];

/**
 * A bureau on a real store, without a platform: 孙静 of 办公室 reviews, 张敏 and 李强 are of 法规科, 王芳 of 信息中心 and 后勤科, 赵磊
 * leads. What is queued is delivered at once; who it is for is told by their open_id, `ou_` and the name.
 */
export async function quotaOffice(database: Database, at: string, tasks: readonly LedgerTask[] = QUOTAS) {
  const app = appOnStore(database, at);
  const { deps, clock, chat } = app;
  const person = (name: string, role: Parameters<typeof aPerson>[1] = {}) =>
    aPerson(name, { openId: `ou_${name}`, ...role });
  await deps.directory.save(
    [
      anOffice('办公室', { people: [person('孙静'), person('孙静', { role: 'governing' })] }),
      anOffice('法规科', { people: [person('张敏'), person('李强', { role: 'liaison-b' })] }),
      anOffice('信息中心', { people: [person('王芳')] }),
      anOffice('后勤科', { people: [person('王芳')] }),
      anOffice('局领导', { people: [person('赵磊', { role: 'leader-in-charge' })] }),
    ],
    [],
  );
  await deps.ledger.saveDraft(aDraft({ plan: aPlan({ state: 'published', year: 2026, issuedOn: null }), tasks }));

  /** By card, the last answer to a press on it, and how many things had been sent by then. */
  const answers = new Map<string, { readonly card: CardJson; readonly after: number }>();
  let events = 0;
  const nextEvent = () => `event-${++events}`;
  const deliver = () => deliverDue(deps, { limits: createLimits(), jitter: () => 0.5 });
  /** The newest card of a kind that a person has. */
  const cardOf = async (name: string, kind: string) => {
    const { people } = await deps.directory.load();
    const id = people.find((each) => each.name === name)?.id;
    const found = await database.read((queries) => queries.card.findMany({ where: { personId: id ?? '', kind } }));
    const newest = found.toSorted((a, b) => numberIn(a.id) - numberIn(b.id)).at(-1);
    if (!newest) throw new Error(`${name} has no card ${kind}`);
    return newest;
  };

  return {
    ...app,
    deliver,
    cardOf,
    writes: async (name: string, text: string) => {
      const said = { messageId: '', chatId: `p2p-${name}`, chatType: 'p2p' as const, senderOpenId: `ou_${name}`, text };
      await handleText(deps, { ...said, eventId: nextEvent(), at: clock.now() });
      await deliver();
    },
    /** On the newest card of that kind, their own unless it is somebody else’s; what the press leads to elsewhere is delivered. */
    presses: async (
      name: string,
      kind: string,
      payload: object,
      {
        form = {},
        eventId = nextEvent(),
        of = name,
      }: { form?: Readonly<Record<string, unknown>>; eventId?: string; of?: string } = {},
    ) => {
      const { id, messageId } = await cardOf(of, kind);
      const press = { eventId, at: clock.now(), actorOpenId: `ou_${name}`, messageId: messageId ?? '', form };
      const reply = await handleCardAction(deps, aPress({ ...press, payload: { v: 1, c: id, ...payload } }));
      if (reply.card) answers.set(id, { card: reply.card, after: chat.calls.length });
      await deliver();
      return { toast: reply.toast?.text, card: JSON.stringify(reply.card), id, messageId };
    },
    /** The newest card of that kind as its reader sees it: as it arrived, as a press answered it, or as it was drawn anew since. */
    shows: async (name: string, kind: string) => {
      const { id, messageId } = await cardOf(name, kind);
      const isDrawn = ({ kind: call, to, content }: SentThing) =>
        call === 'patch' ? to === messageId : call === 'card' && JSON.stringify(content).includes(`"c":"${id}"`);
      const last = chat.calls.findLastIndex(isDrawn);
      const answer = answers.get(id);
      return JSON.stringify(answer && answer.after > last ? answer.card : (chat.calls[last]?.content ?? null));
    },
    /** The next so many changes of the ledger meet: all of them are decided before the first is written. */
    meet: (count: number) => {
      const commit = deps.ledger.commit.bind(deps.ledger);
      let waiting = 0;
      let open: () => void = () => undefined;
      const everybody = new Promise<void>((resolve) => {
        open = resolve;
      });
      deps.ledger.commit = async (change) => {
        waiting += 1;
        if (waiting === count) open();
        await everybody;
        return commit(change);
      };
    },
    /** What the bot last wrote to a person. */
    told: (name: string) => chat.calls.findLast(({ kind, to }) => kind === 'text' && to.endsWith(name))?.content,
    audited: async () => {
      const rows = await database.read((queries) => queries.auditEntry.findMany({ orderBy: { seq: 'asc' } }));
      return rows.map(({ actor, action, subjectId, detail }) => ({ actor, action, subjectId, detail }));
    },
    submissions: (query: Parameters<typeof deps.quotas.findSubmissions>[0] = {}) => deps.quotas.findSubmissions(query),
  };
}

/** Cards are numbered as they are made. */
function numberIn(id: string): number {
  return Number(id.split('-').at(-1));
}
