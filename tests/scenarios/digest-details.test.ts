import { afterEach, describe, expect, it } from 'vitest';
import { detailsButton, pressedBy } from '../support/bureau-with-leaders.ts';
import { LATE_ROW, PLAN_ROWS, type PlanRow } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const MANY: readonly PlanRow[] = Array.from({ length: 10 }, (_, index) => ({
  text: `公开第${index + 1}批清单`,
  owner: '信息中心负责',
  deadline: '2026年3月27日前',
}));

describe('查看明细 of the weekly digest', () => {
  it('sends a leader exactly the rows behind each number, eight a page, in their own chat', async () => {
    world = await World.onMondayMorning([LATE_ROW, ...MANY, ...PLAN_ROWS]);
    const zhao = world.person('赵磊');
    expect((await pressedBy(world, zhao.openId, detailsButton(world))).toast?.text).toBe('已发给您，请看下面的新卡片');
    await world.settle();
    expect(zhao.cardText()).toContain('周报明细 · 逾期未办 11 件');
    expect(zhao.cardText()).toContain('公布本年度行政规范性文件清单');
    expect(zhao.cardText()).toContain('第 1 页，共 2 页');
    expect(zhao.cardText().match(/公开第\d+批清单/g)).toHaveLength(7);
    await zhao.presses('下一页');
    expect(zhao.cardText().match(/公开第\d+批清单/g)).toHaveLength(3);
    await zhao.presses('办结率 11');
    expect(zhao.cardText()).toContain('办结率（分母） 11 件');
    await zhao.presses('本周到期 0');
    expect(zhao.cardText()).toContain('没有这样的事项');
    expect(zhao.cardText()).not.toContain('以下为现在的情况');
  });

  it('sends everybody else only the rows of their own offices, and says so', async () => {
    world = await World.onMondayMorning([LATE_ROW, ...MANY]);
    const zhang = world.person('张敏');
    await pressedBy(world, zhang.openId, detailsButton(world));
    await world.settle();
    expect(zhang.cardText()).toContain('逾期未办 1 件');
    expect(zhang.cardText()).toContain('只列您所在单位（法规科）的事项');
    expect(zhang.cardText()).not.toContain('公开第1批清单');
  });

  it('says that it shows how things stand now where the digest is of another day', async () => {
    world = await World.onMondayMorning([LATE_ROW, ...MANY]);
    const old = detailsButton(world);
    await world.person('张敏').presses('办结');
    await world.advanceTo('2026-04-02T10:00:00+08:00');
    await pressedBy(world, 'ou_zhaolei', old);
    await world.settle();
    const text = world.person('赵磊').cardText();
    expect(text).toContain('以下为现在的情况，数据截至 4月2日 10:00；周报的数字截至 3月30日 09:00');
    expect(text).toContain('逾期未办 10 件');
    await world.person('赵磊').presses('办结率 11');
    expect(world.person('赵磊').cardText()).toMatch(/公布本年度行政规范性文件清单[^第]*3月30日报办结/);
    expect(
      world
        .person('赵磊')
        .cardText()
        .match(/公开第\d+批清单/g),
    ).toHaveLength(7);
    await world.person('赵磊').presses('下一页');
    expect(
      world
        .person('赵磊')
        .cardText()
        .match(/公开第\d+批清单/g),
    ).toHaveLength(3);
  });

  it('tells a stranger that they are in no list', async () => {
    world = await World.onMondayMorning([LATE_ROW]);
    const reply = await pressedBy(world, 'ou_stranger', detailsButton(world));
    expect(reply.toast?.text).toContain('通讯录里没有您');
    await world.settle();
    expect(world.person('路人').cards()).toEqual([]);
  });
});
