import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pressedBy, worldWithLeaders } from '../support/bureau-with-leaders.ts';
import type { World } from '../support/world.ts';

const ROWS = [{ text: '公开年度收支情况', owner: '法规科负责、信息中心负责', deadline: '根据市财政局要求按时公开' }];

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await worldWithLeaders('2026-03-27T18:00:00+08:00', ROWS);
});

describe('a date that somebody else sets', () => {
  it('B5, C2: is asked of the 主管机构 on the first working day of a week, and of nobody else', async () => {
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    expect(world.person('孙静').cardText()).toContain('待定时限 · 1 件');
    expect(world.person('张敏').cards()).toEqual([]);
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(world.person('孙静').cards()).toHaveLength(1);
    await world.advanceTo('2026-04-07T09:00:00+08:00');
    expect(world.person('孙静').cards()).toHaveLength(2);
  });

  it('once entered holds for every office, and each is told with its next card', async () => {
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    const sun = world.person('孙静');
    await sun.presses('补时限');
    const missing = await sun.presses('提交', { form: { note: '财〔2026〕5号' } });
    expect(missing.toast).toMatchObject({ type: 'warning', content: '请选择日期' });
    expect(JSON.stringify(sun.card().content)).toContain('财〔2026〕5号');
    const done = await sun.presses('提交', { form: { date: '2026-06-30', note: '财〔2026〕5号' } });
    expect(done).toMatchObject({ error: null, toast: { type: 'success' } });

    const parts = await world.app.deps.ledger.findParts({});
    expect(parts).toHaveLength(2);
    for (const part of parts) {
      expect(part).toMatchObject({
        state: 'open',
        dueOn: '2026-06-30',
        acts: [{ kind: 'date', note: '财〔2026〕5号' }],
      });
    }
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    for (const name of ['张敏', '王芳']) expect(world.person(name).cardText()).toContain('应于 6月30日');
    await world.advanceTo('2026-04-01T09:00:00+08:00');
    expect(world.person('张敏').cards()).toHaveLength(1);
    await world.advanceTo('2026-04-07T09:00:00+08:00');
    expect(sun.cards()).toHaveLength(1);
  });

  it('cannot be entered by somebody who is not the 主管机构', async () => {
    await world.advanceTo('2026-03-30T09:00:00+08:00');
    const press = world.person('孙静').draft('补时限');
    const answer = await pressedBy(world, 'ou_zhangmin', press);
    expect(answer).toMatchObject({ toast: { type: 'warning' }, card: null });
  });
});
