import { afterEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '各科室每月报送应急处置信息1条，没有的实行零报告', owner: '各科室负责', deadline: '12月31日前' },
  { text: '各科室每年制作图文解读不少于2个', owner: '各科室负责', deadline: '12月31日前' },
];

let world: World;
afterEach(() => world.stop());

async function begin() {
  world = await World.start({ at: '2026-03-18T10:00:00+08:00', rows: ROWS });
}

async function records() {
  const found = await world.app.deps.quotas.findSubmissions({});
  return found.map(({ matter, title, state }) => `${matter}|${title}|${state}`);
}

describe('零报告', () => {
  it('is recorded in one click where the rule allows it, once a month, and can be taken back', async () => {
    await begin();
    const zhang = world.person('张敏');
    await zhang.writes('本月报送');
    expect(zhang.buttons()[0]).toBe('零报告 信息');
    const answer = await zhang.presses('零报告 信息');
    expect(answer.toast).toMatchObject({ type: 'success', content: '已记零报告，可在下面撤回' });
    expect(zhang.cardText()).toContain('信息 零报告');
    expect(zhang.buttons()[0]).toBe('撤回');
    await zhang.writes('零报告 信息');
    expect(zhang.texts().at(-1)).toBe('本月信息已记零报告，无需重复');
    expect(await records()).toEqual(['信息||none']);
    await zhang.presses('撤回');
    expect(await records()).toEqual(['信息||withdrawn']);
    await zhang.writes('零报告 信息');
    expect(zhang.texts().at(-1)).toContain('已记录：法规科 2026年3月 信息 零报告');
  });

  it('is an answer: whoever has said it is reminded no more, and whoever has said nothing is', async () => {
    await begin();
    const zhang = world.person('张敏');
    const wang = world.person('王芳');
    await zhang.writes('零报告 信息');
    const sent = zhang.cards().length;
    await zhang.writes('本月报送');
    expect(zhang.cardText()).toContain('采用 0/1 · 已零报告');
    for (const day of [23, 26, 27, 30]) {
      await world.advanceTo(`2026-03-${day}T09:00:00+08:00`);
    }
    expect(zhang.cards()).toHaveLength(sent + 1);
    expect(wang.cardText()).toContain('**信息**：采用 0/1，还差 1 条');
  });

  it('counts for nothing and waits for nobody', async () => {
    await begin();
    await world.person('张敏').writes('零报告 信息');
    await world.person('孙静').writes('审核报送');
    expect(world.person('孙静').cardText()).toContain('没有待审核的报送');
  });

  it('is refused where a minimum applies, where there is something, and where nothing is asked', async () => {
    await begin();
    const zhang = world.person('张敏');
    await zhang.writes('零报告 解读');
    expect(zhang.texts().at(-1)).toContain('图文解读要求每年不少于 2 个，不能零报告');
    await zhang.writes('零报告 发布会');
    expect(zhang.texts().at(-1)).toContain('计划没有要求您的处室报送发布会');
    await zhang.writes('报送 推进会 https://yunxi.gov.cn/1');
    await zhang.writes('零报告 信息');
    expect(zhang.texts().at(-1)).toBe('本月已报送信息 1 条，无需零报告');
    await zhang.writes('零报告');
    expect(zhang.texts().at(-1)).toContain('请写明零报告的事项');
  });
});
