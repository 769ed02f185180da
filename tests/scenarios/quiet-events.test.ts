import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pressedBy } from '../support/bureau-with-leaders.ts';
import { LATE_ROW } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';
import type { WorldPerson } from '../support/world-person.ts';

const ROWS = [
  LATE_ROW,
  { text: '公开更新项目实施方案批复信息', owner: '法规科负责', deadline: '批准发出之日起20个工作日内公开' },
  { text: '会议材料向代表公开', owner: '信息中心负责', deadline: '会议召开前3个工作日' },
];
const QUESTION = '本月有无新的“批准发出”？';

let world: World;
let zhang: WorldPerson;
afterEach(() => world.stop());
beforeEach(async () => {
  world = await World.onMondayMorning(ROWS);
  zhang = world.person('张敏');
});

describe('B1: events that nobody has registered for a month', () => {
  it('are asked about in a card that comes anyway, once a month, and 本月没有 is kept as 零报告', async () => {
    expect(zhang.cardText()).toContain(QUESTION);
    expect(world.person('王芳').cards()).toEqual([]);
    const answer = await zhang.presses('本月没有');
    expect(answer.toast?.content).toBe('已记零报告，下月再问');
    expect(zhang.cardText()).toContain('✓ 本月没有新的“批准发出”，已记零报告');
    expect(zhang.buttons()).not.toContain('本月没有');

    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(zhang.cards()).toHaveLength(2);
    expect(zhang.cardText()).not.toContain('批准发出');
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(zhang.cardText()).toContain(QUESTION);
  });

  it('登记触发 beside the question registers one, and the question is gone', async () => {
    await zhang.presses('登记触发');
    await zhang.presses('登记', { form: { title: '某路改造批复', date: '2026-03-27 +0800' } });
    await zhang.presses('办结', { card: 0 });
    expect(zhang.cardText(0)).not.toContain(QUESTION);
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(zhang.cardText()).not.toContain(QUESTION);
  });

  it('C48: nobody answers it on somebody else’s card', async () => {
    const press = zhang.draft('本月没有');
    for (const openId of ['ou_wangfang', 'ou_stranger']) {
      expect(await pressedBy(world, openId, press)).toMatchObject({ toast: { type: 'warning' }, card: null });
    }
    expect(zhang.cardText()).toContain(QUESTION);
  });
});
