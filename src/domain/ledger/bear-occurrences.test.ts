import { describe, expect, it } from 'vitest';
import { aDirectory, byRule, CALENDAR } from '../../../tests/support/parts.ts';
import { aPlan, aTask } from '../../../tests/support/stored-plan.ts';
import { addDays, type CivilDate, civil } from '../calendar/civil-date.ts';
import type { DraftOffice } from '../plan/import-report.ts';
import type { Rule, RuleKind } from '../plan/rule.ts';
import { bearOccurrences, owingOffices } from './bear-occurrences.ts';
import type { Plan } from './plan.ts';

const DIRECTORY = aDirectory({
  办公室: { rosters: ['各处室'] },
  法规处: { rosters: ['各处室'] },
  信息中心: { rosters: ['各单位'] },
});
const LEAD: DraftOffice = { name: '法规处', role: 'lead', fanOut: null, inferred: false };

function every(period: (RuleKind & { kind: 'every' })['period'], due: string | null = null): Rule {
  return { kind: 'every', period, due, assumed: false, phrase: '', place: 'text' };
}

const phrase = { phrase: '', place: 'text' } as const;

function born(rule: Rule, today: string, plan: Partial<Plan> = {}, since: CivilDate | null = null) {
  let ids = 0;
  return bearOccurrences({
    plan: aPlan({ issuedOn: civil('2017-01-10'), ...plan }),
    tasks: [aTask({ offices: [LEAD], rules: [rule] })],
    directory: DIRECTORY,
    today: civil(today),
    since,
    calendar: CALENDAR,
    nextId: (kind) => `${kind}-${++ids}`,
  });
}

const owing = (...offices: DraftOffice[]) =>
  owingOffices({ offices }, DIRECTORY).map(({ officeId, role }) => `${officeId} ${role}`);

describe('who owes a part', () => {
  const office = (name: string, role: DraftOffice['role'], fanOut: DraftOffice['fanOut'] = null): DraftOffice => ({
    name,
    role,
    fanOut,
    inferred: false,
  });

  it('lead, joint lead and whoever carries it out, each office by itself', () => {
    expect(owing(office('办公室', 'lead'), office('法规处', 'joint'), office('信息中心', 'responsible'))).toEqual([
      'office-1 lead',
      'office-2 joint',
      'office-3 responsible',
    ]);
  });

  it('a roster by its members', () => {
    expect(owing(office('各处室', 'responsible', 'all'))).toEqual(['office-1 responsible', 'office-2 responsible']);
  });

  it('a roster that nobody has declared by every office', () => {
    expect(owing(office('各科队', 'responsible', 'all'))).toHaveLength(3);
  });

  it('a lead that is in its own roster once, as the lead', () => {
    expect(owing(office('各处室', 'responsible', 'all'), office('法规处', 'lead'))).toEqual([
      'office-2 lead',
      'office-1 responsible',
    ]);
  });

  it.each([
    ['support (配合) owes nothing until the lead asks', office('办公室', 'support')],
    ['a roster in support neither', office('各处室', 'support', 'all')],
    ['an upstream lead is not ours', office('办公室', 'upstream')],
    ['各相关处室 wait until somebody picks them', office('各相关处室', 'responsible', 'relevant')],
    ['the office that an event decides is not known yet', office('文件起草处室', 'lead', 'event')],
    ['a name that nobody knows has no place to be put', office('外星处', 'lead')],
  ])('%s', (_, only) => {
    expect(owing(only)).toEqual([]);
  });
});

describe('what a rule asks for', () => {
  it('a date: once, in full from the beginning', () => {
    expect(born(byRule('2017-12-31'), '2017-01-10')).toMatchObject([
      {
        key: 'once',
        period: null,
        dueOn: '2017-12-31',
        pastAtBirth: false,
        provisional: false,
        parts: [
          {
            officeId: 'office-2',
            role: 'lead',
            state: 'open',
          },
        ],
      },
    ]);
  });

  it('a date that was over when the plan was issued is marked so', () => {
    expect(born(byRule('2017-01-09'), '2017-02-01')).toMatchObject([{ pastAtBirth: true }]);
    expect(born(byRule('2017-01-10'), '2017-02-01')).toMatchObject([{ pastAtBirth: false }]);
    expect(born(byRule('2016-01-01'), '2017-02-01', { issuedOn: null })).toMatchObject([{ pastAtBirth: false }]);
  });

  it('a period: born on its first day and not before', () => {
    const keys = (today: string) => born(every('month'), today).map(({ key }) => key);
    expect(keys('2017-01-31')).toEqual(['2017-01']);
    expect(keys('2017-02-01')).toEqual(['2017-01', '2017-02']);
    expect(born(every('quarter'), '2017-04-01').map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
      '2017-Q1 2017-03-31',
      '2017-Q2 2017-06-30',
    ]);
  });

  it('a plan that is issued in the middle of the year asks for no period that was over by then', () => {
    const half = born(every('month'), '2017-09-01', { issuedOn: civil('2017-07-05') });
    expect(half.map(({ key }) => key)).toEqual(['2017-07', '2017-08', '2017-09']);
  });

  it('a period that was under way at the issue, with its day over, is past at birth', () => {
    const yearly = born(every('year', '03-31'), '2017-07-06', { issuedOn: civil('2017-07-05') });
    expect(yearly).toMatchObject([{ key: '2017', dueOn: '2017-03-31', pastAtBirth: true }]);
  });

  it('goes on over the end of the year, as long as the plan is in force', () => {
    expect(born(every('year', '01-31'), '2018-01-01').map(({ key, dueOn }) => `${key} ${dueOn}`)).toEqual([
      '2017 2017-01-31',
      '2018 2018-01-31',
    ]);
    expect(born(every('month'), '2018-01-01')).toHaveLength(13);
  });

  it('a week between the years on its Monday, whether the bot looks every day or only now', () => {
    const weeks = born(every('week'), '2018-12-31').map(({ key }) => key);
    expect(weeks.at(-1)).toBe('2019-W01');
    const daily = ['2018-12-30', '2018-12-31', '2019-01-01', '2019-01-07'].flatMap((today) =>
      born(every('week'), today, {}, addDays(civil(today), today === '2019-01-07' ? -6 : -1)).map(({ key }) => key),
    );
    expect(daily).toEqual(['2019-W01', '2019-W02']);
  });

  it('a date in a year whose holidays are not announced is provisional', () => {
    expect(born(every('year'), '2090-01-01', { year: 2090, issuedOn: null })).toMatchObject([{ provisional: true }]);
  });

  it('a duty without an end and a date that somebody else will set: one part without a date', () => {
    expect(born({ kind: 'standing', cadence: 'quarter', ...phrase }, '2017-05-01')).toMatchObject([
      { key: 'standing', dueOn: null, parts: [{ state: 'open' }] },
    ]);
    expect(born({ kind: 'awaiting', issuer: '市财政局', document: null, ...phrase }, '2017-05-01')).toMatchObject([
      { key: 'awaiting', dueOn: null, parts: [{ state: 'undated' }] },
    ]);
  });

  it.each([
    { kind: 'within', event: '批准', n: 20, unit: 'working_day', before: false },
    { kind: 'quota', count: 2, per: 'month', of: '信息', scope: 'each-office', atLeast: true },
    { kind: 'rate', min: 95, of: '办结' },
  ] satisfies RuleKind[])('$kind: no part by itself', (rule) => {
    expect(born({ ...rule, ...phrase }, '2017-12-31')).toEqual([]);
  });
});

describe('a day from which something holds', () => {
  it('is one part on that day, so that its office is told once', () => {
    expect(born({ kind: 'from', on: civil('2017-07-01'), ...phrase }, '2017-05-01')).toMatchObject([
      { key: 'from', dueOn: '2017-07-01', pastAtBirth: false },
    ]);
  });

  it('that was over when the plan was issued needs no notice', () => {
    expect(born({ kind: 'from', on: civil('2016-07-01'), ...phrase }, '2017-05-01')).toEqual([]);
  });
});

describe('what was born already', () => {
  it('is not asked for again: only the periods that have begun since', () => {
    const since = civil('2017-04-30');
    expect(born(every('month'), '2017-05-02', {}, since)).toMatchObject([{ key: '2017-05' }]);
    expect(born(every('quarter'), '2017-05-02', {}, since)).toEqual([]);
    expect(born({ kind: 'standing', cadence: 'month', ...phrase }, '2017-05-02', {}, since)).toEqual([]);
  });
});

describe('doing it again', () => {
  it.each(['week', 'month', 'quarter', 'half_year', 'year'] as const)(
    'bears no %s twice: keys are unique',
    (period) => {
      const keys = born(every(period), '2018-12-31').map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(born(every(period), '2019-01-31').map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
    },
  );
});
