import { afterEach, describe, expect, it } from 'vitest';
import { makeUpwardReport } from '../../src/app/upward-report.ts';
import { cityPlanText, type PlanRow } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const OWN: readonly PlanRow[] = [
  { text: '公开部门预算和决算信息', owner: '办公室负责', deadline: '4月30日前' },
  { text: '完善政府信息公开指南', owner: '法规科、信息中心负责', deadline: '3月27日前' },
  { text: '建设统一的数据开放平台栏目', owner: '信息中心负责', deadline: '3月31日前' },
];
const CITY: readonly PlanRow[] = [
  { text: '建设统一的数据开放平台', owner: '市数据局负责', deadline: '9月底前' },
  { text: '发布惠企政策白皮书', owner: '市工信局负责', deadline: '10月底前' },
  { text: '完善政府信息公开指南', owner: '市政府办公室负责', deadline: '6月底前' },
  { text: '公开部门预算和决算信息', owner: '市财政局负责', deadline: '4月30日前' },
];

async function report() {
  const plan = (await world.app.deps.ledger.listPlans()).find(({ title }) => title.includes('云州市'));
  const made = await makeUpwardReport(world.app.deps, plan?.id ?? '');
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}

describe('the report upwards', () => {
  it('stands in the city’s order, says which offices are where, and names nobody', async () => {
    world = await World.onMondayMorning(OWN);
    await world.publishes('市级.txt', cityPlanText(CITY));
    await world.person('张敏').writes('完成 2');
    await world.person('孙静').writes('进展 1 已报局务会审议。下周公开 60%');
    const part = await world.part('建设统一', '信息中心');
    await world.person('王芳').writes(`完成 ${part.taskNo}`);

    const { title, columns, rows, summary } = await report();
    expect(title).toMatch(/^《云州市.*》落实情况报告$/);
    expect(columns).toEqual(['序号', '工作任务', '承办单位', '办理情况', '办结时间', '最新进展', '佐证链接']);
    expect(rows).toEqual([
      ['1', '建设统一的数据开放平台', '信息中心', '已办结', '2026年3月30日', '', ''],
      ['2', '发布惠企政策白皮书', '', '无对应任务', '', '', ''],
      ['3', '完善政府信息公开指南', '法规科、信息中心', '逾期\n法规科：已办结\n信息中心：逾期', '', '', ''],
      ['4', '公开部门预算和决算信息', '办公室', '办理中', '', '3月30日：已报局务会审议', ''],
    ]);
    expect(summary[0]).toBe('共 4 项，已办结 1 项，办理中 1 项，逾期 1 项，无对应任务 1 项');
    expect(summary[1]).toContain('口径：');
    expect(JSON.stringify({ rows, summary })).not.toMatch(/张敏|孙静|王芳/);
  });

  it('of an unknown plan is refused with the plans that there are', async () => {
    world = await World.start({ at: '2026-03-30T09:30:00+08:00', rows: OWN });
    expect(await makeUpwardReport(world.app.deps, 'plan-0')).toMatchObject({
      ok: false,
      error: { kind: 'unknown-plan', known: [expect.any(String)] },
    });
  });
});
