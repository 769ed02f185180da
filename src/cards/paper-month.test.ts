import { describe, expect, it } from 'vitest';
import { civil, instantOf } from '../domain/calendar/civil-date.ts';
import type { RateRule } from '../domain/quotas/quota-rule.ts';
import type { MonthFigures, OfficeFigures } from '../domain/reports/month-figures.ts';
import type { PaperBlock } from '../domain/reports/paper.ts';
import { type MonthPaperView, monthPaper } from './paper-month.ts';

const counted = (value: number) => ({ value, parts: [] });

function office(name: string, accepted: number, target = 2): OfficeFigures {
  const numbers = { submitted: counted(accepted), accepted: counted(accepted), returned: 0, waiting: 0, late: 0 };
  return { officeId: name, officeName: name, ...numbers, target, met: accepted >= target };
}

const FIGURES: MonthFigures = {
  month: '2026-11',
  span: { from: civil('2026-11-01'), to: civil('2026-11-30') },
  at: instantOf('2026-12-04T09:05+08:00'),
  completion: { closed: counted(0), onTime: counted(0), overdue: counted(0) },
  areas: [],
  press: null,
  news: null,
  others: [],
  trend: [],
  rates: [],
  corrections: [],
};

function newsOf(offices: readonly OfficeFigures[]): Pick<MonthFigures, 'news'> {
  const accepted = offices.reduce((sum, each) => sum + each.accepted.value, 0);
  const met = offices.filter((each) => each.met).length;
  const beside = { submitted: 0, accepted: 0 };
  const totals = { submitted: counted(accepted), accepted: counted(accepted), late: 0 };
  return { news: { offices, ...totals, met, target: offices.length * 2, beside } };
}

const RATE: RateRule = {
  ruleId: 'rule-1',
  taskId: 'task-1',
  planId: 'plan-1',
  taskNo: '1',
  taskText: '',
  phrase: '按时答复率不低于95%',
  officeIds: [],
  min: 95,
  of: '按时答复率',
};

const VIEW: MonthPaperView = {
  figures: FIGURES,
  stuck: [],
  issuer: '云州市水务局办公室',
  issuedOn: civil('2026-12-04'),
  standing: 'approved',
  closesOn: civil('2026-12-03'),
  isClosed: true,
  officeNames: new Map(),
  isPublic: false,
};

const paperOf = (figures: Partial<MonthFigures>, view: Partial<MonthPaperView> = {}) =>
  monthPaper({ ...VIEW, ...view, figures: { ...FIGURES, ...figures } });
const textsOf = (blocks: readonly PaperBlock[]) =>
  blocks.flatMap((block) => ('text' in block ? [block.text] : block.kind === 'table' ? block.table.rows.flat() : []));
const chartsOf = (blocks: readonly PaperBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));

describe('a monthly summary as a paper', () => {
  it('of a month in which nothing was due says so, and numbers the sections that there are', () => {
    expect(textsOf(paperOf({}).blocks)).toEqual([
      '一、总体情况',
      '2026年11月，办结0件，其中按时0件；逾期未办0件。',
      '二、任务办结情况',
      '本月没有到期的任务。',
    ]);
  });

  it('draws offices in charts that can be read, and many of them in the table alone', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => office(`第${at + 1}科`, at % 4));
    expect(chartsOf(paperOf(newsOf(many(16))).blocks).map(({ categories }) => categories.length)).toEqual([16]);
    const charts = chartsOf(paperOf(newsOf(many(40))).blocks);
    expect(charts.map(({ categories, title }) => `${categories.length} ${title}`)).toEqual([
      '16 各单位信息采用条数（1）',
      '16 各单位信息采用条数（2）',
      '8 各单位信息采用条数（3）',
    ]);
    const crowd = paperOf(newsOf(many(200))).blocks;
    expect(chartsOf(crowd)).toEqual([]);
    expect(textsOf(crowd)).toContain('第200科');
  });

  it('lists by area, and the first sixty that are late, with the rest in the ledger', () => {
    const late = Array.from({ length: 61 }, (_, at) => ({
      no: String(at + 1),
      text: `第${at + 1}项`,
      officeName: '规划科',
      since: civil('2026-11-02'),
    }));
    const area = (name: string | null) => ({ area: name, closed: counted(1), onTime: counted(1), overdue: counted(2) });
    const completion = { closed: counted(2), onTime: counted(2), overdue: counted(61) };
    const paper = paperOf({ completion, areas: [area('一、决策公开'), area(null)] }, { stuck: late });
    const texts = textsOf(paper.blocks);
    expect(texts).toEqual(expect.arrayContaining(['一、决策公开', '未分领域', '合计', '第60项', '还有1件，见台账。']));
    expect(texts).not.toContain('第61项');
  });

  it('says of rates what is missing in items, and of other quotas their period', () => {
    const reading = { share: 90, denominator: 20, gap: 1, reached: false };
    const paper = paperOf({
      rates: [
        { rule: RATE, officeName: '审批科', reading, before: null },
        { rule: RATE, officeName: '规划科', reading: null, before: null },
      ],
      others: [
        {
          matter: '图文解读',
          phrase: '每年不少于2个',
          per: 'year',
          periodKey: '2026',
          goesOn: true,
          offices: [office('办公室', 1)],
        },
      ],
    });
    const texts = textsOf(paper.blocks);
    expect(texts).toEqual(
      expect.arrayContaining(['90%', '差1项', '未填报', '三、其他数量指标', '四、比率指标', '推进中']),
    );
    const [other] = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.caption] : []));
    expect(other).toBe('图文解读（2026年，“每年不少于2个”）');
  });

  it('for the public counts offices and names none', () => {
    const [short, done] = [office('规划科', 0), office('审批科', 3)];
    const reading = { share: 90, denominator: 20, gap: 1, reached: false };
    const others = { matter: '图文解读', per: 'year', periodKey: '2026', goesOn: true, phrase: '每年2个' } as const;
    const whole = { ...office('', 1), officeId: null, officeName: null };
    const paper = paperOf(
      {
        ...newsOf([short, done]),
        rates: [{ rule: RATE, officeName: '规划科', reading, before: null }],
        others: [
          { ...others, offices: [short, done] },
          { ...others, offices: [whole] },
        ],
      },
      { isPublic: true },
    );
    expect(textsOf(paper.blocks)).toEqual(
      expect.arrayContaining([
        '共报送3条，采用3条；2个单位中1个已完成目标数量。',
        '图文解读（2026年，“每年2个”）：2个单位中1个已完成目标数量。',
        '图文解读（2026年，“每年2个”）：已完成1个，目标2个。',
        '“按时答复率不低于95%”：1个单位中0个达到。',
      ]),
    );
    expect(JSON.stringify(paper)).not.toMatch(/规划科|审批科|未达标/);
  });

  it('names under 未达标 also who lacks something else whose period is over, and says so where nobody does', () => {
    const other = { matter: '图文解读', per: 'month', periodKey: '2026-11', phrase: '每月2个' } as const;
    const short = {
      ...newsOf([office('审批科', 2)]),
      others: [{ ...other, goesOn: false, offices: [office('规划科', 1)] }],
    };
    expect(textsOf(paperOf(short).blocks)).toContain('图文解读：规划科（采用1个，差1个）。');
    expect(textsOf(paperOf(newsOf([office('审批科', 2)])).blocks)).toContain('各项指标均已达到。');
  });

  it('is a draft until it is approved, and says when its numbers are final', () => {
    const paper = paperOf({}, { standing: 'draft', isClosed: false });
    expect(paper.mark).toContain('草稿');
    expect(paper.notes[0]).toBe('附注：数据截至2026年12月4日09:05。报送数于12月3日关账，此前可能变动。');
    expect(paperOf({}).mark).toBeNull();
  });
});
