import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import { checkChoice, preselected, withDecisions } from './decide-issue.ts';
import type { DraftIssue, DraftTask, ImportReport } from './import-report.ts';
import type { Rule } from './rule.ts';

const within = (n: number, phrase: string, place: Rule['place']): Rule => ({
  kind: 'within',
  event: '文件印发',
  n,
  unit: 'working_day',
  before: false,
  phrase,
  place,
});
const TASK: DraftTask = {
  no: '5',
  area: [],
  text: '解读材料与文件同步发布',
  offices: [
    { name: '法规科', role: 'lead', fanOut: null, inferred: false },
    { name: '各相关科室', role: 'support', fanOut: 'relevant', inferred: false },
  ],
  people: [],
  rules: [within(20, '20个工作日内', 'deadline-cell')],
  source: { file: 'a.docx', place: '表 1 第 6 行' },
  notes: [],
  printed: {
    owners: ['法规科牵头，各相关科室配合'],
    deadline: '20个工作日内',
    columns: ['5', '解读', '法规科牵头，各相关科室配合', '20个工作日内'],
  },
};
const REPORT: ImportReport = {
  plan: { title: '计划', year: 2026, issuedOn: civil('2026-01-20'), issuer: null },
  tasks: [TASK],
  issues: [],
  layout: {
    columns: [
      { header: '序号', kind: 'seq', role: null },
      { header: '任务', kind: 'item', role: null },
      { header: '责任单位', kind: 'owner', role: null },
      { header: '时限', kind: 'deadline', role: null },
    ],
  },
};
const issue = (kind: string, phrases: readonly string[], suggestion: string | null = null): DraftIssue => ({
  no: 1,
  kind,
  task: '5',
  phrases: phrases.map((text, at) => ({ text, place: `第 ${at + 1} 行` })),
  suggestion,
  blocking: kind === 'conflict',
  tasks: [0],
});
const CONFLICT = issue('conflict', ['文件印发后3个工作日内', '20个工作日内'], '从严，按“文件印发后3个工作日内”');

describe('a contradiction', () => {
  it('preselects the stricter reading and cannot be left as it is', () => {
    expect(preselected(CONFLICT)).toEqual({ kind: 'take', phrase: 0 });
    expect(checkChoice(CONFLICT, { kind: 'keep' }, REPORT.plan)).toEqual({
      ok: false,
      error: { kind: 'not-a-choice' },
    });
    expect(checkChoice(CONFLICT, { kind: 'take', phrase: 2 }, REPORT.plan).ok).toBe(false);
  });

  it('decided for one phrase leaves that rule alone, in the row and in its print', () => {
    const { tasks } = withDecisions(REPORT, [{ issue: CONFLICT, choice: { kind: 'take', phrase: 0 } }]);
    expect(tasks[0]?.rules).toMatchObject([{ kind: 'within', n: 3 }]);
    expect(tasks[0]?.printed.columns[3]).toBe('文件印发后3个工作日内');
    expect(withDecisions(REPORT, [{ issue: CONFLICT, choice: { kind: 'take', phrase: 1 } }]).tasks[0]?.rules).toEqual(
      TASK.rules,
    );
  });
});

describe('other words', () => {
  it('replace the deadline in question', () => {
    const choice = { kind: 'as', text: '6月30日前' } as const;
    const { tasks } = withDecisions(REPORT, [{ issue: CONFLICT, choice }]);
    expect(tasks[0]?.rules).toMatchObject([{ kind: 'by', on: '2026-06-30' }]);
  });

  it('are added where there was no deadline', () => {
    const missing = issue('missing-deadline', ['解读材料与文件同步发布']);
    const { tasks } = withDecisions(REPORT, [{ issue: missing, choice: { kind: 'as', text: '每季度末' } }]);
    expect(tasks[0]?.rules.map(({ kind }) => kind)).toEqual(['within', 'every']);
  });

  it('name the offices behind 各相关, which keep their role', () => {
    const undetermined = issue('undetermined-offices', ['各相关科室']);
    const { tasks } = withDecisions(REPORT, [
      { issue: undetermined, choice: { kind: 'as', text: '办公室、信息中心' } },
    ]);
    expect(tasks[0]?.offices.map(({ name, role }) => `${name}=${role}`)).toEqual([
      '法规科=lead',
      '办公室=support',
      '信息中心=support',
    ]);
    expect(tasks[0]?.printed.owners).toEqual(['法规科牵头，办公室、信息中心配合']);
  });

  it('replace all offices where the document contradicts itself', () => {
    const owners = issue('owner-conflict', ['法规科牵头', '办公室牵头，法规科配合']);
    const { tasks } = withDecisions(REPORT, [{ issue: owners, choice: { kind: 'take', phrase: 1 } }]);
    expect(tasks[0]?.offices.map(({ name, role }) => `${name}=${role}`)).toEqual(['办公室=lead', '法规科=support']);
  });

  it('that nobody can read are refused with what was wanted', () => {
    expect(checkChoice(CONFLICT, { kind: 'as', text: '看情况' }, REPORT.plan)).toEqual({
      ok: false,
      error: { kind: 'unread', text: '看情况', wanted: 'deadline' },
    });
    expect(checkChoice(issue('typo', ['五公']), { kind: 'as', text: '五公开' }, REPORT.plan).ok).toBe(false);
  });
});
