import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Cli, expectRefusal } from './support/cli.ts';
import { Deadline } from './support/schemas.ts';

let cli: Cli;
beforeEach(() => {
  cli = new Cli();
});
afterEach(() => cli.remove());

async function deadline(phrase: string, ...more: string[]) {
  const year = more.includes('--year') ? [] : ['--year', '2017'];
  return Deadline.parse(await cli.json('deadline', phrase, ...year, ...more));
}

describe('deadline --json', () => {
  it('counts 20 working days from 2017-09-18 over the National Day holidays to 2017-10-20, day by day', async () => {
    const { due, days } = await deadline('批准发出之日起20个工作日内', '--event', '2017-09-18');
    expect(due).toBe('2017-10-20');
    expect(days.filter(({ counts }) => counts)).toHaveLength(20);
    expect(days.map(({ on }) => on)).toEqual(days.map(({ on }) => on).toSorted());
    expect(days.find(({ on }) => on === '2017-09-30')).toEqual({ on: '2017-09-30', counts: true, why: '调休上班' });
    expect(days.find(({ on }) => on === '2017-10-04')).toMatchObject({
      counts: false,
      why: expect.stringContaining('放假'),
    });
    expect(days.at(-1)).toMatchObject({ on: '2017-10-20', counts: true });
    expect(cli.leftSomething()).toBe(false);
  });

  it.each([
    ['12月底前', [], { kind: 'by', on: '2017-12-31' }, { due: '2017-12-31' }],
    ['2017年6月30日前', [], { kind: 'by', on: '2017-06-30', soft: false }, { due: '2017-06-30' }],
    ['力争6月底前', [], { kind: 'by', soft: true }, { due: '2017-06-30' }],
    ['每季度末', [], { kind: 'every', period: 'quarter' }, { due: '2017-03-31' }],
    ['每月10日前', [], { kind: 'every', period: 'month', due: '10' }, { due: '2017-01-10' }],
    ['每季度末', ['--issued', '2017-07-05'], { kind: 'every' }, { due: '2017-09-30' }],
    ['文件印发之日起15日内', ['--event', '2017-09-18'], { kind: 'within', unit: 'day', n: 15 }, { due: '2017-10-03' }],
    ['会议召开前5个工作日', ['--event', '2017-10-13'], { kind: 'within', before: true, n: 5 }, { due: '2017-09-30' }],
    [
      '事件发生后5小时内',
      ['--event', '2017-10-01T22:30'],
      { kind: 'within', unit: 'hour', n: 5 },
      { due: null, dueAt: '2017-10-02T03:30:00+08:00' },
    ],
    ['批准之日起20个工作日内', [], { kind: 'within' }, { due: null, dueAt: null, days: [] }],
    ['长期坚持', [], { kind: 'standing' }, { due: null }],
    ['按省政府规定时间', [], { kind: 'awaiting', issuer: '省政府' }, { due: null }],
  ])('%s %j', async (phrase, more, rule, answer) => {
    const read = await deadline(phrase, ...more);
    expect(read.rules[0]).toMatchObject(rule);
    expect(read).toMatchObject(answer);
  });

  it('a phrase with several rules gives them all', async () => {
    const { rules } = await deadline('6月底前完成，以后每季度更新');
    expect(rules.map(({ kind }) => kind)).toEqual(['by', 'every']);
  });

  it('a phrase that is not understood is an answer that says no, never a guess', async () => {
    const { exit, out, err } = await cli.run('deadline', '尽可能快', '--year', '2017', '--json');
    expect(exit).toBe(1);
    expect(Deadline.parse(JSON.parse(out))).toEqual({ rules: [], due: null, dueAt: null, days: [] });
    expect(err).toContain('不会猜');
  });
});

describe('deadline for people', () => {
  it('a phrase with two hour clocks says both ends, each with its rule', async () => {
    const phrase = '最迟在5小时内发布权威信息，在24小时内举行新闻发布会';
    const { out } = await cli.does('deadline', phrase, '--year', '2017', '--event', '2017-10-01T9:30');
    expect(out).toContain('到期（事项发生起 5 小时内）：2017-10-01（2017-10-01T14:30:00+08:00）');
    expect(out).toContain('到期（事项发生起 24 小时内）：2017-10-02（2017-10-02T09:30:00+08:00）');
  });

  it('同步 reads as the day itself, and a count towards a meeting runs backwards day by day', async () => {
    const same = await cli.does('deadline', '与文件同步发布', '--year', '2017', '--event', '2017-09-18');
    expect(same.out).toMatch(/^读作：文件发布当日\n到期：2017-09-18\n/);
    const ahead = await cli.does('deadline', '会议召开前2个工作日', '--year', '2017', '--event', '2017-10-10');
    expect(ahead.out).toMatch(/到期：2017-09-30\n2017-10-10　周二，当日不计入\n2017-10-09　周一　第 1 日\n/);
  });

  it('says how the phrase was read and lists the days', async () => {
    const { out, err } = await cli.does('deadline', '批准之日起3个工作日内', '--year', '2017', '--event', '2017-09-29');
    expect(out).toMatch(/^读作：.*3 个工作日内\n到期：2017-10-10\n/);
    expect(out).toMatch(/2017-09-30　调休上班　第 1 日\n2017-10-01　.*放假\n/);
    expect(err).toBe('');
  });

  it('says what is missing where an event clock has no event, or an hour clock no time', async () => {
    const within = ['deadline', '批准之日起3个工作日内', '--year', '2017'];
    expect((await cli.does(...within)).err).toContain('--event');
    const hours = ['deadline', '事件发生后5小时内', '--year', '2017', '--event', '2017-10-01'];
    expect((await cli.does(...hours)).err).toMatch(/--event.*T/);
  });

  it('says on standard error that a date is provisional while the year’s holidays are not announced', async () => {
    const args = ['deadline', '批准之日起3个工作日内', '--event', '2031-03-03', '--year', '2031'];
    expect((await cli.does(...args)).err).toContain('暂定');
    const { out, err } = await cli.does(...args, '--json');
    expect(Deadline.parse(JSON.parse(out)).due).toBe('2031-03-06');
    expect(err).toContain('暂定');
  });
});

const YEAR_2031 = `日期,名称,类型
${[
  ['元旦', '2031-01-01'],
  ['春节', '2031-01-23'],
  ['清明节', '2031-04-05'],
  ['劳动节', '2031-05-01'],
  ['端午节', '2031-06-24'],
  ['中秋节', '2031-10-01'],
  ['国庆节', '2031-10-02'],
]
  .map(([name, on]) => `${on},${name},休`)
  .join('\n')}
`;

describe('calendar', () => {
  it('shows a year with its notice, and needs no database', async () => {
    expect((await cli.does('calendar', '2017')).out).toMatch(
      /^2017 年　来源：国办发明电〔2016〕17号\n元旦　2017-01-01 至 2017-01-02 放假/,
    );
    expect(await cli.json('calendar', '2017')).toMatchObject({
      year: 2017,
      provisional: false,
      source: '国办发明电〔2016〕17号',
      makeUpDays: expect.arrayContaining([expect.objectContaining({ on: '2017-09-30' })]),
    });
    expect(cli.leftSomething()).toBe(false);
  });

  it('shows the present year where none is named', async () => {
    Object.assign(cli.env, { LARK_DOMAIN: 'http://127.0.0.1', DUBAN_CLOCK: '2018-12-31T23:59:00+08:00' });
    expect(await cli.json('calendar')).toMatchObject({ year: 2018 });
  });

  it('says of a year without a notice that its dates are provisional', async () => {
    expect((await cli.does('calendar', '2031')).out).toContain('暂定');
    expect(await cli.json('calendar', '2031')).toMatchObject({
      year: 2031,
      provisional: true,
      source: null,
      daysOff: [],
    });
  });

  it('an imported year counts from then on', async () => {
    const ran = await cli.run('calendar', 'import', cli.file('2031.csv', YEAR_2031));
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(await cli.json('calendar', '2031')).toMatchObject({ provisional: false });
    const args = ['deadline', '批准之日起1个工作日内', '--event', '2031-06-23', '--year', '2031'];
    const { out, err } = await cli.does(...args, '--json');
    expect(Deadline.parse(JSON.parse(out)).due).toBe('2031-06-25');
    expect(err).toBe('');
  });

  it('a file that contradicts itself is refused line by line, and nothing of it counts', async () => {
    const file = cli.file('2031.csv', `${YEAR_2031}2031-02-30,春节,休\n`);
    const { exit, err } = await cli.run('calendar', 'import', file);
    expect(exit).toBe(2);
    expect(err).toMatch(/2031\.csv 没有导入[\s\S]*第 9 行.*2031-02-30/);
    expect(await cli.json('calendar', '2031')).toMatchObject({ provisional: true });
    expectRefusal(await cli.run('calendar', 'import', cli.path('none.csv')), 2, 'none.csv');
  });
});
