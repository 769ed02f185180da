import type { LookAt } from './cell-look.ts';
import type { StreamCell } from './cell-stream.ts';
import { isClosing } from './closing.ts';
import { standsAcross } from './grid-columns.ts';
import { type GridHeader, type HeaderLeaf, headerAt, unsureHeaderAt } from './grid-headers.ts';
import { isKeyValueTable, turnKeyValues } from './key-value.ts';
import { joinOfficeColumns, type Legend, legendIn } from './office-columns.ts';
import { readHeading } from './section-heading.ts';
import { blocksIn, stackBlocks } from './side-by-side.ts';
import { cellsOf, type GridRow } from './table-grid.ts';
import { formLines, isWebForm } from './web-form.ts';

/** The rows of one table under one header. */
export interface Section {
  /** Equal where the header is the same. */
  readonly key: string;
  /** Null where the table has no header and goes on with the columns of the one before. */
  readonly leaves: readonly HeaderLeaf[] | null;
  readonly headers: readonly StreamCell[];
  readonly rows: readonly GridRow[];
}

/** A document in its order: text outside of tables, and sections. */
export type Part =
  | { readonly type: 'loose'; readonly cells: readonly StreamCell[] }
  | { readonly type: 'section'; readonly section: Section };

interface OpenSection extends Section {
  readonly rows: GridRow[];
  readonly table: number | null;
  readonly header: GridHeader | null;
  readonly width: number;
}

const LONGEST_HEADING = 80;

/** Cuts the rows of a document at its headers and where a table begins. */
export function partsOf(rows: readonly GridRow[], lookAt: LookAt): readonly Part[] {
  const tables = rowsByTable(rows);
  const keyed = tablesThat(isKeyValueTable, tables);
  const forms = tablesThat(isWebForm, tables);
  const parts: (Part | { readonly type: 'open'; readonly section: OpenSection })[] = [];
  let pending: GridRow[] = [];
  const legend = (): Legend => legendIn(rows.flatMap(lineOf));
  let open: OpenSection | null = null;
  const start = (section: OpenSection): OpenSection => {
    const headings = headingsIn(pending, lookAt);
    const loose = pending.slice(0, pending.length - headings.length);
    if (loose.length > 0) parts.push({ type: 'loose', cells: loose.flatMap(cellsOf) });
    section.rows.push(...headings);
    parts.push({ type: 'open', section });
    pending = [];
    return section;
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) continue;
    if (row.table !== null && forms.has(row.table)) {
      open = null;
      if (pending.length > 0) parts.push({ type: 'loose', cells: pending.splice(0).flatMap(cellsOf) });
      parts.push({ type: 'loose', cells: formLines(row) });
      continue;
    }
    if (row.table !== null && keyed.has(row.table)) {
      if (open?.key !== 'key-value' || pending.length > 0) {
        if (open?.key === 'key-value' && headingsIn(pending, lookAt).length < pending.length) open = null;
        if (open?.key !== 'key-value') open = start(openSection('key-value', null, row, []));
        else open.rows.push(...pending.splice(0));
      }
      open.rows.push(row);
      continue;
    }
    const begins = row.table !== null && row.table !== open?.table && row.slots.length !== open?.width;
    const header = headerAt(rows, at) ?? (begins ? unsureHeaderAt(rows, at) : undefined);
    if (header) {
      open = start(openSection(header.key, header, row, rows.slice(at, at + header.depth).flatMap(cellsOf)));
      at += header.depth - 1;
    } else if (row.table === null) pending.push(row);
    else if (open && open.table === row.table && open.key !== 'key-value') {
      flushInto(open, pending, parts, lookAt);
      pending = [];
      open.rows.push(row);
    } else {
      const width = row.slots.length;
      const goesOn: boolean = open !== null && open.key !== 'key-value' && open.width === width;
      const key: string = goesOn && open ? open.key : `table-${row.table}`;
      open = start({ ...openSection(key, null, row, []), width });
      open.rows.push(row);
    }
  }
  if (pending.length > 0) parts.push({ type: 'loose', cells: pending.flatMap(cellsOf) });
  return parts.flatMap((part): readonly Part[] => (part.type === 'open' ? finished(part.section, legend) : [part]));
}

function openSection(
  key: string,
  header: GridHeader | null,
  row: GridRow,
  headers: readonly StreamCell[],
): OpenSection {
  return {
    key,
    header,
    headers,
    rows: [],
    table: row.table,
    leaves: header?.leaves ?? null,
    width: row.slots.length,
  };
}

function finished(section: OpenSection, legend: () => Legend): readonly Part[] {
  const { key, rows, header, headers, leaves } = section;
  if (key === 'key-value') {
    const turned = turnKeyValues(rows.filter((row) => row.table !== null));
    const loose = [...rows.filter((row) => row.table === null).flatMap(cellsOf), ...turned.leftover];
    return [
      ...(loose.length > 0 ? [{ type: 'loose', cells: loose } as const] : []),
      { type: 'section', section: { key, leaves: turned.leaves, headers: turned.headers, rows: turned.rows } },
    ];
  }
  const times = header ? blocksIn(header) : 1;
  if (header && times > 1) {
    const block = header.leaves.slice(0, header.leaves.length / times);
    return [{ type: 'section', section: { key, headers, leaves: block, rows: stackBlocks(rows, header, times) } }];
  }
  const joined = header && joinOfficeColumns(header.leaves, rows, legend);
  if (joined) return [{ type: 'section', section: { key, headers, ...joined } }];
  const none = header === null && key.startsWith('table-');
  return [{ type: 'section', section: { key, headers, rows, leaves: none ? blankLeaves(section.width) : leaves } }];
}

/** A table without any header: its cells have to tell. */
function blankLeaves(width: number): readonly HeaderLeaf[] {
  return Array.from({ length: width }, (_, column) => ({ word: '', above: '', printed: '', column, wide: 1 }));
}

/** The only words of a row, where a legend may stand. */
function lineOf(row: GridRow): readonly string[] {
  const texts = row.own.flatMap(({ cell }) => (cell.text === '' ? [] : [cell.text]));
  return texts.length === 1 ? texts : [];
}

/** Text between the rows of a table: headings belong to it, the rest does not. */
function flushInto(
  open: OpenSection,
  pending: readonly GridRow[],
  parts: { push(part: Part): unknown },
  lookAt: LookAt,
): void {
  for (const row of pending) {
    if (isHeadingRow(row, lookAt)) open.rows.push(row);
    else parts.push({ type: 'loose', cells: cellsOf(row) });
  }
}

/** The headings just above a table, with nothing between. */
function headingsIn(pending: readonly GridRow[], lookAt: LookAt): readonly GridRow[] {
  let from = pending.length;
  while (from > 0) {
    const row = pending[from - 1];
    if (!row || !isHeadingRow(row, lookAt)) break;
    from -= 1;
  }
  return pending.slice(from);
}

function isHeadingRow(row: GridRow, lookAt: LookAt): boolean {
  const text = row.own[0]?.cell.text ?? '';
  if (!standsAcross(row) || text.length > LONGEST_HEADING || isClosing(text)) return false;
  const look = lookAt(text);
  if (look.heading) return !look.sentence || /领导|责任|牵头/.test(text);
  const { people, deadline } = readHeading(text);
  return deadline !== null || (people.length > 0 && look.length < 40);
}

function rowsByTable(rows: readonly GridRow[]): ReadonlyMap<number, readonly GridRow[]> {
  const tables = new Map<number, GridRow[]>();
  for (const row of rows) {
    if (row.table === null) continue;
    const known = tables.get(row.table);
    if (known) known.push(row);
    else tables.set(row.table, [row]);
  }
  return tables;
}

function tablesThat(
  is: (rows: readonly GridRow[]) => boolean,
  tables: ReadonlyMap<number, readonly GridRow[]>,
): ReadonlySet<number> {
  return new Set([...tables].flatMap(([table, own]) => (is(own) ? [table] : [])));
}
