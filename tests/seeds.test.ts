import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { preselected } from '../src/domain/plan/decide-issue.ts';
import type { ImportReport } from '../src/domain/plan/import-report.ts';
import { reportOfSeed, SEEDS } from './support/read-plan-file.ts';

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

/** Each owner cell, how many rows have it, and what it says. */
const OWNERS_OF_004: readonly (readonly [string, number, string])[] = [
  ['办公室牵头，各科室（单位）配合', 17, '办公室 lead 各科室（单位） support'],
  ['办公室、法规信访科牵头，各科室（单位）配合', 8, '办公室 lead 法规信访科 lead 各科室（单位） support'],
  ['法规信访科牵头，各科室（单位）配合', 4, '法规信访科 lead 各科室（单位） support'],
  ['办公室牵头，各相关科室（单位）配合', 2, '办公室 lead 各相关科室（单位） support'],
  ['办公室、机关党委牵头，各科室（单位）配合', 2, '办公室 lead 机关党委 lead 各科室（单位） support'],
  ['办公室、各单位办理', 2, '办公室 responsible 各单位 responsible'],
  ['办公室', 2, '办公室 responsible'],
  ['办公室、法规信访科牵头，各科室配合', 1, '办公室 lead 法规信访科 lead 各科室 support'],
  ['办公室、法规信访科、人事科', 1, '办公室 responsible 法规信访科 responsible 人事科 responsible'],
  ['村镇科牵头，计财科配合', 1, '村镇科 lead 计财科 support'],
  ['办公室牵头，市场科、质安科、审批科配合', 1, '办公室 lead 市场科 support 质安科 support 审批科 support'],
  [
    '办公室、法规信访科、审批科牵头，各科室（单位）配合',
    1,
    '办公室 lead 法规信访科 lead 审批科 lead 各科室（单位） support',
  ],
];

describe.skipIf(!existsSync(SEEDS))('the real plans', () => {
  it('000: 17 rows, the split item as two', async () => {
    const report = await reportOfSeed('000');
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
    expect(issuesOf(report)).toEqual({ typo: 1, 'awaiting-date': 3, 'undetermined-offices': 1 });
  });

  it('002: 37 rows of the annex, the prose kept as questions', async () => {
    const report = await reportOfSeed('002');
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
      typo: 1,
      'outside-rows': 1,
    });
  });

  it('002: every row is joined with its item in the prose; of two lengths the stricter one is preselected', async () => {
    const { tasks, issues } = await reportOfSeed('002');
    expect(tasks.filter(({ notes }) => notes.some(({ kind }) => kind === 'in-prose'))).toHaveLength(37);
    const conflict = issues.find(({ kind }) => kind === 'conflict');
    expect(conflict?.phrases.map(({ text }) => /\d+个工作日/.exec(text)?.[0])).toEqual(['3个工作日', '20个工作日']);
    expect(conflict && preselected(conflict)).toEqual({ kind: 'take', phrase: 0 });
    expect(conflict?.blocking).toBe(true);
  });

  it('001: 121 rows, each with an owner, those of blank cells marked as inferred', async () => {
    const { tasks } = await reportOfSeed('001', 2017);
    expect(tasks).toHaveLength(121);
    expect(tasks.filter(({ offices }) => offices.length === 0)).toEqual([]);
    const inferred = tasks.filter(({ offices }) => offices.some((office) => office.inferred));
    expect(inferred).toHaveLength(52);
    expect(inferred.every(({ offices }) => offices.every((office) => office.inferred))).toBe(true);
    expect(inferred.every(({ notes }) => notes.some(({ kind }) => kind === 'inferred-owner'))).toBe(true);
  });

  it('003: every clause with a bracket, its leader, offices and people paired by position', async () => {
    const { tasks } = await reportOfSeed('003');
    const read = tasks.map(({ no, offices, people }) => {
      const leaders = people.filter(({ role }) => role === '牵头领导').length;
      const others = people.filter(({ role }) => role === '责任人');
      const paired = offices.map(({ name }) => others.filter(({ office }) => office === name).length).join('');
      return `${no} ${leaders} ${offices.map(({ name }) => name).join('、')} ${paired}`;
    });
    expect(read).toEqual([
      '(三) 1 局办公室 1',
      '(四) 1 局办公室 1',
      '(五) 1 局办公室 1',
      '(一) 1 行政审批股 1',
      '(二) 1 行政审批股 1',
      '(三) 1 局办公室 1',
      '(四) 2 村镇股、房管所、征收办、住保办 1111',
      '(五) 1 局办公室 1',
      '(一) 1 行政审批股 1',
      '(二) 1 局办公室 1',
      '(三) 1 局办公室 1',
      '(四) 0 局各分管领导 0',
      '(五) 1 局办公室 1',
    ]);
  });

  it('004: 42 rows with exactly the offices of their cells', async () => {
    const { tasks } = await reportOfSeed('004', 2022);
    expect(tasks).toHaveLength(42);
    const cells = tasks.map(({ printed }) => printed.owners.join('').replace(/\s/g, ''));
    expect(counts(cells)).toEqual(Object.fromEntries(OWNERS_OF_004.map(([cell, rows]) => [cell, rows])));
    const offices = tasks.map((task) => task.offices.map(({ name, role }) => `${name} ${role}`).join(' '));
    expect(counts(offices)).toEqual(Object.fromEntries(OWNERS_OF_004.map(([, rows, names]) => [names, rows])));
  });
});
