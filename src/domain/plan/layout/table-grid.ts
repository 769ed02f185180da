import type { Block, Cell } from '../source-document.ts';
import { cleaned, type StreamCell, trimLines } from './cell-stream.ts';

/** A cell and where it stands in its table; rows count through the whole document. */
export interface GridCell {
  readonly cell: StreamCell;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface GridRow {
  /** By column, the cell that covers it; a merged cell stands in all that it covers. */
  readonly slots: readonly (GridCell | undefined)[];
  /** The cells that begin here, from left to right. */
  readonly own: readonly GridCell[];
  /** Which table of the document; null for a paragraph outside of tables. */
  readonly table: number | null;
  /** The columns are not known: some cells may be missing, and only the order tells. */
  readonly ragged: boolean;
  /** The cells are words between spaces: several may be one cell. */
  readonly spaced: boolean;
}

interface OpenRow extends GridRow {
  readonly slots: (GridCell | undefined)[];
  readonly own: GridCell[];
}

/** Columns further right are kept as text only. */
const MOST_COLUMNS = 80;
/** Merged cells that claim more than this are taken as one row high. */
const MOST_COVERED = 3_000_000;

/** The tables of a document and its paragraphs as one sequence of rows. */
export function gridRows(blocks: readonly Block[]): readonly GridRow[] {
  const rows: GridRow[] = [];
  let table = 0;
  for (const block of blocks) {
    if (block.type === 'table') {
      for (const row of tableRows(block.cells, table, rows.length)) rows.push(row);
      table += 1;
    } else {
      const text = trimLines(cleaned(block.text));
      if (text !== '') rows.push(looseRow({ text, place: block.place, gap: 'blank' }, rows.length));
    }
  }
  return rows;
}

/** What begins in the row. */
export function cellsOf(row: GridRow): readonly StreamCell[] {
  return row.own.map((cell) => cell.cell);
}

export function looseRow(cell: StreamCell, row: number): GridRow {
  const only: GridCell = { cell, row, column: 0, rowSpan: 1, columnSpan: 1 };
  return { slots: [only], own: [only], table: null, ragged: false, spaced: false };
}

/** Rows and columns as numbered by the document may have holes; only those that hold a cell count. */
function tableRows(cells: readonly Cell[], table: number, offset: number): readonly GridRow[] {
  const sorted = inOrder(cells);
  const rowNumbers: number[] = [];
  let covered = 0;
  for (const { row, rowSpan, columnSpan } of sorted) {
    if (rowNumbers.at(-1) !== row) rowNumbers.push(row);
    covered += Math.max(1, rowSpan) * Math.min(columnSpan, MOST_COLUMNS);
  }
  const rows = rowNumbers.map(() => openRow(table));
  let at = 0;
  for (const each of sorted) {
    while (rowNumbers[at] !== each.row) at += 1;
    const high = covered > MOST_COVERED ? 1 : heightOf(each, at, rowNumbers);
    const wide = Math.max(1, Math.min(each.columnSpan, MOST_COLUMNS - each.column));
    // Objects inside of an object are made apart: that is quicker.
    const words: StreamCell = { text: trimLines(cleaned(each.text)), place: each.place, gap: 'cell' };
    const cell = { cell: words, row: offset + at, column: each.column, rowSpan: high, columnSpan: wide };
    rows[at]?.own.push(cell);
    for (let row = at; row < at + high; row += 1) {
      for (let column = each.column; column < Math.min(each.column + wide, MOST_COLUMNS); column += 1) {
        const slots = rows[row]?.slots;
        if (!slots) continue;
        while (slots.length <= column) slots.push(undefined);
        slots[column] ??= cell;
      }
    }
  }
  return rows;
}

function openRow(table: number): OpenRow {
  const slots: (GridCell | undefined)[] = [];
  const own: GridCell[] = [];
  return { slots, own, table, ragged: false, spaced: false };
}

/** Row by row from left to right, as most readers hand them over. */
function inOrder(cells: readonly Cell[]): readonly Cell[] {
  const isSorted = cells.every((cell, at) => {
    const before = cells[at - 1];
    return !before || before.row < cell.row || (before.row === cell.row && before.column <= cell.column);
  });
  return isSorted ? cells : [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** How many of the rows that exist a cell covers. */
function heightOf(cell: Cell, at: number, rowNumbers: readonly number[]): number {
  let high = 1;
  while (high < cell.rowSpan && (rowNumbers[at + high] ?? Number.POSITIVE_INFINITY) < cell.row + cell.rowSpan)
    high += 1;
  return high;
}
