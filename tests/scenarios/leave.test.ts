import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '公布本年度行政规范性文件清单', owner: '法规科负责', deadline: '2026年4月13日前' },
  { text: '更新便民服务事项目录', owner: '信息中心负责', deadline: '2026年3月31日前' },
  { text: '汇总政策解读材料', owner: '法规科负责', deadline: '2026年4月15日前' },
];

let world: World;
afterEach(() => world.stop());
/** Monday, half past eight. */
beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T08:30:00+08:00', rows: ROWS });
});

const lastText = (name = '张敏') => world.person(name).texts().at(-1) ?? '';
const morningOf = (day: string) => world.advanceTo(`2026-${day}T09:00:00+08:00`);

describe('请假', () => {
  it('C8: B 角 gets the cards for the days of the leave, and the answer names the deputy', async () => {
    await world.person('张敏').writes('请假 3月30日-4月1日');
    expect(lastText()).toContain('卡片改发 李强（联络人）');
    await morningOf('03-30');
    expect(world.person('张敏').cards()).toHaveLength(0);
    expect(world.person('李强').cardText()).toContain('规范性文件清单');
  });

  it('C8: nothing is lost on return: what B was told and nobody answered speaks again on the first morning', async () => {
    await world.person('张敏').writes('请假 3月30日-4月1日');
    await morningOf('03-30');
    await morningOf('03-31');
    await morningOf('04-01');
    const b = world.person('李强');
    expect(b.cards().length).toBeGreaterThan(0);
    const told = b.cards().length;
    await morningOf('04-02');
    expect(world.person('张敏').cards()).toHaveLength(1);
    expect(world.person('张敏').cardText()).toContain('规范性文件清单');
    expect(world.person('张敏').cardText()).toContain('政策解读材料');
    expect(b.cards()).toHaveLength(told);
    await morningOf('04-03');
    expect(world.person('张敏').cards()).toHaveLength(1);
  });

  it('what B answered meanwhile is not asked again on return', async () => {
    await world.person('张敏').writes('请假 3月30日-4月1日');
    await morningOf('03-30');
    await world.person('李强').presses('办结');
    await morningOf('03-31');
    await world.person('李强').presses('办结', { card: -1 });
    await morningOf('04-02');
    expect(world.person('张敏').cards()).toHaveLength(0);
  });

  it('销假 brings the cards back with the next morning; without a leave it says so', async () => {
    await world.person('张敏').writes('请假 3月30日-4月10日');
    await morningOf('03-30');
    expect(world.person('李强').cards()).toHaveLength(1);
    await world.advanceTo('2026-03-31T15:00:00+08:00');
    await world.person('张敏').writes('销假');
    expect(lastText()).toContain('已销假');
    await morningOf('04-01');
    expect(world.person('张敏').cardText()).toContain('规范性文件清单');
    await world.person('张敏').writes('销假');
    expect(lastText()).toContain('您没有登记请假');
  });

  it('a leave that has not begun is called off', async () => {
    await world.person('张敏').writes('请假 4月7日-4月8日');
    await world.person('张敏').writes('取消请假');
    expect(lastText()).toContain('已取消 4月7日—8日的请假');
    expect((await world.app.deps.directory.load()).absences).toEqual([]);
  });

  it('overlapping leaves are joined to one', async () => {
    await world.person('张敏').writes('请假 4月7日-4月9日');
    await world.person('张敏').writes('请假 4月8日到4月10日');
    expect(lastText()).toContain('4月7日（周二）至 4月10日（周五）请假');
    const { absences } = await world.app.deps.directory.load();
    expect(absences).toMatchObject([{ fromOn: '2026-04-07', toOn: '2026-04-10' }]);
  });

  it('where nobody else can take over, the answer says where cards go and what to do', async () => {
    await world.person('王芳').writes('请假 3天');
    expect(lastText('王芳')).toContain('没有别的人可以接替');
    expect(lastText('王芳')).toContain('请联系局办公室增加联络人');
    await morningOf('03-30');
    expect(world.person('王芳').cards()).toHaveLength(1);
  });

  it('where A and B are both away, the answer says so and cards still arrive somewhere', async () => {
    await world.person('李强').writes('请假 3月30日-4月1日');
    expect(lastText('李强')).toContain('卡片一直由 张敏 接收');
    await world.person('张敏').writes('请假 3月30日-4月3日');
    expect(lastText()).toContain('3月30日—4月1日');
    expect(lastText()).toContain('卡片改发 李强');
    await morningOf('03-30');
    const cards = ['张敏', '李强'].map((name) => world.person(name).cards().length);
    expect(cards.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it.each([
    ['请假', '没有看懂请假的日期'],
    ['请假 3月2日-3月6日', '已过'],
    ['请假 4月10日到2026年4月7日', '早于开始日期'],
    ['请假 120天', '最多 90 天'],
  ])('%s is refused with what to write', async (words, why) => {
    await world.person('张敏').writes(words);
    expect(lastText()).toContain(why);
    expect((await world.app.deps.directory.load()).absences).toEqual([]);
  });

  it('a leader on leave is recorded; no card of theirs is affected', async () => {
    await world.person('赵磊').writes('请假到周五');
    expect(lastText('赵磊')).toContain('待办卡片不受影响');
    expect((await world.app.deps.directory.load()).absences).toHaveLength(1);
  });
});
