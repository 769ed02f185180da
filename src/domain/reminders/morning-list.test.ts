import { describe, expect, it } from 'vitest';
import { aPart, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import { morningList } from './morning-list.ts';

function listOf(onCard: readonly Part[], others: readonly Part[] = []) {
  return morningList({ onCard, others, today: civil('2026-03-30'), calendar: CALENDAR });
}

const shapeOf = (list: ReturnType<typeof listOf>) =>
  list.sections.map(({ kind, rows }) => `${kind} ${rows.map(({ id }) => id).join(' ')}`);

describe('the rows of a morning card', () => {
  it('stand under 逾期, 今天, 近三天, 之后, each by its date, then by the plan; what is answered stays in its place', () => {
    const list = listOf([
      aPart({ id: 'later', dueOn: '2026-04-10' }),
      aPart({ id: 'done', dueOn: '2026-03-20', state: 'reported' }),
      aPart({ id: 'soon', dueOn: '2026-04-02' }),
      aPart({ id: 'today', dueOn: '2026-03-30' }),
      aPart({ id: 'red-2', dueOn: '2026-03-27', taskOrder: 2 }),
      aPart({ id: 'red-1', dueOn: '2026-03-27', taskOrder: 1 }),
      aPart({ id: 'red-0', dueOn: '2026-03-20', taskOrder: 9 }),
    ]);
    expect(shapeOf(list)).toEqual(['overdue done red-0 red-1 red-2', 'today today', 'soon soon', 'later later']);
    expect(list.counts).toEqual({ overdue: 3, today: 1, soon: 1, total: 6, past: 0 });
    expect(list.leftOut).toBe(0);
  });

  it('are at most eight, the most urgent first, and the rest is counted', () => {
    const red = Array.from({ length: 7 }, (_, n) => aPart({ id: `red-${n}`, dueOn: '2026-03-27', taskOrder: n }));
    const soon = Array.from({ length: 3 }, (_, n) => aPart({ id: `soon-${n}`, dueOn: '2026-04-01', taskOrder: n }));
    const list = listOf([...soon, ...red]);
    expect(list.sections.flatMap(({ rows }) => rows)).toHaveLength(8);
    expect(list.leftOut).toBe(2);
    expect(list.counts).toMatchObject({ overdue: 7, soon: 3, total: 10 });
  });
});

describe('a full card', () => {
  it('shows the next open row in the place of an answered one', () => {
    const rows = Array.from({ length: 10 }, (_, n) =>
      aPart({ id: `row-${n}`, dueOn: '2026-03-27', taskOrder: n, state: n < 2 ? 'reported' : 'open' }),
    );
    const list = listOf(rows);
    expect(list.sections.flatMap(({ rows: shown }) => shown.map(({ id }) => id))).toEqual([
      'row-2',
      'row-3',
      'row-4',
      'row-5',
      'row-6',
      'row-7',
      'row-8',
      'row-9',
    ]);
    expect(list.leftOut).toBe(2);
  });
});

describe('B14: what was over when the plan was issued', () => {
  const past = (id: string, part: Partial<Part> = {}) => ({
    ...aPart({ id, dueOn: '2026-01-09', pastAtBirth: true }),
    ...part,
  });

  it('stands last and is in no number but its own; answered, it stays there', () => {
    const list = listOf([past('asked'), past('answered', { state: 'reported' }), aPart({ id: 'red' })]);
    expect(shapeOf(list)).toEqual(['overdue red', 'past answered asked']);
    expect(list.counts).toEqual({ overdue: 1, today: 0, soon: 0, total: 1, past: 1 });
  });

  it('gives way to what is due where there is no room', () => {
    const due = Array.from({ length: 7 }, (_, n) => aPart({ id: `due-${n}`, dueOn: '2026-04-10', taskOrder: n }));
    const list = listOf([past('first'), past('second'), ...due]);
    expect(shapeOf(list).at(-1)).toBe('past first');
    expect(list.sections[0]?.rows).toHaveLength(7);
    expect(list.leftOut).toBe(1);
  });

  it('stands with the others under its new date', () => {
    expect(shapeOf(listOf([aPart({ id: 'postponed', dueOn: '2026-03-31', state: 'working' })]))).toEqual([
      'soon postponed',
    ]);
  });
});

describe('what is counted as due later', () => {
  it('is open, dated, still to come and not on the card', () => {
    const onCard = aPart({ id: 'here', dueOn: '2026-03-30' });
    const others = [
      onCard,
      aPart({ id: 'december', dueOn: '2026-12-31' }),
      aPart({ id: 'april', dueOn: '2026-04-30' }),
      aPart({ id: 'today', dueOn: '2026-03-30' }),
      aPart({ id: 'reported', dueOn: '2026-04-30', state: 'reported' }),
      aPart({ id: 'undated', dueOn: null }),
      aPart({ id: 'past at birth', dueOn: '2026-01-31', pastAtBirth: true }),
    ];
    expect(listOf([onCard], others).later.map(({ id }) => id)).toEqual(['today', 'april', 'december']);
  });

  it('is never what is overdue, though nobody is reminded of it just now', () => {
    const answered = { dueOn: '2026-03-20', state: 'working', replies: [saidAt('2026-03-27T10:00+08:00')] } as const;
    expect(listOf([aPart()], [aPart({ id: 'left alone', ...answered })])).toMatchObject({ later: [], leftAlone: 1 });
    const unanswered = aPart({ id: 'on a colleague’s card', dueOn: '2026-03-20' });
    expect(listOf([aPart()], [unanswered])).toMatchObject({ later: [], leftAlone: 0 });
  });
});
