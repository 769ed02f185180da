import { fold, squeeze } from '../phrases/fold.ts';
import type { SourceDocument } from '../source-document.ts';
import { alignCells } from './align-cells.ts';
import { type CellStream, cellStreams, type StreamCell } from './cell-stream.ts';
import { type Column, findHeaders, type Header } from './column-headers.ts';
import { joinRows } from './join-rows.ts';
import { hasOwner, type RawRow, toRawRow } from './raw-rows.ts';
import { fillRows, type PlanRow } from './table-rows.ts';

export interface PlanTable {
  readonly columns: readonly Column[];
  readonly rows: readonly PlanRow[];
}

/** A document taken apart: every cell of it is in exactly one of these. */
export interface Layout {
  /** What stands before the first table: title, notice, prose. */
  readonly before: readonly StreamCell[];
  readonly tables: readonly PlanTable[];
  /** Cells that became rows or areas, for accounting. */
  readonly used: readonly StreamCell[];
  /** Column headers, with their repetitions. */
  readonly headers: readonly StreamCell[];
  /** Notes, signatures and titles between and after the tables. */
  readonly leftover: readonly StreamCell[];
}

const CLOSING =
  /^(?:附件|附表|备注|注[:：]|说明[:：]|抄送|联系人|联系电话|公开方式|信息公开选项|印发|分享到|打印|关闭|责任编辑|来源[:：])/;
const SIGNED =
  /^.{2,30}(?:局|委|委员会|办公室|政府|厅|院|中心|办)(?:\d{4}年\d{1,2}月\d{1,2}日)(?:印发)?$|^\d{4}年\d{1,2}月\d{1,2}日(?:印发)?$/;
/** Owners may stand in a bracket behind the item. */
const BRACKET = /\((?:牵头|责任|负责|配合)[^()]{1,200}\)$/;
const MOST_CLOSING = 16;
/** Many times the longest plan; what is longer is refused unread, so that no file can keep the reader busy. */
const MOST_CHARACTERS = 3_000_000;
const MOST_WITH_PADDING = 4_000_000;
const MOST_CELLS = 60_000;
const MIN_COMPLETE = 0.5;
/** A less sure way of telling cells apart has to read much more to be believed. */
const CLEARLY_BETTER = 1.25;

/** Finds the tables of a plan. Null where no reading of the document shows rows under headers. */
export function layOut(document: SourceDocument): Layout | null {
  if (isTooLong(document)) return null;
  let best: { layout: Layout; score: number } | null = null;
  for (const stream of cellStreams(document.blocks)) {
    const layout = layOutStream(stream);
    if (!layout) continue;
    const score = completeness(layout);
    if (score >= MIN_COMPLETE && (!best || score > best.score * CLEARLY_BETTER)) best = { layout, score };
  }
  return best?.layout ?? null;
}

function isTooLong(document: SourceDocument): boolean {
  let characters = 0;
  let padded = 0;
  for (const block of document.blocks) {
    const texts = block.type === 'table' ? block.cells.map((cell) => cell.text) : [block.text];
    for (const text of texts) {
      padded += text.length + 1;
      characters += text.trim().length;
    }
    if (characters > MOST_CHARACTERS || padded > MOST_WITH_PADDING) return true;
  }
  return false;
}

function layOutStream(stream: CellStream): Layout | null {
  const { cells } = stream;
  if (cells.length > MOST_CELLS) return null;
  const headers = findHeaders(cells);
  const first = headers[0];
  if (!first) return null;
  const tables: PlanTable[] = [];
  const used: StreamCell[] = [];
  const leftover: StreamCell[] = [];
  let group: { columns: readonly Column[]; rows: RawRow[] } | null = null;
  const close = (): void => {
    if (group) tables.push({ columns: group.columns, rows: fillRows(joinRows(group.rows), group.columns) });
    group = null;
  };
  headers.forEach((header, index) => {
    const end = headers[index + 1]?.at ?? cells.length;
    const section = inGrid(cells.slice(header.at + header.length, end), cells[header.at]);
    const body = section.slice(0, closingAt(section));
    leftover.push(...section.slice(body.length));
    const again: boolean = group !== null && sameColumns(group.columns, header.columns);
    if (!again) close();
    const open: { columns: readonly Column[]; rows: RawRow[] } = group ?? { columns: header.columns, rows: [] };
    group = open;
    const rows = alignCells(body, open.columns).map((row, at) => toRawRow(row, open.columns, again && at === 0));
    const next = headers[index + 1];
    const kept = withoutClosing(rows, next !== undefined && sameColumns(next.columns, open.columns));
    open.rows.push(...kept);
    used.push(...kept.flatMap((row) => row.cells));
    leftover.push(...rows.slice(kept.length).flatMap((row) => row.cells));
  });
  close();
  return {
    before: cells.slice(0, first.at),
    tables,
    used,
    headers: headers.flatMap((header) => cells.slice(header.at, header.at + header.length)),
    leftover,
  };
}

/** Columns of a grid counted from the first header; a cell outside of the headers has no known column. */
function inGrid(cells: readonly StreamCell[], firstHeader: StreamCell | undefined): readonly StreamCell[] {
  const offset = firstHeader?.column ?? null;
  return cells.map((cell) => {
    if (cell.column === null || offset === null) return cell;
    return { ...cell, column: cell.column >= offset ? cell.column - offset : null };
  });
}

/** Where notes and signatures begin below a table, if that is near its end. */
function closingAt(cells: readonly StreamCell[]): number {
  const at = cells.findIndex(
    (cell) => cell.gap !== 'cell' && (CLOSING.test(fold(squeeze(cell.text))) || SIGNED.test(fold(squeeze(cell.text)))),
  );
  return at >= 0 && cells.length - at <= MOST_CLOSING ? at : cells.length;
}

/** What follows the last real row: notes, signatures, the title of the next table. Before a page break a heading is real. */
function withoutClosing(rows: readonly RawRow[], goesOn: boolean): readonly RawRow[] {
  const closing = rows.findIndex(
    (row) => CLOSING.test(fold(row.heading ?? row.item.text)) && !hasOwner(row) && row.item.level === 0,
  );
  const body = closing < 0 ? rows : rows.slice(0, closing);
  let end = body.length;
  while (end > 0) {
    const row = body[end - 1];
    if (!row || hasOwner(row) || row.deadline !== '' || row.item.level > 0 || row.seq !== null) break;
    const open = row.heading === null && row.item.text !== '' && row.cells.some((cell) => cell.gap === 'cell');
    if (open || (goesOn && isHeading(row))) break;
    end -= 1;
  }
  return body.slice(0, end);
}

function isHeading(row: RawRow): boolean {
  return /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/.test(row.heading ?? row.areas.join(''));
}

function sameColumns(a: Header['columns'], b: Header['columns']): boolean {
  return a.length === b.length && a.every((column, index) => column.header === b[index]?.header);
}

/** Rows with an owner and a deadline of their own speak for a reading, rows without speak against it. */
function completeness(layout: Layout): number {
  const rows = layout.tables.flatMap((table) => table.rows);
  return rows.reduce((score, row) => {
    const owner = (row.owners.length > 0 && !row.ownersInferred) || BRACKET.test(fold(row.text)) ? 1 : 0;
    const deadline = row.deadline !== '' && !row.deadlineInferred ? 1 : 0;
    return score + (row.text === '' ? -1 : owner + deadline - 0.3);
  }, 0);
}

/** The lines of some cells, squeezed, blank ones left out. */
export function linesIn(cells: readonly StreamCell[]): readonly { readonly text: string; readonly place: string }[] {
  return cells.flatMap((cell) =>
    cell.text
      .split('\n')
      .map((line) => ({ text: squeeze(line), place: cell.place }))
      .filter((line) => line.text !== ''),
  );
}
