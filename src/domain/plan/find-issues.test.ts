import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import type { DraftIssue } from './import-report.ts';
import { readPlan } from './read-plan.ts';
import type { Cell, SourceDocument } from './source-document.ts';

const HEADER = ['序号', '工作领域', '工作内容', '责任单位', '完成时限'];

/** A plan of one table; a row is number, item, owners, deadline and, where it matters, area. */
function issuesOf(
  rows: readonly (readonly [string, string, string, string, string?])[],
  more: { title?: string; year?: number | null; issuedOn?: string } = {},
): readonly DraftIssue[] {
  const cells = [
    HEADER,
    ...rows.map(([no, text, owners, due, area]) => [no, area ?? '一、主动公开', text, owners, due]),
  ];
  const document: SourceDocument = {
    name: '方案.docx',
    blocks: [
      { type: 'paragraph', text: more.title ?? '临江县住建局2026年政务公开工作要点分工方案', place: '第 1 段' },
      {
        type: 'table',
        place: '表 1',
        cells: cells.flatMap((texts, row): Cell[] =>
          texts.map((text, column) => ({
            row,
            column,
            rowSpan: 1,
            columnSpan: 1,
            text,
            place: `表 1 第 ${row + 1} 行`,
          })),
        ),
      },
    ],
  };
  const issuedOn = more.issuedOn ? civil(more.issuedOn) : null;
  const read = readPlan({ document, year: more.year ?? null, issuedOn });
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.issues;
}

const find = (issues: readonly DraftIssue[], kind: string) => issues.filter((issue) => issue.kind === kind);
const PLAIN = ['1', '编制并公布政府信息公开指南和目录', '办公室', '6月底前'] as const;

describe('an item that contradicts its own deadline', () => {
  it.each([
    ['于每年3月1日前发布上年度法治建设报告', '每年2月底前', '从严，按“每年2月底前”'],
    [
      '文件公布之日起3个工作日内发布解读材料',
      '公布之日起20个工作日内',
      '从严，按“文件公布之日起3个工作日内发布解读材料”',
    ],
    ['按照规定时限做好留言答复工作', '及时回应', '从严，按“按照规定时限做好留言答复工作”'],
    ['全部栏目于11月30日前完成改版', '10月底前', '从严，按“10月底前”'],
  ])('%s beside %s', (text, due, suggestion) => {
    const [conflict, ...others] = find(issuesOf([PLAIN, ['2', text, '办公室', due]]), 'conflict');
    expect(conflict).toMatchObject({ blocking: true, tasks: [1], suggestion });
    expect(conflict?.phrases).toHaveLength(2);
    expect(others).toEqual([]);
  });

  it.each([
    ['6月底前制定方案，推进目录编制', '12月底前'],
    ['每年至少更新一次数据集', '及时更新'],
  ])('%s beside %s is none', (text, due) => {
    expect(find(issuesOf([PLAIN, ['2', text, '办公室', due]]), 'conflict')).toEqual([]);
  });
});

describe('the same item in two rows', () => {
  const TEXT = '健全政府信息公开申请办理制度并规范答复';

  it('is a contradiction where the owners differ', () => {
    const issues = issuesOf([PLAIN, ['2', TEXT, '办公室', '及时'], ['3', TEXT, '法规股', '及时']]);
    expect(find(issues, 'duplicate-row')).toMatchObject([{ blocking: true, tasks: [1, 2] }]);
  });

  it('is only asked about where they say the same', () => {
    const issues = issuesOf([PLAIN, ['2', TEXT, '办公室', '及时'], ['3', TEXT, '办公室', '及时']]);
    expect(find(issues, 'duplicate-row')).toMatchObject([{ blocking: false, tasks: [1, 2] }]);
  });

  it('rows that differ in a number are two items', () => {
    const item = (n: number) => `完成第${n}批政务公开标准目录的编制、审核和发布工作并做好动态调整`;
    const issues = issuesOf([PLAIN, ['2', item(1), '办公室', '及时'], ['3', item(2), '办公室', '及时']]);
    expect(find(issues, 'duplicate-row')).toEqual([]);
  });
});

describe('who has to do it', () => {
  it('several leads are asked about once', () => {
    const issues = issuesOf([
      ['1', '编制并公布信息公开指南', '办公室、法规股牵头，各股室配合', '及时'],
      ['2', '完善公文公开属性源头认定', '办公室、信息股牵头，各股室配合', '及时'],
    ]);
    expect(find(issues, 'several-leads')).toMatchObject([{ tasks: [0, 1], blocking: false }]);
  });

  it('names that are nearly alike may be one office', () => {
    const issues = issuesOf([
      ['1', '公布补偿方案', '房屋征收股', '及时'],
      ['2', '开展档案复查，房屋拆迁股要对档案逐件复查', '办公室', '及时'],
      ['3', '公布补偿结果', '房屋征收股', '及时'],
    ]);
    expect(find(issues, 'similar-office')).toMatchObject([
      { suggestion: '“房屋征收股”与“房屋拆迁股”是否同一单位，暂按两个单位登记' },
    ]);
  });

  it('two leaders for three offices are not paired by guess', () => {
    const issues = issuesOf([
      PLAIN,
      ['2', '公开征收信息', '牵头领导：钱远、孙宁；责任股室：村镇股、房管所、征收办', '及时'],
    ]);
    expect(find(issues, 'leaders-unpaired')).toMatchObject([{ tasks: [1] }]);
  });

  it('an office of a higher level is pointed out', () => {
    const issues = issuesOf([
      PLAIN,
      ['2', '做好省平台信息报送', '省住建厅', '及时'],
      ['3', '公开年报', '办公室', '及时'],
      ['4', '公开预算', '财务股', '及时'],
    ]);
    expect(find(issues, 'upstream-office')).toMatchObject([{ phrases: [{ text: '省住建厅' }] }]);
  });

  it('words for another level of government are pointed out once', () => {
    const issues = issuesOf([
      PLAIN,
      ['2', '基层政府要配备专人', '办公室', '及时'],
      ['3', '加强指导。水利部门要把好关口', '办公室', '及时'],
      ['4', '各股室要报送信息', '办公室', '及时'],
    ]);
    expect(find(issues, 'other-level')).toMatchObject([{ tasks: [1, 2] }]);
  });
});

describe('what looks like a slip', () => {
  it.each([
    ['每批规划性文件清理后更新目录', '“规划性文件”疑为“规范性文件”，按原文保留'],
    ['未釆用的建议逐条说明', '“釆”疑为“采”，按原文保留'],
  ])('%s', (text, suggestion) => {
    expect(find(issuesOf([PLAIN, ['2', text, '办公室', '及时']]), 'typo')).toMatchObject([{ suggestion, tasks: [1] }]);
  });

  it('a missing number is named', () => {
    const issues = issuesOf([PLAIN, ['2', '公开年度预算', '财务股', '及时'], ['4', '公开年度决算', '财务股', '及时']]);
    expect(find(issues, 'number-gap')).toMatchObject([{ suggestion: '缺第3项，请核对原文' }]);
  });
});

describe('the document', () => {
  it('a year that nobody states is asked for', () => {
    const issues = issuesOf([['1', '公开年度预算', '财务股', '及时']], {
      title: '临江县住建局政务公开工作要点分工方案',
    });
    expect(find(issues, 'year-missing')).toMatchObject([{ tasks: [], task: null }]);
  });

  it('another year than the title says has to be decided', () => {
    expect(find(issuesOf([PLAIN], { year: 2025 }), 'year-conflict')).toMatchObject([{ blocking: true }]);
  });

  it('what was over before the day of issue is asked about once a phrase', () => {
    const issues = issuesOf(
      [PLAIN, ['2', '公开年度预算', '财务股', '2月底前'], ['3', '公开年度决算', '财务股', '2月底前']],
      {
        issuedOn: '2026-03-05',
      },
    );
    expect(find(issues, 'past-at-birth')).toMatchObject([{ tasks: [1, 2] }]);
  });

  it('numbers the questions in order', () => {
    const issues = issuesOf([
      PLAIN,
      ['2', '公开年度预算', '', '另行通知'],
      ['4', '公开年度决算', '财务股', '视工程进展'],
    ]);
    expect(issues.map(({ no }) => no)).toEqual(issues.map((_, index) => index + 1));
  });
});
