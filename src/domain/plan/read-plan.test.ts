import { describe, expect, it } from 'vitest';
import { type CivilDate, civil } from '../calendar/civil-date.ts';
import type { ImportReport } from './import-report.ts';
import { readPlan } from './read-plan.ts';

const ROW = (cells: string[]) => `${cells.join('\t')}\n`;
const HEADER = ROW(['序号', '工作任务', '责任单位', '完成时限']);

function read(text: string, year: number | null = null, issuedOn: CivilDate | null = null) {
  const blocks = text
    .split('\n')
    .map((line, index) => ({ type: 'line', text: line, place: `第 ${index + 1} 行` }) as const);
  return readPlan({ document: { name: 'plan.txt', blocks }, year, issuedOn });
}

function reportOf(text: string, year: number | null = 2026, issuedOn: CivilDate | null = null): ImportReport {
  const result = read(text, year, issuedOn);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const issuesOf = (report: ImportReport) => report.issues.map(({ kind, task, phrases }) => [kind, task, phrases.length]);

describe('a document that is not imported', () => {
  it.each([
    ['', { kind: 'not-a-plan', reason: 'empty' }],
    ['关于放假的通知\n\n各科室：请安排值班。', { kind: 'not-a-plan', reason: 'no-table' }],
    [
      [
        ['日期', '带班领导', '值班科室', '值班人员', '电话'],
        ['2026年10月1日', '李局长', '办公室', '沈知遥', '88880'],
        ['2026年10月2日', '李局长', '办公室', '顾青禾', '88881'],
        ['2026年10月3日', '李局长', '法规科', '陆明舟', '88882'],
      ]
        .map(ROW)
        .join(''),
      { kind: 'not-a-plan', reason: 'no-table' },
    ],
    [
      [
        ['序号', '单位', '联络员', '电话'],
        ['1', '办公室', '沈知遥', '0700-88880'],
        ['2', '法规科', '顾青禾', '0700-88881'],
        ['3', '宣传科', '陆明舟', '0700-88882'],
      ]
        .map(ROW)
        .join(''),
      { kind: 'not-a-plan', reason: 'no-table' },
    ],
    [
      '云州市水务局2025年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。全年公开信息90条。\n（二）依申请公开。收到申请5件，均在20个工作日内答复。\n二、存在的问题\n一是内容不够全面。下一步每季度组织一次培训。\n',
      { kind: 'not-a-plan', reason: 'no-table' },
    ],
    [`分工表\n${HEADER}${ROW(['1', '公布规划', '规划科', '6月底前'])}`, { kind: 'year-missing' }],
  ])('%#', (text, error) => {
    expect(read(text)).toEqual({ ok: false, error });
  });

  it('needs no year where every deadline has its own or none', () => {
    expect(read(`分工表\n${HEADER}${ROW(['1', '公布规划', '规划科', '长期'])}`).ok).toBe(true);
  });
});

it('a plan may name people and telephones beside its items', () => {
  const header = ROW(['序号', '工作任务', '责任单位', '责任人', '联系电话', '完成时限']);
  const row = (no: string, item: string) => ROW([no, item, '供水科', '沈知遥', '0700-88880', '6月底前']);
  expect(reportOf(`分工表\n${header}${row('1', '公布水价')}${row('2', '公布规划')}`).tasks).toHaveLength(2);
});

it('finds the short item of a table in the clause of the notice that begins with it', () => {
  const clauses = [
    '（一）公布水价。公布本市水价，4月15日前完成，确保取得实效。（供水科牵头，办公室配合）',
    '（二）开展河湖管护业务培训。开展河湖管护业务培训，每半年一次，确保取得实效。（河湖科牵头，办公室配合）',
    '（三）更新机构职能。更新机构职能，8月底前完成，确保取得实效。（人事科牵头，办公室配合）',
  ];
  const rows = [
    ['1', '公布水价。', '供水科', '办公室', '4月15日前'],
    ['2', '开展河湖管护业务培训。', '河湖科', '办公室', '每半年一次'],
    ['3', '更新机构职能。', '人事科', '办公室', '8月底前'],
  ];
  const text = `云州市水务局2026年政务公开工作方案\n二、重点任务\n${clauses.join('\n')}\n附件\n`;
  const table = [['序号', '工作任务', '牵头科室', '配合科室', '完成时限'], ...rows].map(ROW).join('');
  expect(issuesOf(reportOf(text + table)).map(([kind]) => kind)).toEqual(['outside-rows']);
});

describe('questions', () => {
  it('stand once for the same words in many rows', () => {
    const rows = [
      ['1', '公布规划', '各相关科室', '结合实际推进'],
      ['2', '公布计划', '各相关科室', '结合实际推进'],
      ['3', '公布总结', '', ''],
      ['4', '公布预算', '财务科', ''],
    ];
    expect(issuesOf(reportOf(`${HEADER}${rows.map(ROW).join('')}`))).toEqual([
      ['undetermined-offices', null, 3],
      ['unknown-deadline', null, 3],
      ['inferred-owner', '3', 1],
      ['inferred-deadline', '3', 1],
      ['missing-deadline', '4', 1],
    ]);
  });

  it.each([
    ['a date before the plan was issued', ['1', '公布规划', '规划科', '2月底前'], 'past-at-birth'],
    ['a date in the text later than that of the cell', ['1', '于9月30日前公布规划', '规划科', '6月底前'], 'conflict'],
    ['another day of the year in the text', ['1', '于每年的3月1日前公布年报', '办公室', '每年2月底前'], 'conflict'],
    ['a clock without an event', ['1', '答复来信', '办公室', '10个工作日内'], 'event-unstated'],
    ['a cadence without a number', ['1', '召开会议', '办公室', '定期召开'], 'assumed-cadence'],
    ['a date that somebody else sets', ['1', '公布预算', '财务科', '按市财政局要求公开'], 'awaiting-date'],
  ])('are asked about %s', (_, row, kind) => {
    expect(issuesOf(reportOf(HEADER + ROW(row), 2026, civil('2026-03-05')))).toEqual([
      [kind, '1', kind === 'conflict' ? 2 : 1],
    ]);
  });

  it('are not asked about a milestone before the deadline', () => {
    expect(reportOf(HEADER + ROW(['1', '3月底前完成初稿，年底前公布', '规划科', '12月31日前'])).issues).toEqual([]);
  });

  it('say when the year that was given is not the one of the title', () => {
    const report = reportOf(`云州市水务局2025年分工表\n${HEADER}${ROW(['1', '公布规划', '规划科', '6月底前'])}`, 2026);
    expect(report.plan.year).toBe(2026);
    expect(issuesOf(report)).toEqual([['year-conflict', null, 1]]);
  });
});

describe('a row', () => {
  it('takes offices, people and time from a bracket behind the item', () => {
    const item = '公布规划。（责任单位：规划科、法规科；责任人：李山、周海；完成时限：6月底前）';
    const [task] = reportOf(`序号\t工作任务\t责任单位\n1\t${item}\t\n`).tasks;
    expect(task).toMatchObject({
      text: '公布规划。',
      offices: [{ name: '规划科' }, { name: '法规科' }],
      people: [
        { name: '李山', office: '规划科' },
        { name: '周海', office: '法规科' },
      ],
      rules: [{ kind: 'by', on: '2026-06-30', place: 'bracket' }],
    });
  });

  it('gives an office one role, the strongest', () => {
    const text = '工作任务\t牵头单位\t配合单位\t完成时限\n公布规划\t规划科\t规划科、法规科\t长期\n';
    expect(reportOf(text).tasks[0]?.offices.map(({ name, role }) => [name, role])).toEqual([
      ['规划科', 'lead'],
      ['法规科', 'support'],
    ]);
  });

  it('keeps other columns as notes', () => {
    const text = '工作任务\t责任单位\t完成时限\t备注\n公布规划\t规划科\t长期\t市考核事项\n';
    expect(reportOf(text).tasks[0]?.notes).toEqual([{ kind: 'remark', text: '备注：市考核事项' }]);
  });
});
