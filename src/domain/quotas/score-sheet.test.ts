import { describe, expect, it } from 'vitest';
import { aPart } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import type { PartAct } from '../ledger/part-act.ts';
import type { Counter } from './count-quotas.ts';
import { scoreOffices } from './score-sheet.ts';
import type { Submission } from './submission.ts';

const TODAY = civil('2026-12-31');

function counter(month: string, accepted: number, of: Partial<Counter['rule']> = {}): Counter {
  const rule: Counter['rule'] = {
    ruleId: 'rule-1',
    taskId: 'task-1',
    planId: 'plan-1',
    taskNo: '1',
    taskText: '报送信息',
    phrase: '每月不少于2条',
    matter: '信息',
    target: 2,
    per: 'month',
    scope: 'each-office',
    officeIds: ['office-1'],
    ...of,
  };
  const period = { key: month, startsOn: civil(`${month}-01`), endsOn: civil(`${month}-28`) };
  const numbers = { submitted: accepted, accepted, returned: 0, late: 0, met: accepted >= rule.target };
  return { rule, officeId: 'office-1', period, target: rule.target, ...numbers };
}

function submission(of: Partial<Submission>): Submission {
  return {
    id: 'item-1',
    matter: '信息',
    title: '动态',
    isNil: false,
    link: null,
    file: null,
    eventOn: civil('2026-03-02'),
    officeId: 'office-1',
    jointOfficeIds: [],
    submittedAt: instantOf('2026-03-02T15:00+08:00'),
    personId: 'person-1',
    personName: '张敏',
    promptBy: civil('2026-03-03'),
    state: 'accepted',
    credits: ['office-1'],
    decidedAt: null,
    version: 1,
    acts: [],
    ...of,
  };
}

const scoreOf = (input: {
  parts?: readonly Part[];
  counters?: readonly Counter[];
  submissions?: readonly Submission[];
}) =>
  scoreOffices({
    officeIds: ['office-1', 'office-2'],
    parts: [],
    counters: [],
    submissions: [],
    today: TODAY,
    ...input,
  });

const ON_TIME = aPart({ id: 'a', state: 'signed-off', closedOn: '2026-03-20' });
const LATE = aPart({ id: 'b', state: 'reported', closedOn: '2026-04-20' });
const OPEN = aPart({ id: 'c' });

describe('the points of an office', () => {
  it('follow from its records, by rules that anyone can recount', () => {
    const returned: PartAct = {
      id: 'act-1',
      at: instantOf('2026-03-21T10:00+08:00'),
      personId: 'person-2',
      personName: '孙静',
      kind: 'return',
      note: '',
      reasons: [],
      dueOn: null,
      beforeOn: null,
      officeId: null,
    };
    const [score] = scoreOf({
      parts: [ON_TIME, LATE, OPEN, aPart({ id: 'd', state: 'signed-off', closedOn: '2026-03-27', acts: [returned] })],
      counters: [counter('2026-01', 2), counter('2026-02', 5), counter('2026-03', 1)],
      submissions: [
        submission({ state: 'returned' }),
        submission({ submittedAt: instantOf('2026-03-04T09:00+08:00') }),
        submission({ state: 'withdrawn', submittedAt: instantOf('2026-03-04T09:00+08:00') }),
      ],
    });
    // (1 + 0.5 + 0 + 1) ÷ 4 of 60; (1 + 1 + 0.5) ÷ 3 of 30; 10 − 1 − 0.5 − 0.2.
    expect(score?.points).toEqual({ completion: 37.5, quotas: 25, quality: 8.3 });
    expect(score?.total).toBe(70.8);
    expect(score?.records.map(({ item, value }) => `${item} ${value}`)).toEqual([
      'completion 1',
      'completion 0.5',
      'completion 0',
      'completion 1',
      'quotas 1',
      'quotas 1',
      'quotas 0.5',
      'quality 1',
      'quality 0.5',
      'quality 0.2',
    ]);
  });

  it('leave out what the office does not owe, and scale the rest up to 100', () => {
    const [score] = scoreOf({ parts: [ON_TIME] });
    expect(score).toMatchObject({ points: { completion: 60, quotas: null, quality: 10 }, total: 100 });
  });

  it('count no hoped-for, dropped or undated part, nor one that is not due yet', () => {
    const parts = [
      aPart({ state: 'excused' }),
      aPart({ dueOn: null }),
      aPart({ pastAtBirth: true }),
      aPart({ dueOn: '2027-03-01', rule: { ...OPEN.rule } }),
    ];
    expect(scoreOf({ parts })).toEqual([]);
  });

  it('are of offices with records alone, in the order of the offices file', () => {
    const other = aPart({ officeId: 'office-2', state: 'signed-off', closedOn: '2026-03-20' });
    expect(scoreOf({ parts: [other, OPEN] }).map(({ officeId }) => officeId)).toEqual(['office-1', 'office-2']);
  });
});

describe('a veto', () => {
  it('is every closed period in which the quota of news was missed, and no other quota', () => {
    const [score] = scoreOf({
      counters: [counter('2026-01', 2), counter('2026-02', 1), counter('2026-03', 0, { matter: '图文解读' })],
    });
    expect(score?.vetoes.map(({ period }) => period.key)).toEqual(['2026-02']);
  });
});
