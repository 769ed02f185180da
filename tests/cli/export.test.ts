import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileDocumentReader } from '../../src/adapters/documents/file-document-reader.ts';
import { blockLines } from '../support/block-lines.ts';
import { Cli, expectRefusal } from './support/cli.ts';
import { Ledger } from './support/schemas.ts';

const cli = new Cli();
let plan = '';

beforeAll(async () => {
  Object.assign(cli.env, { LARK_DOMAIN: 'http://127.0.0.1', DUBAN_CLOCK: '2026-05-11T10:00:00+08:00' });
  await cli.does('offices', 'import', cli.offices());
  const rows = [
    { text: '各科室每月报送信息不少于2条', owner: '各科室', deadline: '长期坚持' },
    { text: '公布清单', owner: '法规科负责', deadline: '4月30日前' },
  ];
  await cli.does('import', cli.plan('plan.txt', rows), '--publish');
  plan = Ledger.parse(await cli.json('ledger')).tasks[0]?.plan ?? '';
});
afterAll(() => cli.remove());

async function textOf(file: string): Promise<string> {
  const { blocks } = await new FileDocumentReader().read({ name: file, bytes: readFileSync(cli.path(file)) });
  return blockLines(blocks).join('\n');
}

describe('export', () => {
  it.each([
    ['a.docx', [], '2026年4月政务公开'],
    ['b.docx', ['--month', '2026-03'], '2026年3月政务公开'],
    ['c.docx', ['--kind', 'summary'], '2026年4月政务公开工作月度汇总'],
    ['d.docx', ['--kind', 'summary', '--public'], '2026年4月政务公开工作进展情况'],
  ])('%s %j counts every plan in force and needs no --plan', async (file, options, words) => {
    const { err, out } = await cli.does('export', cli.path(file), ...options);
    expect(out).toBe('');
    expect(err).toContain(`已写入 ${cli.path(file)}。`);
    expect(await textOf(file)).toContain(words);
  });

  it.each([
    ['a.xlsx', [], '台账：办理状态'],
    ['b.xlsx', ['--public'], '到期未完成，正在办理'],
    ['c.xlsx', ['--kind', 'score'], '2026年政务公开工作考核表'],
    ['a.csv', [], '待办'],
    ['a.md', [], '年度报告段落'],
    ['b.md', ['--kind', 'ledger'], '任务台账'],
    ['e.docx', ['--kind', 'annual'], '年度报告段落'],
  ])('%s %j is of one plan', async (file, options, words) => {
    await cli.does('export', cli.path(file), '--plan', plan, ...options);
    expect(await textOf(file)).toContain(words);
  });

  it.each([
    [['x.xlsx'], '--plan', 'plan list'],
    [['x.pdf', '--plan', 'P'], '.pdf', '.docx'],
    [['x.docx', '--plan', 'P', '--kind', 'ledger'], '台账', '.xlsx'],
    [['x.docx', '--public'], '通报', '--public'],
    [['x.xlsx', '--plan', 'P', '--month', '2026-03'], '台账', '--month'],
    [['x.docx', '--month', '2026-13'], '--month', '2026-03'],
    [['x.docx', '--month', '2025-12'], '2025年12月', '2026年1月'],
    [['x.xlsx', '--plan', 'P', '--upward', '--public'], '上报表', '--public'],
    [['x.xlsx', '--plan', 'P', '--upward', '--month', '2026-03'], '上报表', '--month'],
    [['x.docx', '--month', '2026-06'], '2026年6月', '以前的月份'],
    [['x.docx', '--kind', 'song'], '--kind', 'circular'],
    [['x.docx', '--plan', 'plan-9'], 'plan-9', 'plan'],
  ])('%j is refused with what to do, and nothing is written', async (args, ...words) => {
    const [file = '', ...options] = args.map((word) => (word === 'P' ? plan : word));
    expectRefusal(await cli.run('export', cli.path(file), ...options), 2, ...words);
    expect(() => readFileSync(cli.path(file))).toThrow();
  });
});
