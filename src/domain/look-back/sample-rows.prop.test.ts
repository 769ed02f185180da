import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPart } from '../../../tests/support/parts.ts';
import type { ClosedRow } from './last-year.ts';
import { MOST_PER_OFFICE, sampleRows } from './sample-rows.ts';

const rowsOf = (counts: readonly number[]): readonly ClosedRow[] =>
  counts.flatMap((count, office) =>
    Array.from({ length: count }, (_, index) => {
      const ids = { taskId: `task-${office}-${index}`, officeId: `office-${office}` };
      return { ...ids, part: aPart({ ...ids, state: 'reported' }) };
    }),
  );

describe('the sample of closed rows', () => {
  it('asks every office that has any, no office more than one card holds, and no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { maxLength: 12 }),
        fc.nat(60),
        fc.integer({ min: 2016, max: 2030 }),
        (counts, size, year) => {
          const rows = rowsOf(counts);
          const officeIds = counts.map((_, index) => `office-${index}`);
          const sample = sampleRows(rows, { size, year, officeIds });
          const perOffice = counts.map(
            (_, index) => sample.filter(({ officeId }) => officeId === `office-${index}`).length,
          );
          for (const [index, count] of counts.entries()) {
            expect(perOffice[index]).toBeGreaterThanOrEqual(Math.min(1, count));
            expect(perOffice[index]).toBeLessThanOrEqual(Math.min(count, MOST_PER_OFFICE));
          }
          const possible = counts.reduce((sum, count) => sum + Math.min(count, MOST_PER_OFFICE), 0);
          const owed = counts.filter((count) => count > 0).length;
          expect(sample).toHaveLength(Math.max(owed, Math.min(size, possible)));
          expect(new Set(sample).size).toBe(sample.length);
          // Drawn again from the rows in another order it is the same.
          const again = sampleRows(rows.toReversed(), { size, year, officeIds });
          expect(new Set(again)).toEqual(new Set(sample));
        },
      ),
    );
  });

  it('is another one in another year', () => {
    const rows = rowsOf([30]);
    const [a, b] = [2024, 2025].map((year) => sampleRows(rows, { size: 8, year, officeIds: ['office-0'] }));
    expect(a).not.toEqual(b);
  });

  it('comes in the order of the offices', () => {
    const sample = sampleRows(rowsOf([2, 2, 2]), {
      size: 3,
      year: 2025,
      officeIds: ['office-2', 'office-0', 'office-1'],
    });
    expect(sample.map(({ officeId }) => officeId)).toEqual(['office-2', 'office-0', 'office-1']);
  });
});
