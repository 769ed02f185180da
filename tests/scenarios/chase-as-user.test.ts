import { afterEach, describe, expect, it } from 'vitest';
import { openEventForm } from '../../src/app/events/open-event-form.ts';
import { withdrawPlan } from '../../src/app/review/end-review.ts';
import { worldWithLeaders } from '../support/bureau-with-leaders.ts';
import { planText } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const LIST = { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年3月27日前' };
const APPROVALS = {
  text: '公开更新项目实施方案批复信息',
  owner: '法规科负责',
  deadline: '批准发出之日起20个工作日内公开',
};
const ALARM = {
  text: '加强舆情回应。遇重大突发舆情事件，最迟在5小时内发布权威信息，在24小时内举行新闻发布会',
  owner: '法规科负责',
  deadline: '贯穿全年',
};

let world: World;
let words = 0;
afterEach(() => world.stop());

const morningOf = (day: string) => world.advanceTo(`2026-${day}T09:00:00+08:00`);
const lastText = (name: string) => world.person(name).texts().at(-1) ?? '';

async function registers(name: string, form: Record<string, unknown>): Promise<void> {
  words += 1;
  const { openId } = world.person(name);
  await openEventForm(world.app.deps, { actorOpenId: openId, eventId: `word-${words}`, words: null });
  await world.settle();
  await world.person(name).presses('登记', { form });
}

describe('what leaders say', () => {
  it('批示 is still on the row after a 催办; an answer settles both', async () => {
    world = await worldWithLeaders('2026-03-27T08:59:00+08:00', [LIST]);
    for (const day of ['03-27', '03-30', '03-31', '04-01']) await morningOf(day);
    const zhao = world.person('赵磊');
    await zhao.presses('批示');
    await zhao.presses('提交', { form: { note: '请本周五前办结' } });
    await zhao.presses('催办');
    await morningOf('04-02');
    const zhang = world.person('张敏');
    expect(zhang.cardText()).toContain('批示：请本周五前办结');
    expect(zhang.cardText()).toContain('催办 · 赵磊 4月1日');
    await zhang.presses('填进展');
    await zhang.presses('提交', { form: { note: '明天上网' } });
    expect(zhang.cardText()).not.toContain('批示');
  });

  it('a head is told what is late, and not that it was answered', async () => {
    world = await worldWithLeaders('2026-03-27T08:59:00+08:00', [LIST]);
    for (const day of ['03-27', '03-30']) await morningOf(day);
    expect(world.person('李强').cardText()).toContain('逾期须知 · 1 件');
    expect(world.person('李强').cardText()).not.toContain('近日已答复');
  });

  it('a late event is named on the leader’s card and at the desk', async () => {
    world = await worldWithLeaders('2026-03-30T08:59:00+08:00', [APPROVALS]);
    await morningOf('03-30');
    await registers('张敏', { title: '某路改造批复', date: '2026-02-27 +0800' });
    for (const day of ['03-31', '04-01']) await morningOf(day);
    expect(world.person('李强').cardText()).toContain('批复信息（某路改造批复）');
    await world.person('张敏').presses('办结');
    await world.person('孙静').writes('审核');
    expect(world.person('孙静').cardText()).toContain('批复信息（某路改造批复）');
  });
});

describe('退文', () => {
  it('takes the answer back in every number: late again it is asked about again, and 待公开 is not claimed', async () => {
    world = await World.onMondayMorning([{ ...LIST, deadline: '2026年4月1日前' }]);
    await world.person('张敏').presses('办结');
    await world.person('孙静').writes('审核');
    await world.person('孙静').presses('退文');
    await world.person('孙静').presses('确认退文', { form: { reasons: ['materials-missing'], note: '缺解读' } });
    expect(world.person('张敏').cardText()).not.toContain('待公开');
    for (const day of ['03-31', '04-01']) await morningOf(day);
    const cards = world.person('张敏').cards().length;
    await morningOf('04-02');
    expect(world.person('张敏').cards()).toHaveLength(cards + 1);
    expect(world.person('张敏').cardText()).toContain('已逾期 1 个工作日');
  });
});

describe('各处室落实情况', () => {
  it('不涉及 is signed by whoever confirmed it, not by who asked', async () => {
    world = await World.onMondayMorning([{ text: '更新目录', owner: '法规科牵头，各科室负责', deadline: '4月2日前' }]);
    await world.person('王芳').writes('困难 1 没有数据');
    await world.person('王芳').chooses('不涉及', { card: 0 });
    await world.person('王芳').presses('提交', { card: 0, form: { note: '目录不由中心维护' } });
    await world.person('张敏').writes('审核');
    await world.person('张敏').presses('同意');
    await world.person('张敏').writes('落实情况 1');
    expect(world.person('张敏').cardText()).toContain('不涉及 · 张敏');
    expect(world.person('张敏').cardText()).not.toContain('没有数据');
  });
});

describe('words that change nothing say what to do', () => {
  it('进展 of what is reported, 签收 of what is answered', async () => {
    world = await World.onMondayMorning([LIST, { text: '更新目录', owner: '法规科负责', deadline: '4月2日前' }]);
    const zhang = world.person('张敏');
    await zhang.writes('完成 1');
    await zhang.writes('进展 1 已送审');
    expect(lastText('张敏')).toContain('由张敏报办结；要改请先发“撤回 1”');
    await zhang.writes('进展 2 已送审 60%');
    await zhang.writes('签收 2');
    expect(lastText('张敏')).toContain('第 2 项已有答复，不用签收');
    expect(await world.part('更新目录', '法规科')).toMatchObject({ percent: 60, replies: [{ state: 'progress' }] });
  });

  it('延期 3 leads to the list, where ⋯ has it; a date too far says its year', async () => {
    world = await World.onMondayMorning([LIST]);
    const zhang = world.person('张敏');
    await zhang.writes('延期 1');
    expect(lastText('张敏')).toContain('“我的任务”');
    await zhang.writes('帮助');
    expect(lastText('张敏')).toContain('延期、转交等点卡片上的“⋯”');
    await zhang.chooses('申请延期');
    const far = await zhang.presses('提交', { form: { note: '等', date: '2029-04-20' } });
    expect(far.toast?.content).toBe('日期请在 2028年3月30日以内');
  });
});

describe('an hour clock that nobody answered', () => {
  it('shows its moment in the list, and is a late row from the next working day on, closed with its link', async () => {
    world = await World.start({ at: '2026-04-01T16:30:00+08:00', rows: [ALARM] });
    await registers('张敏', { title: '某路段塌陷', date: '2026-04-01 +0800', time: '16:20' });
    const zhang = world.person('张敏');
    await zhang.writes('我的任务');
    expect(zhang.cardText()).toContain('截止 4月1日 21:20');
    expect(zhang.cardText()).not.toContain('应于 4月1日');

    await morningOf('04-02');
    expect(zhang.cardText()).toContain('截止 4月1日 21:20，已超时');
    await zhang.presses('办结');
    const bare = await zhang.presses('提交', { form: { link: '', note: '' } });
    expect(bare.toast?.content).toBe('请填写公开页面的网址');
    await zhang.presses('提交', { form: { link: 'www.example.gov.cn/a', note: '' } });
    await world.person('孙静').writes('审核');
    expect(world.person('孙静').cardText()).toContain('截止 4月1日 21:20');
    expect(world.person('孙静').cardText()).toContain('超时 11 小时 40 分');
    expect(world.person('孙静').cardText()).not.toContain('晚 1 个工作日');
  });

  it('退文 of it reaches the office with its next card', async () => {
    world = await World.start({ at: '2026-04-01T16:30:00+08:00', rows: [ALARM] });
    await registers('张敏', { title: '某路段塌陷', date: '2026-04-01 +0800', time: '16:20' });
    const zhang = world.person('张敏');
    await zhang.presses('已发布', { form: { link_1: 'www.example.gov.cn/a' } });
    await world.person('孙静').writes('审核');
    await world.person('孙静').presses('退文');
    await world.person('孙静').presses('确认退文', { form: { reasons: ['link-broken'], note: '打不开' } });
    await morningOf('04-02');
    expect(zhang.cardText()).toContain('退文（佐证链接打不开）：打不开');
  });
});

describe('1.9: a revision in the middle of it', () => {
  it('a running event clock keeps the rule it was born with; the next event follows the new one', async () => {
    world = await World.start({ at: '2026-03-30T10:00:00+08:00', rows: [APPROVALS] });
    await registers('张敏', { title: '甲路批复', date: '2026-03-10 +0800' });
    await world.publishes('plan.txt', planText([{ ...APPROVALS, deadline: '批准发出之日起15个工作日内公开' }]));
    await world.settle();
    expect(await world.part('批复信息', '法规科')).toMatchObject({
      event: '甲路批复',
      dueOn: '2026-04-08',
      state: 'open',
    });
    const zhang = world.person('张敏');
    await zhang.presses('改日期', { card: 0 });
    await zhang.presses('保存', { card: 0, form: { title: '甲路批复', date: '2026-03-11 +0800' } });
    expect(await world.part('批复信息', '法规科')).toMatchObject({ dueOn: '2026-04-09' });
    await registers('张敏', { title: '乙路批复', date: '2026-03-11 +0800' });
    const parts = await world.app.deps.ledger.findParts({ ruleKinds: ['within'] });
    expect(parts.map(({ event, dueOn }) => `${event} ${dueOn}`)).toEqual([
      '乙路批复 2026-04-01',
      '甲路批复 2026-04-09',
    ]);
    await zhang.writes('完成 1 甲路批复');
    await zhang.writes('撤回 1');
    expect(lastText('张敏')).toContain('已撤回');
  });

  it('what was handed over stays with the office that has it', async () => {
    world = await World.onMondayMorning([LIST]);
    const zhang = world.person('张敏');
    await zhang.chooses('转交');
    const center = (await world.app.deps.directory.load()).offices.find(({ name }) => name === '信息中心')?.id;
    await zhang.presses('提交', { form: { note: '由中心维护', office: center } });
    await world.person('孙静').writes('审核');
    await world.person('孙静').presses('同意');
    await world.publishes('plan.txt', planText([{ ...LIST, text: '公布本年度行政规范性文件清单目录' }]));
    await world.settle();
    expect(await world.part('规范性文件清单', '信息中心')).toMatchObject({ state: 'open' });
    expect(await world.part('规范性文件清单', '法规科')).toMatchObject({ state: 'excused' });
  });

  it('a plan that is withdrawn leaves no clock running and no button on its cards', async () => {
    world = await World.start({ at: '2026-04-01T16:30:00+08:00', rows: [ALARM] });
    await registers('张敏', { title: '某路段塌陷', date: '2026-04-01 +0800', time: '16:20' });
    const { deps } = world.app;
    const [plan] = await deps.ledger.listPlans();
    await withdrawPlan(deps, { planId: plan?.id ?? '', actor: 'test', actorName: '测试', mark: 'withdrawn' });
    await world.settle();
    expect(world.person('孙静').cardText()).toContain('计时已取消');
    expect(world.person('孙静').buttons()).toEqual([]);
    expect(
      world
        .person('张敏')
        .cards()
        .flatMap((_, index) => world.person('张敏').buttons(index)),
    ).toEqual([]);
    const cards = world.person('孙静').cards().length;
    await world.advanceTo('2026-04-01T21:50:00+08:00');
    expect(world.person('孙静').cards()).toHaveLength(cards);
  });
});
