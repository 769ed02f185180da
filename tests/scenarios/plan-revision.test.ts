import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawPlan } from '../../src/app/review/end-review.ts';
import { PLAN_ROWS, planText } from '../support/small-bureau.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

beforeEach(async () => {
  world = await World.start({ at: '2026-03-30T09:30:00+08:00' });
});

const BUDGET_MOVED = PLAN_ROWS.map((row) => (row.text === '公开部门预算' ? { ...row, deadline: '5月15日前' } : row));
const EXPLAINED = { text: '发布政策解读', owner: '信息中心', deadline: '7月31日前' };

describe('a plan in force is sent again', () => {
  it('unchanged, and nothing happens', async () => {
    const [plan] = await world.app.deps.ledger.listPlans();
    const before = await world.partLines(plan?.id ?? '');
    await world.person('孙静').sendsFile('plan.txt', planText(PLAN_ROWS));
    expect(world.person('孙静').cardText()).toContain('计划已施行');
    expect(await world.partLines(plan?.id ?? '')).toEqual(before);
  });

  it('changed: the difference is shown, nothing applies before it is confirmed, and each office touched gets one notice', async () => {
    const admin = world.person('孙静');
    const [plan] = await world.app.deps.ledger.listPlans();
    await admin.sendsFile(
      '修订.txt',
      planText([
        { text: '公开部门预算', owner: '办公室负责', deadline: '5月15日前' },
        { text: '发布政策解读', owner: '信息中心负责', deadline: '7月31日前' },
      ]),
    );
    expect(admin.cardText()).toContain('新增 **1** · 变更 **1** · 删除 **1** · 未变 0');
    expect(await world.partLines(plan?.id ?? '')).toEqual([
      '公开部门预算 办公室 2026-04-30 open',
      '修订政府信息公开指南 法规科 2026-06-30 open',
    ]);
    const sentBefore = world.person('王芳').cards().length;
    await admin.presses('确认变更');
    expect(await world.partLines(plan?.id ?? '')).toEqual([
      '公开部门预算 办公室 2026-04-30 cancelled',
      '公开部门预算 办公室 2026-05-15 open',
      '修订政府信息公开指南 法规科 2026-06-30 cancelled',
      '发布政策解读 信息中心 2026-07-31 open',
    ]);
    expect(world.person('王芳').cards()).toHaveLength(sentBefore + 1);
    expect(world.person('王芳').cardText()).toContain('任务变更通知');
    expect(world.person('张敏').cardText()).toContain('删除');
  });

  it('an office that has finished is not asked again because its date moved', async () => {
    const part = await world.part('公开部门预算', '办公室');
    await world.app.deps.ledger.commit({
      at: world.clock.now(),
      parts: [{ id: part.id, expectedVersion: part.version, state: 'reported' }],
      audit: [],
    });
    await world.person('孙静').sendsFile('修订.txt', planText(BUDGET_MOVED));
    await world.person('孙静').presses('确认变更');
    await world.advanceTo('2026-03-31T09:00:00+08:00');
    expect(await world.partLines(part.planId)).toEqual([
      '公开部门预算 办公室 2026-04-30 reported',
      '修订政府信息公开指南 法规科 2026-06-30 open',
    ]);
  });

  it('an answer to a row that is gone or moved cannot be taken back into a date that is over', async () => {
    await world.advanceTo('2026-04-28T09:00:00+08:00');
    const liaison = world.person('孙静');
    await liaison.presses('办结');
    const undo = liaison.draft('撤回');
    await liaison.sendsFile('修订.txt', planText(BUDGET_MOVED));
    await liaison.presses('确认变更');
    const answer = await world.emulator.as(liaison.openId).click(undo);
    expect(answer.toast?.content).toContain('不能撤回');
    expect((await world.partLines((await world.part('公开部门预算', '办公室')).planId))[0]).toContain('reported');
  });

  it('published twice at once it is in force once', async () => {
    const admin = world.person('孙静');
    const [plan] = await world.app.deps.ledger.listPlans();
    await admin.sendsFile('修订.txt', planText([...PLAN_ROWS, EXPLAINED]));
    const press = admin.draft('确认变更');
    const acts = world.emulator.as(admin.openId);
    await Promise.all([acts.click(press), acts.click(press)]);
    await world.settle();
    expect((await world.app.deps.ledger.loadTasks(plan?.id ?? '')).map(({ text }) => text)).toEqual([
      '公开部门预算',
      '修订政府信息公开指南',
      '发布政策解读',
    ]);
  });

  it('with a row put on top tells only the office whose row it is', async () => {
    const admin = world.person('孙静');
    await admin.sendsFile('修订.txt', planText([EXPLAINED, ...PLAN_ROWS]));
    expect(admin.cardText()).toContain('2 项仅序号或标题变动');
    await admin.presses('确认变更');
    expect(world.person('王芳').cardText()).toContain('任务变更通知');
    expect(world.person('张敏').cards()).toHaveLength(0);
  });

  it('after a withdrawal with the same file it is in force again, and the offices are told', async () => {
    const admin = world.person('孙静');
    const [plan] = await world.app.deps.ledger.listPlans();
    await withdrawPlan(world.app.deps, { planId: plan?.id ?? '', actor: 'test', actorName: 'test', mark: 'test' });
    await world.settle();
    expect(world.person('张敏').cardText()).toContain('计划停止执行');
    await admin.sendsFile('plan.txt', planText(PLAN_ROWS));
    await admin.presses('确认变更');
    expect(world.person('张敏').cardText()).toContain('计划恢复执行');
    expect(await world.app.deps.ledger.findPlan(plan?.id ?? '')).toMatchObject({ state: 'published' });
    expect(await world.app.deps.ledger.countParts({ planId: plan?.id ?? '' })).toBe(2);
  });
});
