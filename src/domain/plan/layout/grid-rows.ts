import type { LookAt } from './cell-look.ts';
import { columnAt, type GridColumns, standsAcross } from './grid-columns.ts';
import { placeCells } from './line-row.ts';
import { headingRow, type RawRow, type RowShape, rowOf, shapeOf } from './raw-rows.ts';
import { readHeading } from './section-heading.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** The rows of a table under known columns; a row of nothing but blanks gives none. */
export function rawRowsOf(
  rows: readonly GridRow[],
  grid: GridColumns,
  lookAt: LookAt,
  goesOn: boolean,
): readonly RawRow[] {
  const shape = shapeOf(grid.columns);
  const joinable = rows.some((row) => row.spaced);
  return rows.flatMap((row, index): readonly RawRow[] => {
    const afterBreak = goesOn && index === 0;
    const only = row.own.find((cell) => cell.cell.text !== '');
    if (!only) return [];
    if (standsAcross(row) && !isItem(only, row, lookAt)) return [headingRow(only.cell, shape, afterBreak)];
    const columns = row.ragged
      ? placeCells(row.own, grid.columns, lookAt, joinable)
      : row.own.map((cell) => targetOf(cell, grid));
    return [rowFrom(row, columns, grid, shape, afterBreak)];
  });
}

/** A lone cell of a text's row is a row of its own where it goes on with an item rather than heads the next ones. */
function isItem(cell: GridCell, row: GridRow, lookAt: LookAt): boolean {
  if (row.table === null || !row.ragged) return false;
  const look = lookAt(cell.cell.text);
  if (look.heading) return false;
  return look.sentence || look.numbered || (row.spaced && readHeading(cell.cell.text).deadline === null);
}

function rowFrom(
  row: GridRow,
  columns: readonly number[],
  grid: GridColumns,
  shape: RowShape,
  afterBreak: boolean,
): RawRow {
  const own = shape.blank.slice();
  const item = shape.items[0] ?? -1;
  let place: string | undefined;
  row.own.forEach(({ cell }, index) => {
    const column = columns[index] ?? -1;
    addText(own, column, cell.text);
    if (column === item && cell.text !== '') place ??= cell.place;
  });
  const covering = own.slice();
  row.slots.forEach((cell, at) => {
    if (!cell || cell === row.own[at] || cell.cell.text === '' || row.own.includes(cell)) return;
    if (row.slots.indexOf(cell) === at) addText(covering, targetOf(cell, grid), cell.cell.text);
  });
  const cells = row.own.map((cell) => cell.cell);
  place ??= (cells.find((cell) => cell.text !== '') ?? cells[0])?.place ?? '';
  return rowOf({ own, covering }, shape, { cells, place, afterBreak });
}

/** Several cells of a row may belong to one column: a line each. */
function addText(texts: string[], column: number, text: string): void {
  const before = texts[column];
  if (before !== undefined && text !== '') texts[column] = before === '' ? text : `${before}\n${text}`;
}

/** A cell over several columns belongs to the item's, if that is among them. */
function targetOf(cell: GridCell, { columns, from }: GridColumns): number {
  const first = columnAt(from, cell.column);
  if (cell.columnSpan === 1) return first;
  const last = columnAt(from, cell.column + cell.columnSpan - 1);
  for (let column = first; column <= last; column += 1) if (columns[column]?.kind === 'item') return column;
  return first;
}
