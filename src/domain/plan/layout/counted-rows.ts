import type { StreamCell } from './cell-stream.ts';
import { lineCells } from './grid-lines.ts';
import { loneNumber } from './item-number.ts';
import { type GridRow, looseRow } from './table-grid.ts';

const FEWEST_ROWS = 3;
/** Cells of one row; a longer one is no row. */
const MOST_CELLS = 16;

/** Cells without any header whose rows are counted: 1, 2, 3 … stand alone before each. */
export function countedCells(cells: readonly StreamCell[]): readonly GridRow[] {
  const starts: number[] = [];
  cells.forEach((cell, at) => {
    if (loneNumber(cell.text) === starts.length + 1) starts.push(at);
  });
  const first = starts[0] ?? cells.length;
  if (starts.length < FEWEST_ROWS) return [];
  const rows: GridRow[] = cells.slice(0, first).map((cell, row) => looseRow(cell, row));
  starts.forEach((from, index) => {
    const own = cells.slice(from, starts[index + 1] ?? Math.min(cells.length, from + usual(starts)));
    if (own.length <= MOST_CELLS) rows.push(lineCells(own, rows.length));
    else for (const cell of own) rows.push(looseRow(cell, rows.length));
  });
  const end = Math.min(cells.length, (starts.at(-1) ?? 0) + usual(starts));
  for (const cell of cells.slice(end)) rows.push(looseRow(cell, rows.length));
  return rows;
}

/** How many cells a row has at most. */
function usual(starts: readonly number[]): number {
  const widths = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  return widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.8)] ?? MOST_CELLS;
}
