import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FileDocumentReader } from '../src/adapters/documents/file-document-reader.ts';
import type { ImportReport } from '../src/domain/plan/import-report.ts';
import { readPlan } from '../src/domain/plan/read-plan.ts';

// The real plans are not part of the repository: without the folder beside it these tests are skipped.
const SEEDS = fileURLToPath(new URL('../../shared/seeds/', import.meta.url));

async function reportOf(number: string, year: number | null = null): Promise<ImportReport> {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(number)) ?? '';
  const document = await new FileDocumentReader().read({ name, bytes: readFileSync(`${SEEDS}${name}`) });
  const read = readPlan({ document, year, issuedOn: null });
  if (!read.ok) throw new Error(`not read: ${read.error.kind}`);
  return read.value;
}

function counts(values: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const value of values) result[value] = (result[value] ?? 0) + 1;
  return result;
}

const kindsOf = ({ tasks }: ImportReport, place: 'deadline-cell' | 'text') =>
  counts(tasks.flatMap((task) => task.rules.filter((rule) => rule.place === place).map((rule) => rule.kind)));
const leadsOf = ({ tasks }: ImportReport) =>
  counts(
    tasks.flatMap((task) =>
      task.offices
        .filter((office) => office.role !== 'upstream')
        .slice(0, 1)
        .map(({ name }) => name),
    ),
  );
const issuesOf = ({ issues }: ImportReport) => counts(issues.map(({ kind }) => kind));

describe.skipIf(!existsSync(SEEDS))('the real plans', () => {
  it('000: 17 rows, the split item as two', async () => {
    const report = await reportOf('000');
    expect(report.plan).toMatchObject({ year: 2017, issuedOn: null });
    expect(report.tasks.map(({ no }) => no)).toEqual([
      null,
      '1',
      '2',
      null,
      '1',
      '2',
      '3(1)-(4)',
      '3(5)',
      '4',
      '5',
      '1',
      '2',
      '3',
      '4',
      '5',
      '1',
      '2',
    ]);
    expect(kindsOf(report, 'deadline-cell')).toEqual({ by: 8, standing: 7, awaiting: 2 });
    expect(kindsOf(report, 'text')).toEqual({ within: 2, quota: 1, awaiting: 1 });
    expect(leadsOf(report)).toEqual({
      利用处: 1,
      法规处: 3,
      征储处: 1,
      宣教处: 7,
      办公室: 2,
      信访处: 1,
      各相关处室: 2,
    });
    expect(report.tasks.flatMap(({ offices }) => offices).filter(({ inferred }) => inferred)).toEqual([]);
    expect(issuesOf(report)).toEqual({ 'awaiting-date': 3, 'undetermined-offices': 1 });
  });

  it('002: 37 rows of the annex, the prose kept as questions', async () => {
    const report = await reportOf('002');
    expect(report.plan).toMatchObject({ year: 2017, issuedOn: '2017-07-05' });
    expect(report.tasks).toHaveLength(37);
    expect(report.tasks.filter(({ no }) => no?.startsWith('3('))).toHaveLength(9);
    expect(kindsOf(report, 'deadline-cell')).toEqual({ by: 15, standing: 13, within: 10, awaiting: 1 });
    expect(kindsOf(report, 'text')).toEqual({ quota: 1, within: 2, rate: 8 });
    expect(leadsOf(report)).toEqual({
      局办公室: 16,
      计划资金处: 2,
      '组织人事处(政策法规处)': 6,
      土地整备处: 2,
      数据中心: 7,
      前期工作处: 1,
      项目审核处: 2,
      '各处室(单位)': 1,
    });
    expect(issuesOf(report)).toEqual({
      'mangled-date': 1,
      'mangled-number': 2,
      conflict: 1,
      'unassigned-rule': 4,
      'past-at-birth': 2,
      'awaiting-date': 1,
      'roleless-owner': 1,
    });
  });

  it.each([
    ['001', 121],
    ['004', 42],
  ])('%s: %i rows, although its kind of table was not asked for yet', async (number, rows) => {
    expect((await reportOf(number, 2022)).tasks).toHaveLength(rows);
  });
});
