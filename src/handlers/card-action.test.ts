import { describe, expect, it } from 'vitest';
import { PART, pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard, anOccurrenceDue, aReply } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { civil } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';

const databases = tempDatabases();

/** The office at work on ten parts; 张敏 holds the card `card-1`. */
async function begin(card: Partial<SentCard> = {}) {
  const office = await pressingOffice(await databases.open());
  const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
  await office.deps.ledger.commit({
    at: office.clock.now(),
    occurrences: numbers.map((n) => anOccurrenceDue(n, '2017-12-18')),
    newCards: [aCard(1, { partIds: [PART], messageId: 'om_1', sentAt: office.clock.now(), ...card })],
    audit: [],
  });
  return office;
}

const target = { p: PART, n: 1 };

describe('a list of several pages', () => {
  const PAGED = { kind: 'mine', ui: { form: null, page: 2 }, partIds: ['part-9-office-1'] } as const;
  const ON_PAGE_2 = { p: 'part-9-office-1', n: 1 };

  it('stays on its page when a form is opened, closed and sent', async () => {
    const { press, theCard } = await begin(PAGED);
    await press({ a: 'part.open', k: 'progress', ...ON_PAGE_2 });
    expect((await theCard())?.ui).toMatchObject({ page: 2, form: { kind: 'progress' } });
    await press({ a: 'part.cancel', ...ON_PAGE_2 });
    expect((await theCard())?.ui).toEqual({ page: 2, form: null });
    await press({ a: 'part.done', ...ON_PAGE_2 });
    expect((await theCard())?.ui).toEqual({ page: 2, form: null });
  });

  it('is turned by the person whose list it is', async () => {
    const { press, theCard } = await begin({ ...PAGED, ui: { form: null, page: 1 } });
    const answer = await press({ a: 'list.mine', g: 2 });
    expect(JSON.stringify(answer.card)).toContain('第 2 页');
    expect((await theCard())?.ui.page).toBe(2);
  });

  it.each(['ou_wangfang', 'ou_stranger'])('is neither turned by nor shown to %s', async (actor) => {
    const { press, theCard } = await begin({ ...PAGED, ui: { form: null, page: 1 } });
    const answer = await press({ a: 'list.mine', g: 2 }, actor);
    expect(answer.card).toBeNull();
    expect((await theCard())?.ui.page).toBe(1);
  });
});

describe('C48: somebody who may not touch the row', () => {
  it.each([
    ['办结', { a: 'part.done', ...target }, {}],
    ['填进展', { a: 'part.open', k: 'progress', ...target }, {}],
    ['提交', { a: 'part.report', k: 'progress', ...target }, { note: '好' }],
    ['提交 of an empty form', { a: 'part.report', k: 'progress', ...target }, {}],
    ['取消', { a: 'part.cancel', ...target }, {}],
    ['撤回', { a: 'part.undo', r: 'reply-1', ...target }, {}],
  ])('is told so after %s, sees no card and changes nothing', async (_, payload, form) => {
    const { press, theCard, thePart } = await begin();
    const before = await theCard();
    for (const actor of ['ou_wangfang', 'ou_stranger']) {
      const answer = await press(payload, actor, form);
      expect(answer).toMatchObject({ toast: { type: 'warning' }, card: null });
    }
    expect(await theCard()).toEqual(before);
    expect(await thePart()).toMatchObject({ state: 'open', version: 1 });
  });

  it('gets no look at a card that was replaced', async () => {
    const { press } = await begin({ supersededOn: civil('2017-12-19') });
    expect(await press({ a: 'part.done', ...target }, 'ou_wangfang')).toMatchObject({ card: null });
    expect((await press({ a: 'part.done', ...target })).toast?.text).toContain('刚才的点击没有生效');
  });
});

describe('a plan that was withdrawn', () => {
  it('is said so, and nothing changes', async () => {
    const { press, deps, clock, thePart } = await begin();
    await deps.ledger.commit({ at: clock.now(), planState: { planId: 'plan-1', state: 'withdrawn' }, audit: [] });
    for (const a of ['part.done', 'part.cancel']) {
      expect((await press({ a, ...target })).toast?.text).toContain('已停止执行');
    }
    expect(await thePart()).toBeUndefined();
  });
});

describe('a form that was overtaken by somebody else', () => {
  it('comes back with what was typed, under the state as it is now (C33)', async () => {
    const { press, deps, clock, thePart } = await begin({ ui: { form: { partId: PART, kind: 'progress' } } });
    await deps.ledger.commit({
      at: clock.now(),
      parts: [{ id: PART, expectedVersion: 1, state: 'working', percent: 40 }],
      replies: [{ partId: PART, reply: aReply() }],
      audit: [],
    });
    const answer = await press({ a: 'part.report', k: 'progress', ...target }, 'ou_zhangmin', {
      note: '辛苦写的一句话',
    });
    expect(answer.toast?.text).toContain('以下是当前状态');
    expect(JSON.stringify(answer.card)).toContain('辛苦写的一句话');
    expect(await thePart()).toMatchObject({ version: 2, percent: 40 });
  });
});
