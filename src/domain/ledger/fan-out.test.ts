import { describe, expect, it } from 'vitest';
import { aDirectory, aPart } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import { currentOccurrence, fanOutOf, isReadyToClose, mayOversee } from './fan-out.ts';
import type { Part } from './part.ts';

const LEAD = 'office-1';
const partOf = (office: number, over: Parameters<typeof aPart>[0] = {}): Part =>
  aPart({ id: `part-${office}`, officeId: `office-${office}`, leadOffice: '法规科', ...over });

describe('how the offices stand', () => {
  it('counts others’ parts only; excused ones are apart and stopped ones nowhere', () => {
    const parts = [
      partOf(1),
      partOf(2, { state: 'reported' }),
      partOf(3, { state: 'signed-off' }),
      partOf(4, { state: 'excused' }),
      partOf(5, { state: 'stopped' }),
      partOf(6, { state: 'blocked' }),
    ];
    const { own, done, missing, excused } = fanOutOf(parts, LEAD);
    const ids = (some: readonly Part[]) => some.map(({ officeId }) => officeId);
    expect(own?.officeId).toBe(LEAD);
    expect([ids(done), ids(missing), ids(excused)]).toEqual([['office-2', 'office-3'], ['office-6'], ['office-4']]);
  });

  it.each([
    ['others are missing', [partOf(1), partOf(2)], false],
    ['all others are in', [partOf(1), partOf(2, { state: 'reported' })], true],
    ['all others are excused', [partOf(1), partOf(2, { state: 'excused' })], true],
    ['it has reported already', [partOf(1, { state: 'reported' }), partOf(2, { state: 'reported' })], false],
    ['there is no lead', [partOf(2, { state: 'reported' })], false],
  ])('the lead may sum up: %s', (_, parts, ready) => {
    expect(isReadyToClose(fanOutOf(parts, LEAD))).toBe(ready);
  });
});

describe('the occurrence that numbers speak of', () => {
  const inPeriod = (period: string, dueOn: string, state: Part['state'] = 'open') =>
    [1, 2].map((office) => partOf(office, { occurrenceId: period, period, dueOn, state }));
  const once = (id: string, dueOn: string, state: Part['state'] = 'open') =>
    [1, 2].map((office) => partOf(office, { occurrenceId: id, dueOn, state }));
  const current = (parts: readonly Part[], today: string) =>
    currentOccurrence(parts, LEAD, civil(today))[0]?.occurrenceId;

  it('is of what repeats the period that runs, whatever is missing before', () => {
    const parts = [...inPeriod('2026-03', '2026-03-31'), ...inPeriod('2026-04', '2026-04-30')];
    expect(current(parts, '2026-03-31')).toBe('2026-03');
    expect(current(parts, '2026-04-01')).toBe('2026-04');
    expect(current(parts, '2026-05-02')).toBe('2026-04');
  });

  it('is of dates the first in which somebody is missing, else the last', () => {
    expect(current([...once('a', '2026-03-31'), ...once('b', '2026-06-30')], '2026-05-01')).toBe('a');
    expect(current([...once('a', '2026-03-31', 'reported'), ...once('b', '2026-06-30')], '2026-05-01')).toBe('b');
    expect(current(once('a', '2026-03-31', 'reported'), '2026-05-01')).toBe('a');
    expect(current([...once('a', '2026-03-31', 'stopped'), ...once('b', '2026-06-30')], '2026-05-01')).toBe('b');
    expect(current([], '2026-05-01')).toBeUndefined();
  });
});

describe('who oversees a row', () => {
  const directory = aDirectory({
    法规科: {
      posts: [
        ['liaison-a', '张敏'],
        ['head', '钱科'],
        ['leader-in-charge', '赵磊'],
      ],
    },
    信息中心: {
      posts: [
        ['liaison-a', '王芳'],
        ['head', '周主任'],
        ['leader-in-charge', '吴局'],
      ],
    },
    办公室: {
      posts: [
        ['governing', '孙静'],
        ['top-leader', '郑局'],
        ['liaison-a', '冯工'],
      ],
    },
  });
  const parts = [partOf(1), partOf(2)];

  it.each([
    ['张敏', true],
    ['钱科', true],
    ['赵磊', true],
    ['吴局', true],
    ['孙静', true],
    ['郑局', true],
    ['王芳', false],
    ['周主任', false],
    ['冯工', false],
  ])('%s: %s', (personId, may) => {
    expect(mayOversee(directory, { personId, isAdministrator: false }, parts)).toBe(may);
  });

  it('an administrator does, whatever posts they hold', () => {
    expect(mayOversee(directory, { personId: '冯工', isAdministrator: true }, parts)).toBe(true);
  });
});
