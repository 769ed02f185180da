import { squeeze } from '../phrases/fold.ts';
import type { LookAt } from './cell-look.ts';
import type { StreamCell } from './cell-stream.ts';
import { isClosing, isTotal, withoutClosing, withoutEmptyHeadings } from './closing.ts';
import { columnsUnder, type GridColumns } from './grid-columns.ts';
import { rawRowsOf } from './grid-rows.ts';
import { type Part, partsOf, type Section } from './grid-sections.ts';
import { headsContacts, sameColumns } from './header-words.ts';
import { joinRows } from './join-rows.ts';
import type { Layout, PlanTable } from './layout-types.ts';
import type { RawRow } from './raw-rows.ts';
import { cellsOf, type GridRow } from './table-grid.ts';
import { fillRows } from './table-rows.ts';

/** Many times the longest plan. */
const MOST_ROWS = 30_000;

/** Reads tables whose rows are known. Null where none of them is a plan's. */
export function layOutGrid(rows: readonly GridRow[], lookAt: LookAt): Layout | null {
  if (rows.length > MOST_ROWS) return null;
  const parts = partsOf(rows, lookAt);
  const columnsOf = columnReader(parts, lookAt);
  const before: StreamCell[] = [];
  const leftover: StreamCell[] = [];
  const used: StreamCell[] = [];
  const headers: StreamCell[] = [];
  const tables: PlanTable[] = [];
  let group: { columns: GridColumns; rows: RawRow[] } | null = null;
  let found = false;
  const close = (): void => {
    if (group) tables.push(tableOf(group.rows, group.columns));
    group = null;
  };
  parts.forEach((part, index) => {
    const loose = found ? leftover : before;
    if (part.type === 'loose') {
      loose.push(...part.cells);
      return;
    }
    const { section } = part;
    const columns: GridColumns | null = columnsOf(section, group);
    if (!columns) {
      loose.push(...section.headers, ...section.rows.flatMap(isDirectory(section) ? asLine : cellsOf));
      return;
    }
    found = true;
    const again: boolean = group !== null && sameColumns(group.columns.columns, columns.columns);
    if (!again) close();
    const open: { columns: GridColumns; rows: RawRow[] } = group ?? { columns, rows: [] };
    group = open;
    const raw = rawRowsOf(section.rows, columns, lookAt, again);
    const real = realRows(raw, nextKey(parts, index) === section.key);
    headers.push(...section.headers);
    let next = 0;
    raw.forEach((row) => {
      const isReal = row === real[next];
      if (isReal) open.rows.push(row);
      if (isReal) next += 1;
      const cells = isReal ? used : leftover;
      for (const cell of row.cells) cells.push(cell);
    });
  });
  close();
  return tables.length === 0 ? null : { before, tables, used, headers, leftover };
}

function tableOf(rows: readonly RawRow[], { columns }: GridColumns): PlanTable {
  return { columns, rows: fillRows(joinRows(rows), columns) };
}

function nextKey(parts: readonly Part[], index: number): string | null {
  const next = parts[index + 1];
  return next?.type === 'section' ? next.section.key : null;
}

/** Without totals, notes and headings of nothing, in their order. */
function realRows(raw: readonly RawRow[], goesOn: boolean): readonly RawRow[] {
  const real = raw.filter((row) => !isTotal(row) && !(row.heading !== null && isClosing(row.heading)));
  return withoutEmptyHeadings(withoutClosing(real, goesOn));
}

/** Columns are decided once for all tables under the same header; a table without one goes on with those before it. */
function columnReader(parts: readonly Part[], lookAt: LookAt) {
  const known = new Map<string, GridColumns | null>();
  const rowsOf = new Map<string, readonly GridRow[]>();
  for (const part of parts) {
    if (part.type !== 'section') continue;
    const before = rowsOf.get(part.section.key);
    rowsOf.set(part.section.key, before ? before.concat(part.section.rows) : part.section.rows);
  }
  return (section: Section, group: { readonly columns: GridColumns } | null): GridColumns | null => {
    if (section.leaves === null) return group?.columns ?? null;
    const before = known.get(section.key);
    if (before !== undefined) return before;
    const columns = columnsUnder(section.leaves, rowsOf.get(section.key) ?? [], lookAt);
    known.set(section.key, columns);
    return columns;
  };
}

/** A list of people and telephones: its rows stay lines, or its offices would seem to head what follows. */
function isDirectory({ leaves }: Section): boolean {
  return leaves !== null && headsContacts(leaves.map(({ word }) => word));
}

function asLine(row: GridRow): readonly StreamCell[] {
  const cells = cellsOf(row).filter((cell) => cell.text !== '');
  const [first] = cells;
  return first ? [{ ...first, text: cells.map((cell) => squeeze(cell.text)).join('　') }] : [];
}
