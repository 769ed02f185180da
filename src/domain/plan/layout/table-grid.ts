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

export function looseRow(cell: StreamCell, row: number): GridRow {
  const only: GridCell = { cell, row, column: 0, rowSpan: 1, columnSpan: 1 };
  return { slots: [only], own: [only], table: null, ragged: false, spaced: false };
}

/** Rows and columns as numbered by the document may have holes; only those that hold a cell count. */
function tableRows(cells: readonly Cell[], table: number, offset: number): readonly GridRow[] {
  const rowNumbers = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const rowAt = new Map(rowNumbers.map((number, index) => [number, index]));
  const covered = cells.reduce(
    (sum, cell) => sum + Math.max(1, cell.rowSpan) * Math.min(cell.columnSpan, MOST_COLUMNS),
    0,
  );
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = rowNumbers.map((): { slots: (GridCell | undefined)[]; own: GridCell[] } => ({ slots: [], own: [] }));
  for (const each of sorted) {
    const at = rowAt.get(each.row) ?? 0;
    const high = covered > MOST_COVERED ? 1 : heightOf(each, at, rowNumbers);
    const wide = Math.max(1, Math.min(each.columnSpan, MOST_COLUMNS - each.column));
    const cell: GridCell = {
      cell: { text: trimLines(cleaned(each.text)), place: each.place, gap: 'cell' },
      row: offset + at,
      column: each.column,
      rowSpan: high,
      columnSpan: wide,
    };
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
  return rows.map((row) => ({ ...row, table, ragged: false, spaced: false }));
}

/** How many of the rows that exist a cell covers. */
function heightOf(cell: Cell, at: number, rowNumbers: readonly number[]): number {
  let high = 1;
  while (high < cell.rowSpan && (rowNumbers[at + high] ?? Number.POSITIVE_INFINITY) < cell.row + cell.rowSpan)
    high += 1;
  return high;
}
