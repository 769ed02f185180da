import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年4月2日前' },
  { text: '更新便民服务事项目录', owner: '法规科牵头，各科室负责', deadline: '2026年4月8日前' },
];
const LIST = '规范性文件清单';
const CATALOGUE = '服务事项目录';

let world: World;
let zhang: WorldPerson;
let sun: WorldPerson;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.onMondayMorning(ROWS);
  zhang = world.person('张敏');
  sun = world.person('孙静');
});

/** Whoever decides asks for the desk. */
async function desk(person: WorldPerson, eventId = `desk-${person.name}-${world.clock.now()}`): Promise<WorldPerson> {
  const opened = await openDesk(world.app.deps, { actorOpenId: person.openId, eventId });
  if (!opened.ok) throw new Error(opened.error.kind);
  await world.settle();
  return person;
}

describe('⋯ of a row', () => {
  it('offers only what the row allows: 签收 until somebody has answered, dates only where there is one', async () => {
    const second = ['签收', '申请延期', '不涉及', '转交', '稍后提醒'];
    expect(zhang.choices()).toEqual(['签收', '申请延期', '不涉及', '转交', '稍后提醒', ...second]);
    const answer = await zhang.chooses('签收');
    expect(answer.toast).toMatchObject({ type: 'success', content: '已签收，到期前按时提醒' });
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'working', replies: [{ state: 'acknowledged' }] });
    expect(zhang.choices()).toEqual(['申请延期', '不涉及', '转交', '稍后提醒', ...second]);
    await zhang.presses('办结');
    expect(zhang.choices()).toEqual(second);
  });

  it('a stranger who presses it changes nothing and sees no card', async () => {
    const menu = await optionPress('申请延期', 'ou_stranger');
    expect(menu.toast?.text).toContain('通讯录里没有您的联络人信息');
    expect(menu.card).toBeNull();
    const other = await optionPress('签收', 'ou_wangfang');
    expect(other.toast?.text).toContain('这项任务由法规科办理');
    expect(other.card).toBeNull();
    expect(await world.part(LIST, '法规科')).toMatchObject({ version: 1, replies: [], acts: [] });
  });

  it('C23: chosen on a card that stands still while the row was closed, it does not open anything again', async () => {
    const press = pressOf('extension');
    await zhang.presses('办结');
    const before = await world.part(LIST, '法规科');
    const answer = await world.app.handlers.onCardAction(await press('ou_zhangmin', 'late'));
    expect(answer.toast?.text).toContain('由张敏报办结');
    expect(JSON.stringify(answer.card)).not.toContain('part.ask');
    expect(await world.part(LIST, '法规科')).toEqual(before);
  });
});

describe('C53: 申请延期', () => {
  it('asked, refused with a reason, asked again and granted: the old date stays in sight, reminders follow the new one', async () => {
    await zhang.chooses('申请延期');
    const bare = await zhang.presses('提交', { form: { note: '', date: '2026-04-20' } });
    expect(bare.toast).toMatchObject({ type: 'warning', content: '请写一句理由或意见' });
    expect(JSON.stringify(zhang.card().content)).toContain('"initial_date":"2026-04-20"');
    const early = await zhang.presses('提交', { form: { note: '等上级口径', date: '2026-04-01' } });
    expect(early.toast?.content).toBe('新时限须晚于现时限 4月2日');
    expect(zhang.cardText()).toContain('新时限须晚于现时限 4月2日');
    expect(JSON.stringify(zhang.card().content)).toContain('等上级口径');

    const sent = await zhang.presses('提交', { form: { note: '等上级口径', date: '2026-04-20' } });
    expect(sent.toast?.content).toBe('已提交，批复前仍按 4月2日办理');
    expect(zhang.cardText()).toContain('已申请延期至 4月20日，待批复 · 张敏 09:00');
    expect(zhang.buttons()).toContain('撤回申请');
    expect(zhang.choices().slice(0, 3)).toEqual(['签收', '稍后提醒', '签收']);
    expect(await world.part(LIST, '法规科')).toMatchObject({ dueOn: '2026-04-02', state: 'open' });

    await desk(sun);
    expect(sun.cardText()).toContain('申请 1 件');
    expect(sun.cardText()).toContain('申请延期至 4月20日：等上级口径');
    await sun.presses('不同意');
    const silent = await sun.presses('提交', { form: { note: '' } });
    expect(silent.toast?.content).toBe('请写一句理由或意见');
    await sun.presses('提交', { form: { note: '四月上旬须上网' } });
    expect(zhang.cardText()).toContain('不同意延至 4月20日：四月上旬须上网 · 孙静 09:00');
    expect(zhang.cardText()).not.toContain('待批复');

    await zhang.chooses('申请延期');
    await zhang.presses('提交', { form: { note: '上级口径月中才到', date: '2026-04-24' } });
    await desk(sun, 'desk-again');
    const granted = await sun.presses('同意');
    expect(granted.toast?.content).toBe('已同意延至 4月24日，法规科将收到通知');
    expect(sun.cardText()).toContain('已同意延至 4月24日 · 孙静');

    expect(zhang.cardText()).toContain('应于 4月24日（周五）完成');
    expect(zhang.cardText()).toContain('原时限 4月2日，已同意延至 4月24日 · 孙静 09:00');
    expect(await world.part(LIST, '法规科')).toMatchObject({ dueOn: '2026-04-24', request: null });

    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cardText()).toContain('原时限 4月2日，已同意延至 4月24日 · 孙静 3月30日');
    expect(zhang.cardText()).not.toContain('不同意');
    await world.advanceTo('2026-04-02T09:00:00+08:00');
    expect(zhang.cardText()).toContain('共 1 件');
    await world.advanceTo('2026-04-03T09:00:00+08:00');
    expect(zhang.cardText()).toContain('共 1 件');
    expect(zhang.cardText()).not.toContain('应于 4月24日');
    await world.advanceTo('2026-04-10T09:00:00+08:00');
    expect(zhang.cardText()).toContain('应于 4月24日（周五）完成，还有 10 个工作日');
  });

  it('is taken back by its office while nobody has decided; a decision after that does not count', async () => {
    await zhang.chooses('申请延期');
    await zhang.presses('提交', { form: { note: '等上级口径', date: '2026-04-20' } });
    await desk(sun);
    const grant = sun.draft('同意');
    expect((await zhang.presses('撤回申请')).toast?.content).toBe('已撤回申请');
    const late = await world.app.handlers.onCardAction(handed(grant, sun.openId, 'late-grant'));
    expect(late.toast?.text).toBe('该事项已于 3月30日 09:00 由张敏撤回申请，以下是当前状态');
    expect(await world.part(LIST, '法规科')).toMatchObject({ dueOn: '2026-04-02', request: null });
  });

  it('somebody who decides on nothing cannot grant it, not even in his own favour', async () => {
    await zhang.chooses('申请延期');
    await zhang.presses('提交', { form: { note: '等上级口径', date: '2026-04-20' } });
    await desk(sun);
    const grant = sun.draft('同意');
    for (const actor of ['ou_zhangmin', 'ou_wangfang', 'ou_stranger']) {
      const answer = await world.app.handlers.onCardAction(handed(grant, actor, `grant-${actor}`));
      expect(answer.toast?.type).toBe('warning');
      expect(answer.card).toBeNull();
    }
    expect(await world.part(LIST, '法规科')).toMatchObject({ dueOn: '2026-04-02', request: { kind: 'extension' } });
  });
});

describe('不涉及 and 转交', () => {
  it('不涉及 is confirmed by the lead, also by its deputy; until then the office stays on the hook', async () => {
    const wang = world.person('王芳');
    await wang.chooses('不涉及');
    expect((await wang.presses('提交', { form: { note: '目录不由中心维护' } })).toast?.content).toBe(
      '已提交，批复前仍由本单位办理',
    );
    expect(await world.part(CATALOGUE, '信息中心')).toMatchObject({ state: 'open' });
    expect(wang.buttons()).toEqual(expect.arrayContaining(['办结', '撤回申请']));

    const li = await desk(world.person('李强'));
    expect(li.cardText()).toContain('报不涉及：目录不由中心维护');
    expect(li.buttons()).not.toContain('通过');
    const answer = await li.presses('同意');
    expect(answer.toast?.content).toBe('已同意，信息中心不再办理这项');
    expect(await world.part(CATALOGUE, '信息中心')).toMatchObject({ state: 'excused', request: null });
    expect(wang.cardText()).toContain('不涉及 · 李强 09:00');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    const cards = wang.cards().length;
    await world.advanceTo('2026-04-02T09:00:00+08:00');
    await world.advanceTo('2026-04-08T09:00:00+08:00');
    expect(wang.cards()).toHaveLength(cards);
  });

  it('转交 gives the other office a part of its own, with its next card', async () => {
    await zhang.chooses('转交');
    expect((await zhang.presses('提交', { form: { note: '由中心维护' } })).toast?.content).toContain(
      '没有找到这个单位',
    );
    const { offices } = await world.app.deps.directory.load();
    const center = offices.find(({ name }) => name === '信息中心')?.id;
    await zhang.presses('提交', { form: { note: '由中心维护', office: center } });
    expect(zhang.cardText()).toContain('已申请转交信息中心，待批复');

    await desk(sun);
    await sun.presses('同意');
    expect(await world.part(LIST, '法规科')).toMatchObject({ state: 'excused' });
    expect(await world.part(LIST, '信息中心')).toMatchObject({ state: 'open', dueOn: '2026-04-02' });
    expect(zhang.cardText()).toContain('已转交 · 孙静');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(world.person('王芳').cardText()).toContain(LIST);
  });
});

describe('C29: 稍后提醒', () => {
  it('is logged, possible twice within five working days, and refused after that with what to do instead', async () => {
    await zhang.chooses('稍后提醒', { nth: 1 });
    expect(zhang.cardText()).toContain('4月7日及以前');
    const far = await zhang.presses('提交', { form: { date: '2026-04-08' } });
    expect(far.toast?.content).toBe('日期请在 4月7日以内');
    const first = await zhang.presses('提交', { form: { date: '2026-04-03' } });
    expect(first.toast?.content).toBe('已记录，4月3日再提醒，还可推迟 1 次');
    expect(zhang.cardText()).toContain('已设稍后提醒，4月3日再提醒');
    await zhang.chooses('稍后提醒', { nth: 1 });
    expect((await zhang.presses('提交', { form: { date: '2026-04-07' } })).toast?.content).toContain('不能再推迟');
    expect((await zhang.chooses('稍后提醒', { nth: 1 })).toast?.content).toBe('稍后提醒已用满 2 次；办不完请申请延期');
    const part = await world.part(CATALOGUE, '法规科');
    expect(part).toMatchObject({ snoozedUntil: '2026-04-07', state: 'open' });
    expect(part.acts.map(({ kind, personName }) => [kind, personName])).toEqual([
      ['snooze', '张敏'],
      ['snooze', '张敏'],
    ]);
  });
});

async function optionPress(label: string, actorOpenId: string) {
  return world.app.handlers.onCardAction(await pressOf(label === '签收' ? 'seen' : 'extension')(actorOpenId, label));
}

/** A choice behind ⋯ of the first row as it is drawn now, to be pressed by anybody later. */
function pressOf(option: string) {
  const card = zhang.card();
  const part = world.part(LIST, '法规科');
  const payload = JSON.stringify(card.content).match(/\{"a":"part\.more"[^}]*\}/)?.[0] ?? '{}';
  return async (actorOpenId: string, eventId: string) => {
    expect(JSON.parse(payload)).toMatchObject({ p: (await part).id });
    return {
      ...handed({ messageId: card.messageId, value: JSON.parse(payload) }, actorOpenId, eventId),
      option,
    };
  };
}

function handed(press: { messageId: string; value: unknown }, actorOpenId: string, eventId: string) {
  const { messageId, value } = press;
  const at = world.clock.now();
  return { eventId, at, actorOpenId, messageId, chatId: '', payload: value, form: {}, option: null };
}
