import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../calendar/civil-date.ts';
import { type DetailsSource, sourceOf, subjectOf } from './details-source.ts';
import { type ListedGroup, pageOf } from './listing.ts';

const someGroups = fc.array(fc.nat({ max: 12 }), { maxLength: 6 }).map((sizes) =>
  sizes.map(
    (size, index): ListedGroup => ({
      name: { kind: 'office', name: `第${index + 1}科` },
      count: size,
      rows: Array.from({ length: size }, (_, row) => ({ kind: 'submission', id: `${index}-${row}`, share: 1 })),
    }),
  ),
);

const rowsOf = (groups: readonly ListedGroup[]) => groups.flatMap(({ rows }) => rows);

describe('the pages of a list', () => {
  it('have every row once and in order, at most eight each, under its group with the count of the whole group', () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const { of } = pageOf(groups, { page: 1, size: 8 }).page;
        const pages = Array.from({ length: of }, (_, index) => pageOf(groups, { page: index + 1, size: 8 }).groups);
        expect(pages.flatMap(rowsOf)).toEqual(rowsOf(groups));
        for (const page of pages) {
          expect(rowsOf(page).length).toBeLessThanOrEqual(8);
          for (const { name, count, rows } of page) {
            expect(groups.find((group) => group.name === name)).toMatchObject({ count });
            expect(rows.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('end with the last: a page beyond it is the last', () => {
    const rows = Array.from({ length: 9 }, (_, id) => ({ kind: 'submission' as const, id: `${id}`, share: 1 }));
    const { groups, page } = pageOf([{ name: null, count: 9, rows }], { page: 5, size: 8 });
    expect(page).toEqual({ number: 2, of: 2 });
    expect(rowsOf(groups)).toEqual(rows.slice(8));
  });
});

describe('the report that a card of details is about', () => {
  const at = instantOf('2017-12-06T09:00+08:00');

  it.each<DetailsSource>([
    { kind: 'week', at },
    { kind: 'month', at, month: '2017-11' },
  ])('is kept as the subject of the card: $kind', (source) => {
    expect(sourceOf(subjectOf(source))).toEqual(source);
  });

  it('of a card that was sent before months had details is its week', () => {
    expect(sourceOf('1511744400000')).toEqual({ kind: 'week', at: 1_511_744_400_000 });
  });
});
