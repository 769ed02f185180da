import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEventForm } from '../../src/app/events/open-event-form.ts';
import { recordReply } from '../../src/app/record-reply.ts';
import { pressedBy } from '../support/bureau-with-leaders.ts';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '公开更新项目实施方案批复信息', owner: '法规科负责', deadline: '批准发出之日起20个工作日内公开' },
  { text: '办理政府信息公开申请', owner: '法规科牵头，信息中心配合', deadline: '受理之日起15个工作日内答复' },
  { text: '会议材料向代表公开', owner: '信息中心负责', deadline: '会议召开前3个工作日' },
  { text: '公开部门预算', owner: '办公室负责', deadline: '4月30日前' },
];

let world: World;
let serial = 0;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T10:00:00+08:00', rows: ROWS });
});

/** What the word 登记 and the button do. */
async function opens(name: string, words: string | null = null) {
  serial += 1;
  const { openId } = world.person(name);
  const opened = await openEventForm(world.app.deps, { actorOpenId: openId, eventId: `word-${serial}`, words });
  await world.settle();
  return opened;
}

async function registers(name: string, words: string, form: Record<string, unknown>) {
  await opens(name, words);
  return world.person(name).presses('登记', { form });
}

/** Somebody else is quicker by a moment. */
function beforeNextCommit(act: () => Promise<unknown>): void {
  const { ledger } = world.app.deps;
  const commit = ledger.commit.bind(ledger);
  const late: typeof commit = async (change) => {
    Object.assign(ledger, { commit });
    await act();
    return commit(change);
  };
  Object.assign(ledger, { commit: late });
}

async function eventParts() {
  const parts = await world.app.deps.ledger.findParts({ ruleKinds: ['within'] });
  return parts.map(
    ({ event, officeName, eventOn, dueOn, state }) => `${event} ${officeName} ${eventOn} ${dueOn} ${state}`,
  );
}

describe('a liaison registers an event', () => {
  it('sees only the rows that wait for events of her office, and chooses one', async () => {
    await opens('张敏');
    const zhang = world.person('张敏');
    expect(zhang.cardText()).toContain('公开更新项目实施方案批复信息');
    expect(zhang.cardText()).toContain('受理起 15 个工作日内');
    expect(zhang.cardText()).not.toContain('会议材料');
    expect(zhang.buttons()).toEqual(['登记', '登记']);

    await zhang.presses('登记', { nth: 1 });
    expect(zhang.cardText()).toContain('办理政府信息公开申请');
    expect(zhang.buttons()).toEqual(['登记', '返回']);
    await zhang.presses('返回');
    expect(zhang.buttons()).toEqual(['登记', '登记']);
  });

  it('gets the due date and how it was counted at once, on the same card (B1)', async () => {
    const answer = await registers('张敏', '批复', { title: '某路改造批复', date: '2026-03-27 +0800' });

    const zhang = world.person('张敏');
    expect(answer.toast).toMatchObject({ type: 'success', content: '已登记，应于 4月27日（周一）完成' });
    expect(zhang.cards()).toHaveLength(1);
    expect(zhang.cardText()).toContain('批准发出 3月27日（不计入）→ 第 20 个工作日：4月27日（周一）');
    expect(zhang.cardText()).toContain('4月4日—6日');
    expect(zhang.buttons()).toEqual(['改日期', '撤销登记', '再登记']);
    expect(await eventParts()).toEqual(['某路改造批复 法规科 2026-03-27 2026-04-27 open']);
  });

  it('registers several of one row, each with its own date', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-27 +0800' });
    await registers('李强', '批复', { title: '乙路批复', date: '2026-03-30 +0800' });
    expect(await eventParts()).toEqual([
      '甲路批复 法规科 2026-03-27 2026-04-27 open',
      '乙路批复 法规科 2026-03-30 2026-04-28 open',
    ]);
  });

  it('one row only goes straight to its form; words that name none become the title', async () => {
    await opens('王芳', '第一季度例会');
    expect(world.person('王芳').buttons()).toEqual(['登记']);
    expect(JSON.stringify(world.person('王芳').card().content)).toContain('第一季度例会');
  });

  it('a meeting to come is registered ahead, and counted backwards', async () => {
    await registers('王芳', '会议', { title: '季度例会', date: '2026-04-10 +0800' });
    expect(await eventParts()).toEqual(['季度例会 信息中心 2026-04-10 2026-04-07 open']);
    expect(world.person('王芳').cardText()).toContain('前推第 3 个工作日：4月7日（周二）');
  });

  it.each([
    [{ title: '', date: '2026-03-27 +0800' }, '请填写标题'],
    [{ title: '甲路批复', date: '' }, '请选择发生日期'],
    [{ title: '甲路批复', date: '2026-04-02 +0800' }, '4月2日还没有到，请在发生后登记'],
    [{ title: '甲路批复', date: '2025-12-30 +0800' }, '早于 2026 年度'],
  ])('%j comes back with what was typed and what is wrong', async (form, sentence) => {
    const answer = await registers('张敏', '批复', form);
    expect(answer.toast?.type).toBe('warning');
    expect(answer.toast?.content).toContain(sentence);
    expect(world.person('张敏').cardText()).toContain(sentence);
    expect(JSON.stringify(world.person('张敏').card().content)).toContain(form.title);
    expect(await eventParts()).toEqual([]);
  });

  it('a second press of 登记 counts once (C38)', async () => {
    await opens('张敏', '批复');
    const zhang = world.person('张敏');
    const press = zhang.draft('登记', { form: { title: '甲路批复', date: '2026-03-27 +0800' } });
    const acts = world.emulator.as(zhang.openId);
    const answers = await Promise.all([acts.click(press), acts.click(press)]);
    await world.settle();
    expect(new Set(answers.map(({ toast }) => toast?.type))).toEqual(new Set(['info', 'success']));
    expect(await eventParts()).toHaveLength(1);
  });

  it('what a colleague has registered already is not registered twice', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-27 +0800' });
    const answer = await registers('李强', '批复', { title: '甲路批复', date: '2026-03-27 +0800' });
    expect(answer.toast?.content).toContain('已登记，无需重复');
    expect(await eventParts()).toHaveLength(1);
  });

  it('the 主管机构 registers for an office, which hears of it with its next card', async () => {
    await registers('孙静', '批复', { title: '甲路批复', date: '2026-03-30 +0800' });
    expect(world.person('张敏').cards()).toEqual([]);
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(world.person('张敏').cardText()).toContain('公开更新项目实施方案批复信息（甲路批复）');
  });

  it('somebody without such rows is told so, a stranger too', async () => {
    expect(await opens('赵磊')).toEqual({ ok: false, error: { kind: 'no-events' } });
    expect(await opens('路人')).toEqual({ ok: false, error: { kind: 'unknown-person' } });
  });
});

describe('an event is corrected', () => {
  it('another date is counted anew, logged with the old one, and every card shows it (C32)', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-05 +0800' });
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    const zhang = world.person('张敏');
    expect(zhang.cards()).toHaveLength(2);
    expect(zhang.cardText()).toContain('4月2日');

    await zhang.presses('改日期', { card: 0 });
    expect(JSON.stringify(zhang.card(0).content)).toContain('2026-03-05');
    const answer = await zhang.presses('保存', { card: 0, form: { title: '甲路批复', date: '2026-03-19 +0800' } });

    expect(answer.toast).toMatchObject({ type: 'success' });
    expect(zhang.cardText(0)).toContain('批准发出 3月19日（不计入）→ 第 20 个工作日：4月17日（周五）');
    expect(zhang.cardText(0)).toContain('发生日期 2026年3月5日 改为 2026年3月19日');
    expect(zhang.cardText(1)).toContain('4月17日');
    const part = await world.part('批复信息', '法规科');
    expect(part.acts).toMatchObject([
      { kind: 'restart', personName: '张敏', beforeOn: '2026-04-02', dueOn: '2026-04-17' },
    ]);
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(3);
    expect(zhang.cardText()).toContain('4月17日');
  });

  it.each([
    ['改日期', '甲路批复 法规科 2026-03-19 2026-04-17 working'],
    ['撤销登记', '甲路批复 法规科 2026-03-05 2026-04-02 stopped'],
  ])('%s counts although a colleague answers at the same moment', async (label, left) => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-05 +0800' });
    const part = await world.part('批复信息', '法规科');
    const draft = { state: 'progress', note: '已起草', links: [], percent: null, helpFrom: null } as const;
    const zhang = world.person('张敏');
    if (label === '改日期') await zhang.presses('改日期');
    beforeNextCommit(() =>
      recordReply(world.app.deps, {
        partId: part.id,
        version: part.version,
        draft,
        actorOpenId: 'ou_liqiang',
        eventId: 'quicker',
        card: undefined,
      }),
    );
    const form = { title: '甲路批复', date: '2026-03-19 +0800' };
    await (label === '改日期' ? zhang.presses('保存', { form }) : zhang.presses(label));
    expect(await eventParts()).toEqual([left]);
    expect((await world.part('批复信息', '法规科')).replies).toMatchObject([{ note: '已起草', personName: '李强' }]);
  });

  it('nothing changed, or a day to come, is refused in a sentence', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-27 +0800' });
    const zhang = world.person('张敏');
    await zhang.presses('改日期');
    const same = await zhang.presses('保存', { form: { title: '甲路批复', date: '2026-03-27 +0800' } });
    expect(same.toast?.content).toContain('没有变化');
    const ahead = await zhang.presses('保存', { form: { title: '甲路批复', date: '2026-04-03 +0800' } });
    expect(ahead.toast?.content).toContain('还没有到');
    await zhang.presses('取消');
    expect(zhang.buttons()).toContain('改日期');
    expect(await eventParts()).toEqual(['甲路批复 法规科 2026-03-27 2026-04-27 open']);
  });
});

describe('an event is called off', () => {
  it('撤销登记 stops what is open, says nothing more, and keeps the record', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-05 +0800' });
    const answer = await world.person('张敏').presses('撤销登记');
    expect(answer.toast?.content).toContain('已停止，记录保留');
    expect(world.person('张敏').cardText()).toContain('已撤销登记');
    expect(world.person('张敏').buttons()).toEqual(['恢复登记', '再登记']);
    await world.advanceTo('2026-04-02T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
    const part = await world.part('批复信息', '法规科');
    expect(part).toMatchObject({ state: 'stopped', acts: [{ kind: 'stop', personName: '张敏' }] });
  });

  it('C30: 撤销登记 pressed by mistake is taken back by whoever pressed it, with its date and where it stood', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-05 +0800' });
    const zhang = world.person('张敏');
    await zhang.presses('撤销登记');
    const press = zhang.draft('恢复登记');
    const others = await pressedBy(world, 'ou_wangfang', press);
    expect(others).toMatchObject({ toast: { type: 'warning' }, card: null });
    const answer = await zhang.presses('恢复登记');
    expect(answer.toast?.content).toContain('已恢复，仍按原时限办理');
    expect(await eventParts()).toEqual(['甲路批复 法规科 2026-03-05 2026-04-02 open']);
    expect(zhang.buttons()).toEqual(['改日期', '撤销登记', '再登记']);
    const again = await world.emulator.as('ou_zhangmin').click(press);
    expect(again.toast?.content).toContain('没有停止');
    await world.advanceTo('2026-04-02T09:00:00+08:00');
    expect(zhang.cardText()).toContain('甲路批复');
  });

  it('is not taken back any more after a day', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-05 +0800' });
    const zhang = world.person('张敏');
    await zhang.presses('撤销登记');
    const press = zhang.draft('恢复登记');
    await world.advanceTo('2026-03-31T10:00:01+08:00');
    const answer = await world.emulator.as('ou_zhangmin').click(press);
    expect(answer.toast?.content).toContain('停止已超过 24 小时');
    expect(zhang.buttons()).toEqual(['再登记']);
    expect(await eventParts()).toEqual(['甲路批复 法规科 2026-03-05 2026-04-02 stopped']);
  });

  it('a stranger’s press leaves the card as it is (C48)', async () => {
    await registers('张敏', '批复', { title: '甲路批复', date: '2026-03-05 +0800' });
    const zhang = world.person('张敏');
    const before = zhang.cardText();
    const { handlers } = world.app;
    for (const openId of ['ou_stranger', 'ou_wangfang']) {
      const draft = zhang.draft('撤销登记');
      const reply = await handlers.onCardAction({
        eventId: `press-${openId}`,
        at: world.clock.now(),
        actorOpenId: openId,
        messageId: draft.messageId,
        chatId: '',
        payload: draft.value,
        form: {},
        option: null,
      });
      expect(reply).toMatchObject({ toast: { type: 'warning' }, card: null });
    }
    expect(zhang.cardText()).toBe(before);
    expect(await eventParts()).toEqual(['甲路批复 法规科 2026-03-05 2026-04-02 open']);
  });
});
