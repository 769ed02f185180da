import { describe, expect, it } from 'vitest';
import { aPart, CALENDAR } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import { taskList } from './task-list.ts';

function listOf(parts: readonly Part[], page = 1, keep: readonly string[] = []) {
  return taskList({ parts, today: civil('2026-03-30'), calendar: CALENDAR, page, keep });
}

const rowsOf = (list: ReturnType<typeof listOf>) => list.groups.flatMap(({ rows }) => rows.map(({ id }) => id));

describe('the list of everything a person answers for', () => {
  const PARTS = [
    aPart({ id: 'undated', dueOn: null }),
    aPart({ id: 'past at birth', dueOn: '2026-01-01', pastAtBirth: true }),
    aPart({ id: 'closed', state: 'signed-off' }),
    aPart({ id: 'later', dueOn: '2026-04-30' }),
    aPart({ id: 'soon', dueOn: '2026-03-31' }),
    aPart({ id: 'today', dueOn: '2026-03-30' }),
    aPart({ id: 'red', dueOn: '2026-03-27' }),
  ];

  it('is sorted by urgency; what was over at birth before what can wait, what is closed is only counted', () => {
    const list = listOf(PARTS);
    expect(list.groups.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
      'overdue 1',
      'today 1',
      'soon 1',
      'past 1',
      'later 1',
      'undated 1',
      'closed 1',
    ]);
    expect(rowsOf(list)).toEqual(['red', 'today', 'soon', 'past at birth', 'later', 'undated']);
    expect(list).toMatchObject({ page: 1, pages: 1 });
  });

  it('has eight rows a page, and every row on exactly one page', () => {
    const parts = Array.from({ length: 19 }, (_, n) => aPart({ id: `part-${n}`, taskOrder: n }));
    const pages = [1, 2, 3].map((page) => rowsOf(listOf(parts, page)));
    expect(pages.map((rows) => rows.length)).toEqual([8, 8, 3]);
    expect(pages.flat()).toEqual(parts.map(({ id }) => id));
    expect(listOf(parts, 2).groups[0]).toMatchObject({ kind: 'overdue', count: 19 });
  });

  it.each([
    [0, 1],
    [3, 3],
    [99, 3],
  ])('page %i of three shows page %i', (asked, shown) => {
    const parts = Array.from({ length: 17 }, (_, n) => aPart({ id: `part-${n}`, taskOrder: n }));
    expect(listOf(parts, asked)).toMatchObject({ page: shown, pages: 3 });
  });

  it('of nobody’s tasks is one empty page', () => {
    expect(listOf([])).toMatchObject({ page: 1, pages: 1 });
    expect(rowsOf(listOf([]))).toEqual([]);
  });

  it('keeps in sight what was answered on this card, so that it can be taken back', () => {
    const parts = [
      aPart({ id: 'open' }),
      aPart({ id: 'here', state: 'reported' }),
      aPart({ id: 'before', state: 'reported' }),
    ];
    expect(rowsOf(listOf(parts, 1, ['open', 'here']))).toEqual(['open', 'here']);
  });

  it.each([1, 4, 8])(
    'hides no open row behind %i that were answered on this card: it turns to a page with them',
    (n) => {
      const parts = Array.from({ length: 12 }, (_, at) =>
        aPart({ id: `part-${at}`, taskOrder: at, ...(at < n && { state: 'reported' as const }) }),
      );
      const keep = parts.slice(0, 8).map(({ id }) => id);
      const here = listOf(parts, 1, keep);
      // A page that is turned to is filled anew.
      const turned = here.pages === 1 ? [] : [1, 2].flatMap((page) => rowsOf(listOf(parts, page)));
      expect(new Set([...rowsOf(here), ...turned]).size).toBe(12);
    },
  );
});

describe('the one meaning of 逾期', () => {
  it('holds for the list too: what is paused, or only aimed at (力争), stands under no 逾期; 误报 and 不涉及 were not 办结', () => {
    const list = taskList({
      parts: [
        aPart({ id: 'late', dueOn: '2026-03-20' }),
        aPart({ id: 'paused', dueOn: '2026-03-20', pausedUntil: civil('2026-12-01') }),
        aPart({
          id: 'target',
          dueOn: '2026-03-20',
          rule: { kind: 'by', on: civil('2026-03-20'), soft: true, phrase: '力争', place: 'text' },
        }),
        aPart({ id: 'done', state: 'reported' }),
        aPart({ id: 'false alarm', state: 'stopped' }),
        aPart({ id: 'not ours', state: 'excused' }),
      ],
      today: civil('2026-03-30'),
      calendar: CALENDAR,
      page: 1,
      keep: [],
    });
    const counts = Object.fromEntries(list.groups.map(({ kind, count }) => [kind, count]));
    expect(counts).toMatchObject({ overdue: 1, later: 2, closed: 1 });
  });
});
