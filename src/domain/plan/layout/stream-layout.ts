import { isDateLine } from '../phrases/closing-lines.ts';
import { fold, keyOf, squeeze } from '../phrases/fold.ts';
import { alignCells } from './align-cells.ts';
import type { LookAt } from './cell-look.ts';
import type { CellStream, StreamCell } from './cell-stream.ts';
import { isClosing, withoutClosing, withoutEmptyHeadings } from './closing.ts';
import { findHeaders, type HeaderReading } from './column-headers.ts';
import { hasBracketedOwner } from './column-kinds.ts';
import { type Column, isContactWord, kindOfHeader, sameColumns } from './header-words.ts';
import { joinRows } from './join-rows.ts';
import type { Layout, PlanTable } from './layout-types.ts';
import { type RawRow, shapeOf, toRawRow } from './raw-rows.ts';
import { refineColumns } from './refine-columns.ts';
import { fillRows, type PlanRow } from './table-rows.ts';

const MOST_CLOSING = 16;
const CONTACTS = 3;
const SIGNS = /^[^、,，;；\s]{2,20}(?:政府|办公室|委员会|局|厅|中心|领导小组|科|处|股)$/;
const MOST_CELLS = 80_000;

/** The cells between two headers. */
interface Part {
  readonly header: readonly StreamCell[];
  readonly columns: readonly Column[];
  readonly body: readonly StreamCell[];
  readonly closing: readonly StreamCell[];
}

/** Reads a text whose rows are not marked: what the words of each cell say tells in which column it stands. */
export function layOutStream(stream: CellStream, lookAt: LookAt, reading: HeaderReading = 'as-printed'): Layout | null {
  const { cells } = stream;
  if (cells.length > MOST_CELLS) return null;
  const headers = findHeaders(cells, reading);
  const first = headers[0];
  if (!first) return null;
  const parts = headers.map((header, index): Part => {
    const section = cells.slice(header.at + header.length, headers[index + 1]?.at ?? cells.length);
    const end = closingAt(section, header.columns, lookAt);
    const words = cells.slice(header.at, header.at + header.length);
    return { header: words, columns: header.columns, body: section.slice(0, end), closing: section.slice(end) };
  });
  const tables: PlanTable[] = [];
  const used: StreamCell[] = [];
  const leftover: StreamCell[] = [];
  const headed: StreamCell[] = [];
  const before = cells.slice(0, first.at);
  let from = 0;
  while (from < parts.length) {
    const columns = parts[from]?.columns ?? [];
    let to = from + 1;
    while (to < parts.length && sameColumns(parts[to]?.columns ?? [], columns)) to += 1;
    const own = parts.slice(from, to);
    const table = readTable(own, lookAt);
    const real = table.table.rows.some((row) => isDue(row, lookAt));
    const loose = tables.length === 0 && !real ? before : leftover;
    if (real) {
      tables.push(table.table);
      pushAll(used, table.used);
      pushAll(leftover, table.leftover);
      pushAll(
        headed,
        own.flatMap((part) => part.header),
      );
    } else
      pushAll(
        loose,
        own.flatMap((part) => [...part.header, ...part.body, ...part.closing]),
      );
    from = to;
  }
  return tables.length === 0 ? null : { before, tables, used, headers: headed, leftover };
}

/** Somebody has to do it, or it has to be done by some time; under words that only sound like headers nothing is. */
function isDue(row: PlanRow, lookAt: LookAt): boolean {
  if (row.text === '') return false;
  const owner = row.ownersInferred ? '' : (row.owners[0]?.text ?? '');
  return lookAt(owner).owner > 0.5 || lookAt(row.deadline).deadline > 0.5 || hasBracketedOwner(row.text);
}

function pushAll<T>(to: T[], from: readonly T[]): void {
  for (const each of from) to.push(each);
}

function readTable(
  parts: readonly Part[],
  lookAt: LookAt,
): { table: PlanTable; used: readonly StreamCell[]; leftover: readonly StreamCell[] } {
  const columns = refineColumns(
    parts[0]?.columns ?? [],
    parts.map((part) => part.body),
    lookAt,
  );
  const shape = shapeOf(columns);
  const rows: RawRow[] = [];
  const leftover: StreamCell[] = [];
  parts.forEach(({ body, closing }, index) => {
    const raw = alignCells(body, columns, lookAt).map((row, at) => toRawRow(row, shape, index > 0 && at === 0));
    const kept = withoutEmptyHeadings(withoutClosing(raw, index < parts.length - 1));
    const taken = new Set(kept);
    pushAll(rows, kept);
    pushAll(
      leftover,
      raw.filter((row) => !taken.has(row)).flatMap((row) => row.cells),
    );
    pushAll(leftover, closing);
  });
  return {
    table: { columns, rows: fillRows(joinRows(rows), columns) },
    used: rows.flatMap((row) => row.cells),
    leftover,
  };
}

/** Where notes, signatures and address books begin below a table. */
function closingAt(cells: readonly StreamCell[], columns: readonly Column[], lookAt: LookAt): number {
  const from = Math.max(0, cells.length - MOST_CLOSING);
  const at = cells.slice(from).findIndex((cell) => cell.gap !== 'cell' && isClosing(cell.text));
  const end = contactsAt(cells, at < 0 ? cells.length : from + at);
  return signatureAt(cells, end, columns, lookAt);
}

/** 联络员, 职务, 电话 one behind the other head a list of people. */
function contactsAt(cells: readonly StreamCell[], end: number): number {
  let run = 0;
  for (let at = 0; at < end; at += 1) {
    const text = cells[at]?.text ?? '';
    run = text.length < 10 && isContactWord(text) ? run + 1 : 0;
    if (run < CONTACTS) continue;
    const first = at - run + 1;
    return kindOfHeader(keyOf(cells[first - 1]?.text.slice(0, 10) ?? '')) === undefined ? first : first - 1;
  }
  return end;
}

/** An office behind the last deadline, with or without a date below it, has signed the plan and does nothing. */
function signatureAt(cells: readonly StreamCell[], end: number, columns: readonly Column[], lookAt: LookAt): number {
  if (columns.at(-1)?.kind !== 'deadline') return end;
  const dated = isDateLine(fold(squeeze(cells[end - 1]?.text.slice(0, 20) ?? ''))) ? 1 : 0;
  const at = end - 1 - dated;
  const [office, before] = [cells[at], cells[at - 1]];
  if (!office || !before || office.gap === 'cell' || before.text.length > 40) return end;
  const signs = office.text.length >= 6 && SIGNS.test(office.text) && lookAt(office.text).owner === 1;
  return signs && lookAt(before.text).deadline === 1 ? at : end;
}
