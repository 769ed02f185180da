import { describe, expect, it } from 'vitest';
import { PART, pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard, anOccurrenceDue } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import type { SentCard } from '../domain/delivery/message.ts';

const databases = tempDatabases();
const target = { p: PART, n: 1 };

/** 张敏 holds a card of 回头看 with one question. */
async function begin(card: Partial<SentCard> = {}) {
  const office = await pressingOffice(await databases.open());
  await office.deps.ledger.commit({
    at: office.clock.now(),
    occurrences: [anOccurrenceDue(1, '2017-12-29')],
    newCards: [
      aCard(1, { kind: 'look-back', subject: 'plan-1/office-1', partIds: [PART], messageId: 'om_1', ...card }),
    ],
    audit: [],
  });
  return office;
}

describe('a press on the card of 回头看', () => {
  it.each([
    ['仍在落实', { a: 'look-back.holds', ...target }, {}],
    ['已反弹', { a: 'look-back.write', ...target }, {}],
    ['提交', { a: 'look-back.rebound', ...target }, { note: '停更' }],
    ['提交 of an empty form', { a: 'look-back.rebound', ...target }, {}],
    ['取消', { a: 'look-back.cancel', ...target }, {}],
    ['撤回', { a: 'look-back.undo', ...target }, {}],
  ])('by somebody of another office is refused and shows nothing: %s', async (_, payload, form) => {
    const { press, theCard, thePart } = await begin();
    const before = await theCard();
    for (const actor of ['ou_wangfang', 'ou_stranger']) {
      expect(await press(payload, actor, form)).toMatchObject({ toast: { type: 'warning' }, card: null });
    }
    expect(await theCard()).toEqual(before);
    expect(await thePart()).toMatchObject({ state: 'open', version: 1 });
  });

  it('keeps what was typed where the sentence is too long', async () => {
    const { press, thePart } = await begin();
    await press({ a: 'look-back.write', ...target });
    const answer = await press({ a: 'look-back.rebound', ...target }, 'ou_zhangmin', { note: '长'.repeat(201) });
    expect(answer.toast).toEqual({ type: 'warning', text: '文字请在 200 字以内，现有 201 字' });
    expect(JSON.stringify(answer.card)).toContain('长长长');
    expect(await thePart()).toMatchObject({ state: 'open' });
  });

  it('a second time changes nothing and says who answered', async () => {
    const { press, thePart } = await begin();
    expect((await press({ a: 'look-back.holds', ...target })).toast?.text).toBe('已记录：仍在落实');
    expect((await press({ a: 'look-back.holds', ...target }, 'ou_liqiang')).toast?.text).toContain('由张敏报办结');
    expect((await thePart())?.replies).toHaveLength(1);
  });

  it('is taken back, and an undo without an answer says so', async () => {
    const { press, thePart } = await begin();
    expect((await press({ a: 'look-back.undo', ...target })).toast?.text).toBe('这条答复已撤回');
    await press({ a: 'look-back.holds', ...target });
    expect((await press({ a: 'look-back.undo', p: PART, n: 2 })).toast?.text).toBe('已撤回，恢复为“待办”');
    expect(await thePart()).toMatchObject({ state: 'open' });
  });

  it('on a card of another kind counts for nothing', async () => {
    const { press, thePart } = await begin({ kind: 'mine' });
    expect((await press({ a: 'look-back.holds', ...target })).toast?.text).toContain('按钮已停用');
    expect(await thePart()).toMatchObject({ state: 'open' });
  });

  it('says so where the ledger was withdrawn', async () => {
    const { press, deps, clock } = await begin();
    await deps.ledger.commit({ at: clock.now(), planState: { planId: 'plan-1', state: 'withdrawn' }, audit: [] });
    expect((await press({ a: 'look-back.holds', ...target })).toast?.text).toContain('已停止执行');
  });
});
