import { describe, expect, it } from 'vitest';
import { cellLine } from '../../../../tests/support/block-lines.ts';
import { LittleEndian } from './little-endian.ts';
import { type PropertyChange, SPRM } from './property-changes.ts';
import { layOnGrid } from './table-grid.ts';
import type { WordRow } from './word-content.ts';

const change = (code: number, ...bytes: number[]): PropertyChange => ({
  code,
  operand: new LittleEndian(Uint8Array.from(bytes)),
});

/** The definition of a row by its edges, with the flags of its cells. */
function defined(edges: readonly number[], flags: readonly number[] = []): PropertyChange {
  const cells = Array.from({ length: edges.length - 1 }, (_, at) => [
    flags[at] ?? 0,
    0,
    ...Array.from({ length: 18 }, () => 0),
  ]);
  return change(
    SPRM.TDefTable,
    edges.length - 1,
    ...edges.flatMap((edge) => [edge & 0xff, (edge >> 8) & 0xff]),
    ...cells.flat(),
  );
}

const row = (texts: string, ...changes: PropertyChange[]): WordRow => ({
  cells: texts.split('|').map((text) => [{ kind: 'paragraph', text }]),
  changes: changes.length === 0 ? undefined : changes,
});
const shown = (rows: readonly WordRow[]) => layOnGrid(rows)?.map(cellLine);

const VERTICAL = { first: 0x60, continued: 0x20 };

describe('a Word table', () => {
  it('has the columns that any of its rows has an edge on; edges a hair apart are one', () => {
    expect(shown([row('甲|乙', defined([0, 1000, 3000])), row('丙|丁|戊', defined([-8, 1012, 2000, 2995]))])).toEqual([
      '0,0 1x1 甲',
      '0,1 1x2 乙',
      '1,0 1x1 丙',
      '1,1 1x1 丁',
      '1,2 1x1 戊',
    ]);
  });

  it('has cells merged downwards once, and keeps what a swallowed cell holds', () => {
    const edges = [0, 1000, 3000];
    expect(
      shown([
        row('甲|1', defined(edges, [VERTICAL.first])),
        row('|2', defined(edges, [VERTICAL.continued])),
        row('甲|3', defined(edges, [VERTICAL.continued])),
        row('另|4', defined(edges, [VERTICAL.continued])),
        row('乙|5', defined(edges, [VERTICAL.first])),
      ]),
    ).toEqual(['0,0 4x1 甲\n另', '0,1 1x1 1', '1,1 1x1 2', '2,1 1x1 3', '3,1 1x1 4', '4,0 1x1 乙', '4,1 1x1 5']);
  });

  it.each([
    ['the first marked 1', [1, 2, 0]],
    ['the first marked 2', [2, 1, 0]],
  ])('has cells merged sideways once, with %s', (_, flags) => {
    expect(
      shown([row('甲||乙', defined([0, 500, 1000, 1500], flags)), row('1|2|3', defined([0, 500, 1000, 1500]))]),
    ).toEqual(['0,0 1x2 甲', '0,2 1x1 乙', '1,0 1x1 1', '1,1 1x1 2', '1,2 1x1 3']);
  });

  it('is changed after its definition as the file says', () => {
    const edges = [0, 500, 1000, 1500];
    expect(shown([row('甲||乙', defined(edges), change(SPRM.TMerge, 0, 2))])).toEqual(['0,0 1x2 甲', '0,2 1x1 乙']);
    expect(
      shown([row('甲|乙', defined(edges), change(SPRM.TDelete, 0, 1)), row('1|2', defined([0, 500, 1000]))])?.length,
    ).toBe(4);
    expect(
      shown([
        row('甲|乙', defined([0, 500, 1000]), change(SPRM.TVertMerge, 0, 3)),
        row('|丙', defined([0, 500, 1000]), change(SPRM.TVertMerge, 0, 1)),
      ]),
    ).toEqual(['0,0 2x1 甲', '0,1 1x1 乙', '1,1 1x1 丙']);
    expect(shown([row('甲|乙|丙', defined([0, 500, 1000]), change(SPRM.TInsert, 1, 1, 0xf4, 1))])).toEqual([
      '0,0 1x1 甲',
      '0,1 1x1 乙',
      '0,2 1x1 丙',
    ]);
    expect(shown([row('甲|乙', defined([0, 500, 1000]), change(SPRM.TDxaCol, 0, 1, 0xe8, 3))])?.length).toBe(2);
  });

  it('keeps the cells of a row with more or fewer of them than its definition, and of one without', () => {
    expect(
      shown([row('甲|乙|丙', defined([0, 500, 1000])), row('丁', defined([0, 500, 1000])), row('戊|己|庚')]),
    ).toEqual(['0,0 1x1 甲', '0,1 1x1 乙', '0,2 1x1 丙', '1,0 1x1 丁', '2,0 1x1 戊', '2,1 1x1 己', '2,2 1x1 庚']);
  });

  it('that no row defines is none', () => {
    expect(shown([row('甲|乙')])).toBeUndefined();
  });
});
