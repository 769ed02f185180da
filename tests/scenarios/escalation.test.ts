import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pressedBy, worldWithLeaders } from '../support/bureau-with-leaders.ts';
import type { World } from '../support/world.ts';

const ROWS = [
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年3月27日前' },
  { text: '更新便民服务事项目录', owner: '法规科负责', deadline: '2026年3月27日前' },
];

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await worldWithLeaders('2026-03-27T08:59:00+08:00', ROWS);
  await world.advanceTo('2026-03-27T09:00:00+08:00');
});

async function mornings(...days: readonly string[]): Promise<void> {
  for (const day of days) await world.advanceTo(`2026-${day}T09:00:00+08:00`);
}

describe('what is late climbs the ladder', () => {
  it('C3, C24: the head hears of it after one working day, the leader in charge after three, each in one card', async () => {
    await mornings('03-30');
    expect(world.person('李强').cards()).toHaveLength(1);
    expect(world.person('李强').cardText()).toContain('逾期须知 · 2 件');
    expect(world.person('赵磊').cards()).toEqual([]);
    await mornings('03-31', '04-01');
    expect(world.person('李强').cards()).toHaveLength(1);
    expect(world.person('赵磊').cards()).toHaveLength(1);
    expect(world.person('赵磊').cardText()).toContain('卡在 法规科，自 3月27日');
    await mornings('04-02');
    expect(world.person('赵磊').cards()).toHaveLength(1);
  });

  it('C24: an office that has said how it stands is left alone', async () => {
    const zhang = world.person('张敏');
    for (const nth of [0, 1]) {
      await zhang.presses('填进展', { nth });
      await zhang.presses('提交', { form: { note: '等数据' } });
    }
    await mornings('03-30', '03-31', '04-01');
    expect(world.person('李强').cards()).toEqual([]);
    expect(world.person('赵磊').cards()).toEqual([]);
  });

  it('批示 is an answer: the office reads it on its next card', async () => {
    await mornings('03-30', '03-31', '04-01');
    const zhao = world.person('赵磊');
    await zhao.presses('批示');
    const empty = await zhao.presses('提交', { form: { note: '' } });
    expect(empty.toast).toMatchObject({ type: 'warning' });
    const done = await zhao.presses('提交', { form: { note: '请本周五前办结' } });
    expect(done).toMatchObject({ error: null, toast: { type: 'success' } });
    expect(zhao.cardText()).toContain('请本周五前办结');
    await mornings('04-02');
    expect(world.person('张敏').cardText()).toContain('请本周五前办结');
  });

  it('C25: 催办 is recorded, reaches the office and is possible once a day', async () => {
    await mornings('03-30');
    const li = world.person('李强');
    const press = li.draft('催办');
    const done = await li.presses('催办');
    expect(done.toast).toMatchObject({ type: 'success', content: expect.stringContaining('已催办') });
    expect(li.buttons().filter((label) => label === '催办')).toHaveLength(1);
    await world.emulator.as(li.openId).click(press);
    const parts = await world.app.deps.ledger.findParts({});
    expect(parts.flatMap(({ acts }) => acts).filter(({ kind }) => kind === 'urge')).toHaveLength(1);
    await mornings('03-31');
    expect(world.person('张敏').cardText()).toContain('催办');
  });

  it('C48: a stranger who gets hold of the card may neither 催办 nor 批示', async () => {
    await mornings('03-30');
    const press = world.person('李强').draft('催办');
    const answer = await pressedBy(world, 'ou_wangfang', press);
    expect(answer).toMatchObject({ toast: { type: 'warning' }, card: null });
    expect((await world.app.deps.ledger.findParts({})).flatMap(({ acts }) => acts)).toEqual([]);
  });

  it('C32: once the office has reported, the line on the leader’s card is settled', async () => {
    await mornings('03-30');
    for (const nth of [0, 0]) await world.person('张敏').presses('办结', { nth });
    expect(world.person('李强').cardText()).toContain('逾期须知 · 均已处理');
    expect(world.person('李强').buttons()).not.toContain('催办');
  });

  it('C5: the 主管机构 gets the line of its desk, and no card where nothing waits', async () => {
    await mornings('03-30');
    expect(world.person('孙静').cards()).toEqual([]);
    await world.person('张敏').presses('办结');
    await mornings('03-31');
    expect(world.person('孙静').cardText()).toContain('待审核 1 件');
    expect(world.person('孙静').buttons()).toContain('去审核');
  });
});
