import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { recordReply } from '../../src/app/record-reply.ts';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年3月27日前' },
  { text: '更新便民服务事项目录', owner: '信息中心负责', deadline: '2026年3月31日前' },
];
const LIST = '规范性文件清单';
const LINK = 'https://www.example.gov.cn/list?(1)';

let world: World;
let zhang: WorldPerson;
let sun: WorldPerson;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.onMondayMorning(ROWS);
  zhang = world.person('张敏');
  sun = world.person('孙静');
});

async function opensDesk(person: WorldPerson, eventId = `desk-${person.name}-${world.clock.now()}`): Promise<void> {
  const opened = await openDesk(world.app.deps, { actorOpenId: person.openId, eventId });
  if (!opened.ok) throw new Error(opened.error.kind);
  await world.settle();
}

async function returned(reasons: readonly string[], note: string): Promise<void> {
  await sun.presses('退文');
  await sun.presses('确认退文', { form: { reasons, note } });
}

describe('B7: 退文 and 销号', () => {
  it('what is missing stands on the office’s own row; it hands that in there, and the reviewer signs it off', async () => {
    await zhang.presses('填进展');
    await zhang.presses('提交', { form: { percent: '80', note: '已上网', link: LINK } });
    await zhang.presses('办结');
    await opensDesk(sun);
    expect(sun.cardText()).toContain('待审核 1 件 · 截至 09:00');
    expect(sun.cardText()).toContain('张敏 09:00 报办结，晚 1 个工作日');
    expect(sun.cardText()).toContain('www.example.gov.cn/list');
    expect(JSON.stringify(sun.card().content)).toContain('(https://www.example.gov.cn/list?%281%29)');

    await sun.presses('退文');
    const bare = await sun.presses('确认退文', { form: { reasons: [], note: '请补网址' } });
    expect(bare.toast).toMatchObject({ type: 'warning', content: '请至少选一条退文理由' });
    expect(JSON.stringify(sun.card().content)).toContain('请补网址');
    const sent = await sun.presses('确认退文', {
      form: { reasons: ['materials-missing', 'link-broken'], note: '请补网址' },
    });
    expect(sent.toast?.content).toBe('已退文，法规科将收到通知');
    expect(sun.cardText()).toContain('已退文（解读材料不齐；佐证链接打不开） · 孙静 09:00');
    expect(sun.cardText()).toContain('没有待审核的事项');

    expect(zhang.cardText()).toContain('退文（解读材料不齐；佐证链接打不开）：请补网址 · 孙静 09:00');
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'working', closedOn: null });
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cardText()).toContain('退文（解读材料不齐；佐证链接打不开）：请补网址 · 孙静 3月30日');

    await zhang.presses('办结');
    const missing = await zhang.presses('提交', { form: { link: '', note: '已补解读' } });
    expect(missing.toast).toMatchObject({ type: 'warning', content: '请填写公开页面的网址' });
    expect(JSON.stringify(zhang.card().content)).toContain('已补解读');
    const again = await zhang.presses('提交', { form: { link: 'www.example.gov.cn/new', note: '已补解读' } });
    expect(again.toast?.content).toBe('已记录，局办公室审核后销号');
    await opensDesk(sun);
    expect(sun.cardText()).toContain('报办结，晚 2 个工作日：已补解读');
    expect(sun.cardText()).toContain('www.example.gov.cn/new');
    expect(sun.cardText()).toContain('已退文 1 次');
    const passed = await sun.presses('通过');
    expect(passed.toast?.content).toBe('已审核通过，予以销号');
    expect(sun.cardText()).toContain('法规科 · 已销号 · 孙静 09:00');
    expect(zhang.cardText()).toContain('已销号 · 孙静 09:00');
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'signed-off', closedOn: '2026-03-31' });
  });

  it('the second return says that it is the second', async () => {
    for (const note of ['请补网址', '网址仍打不开']) {
      await zhang.presses('办结');
      if (note !== '请补网址') await zhang.presses('提交', { form: { link: 'www.example.gov.cn/new' } });
      await opensDesk(sun, `desk-${note}`);
      await returned(['link-broken'], note);
    }
    expect(zhang.cardText()).toContain('第 2 次退文（佐证链接打不开）：网址仍打不开');
    expect(zhang.cardText()).not.toContain('请补网址');
  });

  it('a returned answer is not taken back any more: there is nothing left to take back', async () => {
    await zhang.presses('办结');
    const undo = zhang.draft('撤回');
    await opensDesk(sun);
    await returned(['other'], '请补材料');
    expect(zhang.buttons()).not.toContain('撤回');
    const answer = await world.app.handlers.onCardAction(handed(undo, zhang.openId, 'late-undo'));
    expect(answer.toast?.text).toContain('不能撤回');
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'working' });
  });

  it('C30: 更正 takes a slip of the finger back: what was signed off waits for 审核 again', async () => {
    await zhang.presses('办结');
    await opensDesk(sun);
    await sun.presses('通过');
    const answer = await sun.presses('更正');
    expect(answer.toast?.content).toBe('已更正，恢复为“已报办结”');
    expect(sun.buttons()).toEqual(expect.arrayContaining(['通过', '退文']));
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'reported', closedOn: '2026-03-30', newsOn: null });
    expect(zhang.cardText()).toContain('已报办结');
  });
});

describe('the desk', () => {
  it('with nothing to do says so in one line', async () => {
    await opensDesk(sun);
    expect(sun.cardText()).toContain('没有待审核的事项');
    expect(sun.buttons()).toEqual(['刷新']);
  });

  it('is not for whoever reviews nothing', async () => {
    for (const [actorOpenId, kind] of [
      ['ou_zhangmin', 'nothing-to-decide'],
      ['ou_stranger', 'unknown-person'],
    ]) {
      const opened = await openDesk(world.app.deps, { actorOpenId: actorOpenId ?? '', eventId: `desk-${kind}` });
      expect(opened).toMatchObject({ ok: false, error: { kind } });
    }
  });

  it('asked for twice by one event comes once', async () => {
    await opensDesk(sun, 'same-event');
    const cards = sun.cards().length;
    await opensDesk(sun, 'same-event');
    expect(sun.cards()).toHaveLength(cards);
  });

  it('刷新 brings up what was reported since', async () => {
    await opensDesk(sun);
    await zhang.presses('办结');
    await sun.presses('刷新');
    expect(sun.cardText()).toContain('待审核 1 件');
    expect(sun.buttons()).toContain('通过');
  });

  it('what its office takes back meanwhile leaves the desk', async () => {
    await zhang.presses('办结');
    await opensDesk(sun);
    await zhang.presses('撤回');
    expect(sun.cardText()).not.toContain(LIST);
    expect(sun.cardText()).toContain('没有待审核的事项');
  });
});

describe('a full desk', () => {
  /** Ten rows of one office, all reported one after the other. */
  async function reportTen(): Promise<void> {
    await world.stop();
    const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
    world = await World.onMondayMorning(
      numbers.map((n) => ({ text: `公布第${n}批事项`, owner: '法规科负责', deadline: '2026年4月30日前' })),
    );
    zhang = world.person('张敏');
    sun = world.person('孙静');
    for (const part of await world.app.deps.ledger.findParts({})) {
      const draft = { state: 'done', note: '', links: [], percent: null, helpFrom: null } as const;
      const { version, id: partId } = part;
      const eventId = `report-${partId}`;
      await recordReply(world.app.deps, {
        partId,
        version,
        draft,
        actorOpenId: zhang.openId,
        eventId,
        card: undefined,
      });
    }
  }

  it('shows eight a page; what is decided folds in its place, and the next in line comes up', async () => {
    await reportTen();
    await opensDesk(sun);
    expect(sun.cardText()).toContain('待审核 10 件');
    expect(sun.buttons().filter((label) => label === '通过')).toHaveLength(8);
    expect(sun.cardText()).not.toContain('第9批');

    await sun.presses('通过', { nth: 1 });
    expect(sun.cardText()).toContain('待审核 9 件');
    expect(sun.buttons().filter((label) => label === '通过')).toHaveLength(8);
    const text = sun.cardText();
    expect(text.indexOf('第1批')).toBeLessThan(text.indexOf('✓ 2　公布第2批'));
    expect(text.indexOf('✓ 2　公布第2批')).toBeLessThan(text.indexOf('第3批'));
    expect(text).toContain('第9批');
    expect(text).not.toContain('第10批');

    await sun.presses('下一页');
    expect(sun.cardText()).toContain('第10批');
    expect(sun.buttons()).toContain('上一页');
    expect(sun.buttons().filter((label) => label === '通过')).toHaveLength(1);
  });

  it('is turned by whoever it belongs to; a stranger who presses 下一页 sees nothing of it', async () => {
    await reportTen();
    await opensDesk(sun);
    const press = sun.draft('下一页');
    const answer = await world.app.handlers.onCardAction(handed(press, 'ou_stranger', 'stranger-turns'));
    expect(answer.card).toBeNull();
    expect(answer.toast?.text).toContain('通讯录里没有您的联络人信息');
    expect(sun.cardText()).not.toContain('第10批');
  });
});

describe('presses that do not count', () => {
  it('C48: 通过 by anybody but 主管机构 changes nothing and shows nothing', async () => {
    await zhang.presses('办结');
    await opensDesk(sun);
    const press = sun.draft('通过');
    for (const actor of ['ou_zhangmin', 'ou_wangfang', 'ou_zhaolei', 'ou_stranger']) {
      const answer = await world.app.handlers.onCardAction(handed(press, actor, `pass-${actor}`));
      expect(answer.toast?.type).toBe('warning');
      expect(answer.card).toBeNull();
    }
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'reported', acts: [] });
  });

  it('C23: 通过 pressed on a desk drawn before the answer was replaced passes nothing', async () => {
    await zhang.presses('办结');
    await opensDesk(sun);
    const press = sun.draft('通过');
    await zhang.presses('撤回');
    await zhang.presses('办结');
    const before = await world.part(LIST, '法规科');
    const answer = await world.app.handlers.onCardAction(handed(press, sun.openId, 'old-pass'));
    expect(answer.toast?.text).toContain('由张敏报办结');
    expect(JSON.stringify(answer.card)).toContain('desk.pass');
    expect(await world.part(LIST, '法规科')).toEqual(before);
  });

  it('C23: decided twice, from two desks, it counts once and the second hears who decided', async () => {
    await zhang.presses('办结');
    await opensDesk(sun, 'desk-1');
    const first = sun.draft('通过');
    await opensDesk(sun, 'desk-2');
    await sun.presses('通过');
    const again = await world.app.handlers.onCardAction(handed(first, sun.openId, 'second-pass'));
    expect(again.toast?.text).toBe('该事项已于 3月30日 09:00 由孙静审核通过，以下是当前状态');
    expect((await world.part(LIST, '法规科')).acts.map(({ kind }) => kind)).toEqual(['pass']);
  });

  it('the same event twice counts once', async () => {
    await zhang.presses('办结');
    await opensDesk(sun);
    const press = handed(sun.draft('通过'), sun.openId, 'event-7');
    await world.app.handlers.onCardAction(press);
    const again = await world.app.handlers.onCardAction(press);
    expect(again.toast?.type).toBe('info');
    expect((await world.part(LIST, '法规科')).acts).toHaveLength(1);
  });

  it('a form of 退文 that is open while the answer is taken back closes, and the desk stays true', async () => {
    await zhang.presses('办结');
    await opensDesk(sun);
    await sun.presses('退文');
    const submit = sun.draft('确认退文', { form: { reasons: ['other'], note: '请补材料' } });
    await zhang.presses('撤回');
    const answer = await world.app.handlers.onCardAction({
      ...handed(submit, sun.openId, 'late-return'),
      form: submit.formValue ?? {},
    });
    expect(answer.toast?.text).toContain('以下是当前状态');
    expect(JSON.stringify(answer.card)).not.toContain('desk.return');
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'open', acts: [] });
  });
});

function handed(press: { messageId: string; value: unknown }, actorOpenId: string, eventId: string) {
  const { messageId, value } = press;
  const at = world.clock.now();
  return { eventId, at, actorOpenId, messageId, chatId: '', payload: value, form: {}, option: null };
}
