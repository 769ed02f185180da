import { describe, expect, it } from 'vitest';
import { readHead } from './plan-head.ts';

const head = (above: string[], below: string[] = []) => {
  const lines = (texts: string[]) => texts.map((text, index) => ({ text, place: `第 ${index + 1} 行` }));
  return readHead(lines(above), lines(below));
};

describe('title, year and issuer', () => {
  it.each([
    [['云州市水务局贯彻落实市政府办公厅', '2026年政务公开工作要点分工方案'], '云州市水务局', 2026],
    [['云州市水务局2026年政务公开', '工作要点分工方案'], '云州市水务局', 2026],
    [['云州市水务局2026年政务公开', '工作方案'], '云州市水务局', 2026],
    [['云州市水务局', '2026年政务公开', '任务分工表'], '云州市水务局', 2026],
    [['临江市林业局2026年政务公开任务分工表二'], '临江市林业局', 2026],
    [['临江市林业局2026年政务公开工作方案（修订）（征求意见稿）'], '临江市林业局', 2026],
    [['临江市林业局2026年政务公开工作方案'], '临江市林业局', 2026],
    [['云州市统计局关于二〇二六年政务公开的工作安排'], '云州市统计局', 2026],
    [['临江市民政局政务公开工作要点分工方案'], '临江市民政局', null],
    [['云州市2026年政务公开工作要点分工方案'], null, 2026],
    [['云州市水务局2026年政务公开工作任务分工'], '云州市水务局', 2026],
    [['临江市林业局政务公开重点任务分解'], '临江市林业局', null],
    [['云州市统计局2026年政务公开任务分解表'], '云州市统计局', 2026],
    [['临江市民政局2026年政务公开责任清单'], '临江市民政局', 2026],
    [['临江市民政局2026年政务公开实施方案(试行)'], '临江市民政局', 2026],
    [['云州市水务局2026年政务公开工作安排'], '云州市水务局', 2026],
  ])('%j', (lines, issuer, year) => {
    expect(head(lines)).toMatchObject({ title: lines.join(''), issuer, year });
  });

  it.each(['任务分工', '二、任务分工', '（三）工作安排'])('%s heads a part, not the plan', (line) => {
    expect(head([line]).title).toBeNull();
  });

  it('takes the title out of the notice that issues it', () => {
    expect(head(['关于印发《临江市林业局2026年工作方案》的通知', '临林办〔2026〕9号'])).toMatchObject({
      title: '临江市林业局2026年工作方案',
      year: 2026,
    });
  });

  it('takes the year of the document number where the title has none', () => {
    expect(head(['云水办〔2026〕9号', '云州市水务局政务公开分工方案']).year).toBe(2026);
  });
});

it('takes the year that the lines around a title without one state', () => {
  expect(head(['云州市水务局政务公开工作方案', '（2026年度）']).year).toBe(2026);
  expect(head(['云州市水务局政务公开工作方案', '（2026年度）', '2025年工作回顾']).year).toBeNull();
});

describe('the date of issue', () => {
  it.each([
    [['2026年3月5日'], '2026-03-05'],
    [['二〇二六年三月五日'], '2026-03-05'],
    [['成文日期：2026-03-05', '发布日期：2026-03-09'], '2026-03-05'],
    [['发布时间:2026-03-09 10:59:37'], '2026-03-09'],
    [['发布时间:2026-03-09', '202635'], '2026-03-05'],
    [['20261111'], '2026-11-11'],
    [['2026111'], null],
    [['请于2026年3月5日前报送。'], null],
  ])('%j', (lines, date) => {
    expect(head(lines).issuedOn).toBe(date);
  });

  it('may stand below the table', () => {
    expect(head([], ['2026年3月5日印发']).issuedOn).toBe('2026-03-05');
  });

  it('says so where marks were lost', () => {
    expect(head(['云水办〔20269', '202635']).damaged.map(({ kind, reading }) => [kind, reading])).toEqual([
      ['mangled-date', '2026-03-05'],
      ['mangled-number', '云水办〔2026〕9号'],
    ]);
  });
});
