import { keyOf, squeeze } from '../phrases/fold.ts';
import type { StreamCell } from './cell-stream.ts';
import type { HeaderLeaf } from './grid-headers.ts';
import { isMetaWord, kindOfHeader, withoutMarks } from './header-words.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** Tables of one task each, turned so that their words on the left are headers. */
export interface KeyValueRows {
  readonly leaves: readonly HeaderLeaf[];
  readonly rows: readonly GridRow[];
  /** The words on the left, wherever they stand. */
  readonly headers: readonly StreamCell[];
  /** Rows that are no pairs. */
  readonly leftover: readonly StreamCell[];
}

const MOST_PAIRS = 4;

/** Whether a table pairs words for columns with what is said under them: 任务名称 | …, 责任单位 | …. */
export function isKeyValueTable(rows: readonly GridRow[]): boolean {
  if (rows.length < 2) return false;
  const keys = rows.slice(0, 60).map((row) => keysOf(row));
  const paired = keys.filter((words) => words.length > 0).length;
  if (paired < 2 || paired < keys.length * 0.6) return false;
  if (rows.some((row) => row.own.filter((cell) => isMetaWord(wordOf(cell))).length > 1)) return false;
  const kinds = new Set(keys.flat().map(kindOfHeader));
  const due = kinds.has('owner') || kinds.has('person') || kinds.has('deadline');
  return kinds.has('area') && due;
}

/** The keys of a row of pairs; empty where it is none. `sure` in a table of pairs, where 服务标准 may be a task. */
function keysOf(row: GridRow, sure = false): readonly string[] {
  const cells = row.own;
  if (cells.length < 2 || cells.length % 2 !== 0 || cells.length > MOST_PAIRS * 2) return [];
  const keys = cells.flatMap((cell, index) => (index % 2 === 0 ? [wordOf(cell)] : []));
  const values = cells.flatMap((cell, index) => (index % 2 === 1 ? [wordOf(cell)] : []));
  const named = keys.every((word) => kindOfHeader(word) !== undefined);
  return named && (sure || values.every((word) => kindOfHeader(word) === undefined)) ? keys : [];
}

function wordOf(cell: GridCell): string {
  return cell.cell.text.length > 40 ? '' : withoutMarks(keyOf(cell.cell.text));
}

export function turnKeyValues(rows: readonly GridRow[]): KeyValueRows {
  const leaves: HeaderLeaf[] = [];
  const columnOf = new Map<string, number>();
  const headers: StreamCell[] = [];
  const leftover: StreamCell[] = [];
  const records: Map<number, GridCell>[] = [];
  let table: number | null = null;
  for (const row of rows) {
    const keys = keysOf(row, true);
    if (keys.length === 0) {
      leftover.push(...row.own.map((cell) => cell.cell));
      continue;
    }
    keys.forEach((word, pair) => {
      const [key, value] = [row.own[pair * 2], row.own[pair * 2 + 1]];
      if (!key || !value) return;
      let column = columnOf.get(word);
      if (column === undefined) {
        column = leaves.length;
        columnOf.set(word, column);
        const printed = key.cell.printed === undefined ? withoutMarks(squeeze(key.cell.text)) : '';
        leaves.push({ word, above: '', printed, column, wide: 1 });
      }
      headers.push(key.cell.printed === undefined ? key.cell : { ...key.cell, text: key.cell.printed });
      const record = records.at(-1);
      if (!record || record.has(column) || row.table !== table) records.push(new Map([[column, value]]));
      else record.set(column, value);
      table = row.table;
    });
  }
  return { leaves, headers, leftover, rows: records.map((record) => rowFrom(record, leaves.length)) };
}

function rowFrom(record: ReadonlyMap<number, GridCell>, width: number): GridRow {
  const own = [...record]
    .sort(([a], [b]) => a - b)
    .map(([column, cell]): GridCell => ({ ...cell, column, rowSpan: 1, columnSpan: 1 }));
  const slots: (GridCell | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const cell of own) slots[cell.column] = cell;
  return { slots, own, table: 0, ragged: false, spaced: false };
}
