import { afterEach, describe, expect, it } from 'vitest';
import { type PlanRow, planText } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const OWN: readonly PlanRow[] = [
  { text: '清理行政规范性文件，公布继续有效、废止和失效的文件目录', owner: '法规科', deadline: '6月底前' },
  { text: '公布行政许可事项目录和办事指南，逐项标明办理时限', owner: '信息中心', deadline: '9月底前' },
  { text: '每季度邀请群众代表列席会议一次', owner: '办公室', deadline: '每季度末' },
];
const ABOVE: readonly PlanRow[] = [
  {
    text: '全面清理行政规范性文件，公布继续有效、废止和失效的文件目录',
    owner: '市司法局牵头，各区、各部门落实',
    deadline: '7月底前',
  },
  { text: '公布行政许可事项目录和办事指南，逐项标明办理时限和收费依据', owner: '市政务局牵头', deadline: '10月底前' },
  { text: '每季度邀请群众代表列席政府会议一次', owner: '市政府办公厅牵头', deadline: '每季度末' },
  { text: '公布市级财政预算', owner: '市财政局', deadline: '3月底前' },
];

async function importAbove(rows: readonly PlanRow[]): Promise<void> {
  const text = planText(rows, '2026-01-10').replaceAll('云溪区数据局', '云州市人民政府');
  await world.publishes('市级.txt', text);
}

describe('the city’s plan beside the bureau’s', () => {
  it('is linked row by row, and a change above is said once to whoever runs the plan', async () => {
    world = await World.start({ at: '2026-03-30T09:30:00+08:00', rows: OWN });
    await importAbove(ABOVE);
    const [own, above] = await world.app.deps.ledger.listPlans();
    const upper = await world.app.deps.ledger.loadTasks(above?.id ?? '');
    const links = (await world.app.deps.ledger.loadTasks(own?.id ?? '')).map(({ upstream }) => upstream?.taskId);
    expect(links).toEqual(upper.slice(0, 3).map(({ id }) => id));
    expect(world.person('孙静').texts()).toEqual([]);

    await importAbove(ABOVE.map((row, at) => (at === 1 ? { ...row, deadline: '8月底前' } : row)));
    await world.settle();
    expect(world.person('孙静').texts()).toHaveLength(1);
    expect(world.person('孙静').texts()[0]).toContain('上级有调整');
    const [first, second] = await world.app.deps.ledger.loadTasks(own?.id ?? '');
    expect(first?.upstream?.changedAt).toBeNull();
    expect(second?.upstream?.changedAt).not.toBeNull();
  });
});
