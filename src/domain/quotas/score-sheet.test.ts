import { describe, expect, it } from 'vitest';
import { aPart, byRule } from '../../../tests/support/parts.ts';
import { aCounter, aSubmission } from '../../../tests/support/quotas.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import type { PartAct } from '../ledger/part-act.ts';
import type { Counter } from './count-quotas.ts';
import type { QuotaRule } from './quota-rule.ts';
import { type ScoreRecord, scoreOffices } from './score-sheet.ts';
import type { Submission } from './submission.ts';

const TODAY = civil('2026-12-31');

const inMonth = (month: string, accepted: number, rule: Partial<QuotaRule> = {}) =>
  aCounter({ rule, accepted }, `${month}-01`);

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

/** What a record is about. */
function nameOf(record: ScoreRecord): string {
  if ('counter' in record) return record.counter.period.key;
  return 'part' in record ? record.part.id : `${record.submission.id} ${record.fault}`;
}

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
      counters: [inMonth('2026-01', 2), inMonth('2026-02', 5), inMonth('2026-03', 1)],
      submissions: [
        aSubmission('2026-03-02', { id: 'wrong', state: 'returned' }),
        aSubmission('2026-03-02', { id: 'slow', state: 'accepted', submittedAt: instantOf('2026-03-04T09:00+08:00') }),
        aSubmission('2026-03-02', { state: 'withdrawn', submittedAt: instantOf('2026-03-04T09:00+08:00') }),
      ],
    });
    // (1 + 0.5 + 0 + 1) ÷ 4 of 60; (1 + 1 + 0.5) ÷ 3 of 30; 10 − 1 − 0.5 − 0.2.
    expect(score?.points).toEqual({ completion: 37.5, quotas: 25, quality: 8.3 });
    expect(score?.total).toBe(70.8);
    expect(score?.records.map((record) => `${record.item} ${record.value} ${nameOf(record)}`)).toEqual([
      'completion 1 a',
      'completion 0.5 b',
      'completion 0 c',
      'completion 1 d',
      'quotas 1 2026-01',
      'quotas 1 2026-02',
      'quotas 0.5 2026-03',
      'quality 1 d',
      'quality 0.5 wrong returned',
      'quality 0.2 slow late',
    ]);
  });

  it('have a record for each of what the office owes, be they as many of one kind as of the other', () => {
    const [score] = scoreOf({ parts: [ON_TIME], counters: [inMonth('2026-01', 2)] });
    expect(score?.points).toEqual({ completion: 60, quotas: 30, quality: 10 });
    const [faulty] = scoreOf({ parts: [ON_TIME], submissions: [aSubmission('2026-03-02', { state: 'returned' })] });
    expect(faulty?.points).toEqual({ completion: 60, quotas: null, quality: 9.5 });
  });

  it('take nothing off for what came on its last day', () => {
    const onTime = aSubmission('2026-03-02', { submittedAt: instantOf('2026-03-03T23:59+08:00') });
    expect(scoreOf({ parts: [ON_TIME], submissions: [onTime] })[0]?.points.quality).toBe(10);
  });

  it('are no total where the office owes nothing, whatever is wrong with what it submitted', () => {
    const [score] = scoreOf({ submissions: [aSubmission('2026-03-02', { state: 'returned' })] });
    expect(score).toMatchObject({ points: { quality: 9.5 }, total: null });
  });

  it('count a quota of nought as reached', () => {
    expect(scoreOf({ counters: [inMonth('2026-01', 0, { target: 0 })] })[0]?.points.quotas).toBe(30);
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
      aPart({ state: 'reported', dueOn: null, closedOn: '2026-03-20' }),
      aPart({ state: 'reported', rule: byRule('2026-03-27', true), closedOn: '2026-03-20' }),
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
      counters: [inMonth('2026-01', 2), inMonth('2026-02', 1), inMonth('2026-03', 0, { matter: '图文解读' })],
    });
    expect(score?.vetoes.map(({ period }) => period.key)).toEqual(['2026-02']);
  });
});
