import type { LookAt } from './cell-look.ts';
import { columnAt, type GridColumns, standsAcross } from './grid-columns.ts';
import { placeCells } from './line-row.ts';
import { headingRow, type RawRow, rowOf } from './raw-rows.ts';
import { readHeading } from './section-heading.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** The rows of a table under known columns; a row of nothing but blanks gives none. */
export function rawRowsOf(
  rows: readonly GridRow[],
  grid: GridColumns,
  lookAt: LookAt,
  goesOn: boolean,
): readonly RawRow[] {
  const joinable = rows.some((row) => row.spaced);
  return rows.flatMap((row, index): readonly RawRow[] => {
    const afterBreak = goesOn && index === 0;
    const only = row.own.find((cell) => cell.cell.text !== '');
    if (!only) return [];
    if (standsAcross(row) && !isItem(only, row, lookAt)) return [headingRow(only.cell, grid.columns, afterBreak)];
    const columns = row.ragged
      ? placeCells(row.own, grid.columns, lookAt, joinable)
      : row.own.map((cell) => targetOf(cell, grid));
    return [rowFrom(row, columns, grid, afterBreak)];
  });
}

/** A lone cell of a text's row is a row of its own where it goes on with an item rather than heads the next ones. */
function isItem(cell: GridCell, row: GridRow, lookAt: LookAt): boolean {
  if (row.table === null || !row.ragged) return false;
  const look = lookAt(cell.cell.text);
  if (look.heading) return false;
  return look.sentence || look.numbered || (row.spaced && readHeading(cell.cell.text).deadline === null);
}

function rowFrom(row: GridRow, columns: readonly number[], grid: GridColumns, afterBreak: boolean): RawRow {
  const width = grid.columns.length;
  const own: string[][] = Array.from({ length: width }, () => []);
  const covering: string[][] = Array.from({ length: width }, () => []);
  row.own.forEach((cell, index) => {
    const column = columns[index] ?? -1;
    if (cell.cell.text === '' || column < 0) return;
    own[column]?.push(cell.cell.text);
    covering[column]?.push(cell.cell.text);
  });
  const merged = row.slots.length !== row.own.length || row.slots.some((cell, at) => cell !== row.own[at]);
  for (const cell of merged ? new Set(row.slots) : []) {
    if (cell && !row.own.includes(cell) && cell.cell.text !== '') covering[targetOf(cell, grid)]?.push(cell.cell.text);
  }
  const item = grid.columns.findIndex((column) => column.kind === 'item');
  const at = columns.findIndex((column, index) => column === item && row.own[index]?.cell.text !== '');
  const cells = row.own.map((cell) => cell.cell);
  const first = cells.find((cell) => cell.text !== '') ?? cells[0];
  return rowOf(
    { own: own.map((texts) => texts.join('\n')), covering: covering.map((texts) => texts.join('\n')), beside: [] },
    grid.columns,
    { cells, place: (cells[at] ?? first)?.place ?? '', afterBreak },
  );
}

/** A cell over several columns belongs to the item's, if that is among them. */
function targetOf(cell: GridCell, { columns, from }: GridColumns): number {
  const first = columnAt(from, cell.column);
  const last = columnAt(from, cell.column + cell.columnSpan - 1);
  for (let column = first; column <= last; column += 1) if (columns[column]?.kind === 'item') return column;
  return first;
}
