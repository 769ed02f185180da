import { describe, expect, it } from 'vitest';
import { aPart, byRule } from '../../../tests/support/parts.ts';
import { aTask } from '../../../tests/support/stored-plan.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import type { LedgerTask } from '../ledger/plan.ts';
import { noteOfMark, type RowKind } from '../look-back/row-mark.ts';
import type { Tally } from '../quotas/tally.ts';
import { yearFigures } from './year-figures.ts';

const row = (id: string, kind?: RowKind): LedgerTask =>
  aTask({ id, notes: kind ? [noteOfMark({ kind, taskId: 'old', officeId: null }, '上年第1项')] : [] });

let ids = 0;
const part = (taskId: string, of: Parameters<typeof aPart>[0] = {}) =>
  aPart({ id: `part-${++ids}`, taskId, dueOn: '2026-06-30', ...of });
const IN_TIME = { state: 'reported', closedOn: '2026-06-20' } as const;
const LATE = { state: 'signed-off', closedOn: '2026-07-02' } as const;

const yearOf = (tasks: readonly LedgerTask[], parts: readonly Part[], tallies: readonly Tally[] = []) =>
  yearFigures({ year: 2026, tasks, parts, tallies, today: civil('2026-12-31') });

describe('the rows of a year', () => {
  it('are done once all that has a date is closed, and lasting where nothing has one', () => {
    const tasks = [row('done'), row('half done'), row('open'), row('lasting')];
    const parts = [
      part('done', IN_TIME),
      part('done', LATE),
      part('half done', IN_TIME),
      part('half done'),
      part('open'),
      part('lasting', { dueOn: null, state: 'reported' }),
    ];
    expect(yearOf(tasks, parts).tasks).toEqual({ total: 4, done: 1, lasting: 1 });
  });

  it('of a look-back are counted as 整改 alone, its questions not at all', () => {
    const tasks = [row('ordinary'), row('carried', 'rectify'), row('slipped', 'rebound'), row('asked', 'look-back')];
    const parts = [part('ordinary', IN_TIME), part('carried', IN_TIME), part('slipped'), part('asked', IN_TIME)];
    const figures = yearOf(tasks, parts);
    expect(figures.rectified).toEqual({ total: 2, done: 1 });
    expect(figures.tasks).toMatchObject({ total: 1, done: 1 });
    expect(figures.parts.closed).toBe(1);
  });
});

describe('the parts of a year', () => {
  it('are closed in time, closed late, or overdue', () => {
    const parts = [part('t', IN_TIME), part('t', LATE), part('t'), part('t', { dueOn: '2027-03-31' })];
    expect(yearOf([row('t')], parts).parts).toEqual({ closed: 2, onTime: 1, overdue: 1 });
  });

  it('are of its own periods: a plan in force goes on bearing those of the next', () => {
    const own = ['2026-Q4', null].map((period) => part('t', { ...IN_TIME, period }));
    const next = part('t', { period: '2027-01', dueOn: '2026-12-30' });
    expect(yearOf([row('t')], [...own, next]).parts).toEqual({ closed: 2, onTime: 2, overdue: 0 });
  });

  it.each([
    ['the plan only hopes for', { rule: byRule('2026-06-30', true) }],
    ['the office was excused from', { state: 'excused' }],
    ['was over when the plan was issued', { pastAtBirth: true }],
  ] as const)('are in no number where %s', (_, of) => {
    const parts = [part('t', { ...IN_TIME, ...of }), part('t', of)];
    expect(yearOf([row('t')], parts)).toMatchObject({ parts: { closed: 0, overdue: 0 }, tasks: { done: 0 } });
  });
});

describe('what was done in a year', () => {
  it('is what was accepted, by what it is', () => {
    const rest = { submitted: 9, returned: 1, late: 1, nil: 0 };
    const tally = (matter: string, accepted: number): Tally => ({ ...rest, matter, accepted, officeId: 'office-1' });
    const tallies = [tally('信息', 1.5), tally('信息', 2), tally('发布会', 4), tally('图文解读', 1)];
    expect(yearOf([], [], tallies)).toMatchObject({ news: 3.5, press: 4, explainers: 1 });
  });
});
