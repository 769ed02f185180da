import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanRow } from '../support/small-bureau.ts';
import { Cli, expectRefusal } from './support/cli.ts';
import { Ledger } from './support/schemas.ts';

let cli: Cli;
beforeEach(async () => {
  cli = new Cli();
  await cli.does('offices', 'import', cli.offices());
});
afterEach(() => cli.remove());

const ROWS: readonly PlanRow[] = [
  { text: '公布部门预算。', owner: '办公室负责', deadline: '4月30日前' },
  { text: '发布年度报告，于每年的3月1日前发布。', owner: '法规科牵头，信息中心配合', deadline: '每年2月10日前' },
];
const idOfDraft = async (): Promise<string> => ((await cli.json('plan', 'list')) as { id: string }[]).at(-1)?.id ?? '';
const parts = async () =>
  Ledger.parse(await cli.json('ledger')).tasks.flatMap((task) =>
    task.parts.map(({ office, dueOn, state }) => `${task.text} ${office} ${dueOn} ${state}`),
  );

describe('a draft at the command line', () => {
  it('with a contradiction is not published before it is decided', async () => {
    await cli.does('import', cli.plan('a.txt', ROWS));
    const id = await idOfDraft();
    const { out } = await cli.does('plan', 'show', id);
    expect(out).toContain('时限前后不一（须先定）');
    const no = /^(\d+)\s+时限前后不一/m.exec(out)?.[1] ?? '';
    expectRefusal(await cli.run('plan', 'publish', id), 1, '互相矛盾');
    expect(await parts()).toEqual([]);
    expectRefusal(await cli.run('plan', 'decide', id, no, '--as', '看情况'), 2, '看不懂时限');
    expect((await cli.does('plan', 'decide', id, no, '--take', '1')).err).toContain('按“');
    await cli.does('plan', 'publish', id);
    expect((await parts()).filter((part) => part.includes('公布部门预算'))).toEqual([
      '公布部门预算。 办公室 2026-04-30 open',
    ]);
  });

  it('is sent to the offices, or given up without a trace in the ledger', async () => {
    await cli.does('import', cli.plan('a.txt', ROWS.slice(0, 1)));
    const id = await idOfDraft();
    expect((await cli.does('plan', 'send', id)).err).toContain('已向 1 个单位发核对卡片');
    expect((await cli.json('outbox')) as object).toMatchObject({ queued: 1 });
    await cli.does('plan', 'discard', id);
    expectRefusal(await cli.run('plan', 'publish', id), 1, '没有待确认的草稿');
    expect(await parts()).toEqual([]);
  });

  it('of an unknown number is refused with the numbers that there are', async () => {
    await cli.does('import', cli.plan('a.txt', ROWS));
    expectRefusal(await cli.run('plan', 'show', 'plan-0'), 2, '没有编号为 plan-0 的计划', await idOfDraft());
  });
});

describe('a plan in force', () => {
  it('is exported in its own layout, edited by a person, and sent back as a difference', async () => {
    await cli.does('import', cli.plan('a.txt', ROWS), '--publish');
    const id = await idOfDraft();
    const file = cli.path('台账.xlsx');
    await cli.does('export', file, '--plan', id);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(readFileSync(file) as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0];
    const header = sheet?.getRow(2).values as string[];
    expect(header.slice(1)).toEqual([
      '序号',
      '任务',
      '工作要点',
      '负责单位',
      '完成时限',
      '台账：办理状态',
      '台账：时限',
      '台账：灯',
      '台账：最近答复',
      '台账：完成日期',
    ]);
    const unchanged = await cli.does('import', file);
    expect(unchanged.err).toContain('新增 0 · 变更 0 · 删除 0 · 未变 2');

    const cell = sheet?.getRow(3).getCell(header.indexOf('完成时限'));
    expect(cell?.value).toBe('4月30日前');
    if (cell) cell.value = '5月20日前';
    cli.file('改.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect((await cli.does('import', cli.path('改.xlsx'))).err).toContain('新增 0 · 变更 1 · 删除 0 · 未变 1');
    await cli.does('plan', 'publish', id);
    expect((await parts()).filter((part) => part.includes('公布部门预算'))).toEqual([
      '公布部门预算。 办公室 2026-04-30 cancelled',
      '公布部门预算。 办公室 2026-05-20 open',
    ]);
  });

  it('is withdrawn: it stays readable, and is not reminded any more', async () => {
    await cli.does('import', cli.plan('a.txt', ROWS), '--publish');
    const id = await idOfDraft();
    expect((await cli.does('plan', 'withdraw', id)).err).toContain('已撤回');
    const remind = (await cli.json('remind', '--at', '2026-04-27T09:00:00+08:00', '--dry-run')) as { send: unknown[] };
    expect(remind.send).toEqual([]);
    expect((await parts()).length).toBeGreaterThan(0);
    expectRefusal(await cli.run('plan', 'withdraw', id), 1, '已经撤回');
  });
});
