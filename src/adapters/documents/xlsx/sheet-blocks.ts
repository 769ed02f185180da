import type { Block, Cell } from '../../../domain/plan/source-document.ts';
import { countBefore } from '../halving.ts';
import { MergeCover } from './merge-cover.ts';
import type { SheetArea, SheetContent } from './read-sheet.ts';

/** The visible part of a sheet, its blank rows and columns taken out. */
interface Grid {
  /** Rows of the sheet that are rows of the grid, and columns alike. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly GridCell[];
}

interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

const MAX_POSITIONS = 1_000_000;

/**
 * One table a sheet; the title above it and the remarks below it, each alone on its row, are paragraphs.
 *
 * @param name the sheet's name; '' for a file that is one table
 */
export function sheetBlocks(name: string, content: SheetContent): readonly Block[] {
  const grid = gridOf(content);
  const placeOf = (row: number): string => `${name} 第 ${(grid.rows[row] ?? 0) + 1} 行`.trimStart();
  const perRow = cellsPerRow(grid);
  const first = perRow.findIndex((count) => count > 1);
  if (first < 0) return grid.cells.map(({ text, row }) => ({ type: 'paragraph', text, place: placeOf(row) }));
  const last = lastRowOfTable(grid, perRow);
  const table: Cell[] = [];
  const above: Block[] = [];
  const below: Block[] = [];
  const places = grid.rows.map((_, row) => placeOf(row));
  withBlanks(grid, first, last).forEach(({ row, column, rowSpan, columnSpan, text }) => {
    const place = places[row] ?? '';
    if (row < first) above.push({ type: 'paragraph', text, place });
    else if (row > last) below.push({ type: 'paragraph', text, place });
    else table.push({ row: row - first, column, rowSpan, columnSpan, text, place });
  });
  return [...above, { type: 'table', cells: table, place: name || '表 1' }, ...below];
}

function gridOf(content: SheetContent): Grid {
  const shown = shownCells(content);
  const rows = sorted(new Set(shown.map(({ top }) => top)));
  const columns = sorted(new Set(shown.map(({ left }) => left)));
  const cells = shown.map(({ top, left, bottom, right, text }) => {
    const row = indexOf(rows, top);
    const column = indexOf(columns, left);
    const rowSpan = bottom === top ? 1 : Math.max(1, indexOf(rows, bottom + 1) - row);
    const columnSpan = right === left ? 1 : Math.max(1, indexOf(columns, right + 1) - column);
    return { row, column, rowSpan, columnSpan, text };
  });
  return { rows, columns, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function sorted(numbers: ReadonlySet<number>): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

interface ShownCell extends SheetArea {
  readonly text: string;
}

/** The cells that a person sees, merged ones once and where they begin to be visible. */
function shownCells({ rows, merges, hiddenRows, hiddenColumns }: SheetContent): readonly ShownCell[] {
  const covers = new MergeCover(merges);
  const shown: ShownCell[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((text, column) => {
      const area = covers.find(row, column);
      // What lies under a merged cell is not seen: its first cell alone is.
      if (area && (area.top !== row || area.left !== column)) return;
      const bottom = area?.bottom ?? row;
      const right = area?.right ?? column;
      const top = firstShown(hiddenRows, row, bottom);
      const left = firstShown(hiddenColumns, column, right);
      if (top !== undefined && left !== undefined) shown.push({ top, left, bottom, right, text });
    });
  });
  return shown;
}

function firstShown(hidden: ReadonlySet<number>, first: number, last: number): number | undefined {
  for (let at = first; at <= last; at += 1) if (!hidden.has(at)) return at;
  return undefined;
}

/** How many of the sorted numbers are below one. */
function indexOf(numbers: readonly number[], number: number): number {
  return countBefore(numbers.length, (at) => (numbers[at] ?? 0) < number);
}

/** How many cells each row shows, those that reach into it from above counted. */
function cellsPerRow({ rows, cells }: Grid): readonly number[] {
  const steps = Array.from({ length: rows.length + 1 }, () => 0);
  cells.forEach(({ row, rowSpan }) => {
    steps[row] = (steps[row] ?? 0) + 1;
    const end = Math.min(rows.length, row + rowSpan);
    steps[end] = (steps[end] ?? 0) - 1;
  });
  let count = 0;
  return steps.slice(0, rows.length).map((step) => {
    count += step;
    return count;
  });
}

/** Remarks stand below the table, from its first column on; what stands alone in another column is a row not filled in. */
function lastRowOfTable({ cells }: Grid, perRow: readonly number[]): number {
  let last = perRow.length - 1;
  for (const { row, column, columnSpan } of cells.toReversed()) {
    if (row < last) continue;
    if ((perRow[last] ?? 0) > 1 || (column > 0 && columnSpan === 1)) return last;
    last = row - 1;
  }
  return perRow.findLastIndex((count) => count > 1);
}

/** Blank cells are cells of the table too, as long as there are not absurdly many of them. */
function withBlanks({ rows, columns, cells }: Grid, first: number, last: number): readonly GridCell[] {
  const width = columns.length;
  if (width * rows.length > MAX_POSITIONS) return cells;
  const taken = coveredPositions(rows.length, width, cells);
  const all: GridCell[] = [];
  let next = 0;
  for (let row = 0; row < rows.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const cell = cells[next];
      if (cell?.row === row && cell.column === column) {
        all.push(cell);
        next += 1;
      } else if (row >= first && row <= last && taken[row * width + column] === 0) {
        all.push({ row, column, rowSpan: 1, columnSpan: 1, text: '' });
      }
    }
  }
  return all;
}

function coveredPositions(height: number, width: number, cells: readonly GridCell[]): Uint8Array {
  const taken = new Uint8Array(width * height);
  let left = 4 * taken.length;
  for (const { row, column, rowSpan, columnSpan } of cells) {
    // Cells that overlap over and over are of no real sheet.
    left -= rowSpan * columnSpan;
    if (left < 0) break;
    for (let at = row; at < Math.min(height, row + rowSpan); at += 1) {
      taken.fill(1, at * width + column, at * width + Math.min(width, column + columnSpan));
    }
  }
  return taken;
}
