import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEventForm } from '../../src/app/events/open-event-form.ts';
import { importOffices } from '../../src/app/import-offices.ts';
import { LEADERS_CSV } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const ROWS = [
  {
    text: '加强舆情回应。遇重大突发舆情事件，最迟在5小时内发布权威信息，在24小时内举行新闻发布会',
    owner: '法规科负责',
    deadline: '贯穿全年',
  },
  { text: '公开部门预算', owner: '办公室负责', deadline: '4月30日前' },
];
const LINK = 'https://www.example.gov.cn/notice/1';
const CALLED = ['张敏', '李强', '周科', '孙静'];

let world: World;
afterEach(() => world.stop());

// Saturday night, before the Qingming holiday: nobody else is sent anything.
beforeEach(async () => {
  world = await World.start({ at: '2026-04-04T22:30:00+08:00', rows: ROWS });
  const file = { name: 'leaders.csv', bytes: new TextEncoder().encode(LEADERS_CSV) };
  await importOffices(world.app.deps, { file, mode: 'write', actor: 'test' });
});

async function registers(name = '张敏', time = '22:30') {
  const { openId } = world.person(name);
  await openEventForm(world.app.deps, { actorOpenId: openId, eventId: `word-${name}`, words: null });
  await world.settle();
  return world.person(name).presses('登记', { form: { title: '某路段塌陷', date: '2026-04-04 +0800', time } });
}

const cardsOf = (name: string) => world.person(name).cards().length;
/** Cards of hour clocks, without the form on which it was registered. */
const clocksOf = (name: string) => cardsOf(name) - (name === '张敏' ? 1 : 0);
const counts = () => [...CALLED, '赵磊', '陈局'].map(clocksOf);
const partOf = async (phrase: string) => {
  const parts = await world.app.deps.ledger.findParts({ hourClocks: true });
  return parts.find(({ rule }) => rule.phrase.includes(phrase));
};

describe('a public-opinion event starts two clocks at once (B2)', () => {
  it('tells the office, its head and the 主管机构 at night, urgently, with both ends to the minute', async () => {
    const answer = await registers();
    expect(answer.toast?.content).toContain('开始计时');
    expect(world.person('张敏').cardText(0)).toContain('重大突发舆情事件 4月4日 22:30 → 5 小时：4月5日 03:30');
    expect(counts()).toEqual([1, 1, 1, 1, 0, 0]);
    const zhou = world.person('周科');
    expect(zhou.cardText()).toContain('某路段塌陷 · 5 小时内发布权威信息');
    expect(zhou.cardText()).toMatch(/起算 4月4日 22:30 · 截止 \*\*4月5日 03:30\*\*.{0,30}还剩 5 小时/);
    expect(zhou.cardText()).toMatch(/截止 \*\*4月5日 22:30\*\*.{0,30}还剩 24 小时/);
    expect(zhou.card()).toMatchObject({ urgent: true, content: { header: { template: 'red' } } });
    expect(zhou.buttons()).toEqual(['已发布', '已发布', '误报，停止']);
    expect(world.person('孙静').buttons()).toEqual(['误报，停止']);
    expect(world.emulator.unknownPaths).toEqual([]);
  });

  it('asks for the minute, and takes none that is still to come', async () => {
    expect((await registers('张敏', '')).toast?.content).toContain('几点几分');
    const ahead = await world.person('张敏').presses('登记', {
      form: { title: '某路段塌陷', date: '2026-04-04 +0800', time: '23:59' },
    });
    expect(ahead.toast?.content).toContain('还没有到');
    expect(counts()).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('while a clock is open', () => {
  it('speaks at half, at 80 % and at the end, then goes up after 15 and 30 minutes, each once', async () => {
    await registers();
    const moments = [
      ['04-05T00:59:00', [1, 1, 1, 1, 0, 0]],
      ['04-05T01:00:00', [2, 2, 2, 2, 0, 0]],
      ['04-05T01:30:00', [2, 2, 2, 2, 0, 0]],
      ['04-05T02:30:00', [3, 3, 3, 3, 0, 0]],
      ['04-05T03:30:00', [4, 4, 4, 4, 0, 0]],
      ['04-05T03:44:59', [4, 4, 4, 4, 0, 0]],
      ['04-05T03:45:00', [4, 4, 4, 4, 1, 0]],
      ['04-05T04:00:00', [4, 4, 4, 4, 1, 1]],
      ['04-05T09:00:00', [4, 4, 4, 4, 1, 1]],
    ] as const;
    for (const [moment, expected] of moments) {
      await world.advanceTo(`2026-${moment}+08:00`);
      expect([moment, counts()]).toEqual([moment, expected]);
    }
    expect(world.person('陈局').cardText()).toContain('已超时 30 分');
    expect(world.person('陈局').card()).toMatchObject({ urgent: true });
    expect(world.person('陈局').buttons()).toEqual([]);
  });

  it('after the program was down says only the last of what was missed', async () => {
    await registers();
    await world.killBot();
    await world.advanceTo('2026-04-05T03:31:00+08:00');
    await world.startBot();
    await world.settle();
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
  });

  it('an event of hours ago does not repeat at once what its first card says', async () => {
    await registers('张敏', '19:00');
    expect(counts()).toEqual([1, 1, 1, 1, 0, 0]);
    await world.advanceTo('2026-04-04T23:00:00+08:00');
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
  });
});

describe('a milestone is closed by its link', () => {
  it('at the minute of the press; its reminders stop, the other clock runs on (C21)', async () => {
    await registers();
    await world.advanceTo('2026-04-05T00:10:00+08:00');
    const answer = await world.person('李强').presses('已发布', { form: { link_1: LINK } });
    expect(answer.toast).toMatchObject({ type: 'success', content: '已记录：4月5日 00:10 发布' });
    expect(await partOf('5小时')).toMatchObject({
      state: 'reported',
      replies: [{ links: [LINK], personName: '李强' }],
    });
    expect(world.person('周科').cardText()).toContain('4月5日 00:10 已发布 · 李强');
    expect(world.person('周科').cardText()).toContain('某路段塌陷 · 24 小时内举行新闻发布会');
    await world.advanceTo('2026-04-05T04:00:00+08:00');
    expect(counts()).toEqual([1, 1, 1, 1, 0, 0]);
    await world.advanceTo('2026-04-05T10:30:00+08:00');
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
  });

  it('late is said with its length', async () => {
    await registers();
    await world.advanceTo('2026-04-05T04:35:00+08:00');
    const answer = await world.person('张敏').presses('已发布', { form: { link_1: LINK } });
    expect(answer.toast?.content).toBe('已记录：4月5日 04:35 发布，超时 1 小时 5 分');
    expect(world.person('张敏').cardText()).toContain('已发布，超时 1 小时 5 分');
  });

  it.each([
    ['', '请填写已发布内容的网址'],
    ['已发', '链接打不开'],
  ])('%j closes nothing and says what is missing', async (link, sentence) => {
    await registers();
    const answer = await world.person('李强').presses('已发布', { form: { link_1: link } });
    expect(answer.toast).toMatchObject({ type: 'warning' });
    expect(world.person('李强').cardText()).toContain(sentence);
    expect(await partOf('5小时')).toMatchObject({ state: 'open' });
  });

  it('the second press of a milestone says who was first, and counts for nothing', async () => {
    await registers();
    const press = world.person('周科').draft('已发布', { form: { link_1: LINK } });
    await world.person('李强').presses('已发布', { form: { link_1: LINK } });
    const answer = await world.emulator.as('ou_zhouke').click(press);
    expect(answer.toast?.content).toContain('由李强报办结');
    expect((await partOf('5小时'))?.replies).toHaveLength(1);
  });

  it('撤回 starts it again', async () => {
    await registers();
    await world.person('李强').presses('已发布', { form: { link_1: LINK } });
    await world.person('李强').presses('撤回');
    expect(await partOf('5小时')).toMatchObject({ state: 'open' });
    expect(world.person('李强').buttons()).toEqual(['已发布', '已发布', '误报，停止']);
  });
});

describe('a false alarm', () => {
  it('stops both clocks for good, tells those who were called, and keeps the record', async () => {
    await registers();
    const answer = await world.person('孙静').presses('误报，停止');
    expect(answer.toast?.content).toContain('记录保留');
    await world.settle();
    expect(world.person('周科').texts()).toEqual(['“某路段塌陷”为误报，已停止计时（孙静），无需再办理。记录保留。']);
    expect(world.person('孙静').texts()).toEqual([]);
    expect(world.person('周科').cardText()).toContain('误报，已停止计时');
    expect(world.person('周科').buttons()).toEqual([]);
    await world.advanceTo('2026-04-05T23:30:00+08:00');
    expect(counts()).toEqual([1, 1, 1, 1, 0, 0]);
    expect(await partOf('24小时')).toMatchObject({ state: 'stopped', acts: [{ kind: 'stop', personName: '孙静' }] });
  });

  it('C30: 误报 pressed by mistake is taken back: both clocks go on to the minute, and those who were called hear it', async () => {
    await registers();
    const sun = world.person('孙静');
    await sun.presses('误报，停止');
    await world.advanceTo('2026-04-04T23:00:00+08:00');
    expect(world.person('周科').buttons()).toEqual([]);
    const answer = await sun.presses('恢复登记');
    expect(answer.toast?.content).toContain('已恢复');
    await world.settle();
    expect(world.person('周科').texts().at(-1)).toBe('“某路段塌陷”不是误报，已恢复计时（孙静），请按原截止时间办理。');
    expect(world.person('周科').buttons()).toEqual(['已发布', '已发布', '误报，停止']);
    expect(await partOf('5小时')).toMatchObject({ state: 'open', closedOn: null });
    await world.advanceTo('2026-04-05T01:00:00+08:00');
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
  });

  it('what one office had said before the mistake still holds after it', async () => {
    await registers();
    await world.person('周科').presses('已发布', { form: { link_1: LINK } });
    await world.person('孙静').presses('误报，停止');
    await world.person('孙静').presses('恢复登记');
    expect(await partOf('5小时')).toMatchObject({ state: 'reported' });
    expect(await partOf('24小时')).toMatchObject({ state: 'open' });
  });

  it('a stranger and somebody of another office can neither stop nor close it', async () => {
    await registers();
    const zhou = world.person('周科');
    const before = zhou.cardText();
    for (const openId of ['ou_stranger', 'ou_wangfang']) {
      for (const label of ['误报，停止', '已发布']) {
        const draft = zhou.draft(label);
        const reply = await world.app.handlers.onCardAction({
          eventId: `${openId} ${label}`,
          at: world.clock.now(),
          actorOpenId: openId,
          messageId: draft.messageId,
          chatId: '',
          payload: draft.value,
          form: { link_1: LINK },
          option: null,
        });
        expect(reply).toMatchObject({ toast: { type: 'warning' }, card: null });
      }
    }
    expect(zhou.cardText()).toBe(before);
    expect(await partOf('5小时')).toMatchObject({ state: 'open', version: 1 });
  });
});

describe('another moment', () => {
  it('moves both ends and every card, and says its steps by the new time', async () => {
    await registers();
    const zhang = world.person('张敏');
    await zhang.presses('改时间', { card: 0 });
    await zhang.presses('保存', { card: 0, form: { title: '某路段塌陷', date: '2026-04-04 +0800', time: '20:30' } });
    expect(world.person('周科').cardText()).toContain('截止 **4月5日 01:30**');
    await world.advanceTo('2026-04-05T00:30:00+08:00');
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
  });

  it('later than half of the old time: half of the new one is said all the same', async () => {
    await registers();
    await world.advanceTo('2026-04-05T01:00:00+08:00');
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
    const zhang = world.person('张敏');
    await zhang.presses('改时间', { card: 0 });
    await zhang.presses('保存', { card: 0, form: { title: '某路段塌陷', date: '2026-04-05 +0800', time: '00:50' } });
    await world.advanceTo('2026-04-05T03:19:59+08:00');
    expect(counts()).toEqual([2, 2, 2, 2, 0, 0]);
    await world.advanceTo('2026-04-05T03:20:00+08:00');
    expect(counts()).toEqual([3, 3, 3, 3, 0, 0]);
  });
});
