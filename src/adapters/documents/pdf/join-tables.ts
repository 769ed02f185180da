import type { Block, Cell } from '../../../domain/plan/source-document.ts';
import { isCut, repeatedHeaders, SAME_LINE } from './cut-row.ts';
import type { PageTable } from './page-parts.ts';

/** A table on one page with the words for its place. */
export interface TableOnPage {
  readonly table: PageTable;
  /** Of the page, from 1. */
  readonly page: number;
  /** Of the table on its page, from 1. */
  readonly index: number;
}

const SAME_SIDE = 8;

/** Whether a table goes on in the one that opens the next page: it has the same outer sides. */
export function goesOn(above: PageTable, below: PageTable): boolean {
  const left = Math.abs((above.grid.xs[0] ?? 0) - (below.grid.xs[0] ?? 0));
  const right = Math.abs((above.grid.xs.at(-1) ?? 0) - (below.grid.xs.at(-1) ?? 0));
  return left <= SAME_SIDE && right <= SAME_SIDE;
}

/** One table of its parts on following pages, their columns brought into one grid. */
export function joinTables(parts: readonly TableOnPage[]): Block {
  const lines = sharedLines(parts.map(({ table }) => table.grid.xs));
  const cells: Cell[] = [];
  let firstRow = 0;
  parts.forEach((part, at) => {
    const { table } = part;
    const above = parts[at - 1];
    const headers = above ? repeatedHeaders(parts[0]?.table ?? table, table) : 0;
    const cut = above !== undefined && isCut(above.table, table, headers);
    // The header stays where it stands between whole rows; inside a row it would tear it apart.
    const skipped = cut ? headers : 0;
    const shift = firstRow - skipped - (cut ? 1 : 0);
    for (const cell of table.cells) {
      if (cell.top < skipped) continue;
      const next = cellIn(part, cell, lines, shift);
      const begun = cut && cell.top === skipped ? cellEndingAt(cells, next) : -1;
      const upper = cells[begun];
      if (upper) cells[begun] = continued(upper, next);
      else cells.push(next);
    }
    firstRow = shift + table.grid.ys.length - 1;
  });
  const first = parts[0];
  return { type: 'table', cells, place: `第 ${first?.page ?? 1} 页 表 ${first?.index ?? 1}` };
}

function cellIn(
  { table, page, index }: TableOnPage,
  cell: PageTable['cells'][number],
  lines: readonly number[],
  shift: number,
): Cell {
  const column = lineAt(lines, table.grid.xs[cell.left] ?? 0);
  return {
    row: cell.top + shift,
    column,
    rowSpan: cell.bottom - cell.top,
    columnSpan: Math.max(1, lineAt(lines, table.grid.xs[cell.right] ?? 0) - column),
    text: cell.text,
    place: `第 ${page} 页 表 ${index} 第 ${cell.top + 1} 行`,
  };
}

/** The cell of the last row on the page above that the page break has cut. */
function cellEndingAt(cells: readonly Cell[], next: Cell): number {
  return cells.findLastIndex(
    (cell) =>
      cell.row + cell.rowSpan === next.row + 1 && cell.column === next.column && cell.columnSpan === next.columnSpan,
  );
}

function continued(above: Cell, below: Cell): Cell {
  const text = [above.text, below.text].filter((part) => part !== '').join('\n');
  return { ...above, text, rowSpan: above.rowSpan + below.rowSpan - 1 };
}

function sharedLines(all: readonly (readonly number[])[]): readonly number[] {
  const lines: number[] = [];
  for (const x of all.flat().sort((a, b) => a - b)) {
    const last = lines.at(-1);
    if (last === undefined || x - last > SAME_LINE) lines.push(x);
  }
  return lines;
}

/** The line at an x, counted from 0. */
function lineAt(lines: readonly number[], x: number): number {
  const at = lines.findLastIndex((line) => line <= x + 0.01);
  return Math.max(0, at);
}
