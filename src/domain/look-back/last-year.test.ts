import { describe, expect, it } from 'vitest';
import { aPart } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import { sortLastYear } from './last-year.ts';

const WHEN = { year: 2025, today: civil('2026-01-12') };
const sort = (part: Parameters<typeof aPart>[0]) => sortLastYear([aPart({ dueOn: '2025-06-30', ...part })], WHEN);

describe('what of last year is unfinished', () => {
  it.each([
    ['nobody has answered', {}],
    ['somebody works on it', { state: 'working' }],
    ['somebody is stuck', { state: 'blocked' }],
    ['it was over when the plan was issued and nobody has said what became of it', { pastAtBirth: true }],
    ['it fell due last week', { dueOn: '2026-01-05' }],
    ['its pause is over', { pausedUntil: civil('2026-01-12') }],
  ] as const)('is a row of which %s', (_, part) => {
    expect(sort(part)).toMatchObject({ unfinished: [{ taskId: 'task-1' }], closed: [] });
  });

  it.each([
    ['reported done', { state: 'reported' }, null],
    ['signed off', { state: 'signed-off' }, null],
    ['not the office’s', { state: 'excused' }, null],
    ['paused on purpose', { pausedUntil: civil('2026-03-01') }, 'paused'],
    ['due only later', { dueOn: '2026-01-12' }, 'notDue'],
    ['paused and due only later', { dueOn: '2026-02-12', pausedUntil: civil('2026-03-01') }, 'notDue'],
    ['without an end', { dueOn: null }, 'undated'],
    ['of a period of the new year', { period: '2026-01', dueOn: '2026-01-10' }, null],
    ['from a version that does not hold any more', { outdated: true }, null],
  ] as const)('is no row that is %s', (_, part, left) => {
    const none = { paused: 0, notDue: 0, undated: 0 };
    expect(sort(part)).toMatchObject({ unfinished: [], left: left === null ? none : { ...none, [left]: 1 } });
  });

  it('holds all unfinished periods and offices of a row together', () => {
    const parts = [
      aPart({ id: 'a', period: '2025-Q1', dueOn: '2025-03-31' }),
      aPart({ id: 'b', period: '2025-Q2', dueOn: '2025-06-30', state: 'reported' }),
      aPart({ id: 'c', period: '2025-Q3', dueOn: '2025-09-30' }),
      aPart({ id: 'd', period: '2025-Q1', dueOn: '2025-03-31', officeId: 'office-2' }),
    ];
    const { unfinished } = sortLastYear(parts, WHEN);
    expect(unfinished.map(({ parts: own }) => own.map(({ id }) => id))).toEqual([['a', 'c', 'd']]);
  });
});

describe('what of last year is closed', () => {
  it('is an office’s share of a row once all of it is reported, with its last day', () => {
    const parts = [
      aPart({ id: 'a', state: 'reported', closedOn: '2025-07-01' }),
      aPart({ id: 'b', state: 'signed-off', closedOn: '2025-04-01' }),
      aPart({ id: 'c', officeId: 'office-2', state: 'reported', closedOn: '2025-04-01' }),
      aPart({ id: 'd', officeId: 'office-2', state: 'open', dueOn: '2025-06-30' }),
      aPart({ id: 'e', officeId: 'office-3', state: 'excused' }),
    ];
    expect(sortLastYear(parts, WHEN).closed).toMatchObject([{ officeId: 'office-1', part: { id: 'a' } }]);
  });
});
