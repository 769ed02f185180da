import { describe, expect, it } from 'vitest';
import { aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import { isDone } from './counted-parts.ts';
import { weeklyDigest } from './weekly-digest.ts';

function digestOf(parts: readonly Part[], today = '2026-03-30') {
  return weeklyDigest({ parts, today: civil(today), calendar: CALENDAR });
}

const idsOf = (parts: readonly Part[]) => parts.map(({ id }) => id);
const done = (id: string, dueOn: string, closedOn: string) => aPart({ id, dueOn, closedOn, state: 'reported' });

// March 2026 of four offices, counted by hand on Monday 30 March.
const MARCH = [
  done('a in time', '2026-03-10', '2026-03-09'),
  done('a last week', '2026-03-31', '2026-03-23'),
  aPart({ id: 'a due today', dueOn: '2026-03-30' }),
  done('b late, last Sunday', '2026-03-20', '2026-03-29'),
  aPart({ id: 'b red since Monday', dueOn: '2026-03-22' }),
  aPart({ id: 'b red for long', dueOn: '2026-03-06', state: 'working' }),
  aPart({ id: 'c red since Saturday', dueOn: '2026-03-27' }),
  aPart({ id: 'c due on Sunday', dueOn: '2026-04-05', state: 'working' }),
  aPart({ id: 'c due next Monday', dueOn: '2026-04-06' }),
  done('d this morning', '2026-04-10', '2026-03-30'),
  aPart({
    id: 'd wants help',
    dueOn: '2026-06-30',
    state: 'blocked',
    replies: [saidAt('2026-03-25T10:00+08:00', { state: 'trouble' })],
  }),
];

describe('a month of four offices, counted by hand', () => {
  const digest = digestOf(MARCH);

  it('reports the week before and looks at the week that begins', () => {
    expect(digest.week).toEqual({ from: '2026-03-23', to: '2026-03-29' });
    expect(digest.nextWeek).toEqual({ from: '2026-03-30', to: '2026-04-05' });
  });

  it('counts what is done, however long ago', () => {
    expect(idsOf(MARCH.filter(isDone))).toEqual(['a in time', 'a last week', 'b late, last Sunday', 'd this morning']);
    expect(digest.completion.done).toBe(4);
  });

  it.each([
    ['overdue', digest.overdue, ['b red since Monday', 'b red for long', 'c red since Saturday']],
    ['closed last week', digest.closed, ['a last week', 'b late, last Sunday']],
    ['due this week, today included', digest.dueNext, ['a due today', 'c due on Sunday']],
  ])('%s', (_, number, ids) => {
    expect(number.value).toBe(ids.length);
    expect(idsOf(number.parts)).toEqual(ids);
  });

  it('C54: done and overdue add up to the total', () => {
    expect(digest.completion.total).toBe(4 + 3);
  });

  it('has the same numbers where what was done long ago is counted elsewhere', () => {
    const { done, ...rest } = digest.completion;
    const parts = MARCH.filter((part) => !isDone(part) || (part.closedOn ?? '') >= digest.week.from);
    expect(parts).toHaveLength(MARCH.length - 1);
    expect(weeklyDigest({ parts, done, today: civil('2026-03-30'), calendar: CALENDAR })).toEqual({
      ...digest,
      completion: { done, ...rest },
    });
  });

  it('names what turned red since the digest before, a date on its Sunday included', () => {
    expect(idsOf(digest.turnedRed)).toEqual(['b red since Monday', 'c red since Saturday']);
  });

  it('names what waits for a decision', () => {
    expect(idsOf(digest.decisions)).toEqual(['d wants help']);
  });
});

describe('what is in no number', () => {
  it.each([
    ['a date that is only hoped for (力争), open', aPart({ rule: byRule('2026-03-27', true) })],
    ['a date that is only hoped for, this week', aPart({ dueOn: '2026-04-01', rule: byRule('2026-04-01', true) })],
    [
      'a date that is only hoped for, reported',
      { ...done('x', '2026-03-27', '2026-03-26'), rule: byRule('2026-03-27', true) },
    ],
    ['no date, open', aPart({ dueOn: null })],
    ['no date, reported last week', aPart({ dueOn: null, state: 'reported', closedOn: '2026-03-25' })],
    ['a date that was over at birth', aPart({ pastAtBirth: true })],
    ['the same, reported last week', aPart({ pastAtBirth: true, state: 'reported', closedOn: '2026-03-25' })],
  ])('%s', (_, part) => {
    const { completion, overdue, closed, dueNext, turnedRed } = digestOf([part]);
    expect([completion.total, overdue.value, closed.value, dueNext.value]).toEqual([0, 0, 0, 0]);
    expect(turnedRed).toEqual([]);
  });

  it('a duty without an end asks for a decision all the same when its office is in trouble', () => {
    const trouble = [saidAt('2026-03-25T10:00+08:00', { state: 'trouble' })];
    const part = aPart({ id: 'standing', dueOn: null, state: 'blocked', replies: trouble });
    expect(idsOf(digestOf([part]).decisions)).toEqual(['standing']);
  });
});

describe('a week that begins late', () => {
  it('counts what was due on its holiday Monday as overdue, not as due', () => {
    const part = aPart({ dueOn: '2026-04-06' });
    const digest = digestOf([part], '2026-04-07');
    expect(digest.overdue.value).toBe(1);
    expect(digest.dueNext.value).toBe(0);
    expect(digest.turnedRed).toHaveLength(1);
  });

  it('a week without any working day had no digest: the next one reports two weeks, and nothing is lost', () => {
    const parts = [done('closed before', '2017-12-31', '2017-09-27'), aPart({ id: 'red', dueOn: '2017-09-28' })];
    const digest = digestOf(parts, '2017-10-09');
    expect(digest.week).toEqual({ from: '2017-09-25', to: '2017-10-08' });
    expect(idsOf(digest.closed.parts)).toEqual(['closed before']);
    expect(idsOf(digest.turnedRed)).toEqual(['red']);
    expect(digest.nextWeek).toEqual({ from: '2017-10-09', to: '2017-10-15' });
  });
});

describe('a date that may still move', () => {
  it('is admitted where a number shows it', () => {
    expect(digestOf([aPart({ provisional: true })]).provisional).toBe(true);
    expect(digestOf([aPart({ provisional: true, dueOn: '2026-12-31' })]).provisional).toBe(false);
  });
});
