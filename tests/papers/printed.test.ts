import { beforeAll, describe, expect, it } from 'vitest';
import { makePaper, type PaperRequest } from '../../src/app/papers/make-paper.ts';
import { countedApp } from '../support/counted-app.ts';
import { hasOfficeProgram, printedTexts } from '../support/office-program.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();
const MINUTES = 3 * 60_000;
/** The day after April was closed, before anything of it was corrected. */
const AT = '2026-05-09T10:00+08:00';

const PAPERS: Readonly<Record<string, Pick<PaperRequest, 'kind' | 'format' | 'isPublic'>>> = {
  'circular.docx': { kind: 'circular', format: 'docx', isPublic: false },
  'summary.docx': { kind: 'summary', format: 'docx', isPublic: false },
  'public-summary.docx': { kind: 'summary', format: 'docx', isPublic: true },
  'annual.docx': { kind: 'annual', format: 'docx', isPublic: false },
  'ledger.xlsx': { kind: 'ledger', format: 'xlsx', isPublic: false },
  'public-ledger.xlsx': { kind: 'ledger', format: 'xlsx', isPublic: true },
  'score.xlsx': { kind: 'score', format: 'xlsx', isPublic: false },
};

/** Counted by hand from `counted-month.ts`: 报送, 采用, 指标, 是否达标. */
const APRIL = [
  '办公室 3 3 2 达标',
  '政策法规科 3 2 2 达标',
  '计划财务科 2 1 2 未达标',
  '人事教育科 2 2 2 达标',
  '工程建设科 2 2 2 达标',
  '质量安全科 1 1 2 未达标',
  '市场管理科 1.5 1.5 2 未达标',
  '行政审批科 2.5 2.5 2 达标',
  '信息中心 2 2 2 达标',
  '执法支队 2 0 2 未达标',
  '规划科 0 0 2 未达标',
  '宣传科 2 2 2 达标',
  '合计 23 19 24 达标7个',
];

describe.skipIf(!hasOfficeProgram())('papers, opened and printed by LibreOffice', () => {
  let texts: ReadonlyMap<string, string>;
  const linesOf = (name: string) => (texts.get(name) ?? '').split('\n');
  const textOf = (name: string) => linesOf(name).join('');

  beforeAll(async () => {
    const { deps, planId } = await countedApp(await databases.open(), AT);
    const files: Record<string, Uint8Array> = {};
    for (const [name, paper] of Object.entries(PAPERS)) {
      const made = await makePaper(deps, { ...paper, planId, month: null });
      if (made.ok) files[name] = made.value.bytes;
    }
    texts = await printedTexts(files);
  }, MINUTES);

  it('the circular has its parts in order, and every number as counted by hand', () => {
    const lines = linesOf('circular.docx');
    const headings = lines.filter((line) => /^[一二三四五六]、/.test(line));
    expect(headings).toEqual(['一、总体情况', '二、报送及采用情况', '三、未达标名单', '四、存在问题', '五、下步要求']);
    expect(lines.slice(0, 4)).toEqual([
      '关于2026年4月政务公开',
      '信息报送情况的通报',
      '各科室：',
      '现将2026年4月政务公开信息报送情况通报如下。',
    ]);
    expect(lines).toEqual(expect.arrayContaining(APRIL));
    const text = textOf('circular.docx');
    expect(text).toContain(
      '12个单位共报送23条，采用19条，采用率83%；达标7个，未达标5个。举办新闻发布会2场，指标2场，已达标。',
    );
    expect(text).toContain('计划财务科（采用1条，差1条）');
    expect(text).toContain('市场管理科（采用1.5条，差0.5条）');
    expect(text).toContain('1．退回2条，其中内容不实1条、重复报送1条。');
    expect(text).toContain('2．迟报1条，晚于活动结束后1个工作日报送。');
    expect(text).toContain('3．尚有2条待审核，未计入采用。');
    expect(lines).toEqual(expect.arrayContaining(['云州市城乡建设局办公室', '2026年5月9日']));
    expect(text).toContain('附注：数据截至2026年5月9日10:00。');
  });

  it('the monthly summary has the same numbers, and draws them', () => {
    const lines = linesOf('summary.docx');
    expect(lines).toEqual(expect.arrayContaining([...APRIL, '各单位信息采用条数', '近2个月信息采用条数']));
    const text = textOf('summary.docx');
    expect(text).toContain('办结2件，其中按时1件；逾期未办1件，按时办结率33%');
    expect(text).toContain('近2个月：3月采用1条，指标24条；4月采用19条，指标24条。');
    expect(lines).toContain('5 编制工程质量安全监管事项目录 质量安全科 2026年5月1日');
  });

  it('the one for the public has their sums, and no office by its name', () => {
    const text = textOf('public-summary.docx');
    expect(text).toContain('完成2件，其中按时1件；到期未完成1件，按时完成率33%');
    expect(text).toContain('共报送23条，采用19条；12个单位中7个已完成目标数量。');
    expect(text).not.toMatch(/卡在|逾期|办结|更正：|未达标/);
    const offices = APRIL.slice(0, -1).map((line) => line.split(' ')[0] ?? '');
    // 办公室 signs the paper, and titles of press conferences are their own.
    const said = text.replaceAll(/“[^”]*”/g, '');
    expect(offices.filter((office) => office !== '办公室' && said.includes(office))).toEqual([]);
  });

  it('the ledger shows the states, and the same counts in its second sheet', () => {
    const lines = linesOf('ledger.xlsx');
    const april = lines.flatMap((line) => {
      const [, office, ...numbers] = /^信息 \S+ 4月 (\S+) (\S+) (\S+) \S+ \S+ (\S+) (\S+) 已关账$/.exec(line) ?? [];
      return office === undefined ? [] : [[office, ...numbers].join(' ')];
    });
    expect(april).toEqual(APRIL.slice(0, -1));
    expect(lines.join('\n')).toMatch(/4 公开年度部门预算 .*计划财务科：已销号 .*计划财务科：紫 .*计划财务科：4月24日/);
    expect(lines.join('\n')).toMatch(/5 编制工程质量安全监管事项目录 .*质量安全科：红/);
  });

  it('the ledger for the public says it in plain words, without people', () => {
    const text = textOf('public-ledger.xlsx');
    expect(text).toContain('3  公布行政规范性文件清理结果 政策法规科负责 4月10日前 已完成');
    expect(text).toContain('到期未完成，正在办理');
    expect(text).not.toMatch(/联络\d|审核人|销号|红|待办/);
  });

  it('the annual paragraph stands by itself', () => {
    expect(textOf('annual.docx')).toContain('共承担任务6项，已完成2项，另有2项长期坚持或按事项办理。');
    expect(textOf('annual.docx')).toContain('全年举办新闻发布会2场，采用并公开政务信息20条。');
  });

  it('the score sheet prints its objection window and the records behind the points', () => {
    const text = textOf('score.xlsx');
    // 9 May 2026 is a Saturday that is worked; five working days after it is the Friday.
    expect(text).toContain('异议期：自2026年5月9日起5个工作日，至5月15日（周五）止');
    expect(text).toContain('程序不会自动公布');
    expect(linesOf('score.xlsx')).toContain(
      '计划财务科 任务办结 4公开年度部门预算 2026年4月20日 2026年4月24日逾期办结 0.5',
    );
    expect(text).toContain('信息报送不达标，不能评优');
  });
});
