import { afterEach, describe, expect, it } from 'vitest';
import { previewMorningCards } from '../../src/app/send-morning-cards.ts';
import { drawWeeklyDigest } from '../../src/app/send-weekly-digest.ts';
import { World } from '../support/world.ts';

/** The plan is issued on 2026-01-20. */
const OLD = { text: '公布上年度收支情况', owner: '法规科负责', deadline: '2026年1月10日前' };
const OLDER = { text: '完成信息公开目录清理', owner: '法规科负责', deadline: '2025年12月底前' };
const DUE = { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年3月31日前' };

let world: World;
afterEach(() => world.stop());

const ofZhang = () => world.person('张敏');
const oldPart = () => world.part('上年度收支', '法规科');

/** What `remind` says about the part at this moment. */
async function silenceOf(partId: string) {
  const { send, silent } = await previewMorningCards(world.app.deps);
  const reason = silent.find((each) => each.partId === partId)?.reason;
  return send.some(({ partIds }) => partIds.includes(partId)) ? 'speaks' : reason;
}

describe('B14: rows that were due before the plan was issued', () => {
  it('come once, last in the ordinary card of the day, and alarm nobody', async () => {
    world = await World.onMondayMorning([OLD, DUE]);
    const zhang = ofZhang();
    expect(zhang.cards()).toHaveLength(1);
    const text = zhang.cardText();
    expect(text).toContain('共 1 件，另请补报 1 件');
    expect(text).toContain('时限 1月10日早于印发日期，是否已完成？');
    expect(text.indexOf('行政规范性文件清单')).toBeLessThan(text.indexOf('印发前已到期，请补报'));
    expect(text).not.toContain('逾期');

    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(2);
    expect(zhang.cardText()).not.toContain('印发前已到期');
    expect(await silenceOf((await oldPart()).id)).toBe('past-at-birth');
  });

  it('are the only reason for a card on the first working morning, and never again', async () => {
    world = await World.start({ at: '2026-03-28T08:59:00+08:00', rows: [OLD, OLDER] });
    await world.advanceTo('2026-03-28T09:00:00+08:00');
    expect(ofZhang().cards()).toHaveLength(0);
    expect(await silenceOf((await oldPart()).id)).toBe('rest-day');
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    expect(ofZhang().cardText()).toContain('请补报 2 件');
    expect(ofZhang().cardText()).toContain('时限 2025年12月31日早于印发日期，是否已完成？');
    for (const day of ['2026-03-31', '2026-04-01', '2026-04-07']) await world.advanceTo(`${day}T09:00:00+08:00`);
    expect(ofZhang().cards()).toHaveLength(1);
    expect(await silenceOf((await oldPart()).id)).toBe('past-at-birth');
  });

  it('已完成 asks for the day and is recorded with it', async () => {
    world = await World.onMondayMorning([OLD, DUE]);
    const zhang = ofZhang();
    await zhang.presses('已完成');
    const wrong = await zhang.presses('提交', { form: { date: '2026-04-15', note: '已上网', link: '' } });
    expect(wrong.toast).toMatchObject({ type: 'warning', content: expect.stringContaining('4月15日还没有到') });
    const answer = await zhang.presses('提交', { form: { date: '2026-01-16', note: '已上网', link: '' } });
    expect(answer.toast).toMatchObject({ type: 'success', content: '已记录，局办公室审核后销号' });
    expect(zhang.cardText()).toContain('已报办结 · 1月16日完成');
    expect(await oldPart()).toMatchObject({
      state: 'reported',
      closedOn: '2026-01-16',
      replies: [{ state: 'done', note: '已上网' }],
    });

    await zhang.presses('撤回');
    expect(await oldPart()).toMatchObject({ state: 'open', closedOn: null });
    expect(zhang.buttons()).toEqual(expect.arrayContaining(['已完成', '未完成']));
  });

  it('未完成 takes a new date, which is reminded of as every other and can be missed', async () => {
    world = await World.onMondayMorning([OLD]);
    const zhang = ofZhang();
    await zhang.presses('未完成');
    const form = { date: '2026-04-10', note: '等审计结果' };
    const answer = await zhang.presses('提交', { form });
    expect(answer.toast).toMatchObject({ type: 'success', content: '已记录，改按新时限 4月10日（周五）提醒' });
    expect(zhang.cardText()).toContain('应于 4月10日（周五）完成');
    expect(zhang.buttons()).toEqual(expect.arrayContaining(['办结', '填进展', '有困难', '撤回']));
    expect(await oldPart()).toMatchObject({ dueOn: '2026-04-10', state: 'working', pastAtBirth: false });

    await world.advanceTo('2026-04-07T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(2);
    expect(zhang.cardText()).toContain('张敏 3月30日 09:00 填进展：新时限 2026年4月10日：等审计结果');
    await world.advanceTo('2026-04-13T09:00:00+08:00');
    expect(zhang.cardText()).toContain('已逾期 1 个工作日');
    expect((await drawWeeklyDigest(world.app.deps)).digest.overdue.value).toBe(1);
  });

  it('未完成, taken back, asks again on the card and sends no other', async () => {
    world = await World.onMondayMorning([OLD]);
    const zhang = ofZhang();
    await zhang.presses('未完成');
    await zhang.presses('提交', { form: { date: '2026-04-01', note: '' } });
    await zhang.presses('撤回');
    expect(await oldPart()).toMatchObject({ dueOn: '2026-01-10', state: 'open', pastAtBirth: true });
    expect(zhang.buttons()).toEqual(expect.arrayContaining(['已完成', '未完成']));
    await world.advanceTo('2026-04-07T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(1);
  });

  it('can be answered on the old card, and in 我的任务', async () => {
    world = await World.onMondayMorning([OLD, OLDER, DUE]);
    const zhang = ofZhang();
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    await zhang.presses('已完成', { card: 0 });
    await zhang.presses('提交', { card: 0, form: { date: '2026-01-05', note: '', link: '' } });
    expect(await world.part('目录清理', '法规科')).toMatchObject({ state: 'reported', closedOn: '2026-01-05' });

    await zhang.writes('我的任务');
    expect(zhang.cardText()).toContain('印发前已到期 1');
    await zhang.presses('已完成');
    await zhang.presses('提交', { form: { date: '2026-01-08', note: '', link: 'www.example.gov.cn/1' } });
    expect(await oldPart()).toMatchObject({ closedOn: '2026-01-08' });
    expect(zhang.cardText()).toContain('已报办结');
  });

  it('are outside every number of the week until they have a new date, answered or not', async () => {
    world = await World.onMondayMorning([OLD, OLDER]);
    const numbers = async () => {
      const { completion, overdue, closed, dueNext, turnedRed } = (await drawWeeklyDigest(world.app.deps)).digest;
      return [completion.total, overdue.value, closed.value, dueNext.value, turnedRed.length];
    };
    expect(await numbers()).toEqual([0, 0, 0, 0, 0]);
    await ofZhang().presses('已完成');
    await ofZhang().presses('提交', { form: { date: '2026-03-27', note: '', link: '' } });
    expect(await numbers()).toEqual([0, 0, 0, 0, 0]);
    await ofZhang().presses('未完成');
    await ofZhang().presses('提交', { form: { date: '2026-04-03', note: '' } });
    expect(await numbers()).toEqual([0, 0, 0, 1, 0]);
  });
});
