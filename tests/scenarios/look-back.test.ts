import { afterEach, describe, expect, it } from 'vitest';
import { runLookBack } from '../../src/app/look-back/run-look-back.ts';
import { World } from '../support/world.ts';

const ROWS = [
  { text: '公开部门预算', owner: '办公室负责', deadline: '4月30日前' },
  { text: '修订政府信息公开指南', owner: '法规科负责', deadline: '6月底前' },
  { text: '公布本年度重大决策目录', owner: '法规科牵头，信息中心配合', deadline: '3月底前' },
  { text: '建成数据开放栏目', owner: '信息中心负责', deadline: '9月底前' },
] as const;

let world: World;
afterEach(() => world.stop());

/** A year has passed: 法规科 closed one of its two rows, 信息中心 its only one, 办公室 nothing. */
async function lastYear(): Promise<void> {
  world = await World.start({ at: '2026-03-30T08:59:00+08:00', rows: ROWS });
  await world.advanceTo('2026-03-30T09:00:00+08:00');
  await world.person('张敏').writes('完成 3');
  await world.person('王芳').writes('完成 4');
  await world.advanceTo('2027-01-11T10:00:00+08:00');
}

const ledgerOf = async () => {
  const plan = (await world.app.deps.ledger.listPlans()).find(({ title }) => title.includes('回头看'));
  return plan ? { plan, lines: await world.partLines(plan.id) } : undefined;
};

describe('回头看', () => {
  it('shows what it would do before anybody is asked, and begins on the second word', async () => {
    await lastYear();
    const before = world.person('张敏').messages().length;
    await world.person('孙静').writes('回头看 2026');
    const preview = world.person('孙静').texts().at(-1);
    expect(preview).toContain('2026年“回头看”（尚未开始）');
    expect(preview).toContain('到期未完成 2 项，转为整改，时限 2027年4月11日');
    expect(preview).toContain('已办结事项抽查 2 项，涉及 2 个单位');
    expect(await ledgerOf()).toBeUndefined();
    expect(world.person('张敏').messages()).toHaveLength(before);

    await world.person('孙静').writes('回头看 2026 开始');
    expect(world.person('孙静').texts().at(-1)).toContain('抽查 2 项：0 项仍在落实，0 项已反弹，2 项未答');
    expect((await ledgerOf())?.lines).toEqual([
      '公开部门预算（原第1项，上年未完成） 办公室 2027-04-11 open',
      '修订政府信息公开指南（原第2项，上年未完成） 法规科 2027-04-11 open',
      '公布本年度重大决策目录（原第3项，2026年3月30日办结）是否仍在落实 法规科 2027-01-25 open',
      '建成数据开放栏目（原第4项，2026年3月30日办结）是否仍在落实 信息中心 2027-01-25 open',
    ]);
  });

  it('asks each office on one card, and a rebound becomes a row with owner and date', async () => {
    await lastYear();
    await world.person('孙静').writes('回头看 2026 开始');
    expect(world.person('张敏').cardText()).toContain('“回头看”抽查');
    await world.person('张敏').presses('仍在落实');
    expect(world.person('张敏').cardText()).toContain('均已答复');

    await world.person('王芳').presses('已反弹');
    const empty = await world.person('王芳').presses('提交', { form: { note: ' ' } });
    expect(JSON.stringify(empty)).toContain('请用一句话写明哪里反弹');
    const answer = await world.person('王芳').presses('提交', { form: { note: '栏目三个月没有更新' } });
    expect(JSON.stringify(answer)).toContain('列入整改台账，整改时限 4月11日');
    expect((await ledgerOf())?.lines).toContain(
      '建成数据开放栏目（原第4项，已反弹：栏目三个月没有更新） 信息中心 2027-04-11 open',
    );

    await world.person('孙静').writes('回头看 2026');
    expect(world.person('孙静').texts().at(-1)).toContain('抽查 2 项：1 项仍在落实，1 项已反弹，0 项未答');
    expect(world.person('孙静').texts().at(-1)).toContain('反弹转整改 1 项');
  });

  it('takes a rebound out again when its answer is taken back', async () => {
    await lastYear();
    await world.person('孙静').writes('回头看 2026 开始');
    const card = world.person('王芳').cards().length - 1;
    await world.person('王芳').presses('已反弹', { card });
    await world.person('王芳').presses('提交', { card, form: { note: '栏目停更' } });
    await world.person('王芳').presses('撤回', { card });
    expect((await ledgerOf())?.lines).toContain(
      '建成数据开放栏目（原第4项，已反弹：栏目停更） 信息中心 2027-04-11 cancelled',
    );
    await world.person('王芳').presses('仍在落实', { card });
    await world.person('孙静').writes('回头看 2026');
    expect(world.person('孙静').texts().at(-1)).toContain('1 项仍在落实，0 项已反弹，1 项未答');
  });

  it('done twice adds nothing and sends nothing', async () => {
    await lastYear();
    await world.person('孙静').writes('回头看 2026 开始');
    const first = await ledgerOf();
    const cards = world.person('张敏').messages().length;
    await world.person('孙静').writes('回头看 2026 开始');
    const again = await runLookBack(world.app.deps, {
      year: 2026,
      sampleSize: 20,
      dueOn: null,
      mode: 'start',
      actor: 'test',
      actorName: '测试',
    });
    expect(again.ok && again.value.planned.add).toEqual([]);
    expect(await ledgerOf()).toEqual(first);
    expect(world.person('张敏').messages()).toHaveLength(cards);
  });

  it('lets the old row rest once its 整改 row is there, and keeps it unfinished in last year’s ledger', async () => {
    await lastYear();
    await world.person('孙静').writes('回头看 2026 开始');
    const [old] = (await world.app.deps.ledger.findParts({})).filter(({ taskText }) => taskText === '公开部门预算');
    expect(old).toMatchObject({ state: 'open', pausedUntil: '2028-01-11' });
    expect(old?.acts.at(-1)).toMatchObject({ kind: 'pause', note: '已转入《2027年“回头看”整改台账》，原任务不再提醒' });
    await world.advanceTo('2027-01-12T09:00:00+08:00');
    const text = world.person('孙静').cardText();
    expect(text).not.toMatch(/公开部门预算(?!（原)/);
  });

  it('is asked on the card of the day once nobody has answered for seven working days', async () => {
    await lastYear();
    await world.person('孙静').writes('回头看 2026 开始');
    await world.advanceTo('2027-01-12T09:00:00+08:00');
    expect(world.person('王芳').cardText()).toContain('“回头看”抽查');
    await world.advanceTo('2027-01-20T09:00:00+08:00');
    expect(world.person('王芳').cardText()).toContain('建成数据开放栏目（原第4项');
    await world.person('王芳').writes('困难 4 栏目已停更');
    await world.advanceTo('2027-01-21T09:00:00+08:00');
    expect((await ledgerOf())?.lines).toContain(
      '建成数据开放栏目（原第4项，已反弹：栏目已停更） 信息中心 2027-04-11 open',
    );
  });

  it('is refused to whoever is no administrator, and for a year that is not over', async () => {
    await lastYear();
    await world.person('张敏').writes('回头看 2026 开始');
    expect(world.person('张敏').texts().at(-1)).toContain('只有主管机构和管理员可以开展“回头看”');
    await world.person('孙静').writes('回头看 2027');
    expect(world.person('孙静').texts().at(-1)).toContain('2027年还没有结束');
    await world.person('孙静').writes('回头看 2019');
    expect(world.person('孙静').texts().at(-1)).toContain('台账里没有2019年施行过的计划：现有 2026 年');
    expect(await ledgerOf()).toBeUndefined();
  });

  it('an old button says how it stands', async () => {
    await lastYear();
    await world.person('孙静').writes('回头看 2026 开始');
    const old = world.person('张敏').draft('仍在落实');
    await world.person('张敏').presses('仍在落实');
    const again = await world.emulator.as('ou_zhangmin').click(old);
    expect(JSON.stringify(again)).toContain('报办结');
  });
});
