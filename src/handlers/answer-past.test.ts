import { describe, expect, it } from 'vitest';
import { PART, pressingOffice } from '../../tests/support/pressing-office.ts';
import { aCard, anOccurrenceDue } from '../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import type { SentCard } from '../domain/delivery/message.ts';

const databases = tempDatabases();

const target = { p: PART, n: 1 };

/** The office with one part that was due before the plan was issued; 张敏 holds it on `card-1`, 李强 on `card-2`. */
async function begin(card: Partial<SentCard> = {}) {
  const database = await databases.open();
  const office = await pressingOffice(database);
  const { people } = await office.deps.directory.load();
  const deputy = people.find(({ name }) => name === '李强')?.id ?? '';
  const sent = { partIds: [PART], sentAt: office.clock.now() };
  await office.deps.ledger.commit({
    at: office.clock.now(),
    occurrences: [anOccurrenceDue(1, '2017-03-01', { pastAtBirth: true })],
    newCards: [
      aCard(1, { ...sent, messageId: 'om_1', ...card }),
      aCard(2, { ...sent, messageId: 'om_2', personId: deputy }),
    ],
    audit: [],
  });
  const audited = async () => {
    const rows = await database.read((queries) => queries.auditEntry.findMany({ orderBy: { seq: 'asc' } }));
    return rows.map(({ action, detail }) => ({ action, detail: JSON.parse(detail) }));
  };
  return { ...office, audited };
}

type Begun = Awaited<ReturnType<typeof begin>>;
const submits = (k: 'completed' | 'postponed', form: object, n = 1) =>
  [{ a: 'part.report', k, p: PART, n }, 'ou_zhangmin', { ...form }] as const;
const shown = (answer: { card: unknown }) => JSON.stringify(answer.card);

describe('已完成', () => {
  it('opens a form that asks for the day', async () => {
    const { press, theCard } = await begin();
    const answer = await press({ a: 'part.open', k: 'completed', ...target });
    expect(shown(answer)).toContain('完成日期（必填）');
    expect(shown(answer)).toContain('"tag":"date_picker"');
    expect((await theCard())?.ui.form).toEqual({ partId: PART, kind: 'completed' });
  });

  it('is recorded with the stated day, link and sentence, and audited; the other copy is brought up to date', async () => {
    const { press, thePart, theCard, audited, deps, clock } = await begin();
    const form = { date: '2017-03-20 +0800', link: 'www.example.cn/1', note: '已上网' };
    const answer = await press(...submits('completed', form));
    expect(answer.toast).toEqual({ type: 'success', text: '已记录，局办公室审核后销号' });
    expect(shown(answer)).toContain('3月20日完成');
    expect(await thePart()).toMatchObject({
      state: 'reported',
      closedOn: '2017-03-20',
      percent: 100,
      version: 2,
      replies: [{ state: 'done', note: '已上网', links: ['https://www.example.cn/1'] }],
    });
    expect((await theCard())?.ui.form).toBeNull();
    expect(await audited()).toContainEqual({
      action: 'part.reported',
      detail: expect.objectContaining({ from: 'open', completedOn: '2017-03-20' }),
    });
    const updates = await deps.outbox.claim({ now: clock.now(), limit: 9, abandonedAfterMs: 1 });
    expect(updates.map(({ body }) => body)).toEqual([{ type: 'card-update', cardId: 'card-2' }]);
  });

  it.each([
    ['a day that is still to come', { date: '2017-12-19 +0800' }, '完成日期 12月19日还没有到（今天是 12月18日）'],
    ['no day', { date: '' }, '请选择完成日期'],
    ['a link that is none', { date: '2017-03-20 +0800', link: '在网上' }, '链接打不开'],
  ])('with %s the form comes back with what was filled in, and why', async (_, form, why) => {
    const { press, thePart } = await begin({ ui: { form: { partId: PART, kind: 'completed' } } });
    const answer = await press(...submits('completed', { note: '辛苦写的一句话', ...form }));
    expect(answer.toast).toMatchObject({ type: 'warning', text: expect.stringContaining(why) });
    expect(shown(answer)).toContain('辛苦写的一句话');
    expect(shown(answer)).toContain(why);
    if (form.date) expect(shown(answer)).toContain(`"initial_date":"${form.date.slice(0, 10)}"`);
    expect(await thePart()).toMatchObject({ state: 'open', version: 1, replies: [] });
  });

  it('is taken back within 24 hours: the row asks again', async () => {
    const { press, thePart } = await begin();
    await press(...submits('completed', { date: '2017-03-20' }));
    const reply = (await thePart())?.replies[0];
    const answer = await press({ a: 'part.undo', r: reply?.id, p: PART, n: 2 });
    expect(answer.toast?.text).toBe('已撤回，恢复为“待办”');
    expect(shown(answer)).toContain('是否已完成？');
    expect(await thePart()).toMatchObject({ state: 'open', closedOn: null, pastAtBirth: true });
  });
});

describe('未完成', () => {
  it('gives the part its new date, says why in the record, and shows an ordinary row', async () => {
    const { press, thePart, audited } = await begin();
    const answer = await press(...submits('postponed', { date: '2018-01-19 +0800', note: '等外单位数据' }));
    expect(answer.toast).toEqual({ type: 'success', text: '已记录，改按新时限 2018年1月19日（周五）提醒' });
    expect(shown(answer)).toContain('应于 2018年1月19日（周五）完成');
    expect(shown(answer)).toContain('"part.done"');
    expect(await thePart()).toMatchObject({
      state: 'working',
      dueOn: '2018-01-19',
      pastAtBirth: false,
      version: 2,
      replies: [{ state: 'progress', note: '新时限 2018年1月19日：等外单位数据' }],
    });
    expect(await audited()).toContainEqual({
      action: 'part.working',
      detail: expect.objectContaining({ dueOn: { from: '2017-03-01', to: '2018-01-19' } }),
    });
  });

  it.each([
    ['2017-12-17 +0800', '新时限 12月17日已过'],
    ['2019-12-19 +0800', '太远'],
    ['', '请选择新时限'],
  ])('to %j is refused in the form', async (date, why) => {
    const { press, thePart } = await begin({ ui: { form: { partId: PART, kind: 'postponed' } } });
    const answer = await press(...submits('postponed', { date, note: '辛苦写的一句话' }));
    expect(answer.toast).toMatchObject({ type: 'warning', text: expect.stringContaining(why) });
    expect(shown(answer)).toContain('辛苦写的一句话');
    expect(await thePart()).toMatchObject({ dueOn: '2017-03-01', version: 1 });
  });

  it('is taken back within 24 hours: the old date is back and the row asks again', async () => {
    const { press, thePart, audited } = await begin();
    await press(...submits('postponed', { date: '2018-01-19' }));
    const reply = (await thePart())?.replies[0];
    const answer = await press({ a: 'part.undo', r: reply?.id, p: PART, n: 2 });
    expect(answer.toast?.text).toBe('已撤回，恢复为“待办”');
    expect(await thePart()).toMatchObject({ state: 'open', dueOn: '2017-03-01', pastAtBirth: true, version: 3 });
    expect(await audited()).toContainEqual({
      action: 'reply.undone',
      detail: expect.objectContaining({ dueOn: { from: '2018-01-19', to: '2017-03-01' } }),
    });
    await press(...submits('postponed', { date: '2018-02-09' }, 3));
    expect(await thePart()).toMatchObject({ dueOn: '2018-02-09', pastAtBirth: false });
  });
});

describe('a press that does not count', () => {
  it('a second one of the same form says how it stands', async () => {
    const { press, thePart } = await begin();
    await press(...submits('completed', { date: '2017-03-20' }));
    const again = await press(...submits('completed', { date: '2017-03-21' }));
    expect(again.toast?.text).toContain('由张敏报办结');
    expect(await thePart()).toMatchObject({ closedOn: '2017-03-20', version: 2 });
  });

  it.each(['ou_wangfang', 'ou_stranger'])('of %s changes nothing and shows no card', async (actor) => {
    const { press, thePart, theCard } = await begin();
    for (const payload of [
      { a: 'part.open', k: 'completed', ...target },
      { a: 'part.report', k: 'completed', ...target },
      { a: 'part.report', k: 'postponed', ...target },
    ]) {
      expect(await press(payload, actor, { date: '2017-12-01' })).toMatchObject({
        toast: { type: 'warning' },
        card: null,
      });
    }
    expect((await theCard())?.ui.form).toBeNull();
    expect(await thePart()).toMatchObject({ state: 'open', version: 1 });
  });

  it('on a card that was replaced is told so, and works once the card says it', async () => {
    const { press, thePart } = await begin({ supersededOn: civil('2017-12-19') });
    expect((await press({ a: 'part.open', k: 'completed', ...target })).toast?.text).toContain('刚才的点击没有生效');
    const [payload, actor, form] = submits('completed', { date: '2017-03-20' });
    await press({ ...payload, o: 1 }, actor, form);
    expect(await thePart()).toMatchObject({ state: 'reported' });
  });

  it.each([
    ['办结', { a: 'part.done', ...target }],
    ['填进展', { a: 'part.open', k: 'progress', ...target }],
    ['提交 of 有困难', { a: 'part.report', k: 'trouble', ...target }],
  ])('%s, on a card of before rows asked 是否已完成, shows the row as it is now', async (_, payload) => {
    const { press, thePart, theCard } = await begin({ ui: { form: { partId: PART, kind: 'trouble' } } });
    const answer = await press(payload, 'ou_zhangmin', { note: '缺数据' });
    expect(answer.toast).toMatchObject({ type: 'info', text: expect.stringContaining('以下是当前状态') });
    expect(shown(answer)).toContain('"k":"postponed"');
    expect(await thePart()).toMatchObject({ state: 'open', version: 1 });
    if (payload.a === 'part.report') expect((await theCard())?.ui.form).toBeNull();
  });

  it('of a form that was overtaken by a new date shows the ordinary row, and closes the form', async () => {
    const overtaken = async (begun: Begun) => {
      await begun.press({ a: 'part.open', k: 'completed', ...target });
      await begun.press({ ...submits('postponed', {})[0], c: 'card-2' }, 'ou_liqiang', { date: '2018-01-19' });
    };
    const begun = await begin();
    await overtaken(begun);
    expect((await begun.theCard())?.ui.form).toEqual({ partId: PART, kind: 'completed' });
    const answer = await begun.press(...submits('completed', { date: '2017-03-20' }));
    expect(answer.toast?.text).toContain('以下是当前状态');
    expect(shown(answer)).toContain('"part.done"');
    expect(shown(answer)).not.toContain('"tag":"form"');
    expect((await begun.theCard())?.ui.form).toBeNull();
    expect(await begun.thePart()).toMatchObject({ state: 'working', version: 2 });
  });

  it('after 24 hours cannot be taken back', async () => {
    const { press, thePart, clock } = await begin();
    await press(...submits('postponed', { date: '2018-01-19' }));
    const reply = (await thePart())?.replies[0];
    clock.moveTo(instantOf('2017-12-19T09:00:01+08:00'));
    const answer = await press({ a: 'part.undo', r: reply?.id, p: PART, n: 2 });
    expect(answer.toast?.text).toContain('已过 24 小时');
    expect(await thePart()).toMatchObject({ dueOn: '2018-01-19' });
  });
});
