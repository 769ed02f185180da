import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '将“五公开”纳入会议办理程序', owner: '法规科牵头，各科室负责', deadline: '2026年4月20日前' },
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年4月20日前' },
  { text: '报送每月信息公开小结', owner: '法规科牵头，各科室负责', deadline: '每月' },
];

let world: World;
afterEach(() => world.stop());
/** Monday evening. */
beforeEach(async () => {
  world = await World.start({ at: '2026-04-13T18:00:00+08:00', rows: ROWS });
});

const zhang = () => world.person('张敏');
const lastText = (name = '张敏') => world.person(name).texts().at(-1) ?? '';

describe('the lead of a row with several offices', () => {
  it('sees n of m and the names of the missing in the offices’ order, by the word', async () => {
    await zhang().writes('落实情况 1');
    const text = zhang().cardText();
    expect(text).toContain('各处室落实情况 · 1');
    expect(text).toContain('已报 0 / 2');
    expect(text.indexOf('办公室')).toBeLessThan(text.indexOf('信息中心'));
    expect(zhang().buttons()).toEqual(['催办未交']);
  });

  it('sees it from the row of the list as well, and the number there grows with every answer', async () => {
    await zhang().writes('我的任务');
    expect(zhang().buttons()).toContain('落实 0/2');
    await world.person('王芳').writes('完成 1');
    expect(zhang().buttons()).toContain('落实 1/2');
    await zhang().presses('落实 1/2');
    expect(zhang().cardText()).toContain('已报 1 / 2');
  });

  it('C31: an answer of one office leaves the others’ duty, and the lead’s card follows every answer', async () => {
    await zhang().writes('落实情况 1');
    await world.person('王芳').writes('完成 1 会议纪要已注明公开属性');
    expect(zhang().cardText()).toContain('已报 1 / 2');
    expect(zhang().cardText()).toContain('会议纪要已注明公开属性');
    expect(await world.part('五公开', '办公室')).toMatchObject({ state: 'open', replies: [] });
  });

  it('催办未交 goes only to the missing, once a day, with their next card', async () => {
    await world.person('王芳').writes('完成 1');
    await zhang().writes('落实情况 1');
    const answer = await zhang().presses('催办未交');
    expect(answer.toast?.content).toBe('已催办 1 个处室，下一个工作日可再催');
    expect((await world.part('五公开', '办公室')).acts).toMatchObject([{ kind: 'urge', personName: '张敏' }]);
    expect((await world.part('五公开', '信息中心')).acts).toEqual([]);
    expect((await world.part('五公开', '法规科')).acts).toEqual([]);
    expect(zhang().buttons()).toEqual([]);
    expect(zhang().cardText()).toContain('今天已催办');
    expect(world.person('孙静').cards()).toHaveLength(0);
    await world.advanceTo('2026-04-14T09:00:00+08:00');
    expect(world.person('孙静').cardText()).toContain('五公开');
    expect(zhang().buttons(0)).toEqual([]);
  });

  it('a second press of 催办未交 on the same day urges nobody again and says so', async () => {
    await zhang().writes('落实情况 1');
    const press = zhang().draft('催办未交');
    await zhang().presses('催办未交');
    const again = await world.emulator.as(zhang().openId).click(press);
    await world.settle();
    expect(again.toast?.content).toContain('今天都已催办过');
    expect((await world.part('五公开', '办公室')).acts).toHaveLength(1);
  });

  it('C52: reports its own part done only when all others are in; nobody finishes for all', async () => {
    await zhang().writes('落实情况 1');
    await world.person('王芳').writes('完成 1');
    expect(zhang().buttons()).not.toContain('汇总并报办结');
    expect(zhang().cardText()).toContain('还差 1 个处室');
    await world.person('孙静').writes('完成 1');
    expect(zhang().cardText()).toContain('已报 2 / 2');
    const answer = await zhang().presses('汇总并报办结');
    expect(answer.toast?.content).toContain('已记录');
    expect(await world.part('五公开', '法规科')).toMatchObject({
      state: 'reported',
      replies: [{ note: '各处室已报 2 个，汇总办结' }],
    });
    expect(zhang().buttons()).toEqual([]);
  });

  it('C52: the lead that reports its own part alone reads that the others are missing, and so does whoever signs it off', async () => {
    await zhang().writes('我的任务');
    await zhang().writes('完成 1');
    expect(zhang().cardText()).toContain('本处室已报办结，各处室已报 0/2');
    const sun = world.person('孙静');
    await sun.writes('审核');
    expect(sun.cardText()).toContain('各处室已报 0/2，还差 2 个');
    expect(sun.cardText()).toContain('其他处室尚未报齐');
    await sun.presses('通过');
    expect(await world.part('五公开', '法规科')).toMatchObject({ state: 'signed-off' });
    expect(await world.part('五公开', '信息中心')).toMatchObject({ state: 'open' });
  });

  it('a press of 汇总并报办结 after an office took its answer back changes nothing and says who is missing', async () => {
    await world.person('王芳').writes('完成 1');
    await world.person('孙静').writes('完成 1');
    await zhang().writes('落实情况 1');
    const press = zhang().draft('汇总并报办结');
    await world.person('王芳').writes('撤回');
    const answer = await world.emulator.as(zhang().openId).click(press);
    expect(answer.toast?.content).toContain('还差 1 个处室');
    expect(await world.part('五公开', '法规科')).toMatchObject({ state: 'open', replies: [] });
  });

  it('of a row that repeats the numbers are those of the period that runs; earlier ones are said apart', async () => {
    await zhang().writes('落实情况 3');
    expect(zhang().cardText()).toContain('4月');
    expect(zhang().cardText()).toContain('已报 0 / 2');
    expect(zhang().cardText()).toContain('往期未报齐');
    await world.person('王芳').writes('完成 3 4月');
    expect(zhang().cardText()).toContain('已报 1 / 2');
  });
});

describe('who may see how the offices stand', () => {
  it('the governing office may, and cannot close for the lead', async () => {
    await world.person('王芳').writes('完成 1');
    await world.person('孙静').writes('完成 1');
    await world.person('孙静').writes('落实情况 1');
    expect(world.person('孙静').cardText()).toContain('已报 2 / 2');
    expect(world.person('孙静').buttons()).not.toContain('汇总并报办结');
  });

  it('an office that only takes part is told who may, and sees nothing', async () => {
    await world.person('王芳').writes('落实情况 1');
    expect(lastText('王芳')).toContain('由牵头单位（法规科）、分管领导和局办公室查看');
    expect(world.person('王芳').cards()).toHaveLength(0);
  });

  it('a stranger who presses a button of the card leaves it as it is', async () => {
    await zhang().writes('落实情况 1');
    const { value, messageId } = zhang().draft('催办未交');
    const press = { actorOpenId: 'ou_wangfang', messageId, chatId: '', payload: value, form: {}, option: null };
    const answer = await world.app.handlers.onCardAction({ ...press, eventId: 'other', at: world.clock.now() });
    expect(answer).toMatchObject({ card: null, toast: { type: 'warning' } });
    expect((await world.part('五公开', '办公室')).acts).toEqual([]);
  });

  it('a row of one office, a number that no row has, and no number at all get one sentence', async () => {
    await zhang().writes('落实情况 2');
    expect(lastText()).toContain('只由法规科办理');
    await zhang().writes('落实情况 99');
    expect(lastText()).toContain('没有第 99 项');
    await zhang().writes('落实情况');
    expect(lastText()).toContain('请写行号');
    expect(zhang().cards()).toHaveLength(0);
  });
});
