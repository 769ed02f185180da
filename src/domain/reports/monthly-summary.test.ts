import { describe, expect, it } from 'vitest';
import { aMonth, figuresOf, NEWS_OF_ALL } from '../../../tests/support/month.ts';
import { november } from '../../../tests/support/november.ts';
import { aPart, byRule } from '../../../tests/support/parts.ts';
import { aCounter, aQuota, aSubmission } from '../../../tests/support/quotas.ts';
import { instantOf } from '../calendar/civil-date.ts';
import { isMonth, lastMonthOver, monthSpan, monthsUpTo, shiftMonth } from '../calendar/month.ts';
import { monthSoFar } from './month-counters.ts';
import { isBeforePlans } from './month-figures.ts';
import { monthlySummary } from './monthly-summary.ts';

const figures = november();

describe('a month of twelve offices, counted by hand', () => {
  it('counts what each office reported, what was accepted, and who reached the quota', () => {
    const lines = figures.news?.offices.map(
      ({ officeName, submitted, accepted, met }) =>
        `${officeName} ${submitted.value} ${accepted.value} ${met ? '达标' : '未达标'}`,
    );
    expect(lines).toEqual([
      '办公室 3 3 达标',
      '政策研究处 2 2 达标',
      '数据资源处 2 1 未达标',
      '审计处 1.5 1.5 未达标',
      '法规处 1.5 1.5 未达标',
      '人事处 2 1 未达标',
      '财务处 0 0 未达标',
      '监督检查处 2 2 达标',
      '信息中心 2 2 达标',
      '服务大厅 2 2 达标',
      '宣传处 2 2 达标',
      '后勤中心 2 2 达标',
    ]);
  });

  it('adds them up to the totals of the month', () => {
    expect(figures.news).toMatchObject({ met: 7, target: 24, late: 1 });
    expect(figures.news?.submitted.value).toBe(22);
    expect(figures.news?.accepted.value).toBe(20);
  });

  it('names exactly the submissions behind a number, a joint one once', () => {
    expect(figures.news?.submitted.parts).toHaveLength(22);
    expect(figures.news?.accepted.parts).toHaveLength(20);
    const [, , data] = figures.news?.offices ?? [];
    expect(data?.submitted.parts).toHaveLength(2);
    expect(data?.accepted.parts).toHaveLength(1);
  });

  it('says why an office is short: returned, waiting, or nothing came', () => {
    const offices = new Map(figures.news?.offices.map((office) => [office.officeName, office]));
    expect(offices.get('数据资源处')).toMatchObject({ returned: 1, waiting: 0 });
    expect(offices.get('人事处')).toMatchObject({ returned: 0, waiting: 1 });
    expect(offices.get('财务处')).toMatchObject({ returned: 0, waiting: 0 });
  });

  it('lists the press conferences of the month in the order of their days', () => {
    expect(figures.press).toMatchObject({ held: { value: 2 }, target: 2, met: true });
    expect(figures.press?.events.map(({ title }) => title)).toEqual(['数据开放', '优化办事流程']);
  });

  it('counts quotas of the year up to now, by office or as a whole', () => {
    const lines = figures.others.map(({ matter, periodKey, offices }) => [
      matter,
      periodKey,
      ...offices.map(({ officeName, accepted, target }) => `${officeName} ${accepted.value}/${target}`),
    ]);
    expect(lines).toEqual([
      ['图文解读', '2017', '政策研究处 2/2', '数据资源处 1/2'],
      ['听取汇报', '2017', 'null 0/1'],
    ]);
  });

  it('C54: rates what was closed in time against everything closed and everything still late', () => {
    const { closed, onTime, overdue } = figures.completion;
    expect(closed.parts).toEqual(['in time', 'on its day', 'late']);
    expect(onTime.parts).toEqual(['in time', 'on its day']);
    expect(overdue.parts).toEqual(['open and late']);
  });

  it('splits that by the headings of the plan, without those where nothing was due', () => {
    const lines = figures.areas.map(({ area, closed, onTime, overdue }) => {
      return `${area} ${closed.value} ${onTime.value} ${overdue.value}`;
    });
    expect(lines).toEqual(['决策公开 2 2 0', '政策解读 1 0 1']);
  });

  it('begins the trend with the first month in which anything was accepted', () => {
    expect(figures.trend).toEqual([
      { month: '2017-10', accepted: 2, target: 24 },
      { month: '2017-11', accepted: 20, target: 24 },
    ]);
  });

  it('reads a rate with the gap in items and the month before', () => {
    expect(figures.rates).toMatchObject([
      { officeName: '服务大厅', reading: { share: 65, gap: 5, reached: false }, before: { share: 60 } },
    ]);
  });

  it('lists what changed in the month before after it was closed', () => {
    const lines = figures.corrections.map(({ submission, before }) => {
      return `${submission.title} ${before?.state ?? 'not there'} → ${submission.state}`;
    });
    expect(lines).toEqual(['数据培训 accepted → returned', '人才招聘 not there → accepted']);
  });
});

describe('the same numbers', () => {
  it('are formed whether the submissions behind them are named or not', () => {
    const submissions = [aSubmission('2017-11-02', { done: [['accept', '2017-11-03T10:00+08:00']] })];
    const input = aMonth('2017-11', { rules: [NEWS_OF_ALL], submissions });
    const named = monthlySummary(input).news?.offices.map(({ submitted }) => submitted.value);
    const unnamed = monthlySummary({ ...input, records: [] }).news?.offices.map(({ submitted }) => submitted.value);
    expect(unnamed).toEqual(named);
    expect(monthlySummary({ ...input, records: [] }).news?.submitted).toEqual({ value: 1, parts: [] });
  });

  it('of an office with two quotas of one matter stand against the higher one', () => {
    const rules = [
      aQuota({ officeIds: ['office-1'] }),
      aQuota({ ruleId: 'rule-9', target: 3, officeIds: ['office-1'] }),
    ];
    const { news } = figuresOf('2017-11', { rules, submissions: [] });
    expect(news?.offices).toMatchObject([{ officeName: '办公室', target: 3 }]);
  });

  it('leave out offices without a quota, and say how much those did', () => {
    const done = [['accept', '2017-11-03T10:00+08:00']] as const;
    const submissions = [aSubmission('2017-11-02', { officeId: 'office-2', done })];
    const { news } = figuresOf('2017-11', { rules: [aQuota({ officeIds: ['office-1'] })], submissions });
    expect(news).toMatchObject({ submitted: { value: 0 }, beside: { submitted: 1, accepted: 1 } });
  });
});

describe('a plan without quotas', () => {
  it('has neither news nor press conferences, and completion all the same', () => {
    const parts = [aPart({ dueOn: '2017-11-30', closedOn: '2017-11-30', state: 'signed-off' })];
    const bare = figuresOf('2017-11', { rules: [], submissions: [], parts });
    expect(bare).toMatchObject({ news: null, press: null, others: [], trend: [] });
    expect(bare.completion.onTime.value).toBe(1);
  });
});

const CLOSED = { dueOn: '2017-11-24', state: 'reported', closedOn: '2017-11-20' } as const;

describe('a part is in no number of the month', () => {
  it.each([
    ['that is paused', aPart({ dueOn: '2017-11-24', pausedUntil: monthSpan('2018-01').from })],
    ['that its office was excused from', aPart({ dueOn: '2017-11-24', state: 'excused' })],
    ['that was over when the plan was issued', aPart({ dueOn: '2017-11-24', pastAtBirth: true })],
    ['that was due in the month that runs', aPart({ dueOn: '2017-12-01' })],
    ['that has no date', aPart({ dueOn: null, state: 'reported', closedOn: '2017-11-20' })],
    ['that the plan only hopes for', aPart({ ...CLOSED, rule: byRule('2017-11-24', true) })],
    ['that its office reported and was then excused from', aPart({ ...CLOSED, state: 'excused' })],
    ['that was over when the plan was issued and is done', aPart({ ...CLOSED, pastAtBirth: true })],
    ['that was closed on the day before', aPart({ ...CLOSED, closedOn: '2017-10-31' })],
    ['that was closed on the day after', aPart({ ...CLOSED, closedOn: '2017-12-01' })],
  ])('%s', (_, part) => {
    const at = instantOf('2017-12-06T09:00+08:00');
    const { completion, areas } = figuresOf('2017-11', { rules: [], submissions: [], parts: [part], at });
    expect([completion.closed.value, completion.overdue.value, areas]).toEqual([0, 0, []]);
  });
});

describe('the days of a month', () => {
  it('are counted from the first to the last', () => {
    const closed = ['2017-11-01', '2017-11-30'].map((closedOn) => aPart({ ...CLOSED, id: closedOn, closedOn }));
    const late = aPart({ id: 'late', dueOn: '2017-11-30' });
    const { completion } = figuresOf('2017-11', { rules: [], submissions: [], parts: [...closed, late] });
    expect(completion.closed.parts).toEqual(['2017-11-01', '2017-11-30']);
    expect(completion.overdue.parts).toEqual(['late']);
  });

  it('are the same for what stands behind the number of an office: nothing that was taken back, no 零报告', () => {
    const submissions = [
      ...['2017-10-31', '2017-11-01', '2017-11-30', '2017-12-01'].map((on) => aSubmission(on, { id: on })),
      aSubmission('2017-11-08', { state: 'withdrawn' }),
      aSubmission('2017-11-09', { state: 'none', isNil: true, title: '' }),
    ];
    const { news } = figuresOf('2017-11', { rules: [aQuota()], submissions });
    expect(news?.offices).toMatchObject([{ submitted: { value: 2, parts: ['2017-11-01', '2017-11-30'] } }]);
  });
});

describe('which quotas make the month', () => {
  const of = (...rules: readonly Parameters<typeof aQuota>[0][]) =>
    figuresOf('2017-11', { rules: rules.map(aQuota), submissions: [] });

  it('news of each office and press conferences of all, month by month; all others stand apart', () => {
    const { news, press, others } = of(
      { ruleId: 'news' },
      { ruleId: 'news of the year', per: 'year' },
      { ruleId: 'news of all', scope: 'whole-plan' },
      { ruleId: 'press', matter: '发布会', scope: 'whole-plan' },
      { ruleId: 'press of each', matter: '发布会' },
      { ruleId: 'press of the year', matter: '发布会', scope: 'whole-plan', per: 'year' },
    );
    expect(news?.offices).toHaveLength(1);
    expect(press).toMatchObject({ target: 2 });
    expect(others.map(({ matter, per, goesOn }) => `${matter} ${per} ${goesOn}`)).toEqual([
      '信息 year true',
      '信息 month false',
      '发布会 month false',
      '发布会 year true',
    ]);
  });

  it('of several press conferences of the whole plan the highest', () => {
    const press = { matter: '发布会', scope: 'whole-plan' } as const;
    expect(of({ ...press, target: 1 }, { ...press, ruleId: 'rule-2', target: 3 }).press?.target).toBe(3);
  });
});

describe('a month so far', () => {
  it('has what was held against the highest quota, and every office by its name', () => {
    const press = { rule: { matter: '发布会', scope: 'whole-plan' }, officeId: null } as const;
    const counters = [
      aCounter({ ...press, accepted: 1, target: 2 }),
      aCounter({ ...press, accepted: 1, target: 4 }),
      aCounter({ accepted: 1 }),
    ];
    expect(monthSoFar(counters, new Map([['office-1', '法规处']]))).toEqual({
      press: { held: 1, target: 4 },
      news: [{ name: '法规处', accepted: 1, target: 2 }],
    });
    expect(monthSoFar([], new Map())).toEqual({ press: null, news: null });
  });
});

describe('months', () => {
  it.each([
    ['2017-11', true],
    ['2017-13', false],
    ['2017-1', false],
    ['上月', false],
  ])('%s is one: %s', (text, is) => {
    expect(isMonth(text)).toBe(is);
  });

  it('before the year of every plan owe nothing', () => {
    const plans = [{ year: 2018 }, { year: 2019 }];
    expect(isBeforePlans('2017-12', plans)).toBe(true);
    expect(isBeforePlans('2018-01', plans)).toBe(false);
    expect(isBeforePlans('2017-12', [])).toBe(false);
  });

  it.each([
    ['2018-01-01', '2017-12'],
    ['2018-03-31', '2018-02'],
    ['2018-04-01', '2018-03'],
  ])('on %s the last month that is over is %s', (on, month) => {
    expect(lastMonthOver(monthSpan(on.slice(0, 7)).from)).toBe(month);
  });

  it('follow one another over the turn of the year', () => {
    expect(monthsUpTo('2018-02', 4)).toEqual(['2017-11', '2017-12', '2018-01', '2018-02']);
    expect(shiftMonth('2018-01', -1)).toBe('2017-12');
    expect(monthSpan('2016-02')).toEqual({ from: '2016-02-01', to: '2016-02-29' });
  });
});
