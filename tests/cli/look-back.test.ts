import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cityPlanText, type PlanRow } from '../support/small-bureau.ts';
import { Cli, expectRefusal } from './support/cli.ts';

let cli: Cli;
beforeEach(async () => {
  cli = new Cli();
  await cli.does('offices', 'import', cli.offices());
});
afterEach(() => cli.remove());

const LAST_YEAR: readonly PlanRow[] = [
  { text: '公开部门预算', owner: '办公室负责', deadline: '4月30日前' },
  { text: '公开季度统计信息', owner: '法规科负责', deadline: '每季度' },
  { text: '及时更新机构职能', owner: '信息中心负责', deadline: '及时更新' },
];
const THIS_YEAR: readonly PlanRow[] = [
  { text: '公开部门预算', owner: '办公室负责', deadline: '4月20日前' },
  { text: '建设政务公开专区', owner: '信息中心负责', deadline: '6月底前' },
];
const plans = async () => (await cli.json('plan', 'list')) as { id: string; title: string; year: number }[];

describe('look-back at the command line', () => {
  beforeEach(async () => {
    await cli.does('import', cli.plan('a.txt', LAST_YEAR, '2024-01-20'), '--publish');
  });

  it('shows what it would do and writes nothing with --dry-run', async () => {
    const before = await cli.contents();
    const json = await cli.json('look-back', '--year', '2024', '--due', '2099-06-30', '--dry-run');
    expect(json).toMatchObject({
      year: 2024,
      plan: null,
      started: false,
      dueOn: '2099-06-30',
      rectify: [
        { no: null, kind: 'rectify', text: '公开部门预算（原第1项，上年未完成）', offices: ['办公室'] },
        { no: null, text: expect.stringContaining('第一季度、第二季度、第三季度、第四季度'), offices: ['法规科'] },
      ],
      sample: [],
      left: { paused: 0, notDue: 0, undated: 1 },
      added: 2,
    });
    expect(await cli.contents()).toBe(before);
    expect((await cli.does('look-back', '--year', '2024', '--dry-run')).err).toContain('没有写入');
  });

  it('makes a ledger of the new year once, whose rows have owner and date', async () => {
    const { out, err } = await cli.does('look-back', '--year', '2024', '--due', '2099-06-30');
    expect(err).toContain('《2025年“回头看”整改台账》：新增 2 项');
    expect(out).toContain('未完成事项整改');
    const [, made] = await plans();
    expect(made).toMatchObject({ title: '2025年“回头看”整改台账', year: 2025, state: 'published' });
    const ledger = await cli.json('ledger', '--plan', made?.id ?? '');
    expect(ledger).toMatchObject({
      tasks: [
        { no: '1', parts: [{ office: '办公室', dueOn: '2099-06-30', state: 'open' }] },
        { no: '2', parts: [{ office: '法规科', dueOn: '2099-06-30', state: 'open' }] },
      ],
    });
    expect((await cli.does('look-back', '--year', '2024')).err).toContain('新增 0 项');
    const again = (await cli.json('ledger', '--plan', made?.id ?? '')) as { tasks: object[] };
    expect(again.tasks).toEqual((ledger as typeof again).tasks);
  });

  it('takes up a ledger again that was withdrawn', async () => {
    await cli.does('look-back', '--year', '2024');
    const made = (await plans()).at(-1)?.id ?? '';
    await cli.does('plan', 'withdraw', made);
    await cli.does('look-back', '--year', '2024');
    expect((await plans()).at(-1)).toMatchObject({ id: made, state: 'published' });
    expect((await plans()).filter(({ year }) => year === 2025)).toHaveLength(1);
  });

  it('looks back at a plan that was withdrawn', async () => {
    await cli.does('plan', 'withdraw', (await plans())[0]?.id ?? '');
    expect(await cli.json('look-back', '--year', '2024', '--dry-run')).toMatchObject({ added: 2 });
  });

  it('says what is wrong with the year, the date and the number', async () => {
    expectRefusal(await cli.run('look-back'), 2, '--year');
    expectRefusal(await cli.run('look-back', '--year', '2020'), 1, '现有 2024 年');
    expectRefusal(await cli.run('look-back', '--year', '2099'), 1, '还没有结束');
    expectRefusal(await cli.run('look-back', '--year', '2024', '--due', '2024-12-31'), 2, '整改时限');
    expectRefusal(await cli.run('look-back', '--year', '2024', '--sample', 'x'), 2, '项数');
  });
});

describe('the year’s turn', () => {
  beforeEach(async () => {
    await cli.does('import', cli.plan('a.txt', LAST_YEAR, '2024-01-20'), '--publish');
    await cli.does('import', cli.plan('b.txt', THIS_YEAR, '2025-01-20'), '--publish');
  });

  it('lists what goes on, what is left out and what is new', async () => {
    const [last, next] = await plans();
    const args = ['plan', 'turn', '--from', last?.id ?? '', '--to', next?.id ?? ''];
    expect(await cli.json(...args)).toMatchObject({
      from: { year: 2024 },
      to: { year: 2025 },
      kept: [{ from: { text: '公开部门预算' }, to: { text: '公开部门预算' } }],
      dropped: [
        { text: '公开季度统计信息', yearly: true },
        { text: '及时更新机构职能', yearly: true },
      ],
      added: [{ text: '建设政务公开专区' }],
    });
    const { out, err } = await cli.does(...args);
    expect(out).toContain('未列入（常年）');
    expect(err).toContain('沿用 1 项，未列入 2 项（其中常年性要求 2 项，请核对是否遗漏），新增 1 项');
  });

  it('leaves offices, people, schedules and last year’s ledger as they were', async () => {
    const [last] = await plans();
    const people = cli.path('people.csv');
    await cli.does('offices', 'export', people);
    expect(readFileSync(people, 'utf8')).toMatch(/张敏[\s\S]*王芳/);
    expect(await cli.json('schedules')).not.toEqual([]);
    expect(await cli.json('calendar', '2025')).toBeTruthy();
    await cli.does('plan', 'withdraw', last?.id ?? '');
    const { tasks } = (await cli.json('ledger', '--plan', last?.id ?? '')) as { tasks: { parts: object[] }[] };
    expect(tasks.map(({ parts }) => parts.length > 0)).toEqual([true, true, true]);
  });

  it('says which plans it needs', async () => {
    const [last, next] = await plans();
    expectRefusal(await cli.run('plan', 'turn'), 2, '--from');
    expectRefusal(await cli.run('plan', 'turn', '--from', 'plan-0', '--to', next?.id ?? ''), 2, 'plan-0');
    expectRefusal(await cli.run('plan', 'turn', '--from', next?.id ?? '', '--to', last?.id ?? ''), 2, '上年');
  });
});

describe('the report upwards', () => {
  const CITY: readonly PlanRow[] = [
    { text: '公开部门预算和决算信息', owner: '市财政局负责', deadline: '4月30日前' },
    { text: '完善政府信息公开指南', owner: '市政府办公室负责', deadline: '6月底前' },
    { text: '建设统一的数据开放平台', owner: '市数据局负责', deadline: '9月底前' },
    { text: '发布惠企政策白皮书', owner: '市工信局负责', deadline: '10月底前' },
  ];
  const BUREAU: readonly PlanRow[] = [
    { text: '建设统一的数据开放平台栏目', owner: '信息中心负责', deadline: '2099年9月底前' },
    { text: '公开部门预算和决算信息', owner: '办公室负责', deadline: '4月30日前' },
    { text: '完善政府信息公开指南', owner: '法规科牵头，信息中心配合', deadline: '2099年6月底前' },
  ];

  it('follows the superior’s rows and names nobody', async () => {
    await cli.does('import', cli.file('city.txt', cityPlanText(CITY, '2024-01-10')), '--publish');
    await cli.does('import', cli.plan('a.txt', BUREAU, '2024-01-20'), '--publish');
    const id = (await plans())[0]?.id ?? '';
    const file = cli.path('上报.csv');
    const { err } = await cli.does('export', file, '--plan', id, '--upward');
    expect(err).toContain('共 4 项，已办结 0 项，办理中 2 项，逾期 1 项，无对应任务 1 项');
    const csv = readFileSync(file, 'utf8');
    expect(
      csv
        .split('\n')
        .slice(0, 5)
        .map((row) => row.trim().replace(/^\uFEFF/, '')),
    ).toEqual([
      '序号,工作任务,承办单位,办理情况,办结时间,最新进展,佐证链接',
      '1,公开部门预算和决算信息,办公室,逾期,,,',
      '2,完善政府信息公开指南,法规科,办理中,,,',
      '3,建设统一的数据开放平台,信息中心,办理中,,,',
      '4,发布惠企政策白皮书,,无对应任务,,,',
    ]);
    expect(csv).toContain('口径：');
    await cli.does('export', cli.path('上报.xlsx'), '--plan', id, '--upward');
    expectRefusal(await cli.run('export', cli.path('a.docx'), '--plan', id, '--upward'), 2, '.xlsx 或 .csv');
  });
});
