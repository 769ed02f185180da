import { afterEach, describe, expect, it } from 'vitest';
import { LATE_ROW, type PlanRow } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

const HEARING: PlanRow = {
  text: '主要负责人听取便民公开情况汇报',
  owner: '办公室负责',
  deadline: '主要负责人每年至少听取1次便民公开情况汇报',
};
const MEETING: PlanRow = { text: '发挥领导小组作用', owner: '法规科负责', deadline: '领导小组每年至少召开一次会议' };

let world: World;
afterEach(() => world.stop());

async function inMay(rows: readonly PlanRow[] = [HEARING]) {
  world = await World.start({ at: '2026-05-14T08:59:00+08:00', rows });
  await world.advanceTo('2026-05-14T09:00:00+08:00');
  return { sun: world.person('孙静'), zhang: world.person('张敏'), wang: world.person('王芳') };
}

async function morningOf(day: string) {
  await world.advanceTo(`2026-${day}T08:59:00+08:00`);
  await world.advanceTo(`2026-${day}T09:00:00+08:00`);
}

describe('B17: duties of leaders', () => {
  it('days are proposed in the second and the third quarter to the office that arranges it, once each', async () => {
    const { sun, zhang, wang } = await inMay();
    expect(sun.cards()).toEqual([]);
    await morningOf('05-15');
    expect(sun.cards()).toHaveLength(1);
    expect(sun.cardText()).toContain('政务公开待办 · 5月15日（周五）');
    // The Dragon Boat Festival is off from 19 June: the Thursday before it is not proposed.
    expect(sun.cardText()).toContain(
      '**主要负责人听取便民公开情况汇报**：建议 6月2日（周二）、6月10日（周三）或 6月23日（周二）前后安排',
    );
    expect(sun.cardText()).not.toContain('口径');
    for (const day of ['05-18', '06-15', '07-15', '07-31', '08-03', '08-14']) await morningOf(day);
    expect(sun.cards()).toHaveLength(1);
    await morningOf('08-17');
    expect(sun.cards()).toHaveLength(2);
    expect(sun.cardText()).toContain('建议 9月1日（周二）、9月9日（周三）或 9月17日（周四）前后安排');
    for (const day of ['08-18', '09-02', '10-15', '12-15']) await morningOf(day);
    expect(sun.cards()).toHaveLength(2);
    await morningOf('12-28');
    expect(sun.cardText()).toContain('请于 12月31日前安排');
    expect([...zhang.cards(), ...wang.cards()]).toEqual([]);
  });

  it('a registered day ends the proposals, and 采用 after it closes the counter', async () => {
    const { sun } = await inMay();
    await morningOf('05-15');
    const answer = await sun.presses('登记日期');
    expect(answer.toast).toMatchObject({ type: 'success' });
    expect(sun.cardText()).toContain('活动日期（按此计入当期；可选以后的日期）');
    await sun.presses('提交');
    expect(await world.app.deps.quotas.findSubmissions({})).toMatchObject([
      { matter: '听取汇报', title: '主要负责人听取便民公开情况汇报', eventOn: '2026-06-02', state: 'submitted' },
    ]);
    const sent = sun.cards().length;
    await sun.writes('审核报送');
    expect(sun.cardText()).toContain('没有待审核的报送');
    await morningOf('06-01');
    expect(sun.cards()).toHaveLength(sent + 1);

    await world.advanceTo('2026-06-03T10:00:00+08:00');
    await sun.writes('审核报送');
    await sun.presses('采用');
    const before = sun.cards().length;
    await morningOf('08-17');
    await morningOf('12-28');
    expect(sun.cards()).toHaveLength(before);
    await sun.writes('本月报送');
    expect(sun.cardText()).toContain('采用 1/1');
  });

  it('a day that came to nothing is returned, and days are proposed again', async () => {
    const { sun } = await inMay();
    await morningOf('05-15');
    await sun.presses('登记日期');
    await sun.presses('提交');
    await world.advanceTo('2026-06-03T10:00:00+08:00');
    await sun.writes('审核报送');
    await sun.presses('退回');
    await sun.presses('确认退回', { form: { reasons: ['other'], note: '会议改期' } });
    await morningOf('08-17');
    expect(sun.cardText()).toContain('建议 9月1日（周二）');
  });

  it('is one line of the one card of the day, and whoever may read papers takes 月度汇总 along', async () => {
    const { sun, zhang } = await inMay([HEARING, MEETING, { ...LATE_ROW, deadline: '2026年5月15日前' }]);
    const before = zhang.cards().length;
    await morningOf('05-15');
    expect(zhang.cards()).toHaveLength(before + 1);
    expect(zhang.cardText()).toContain('公布本年度行政规范性文件清单');
    expect(zhang.cardText()).toContain('**领导小组召开会议**：建议 6月2日（周二）');
    expect(zhang.buttons()).not.toContain('下载汇报材料');
    await sun.presses('下载汇报材料');
    expect(sun.files().map(({ name }) => name)).toEqual([expect.stringContaining('月度汇总')]);
  });

  it('a plan that comes later proposes on its first morning', async () => {
    world = await World.start({ at: '2026-10-15T08:59:00+08:00', rows: [HEARING] });
    await world.advanceTo('2026-10-15T09:00:00+08:00');
    expect(world.person('孙静').cardText()).toContain('前后安排');
  });
});
