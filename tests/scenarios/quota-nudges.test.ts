import { afterEach, describe, expect, it } from 'vitest';
import { bearDueOccurrences } from '../../src/app/bear-due-occurrences.ts';
import { previewMorningCards } from '../../src/app/send-morning-cards.ts';
import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const NEWS_ROW = { text: '做好信息报送', owner: '各科室负责', deadline: '各科室每月报送信息不少于2条' };
const PRESS_ROW = { text: '组织举办新闻发布会', owner: '办公室负责', deadline: '每月组织举办两场发布会' };

const link = (n: number) => `https://www.yunxi.gov.cn/xw/${n}.html`;

let world: World;
afterEach(() => world.stop());

/** April 2026 has 30 days: two thirds are over on the 21st, a Tuesday; the third working day before its end is Monday, the 27th. */
async function inApril(rows = [NEWS_ROW]) {
  world = await World.start({ at: '2026-04-20T08:59:00+08:00', rows });
  await world.advanceTo('2026-04-20T09:00:00+08:00');
  return { zhang: world.person('张敏'), sun: world.person('孙静'), wang: world.person('王芳') };
}

async function morningOf(day: number) {
  await world.advanceTo(`2026-04-${day}T08:59:00+08:00`);
  await world.advanceTo(`2026-04-${day}T09:00:00+08:00`);
}

describe('5.3: how far 报送 is, on the card of the day', () => {
  it('an office that has nothing else hears of it at two thirds of the month and before its end, once each', async () => {
    const { zhang, wang } = await inApril();
    expect(wang.cards()).toEqual([]);
    await wang.writes(`报送 数据开放目录发布 ${link(1)} 4月16日`);
    const answers = wang.cards().length;

    await morningOf(21);
    expect(zhang.cardText()).toContain('政务公开报送 · 4月21日（周二）');
    expect(zhang.cardText()).toContain('**信息**：采用 0/2，还差 2 条，请于 4月30日前报送');
    expect(zhang.cardText()).toContain('口径：按活动日期计入当期');
    expect(zhang.buttons()).toContain('去报送');
    expect(wang.cards()).toHaveLength(answers);

    for (const day of [22, 23, 24]) await morningOf(day);
    expect(zhang.cards()).toHaveLength(1);
    await morningOf(27);
    expect(zhang.cards()).toHaveLength(2);
    expect(wang.cardText()).toContain('**信息**：采用 0/2，待审核 1 条，还需 1 条，请于 4月30日前报送');
    for (const day of [28, 29, 30]) await morningOf(day);
    expect(zhang.cards()).toHaveLength(2);
    expect(wang.cards()).toHaveLength(answers + 1);
  });

  it('is silent for whoever has enough in review, and the line follows what was accepted since', async () => {
    const { zhang, sun } = await inApril();
    await morningOf(21);
    for (const n of [1, 2]) await zhang.writes(`报送 推进会第 ${n} 场 ${link(n)} 4月2${n - 1}日`);
    await sun.writes('审核报送');
    await sun.presses('采用');
    await sun.presses('采用');
    const sent = zhang.cards().length;
    await morningOf(27);
    expect(zhang.cards()).toHaveLength(sent);
    expect(sun.cardText()).toContain('**信息**：采用 0/2');
  });

  it('去报送 opens the form; a card drawn anew says 已达标', async () => {
    const { zhang, sun } = await inApril([NEWS_ROW, { ...LATE_ROW, deadline: '2026年4月17日前' }]);
    await morningOf(21);
    const card = zhang.cards().length - 1;
    await zhang.presses('去报送');
    expect(zhang.buttons()).toEqual(['提交', '取消']);
    for (const n of [1, 2]) await zhang.writes(`报送 推进会第 ${n} 场 ${link(n)} 4月2${n - 1}日`);
    await sun.writes('审核报送');
    await sun.presses('采用');
    await sun.presses('采用');
    await zhang.presses('办结', { card });
    expect(zhang.cardText(card)).toContain('✓ **信息**：采用 2/2，已达标');
  });

  it('goes on the one card of a person who has something due, and one card says all', async () => {
    const { zhang } = await inApril([LATE_ROW, NEWS_ROW]);
    const before = zhang.cards().length;
    await morningOf(21);
    expect(zhang.cards()).toHaveLength(before + 1);
    expect(zhang.cardText()).toContain('政务公开待办');
    expect(zhang.cardText()).toContain('**信息**：采用 0/2');
  });

  it('what was missed while the program was down is caught up on, within the month', async () => {
    const { zhang } = await inApril();
    await world.killBot();
    world.clock.moveTo(instantOf('2026-04-23T08:00:00+08:00'));
    await world.startBot();
    await morningOf(23);
    expect(zhang.cards()).toHaveLength(1);
    expect(zhang.cardText()).toContain('还差 2 条');
    await morningOf(24);
    expect(zhang.cards()).toHaveLength(1);
  });

  it('a press conference for the whole plan is asked of the office that leads the row', async () => {
    const { zhang, sun, wang } = await inApril([PRESS_ROW]);
    await morningOf(27);
    expect(sun.cardText()).toContain('**发布会**（全局）：采用 0/2，还差 2 场');
    expect([...zhang.cards(), ...wang.cards()]).toEqual([]);
  });

  it('what was returned is told once, with the reason, and mended from there', async () => {
    const { zhang, sun } = await inApril();
    await zhang.writes(`报送 推进会 ${link(1)} 4月16日`);
    await sun.writes('审核报送');
    await sun.presses('退回');
    await sun.presses('确认退回', { form: { reasons: ['link-broken'], note: '提示 404' } });
    const sent = zhang.cards().length;
    await morningOf(21);
    expect(zhang.cards()).toHaveLength(sent + 1);
    expect(zhang.cardText()).toContain('退回 1 条，请改后再报');
    expect(zhang.cardText()).toContain('推进会，链接打不开');
    expect(zhang.buttons()).toContain('修改再报');
    await morningOf(22);
    expect(zhang.cards()).toHaveLength(sent + 1);
  });

  it('what was returned and submitted anew the same day is not told the next morning', async () => {
    const { zhang, sun } = await inApril();
    await zhang.writes(`报送 推进会 ${link(1)} 4月16日`);
    await sun.writes('审核报送');
    await sun.presses('退回');
    await sun.presses('确认退回', { form: { reasons: ['link-broken'], note: '' } });
    await zhang.writes(`报送 推进会 ${link(2)} 4月16日`);
    const sent = zhang.cards().length;
    await morningOf(21);
    expect(zhang.cards()).toHaveLength(sent);
  });

  it('a rehearsal says who would hear of which counter, and why the others are silent', async () => {
    await inApril();
    await world.person('王芳').writes(`报送 数据开放目录发布 ${link(1)} 4月16日`);
    await world.killBot();
    await world.startBot();
    world.clock.moveTo(instantOf('2026-04-21T09:00:00+08:00'));
    const { deps } = world.app;
    await bearDueOccurrences(deps);
    const { send, nudges } = await previewMorningCards(deps);
    expect(send.map(({ person, reason }) => `${person.name} ${reason}`)).toEqual(['孙静 review', '张敏 quota']);
    expect(nudges.send.map(({ person }) => person.name)).toEqual(['孙静', '张敏']);
    expect(nudges.silent.map(({ reason }) => reason)).toEqual(['on-pace']);
  });
});

describe('报送 that wait for review', () => {
  it('stand on the reviewer’s one card beside the parts, with a way in, until they are decided', async () => {
    const { zhang, sun } = await inApril([{ ...LATE_ROW, deadline: '2026年4月22日前' }]);
    await zhang.writes(`报送 推进会 ${link(1)} 4月20日`);
    await zhang.writes('发布会 4月23日 数据开放');
    const before = sun.cards().length;
    await morningOf(21);
    expect(sun.cards()).toHaveLength(before + 1);
    expect(sun.cardText()).toContain('督办事项 · 4月21日（周二）');
    expect(sun.cardText()).toContain('待审核报送 1 条');
    expect(sun.buttons()).toEqual(['审核报送', '我的全部任务']);
    await zhang.presses('办结', { card: 0 });
    await morningOf(22);
    expect(sun.cards()).toHaveLength(before + 2);
    expect(sun.cardText()).toContain('待审核 1 件');
    expect(sun.cardText()).toContain('待审核报送 1 条');
    await sun.presses('审核报送');
    await sun.presses('采用');
    const sent = sun.cards().length;
    await morningOf(23);
    expect(sun.cards()).toHaveLength(sent + 1);
    expect(sun.cardText()).toContain('待审核报送 1 条');
  });

  it('alone are reason enough for a card, and none comes once nothing waits', async () => {
    const { zhang, sun } = await inApril([{ ...LATE_ROW, deadline: '2026年12月31日前' }]);
    await zhang.writes(`报送 推进会 ${link(1)} 4月20日`);
    await morningOf(21);
    expect(sun.cards()).toHaveLength(1);
    await sun.presses('审核报送');
    await sun.presses('采用');
    const sent = sun.cards().length;
    await morningOf(22);
    expect(sun.cards()).toHaveLength(sent);
  });
});
