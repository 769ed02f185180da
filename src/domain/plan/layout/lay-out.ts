import { squeeze } from '../phrases/fold.ts';
import type { SourceDocument } from '../source-document.ts';
import { type LookAt, lookReader } from './cell-look.ts';
import { cellStreams, type Line, linesOf, type StreamCell } from './cell-stream.ts';
import { hasBracketedOwner } from './column-kinds.ts';
import { countedRows } from './counted-pipes.ts';
import { countedCells } from './counted-rows.ts';
import { boxedRows } from './drawn-boxes.ts';
import { layOutGrid } from './grid-layout.ts';
import { pipeRows, tabInside, tabRows } from './grid-lines.ts';
import { keyedRows } from './key-lines.ts';
import type { Layout } from './layout-types.ts';
import { printedRows } from './print-rows.ts';
import { evenRows, gapRows, spacedRows } from './spaced-rows.ts';
import { layOutStream } from './stream-layout.ts';
import { type GridRow, gridRows } from './table-grid.ts';
import type { PlanRow } from './table-rows.ts';

export type { Layout, PlanTable } from './layout-types.ts';

/** Many times the longest plan; what is longer is refused unread, so that no file can keep the reader busy. */
const MOST_CHARACTERS = 3_000_000;
const MOST_WITH_PADDING = 4_000_000;
const MIN_COMPLETE = 0.5;
/** A less sure way of telling cells apart has to read much more to be believed. */
const CLEARLY_BETTER = 1.25;
/** What takes words together or finds no header has to read more still. */
const LESS_SURE = 0.75;
const MOST_SCORED = 400;
const ENOUGH_ROWS = 4;
const SHORTEST_ITEM = 5;
const BOTH_STATED = 1.5;
const OWNER_STATED = 0.65;

/** Finds the tables of a plan. Null where no reading of the document shows rows under headers. */
export function layOut(document: SourceDocument): Layout | null {
  if (isTooLong(document)) return null;
  const lookAt = lookReader();
  const { blocks } = document;
  const grid = blocks.some((block) => block.type === 'table') ? layOutGrid(gridRows(blocks), lookAt) : null;
  if (grid && completeness(grid, lookAt) >= MIN_COMPLETE) return grid;
  let best: { layout: Layout; score: number } | null = null;
  for (const { layout, trust } of readings(linesOf(blocks), lookAt)) {
    const score = completeness(layout, lookAt) * trust;
    if (score >= MIN_COMPLETE && (!best || score > best.score * CLEARLY_BETTER)) best = { layout, score };
    if (best?.layout === layout && leavesNothing(layout, score)) break;
  }
  if (grid && saysWhatButNotWho(grid) && (!best || best.score < rowsIn(grid) * MIN_COMPLETE + 1)) return grid;
  return best?.layout ?? null;
}

/** Items under their header, while nothing is filled in beside them: still the plan, if nothing else is. */
function saysWhatButNotWho(layout: Layout): boolean {
  const rows = layout.tables.flatMap((table) => table.rows);
  return layout.headers.length > 0 && rows.length > 0 && rows.every((row) => row.text.length >= SHORTEST_ITEM);
}

function rowsIn(layout: Layout): number {
  return layout.tables.reduce((sum, table) => sum + table.rows.length, 0);
}

/** Every way in which lines may be a table, the surest first. */
function* readings(lines: readonly Line[], lookAt: LookAt): Generator<{ layout: Layout; trust: number }> {
  const grids: readonly (() => readonly GridRow[])[] = [
    () => boxedRows(lines),
    () => countedRows(lines),
    () => (lines.filter((line) => /[|｜][^|｜\n]*[|｜]/.test(line.text)).length >= 2 ? pipeRows(lines) : []),
    () => (lines.filter((line) => tabInside(line.text)).length >= 2 ? tabRows(lines) : []),
    () => keyedRows(lines),
    () => evenRows(lines),
    () => printedRows(lines),
    () => spacedRows(lines),
    () => gapRows(lines),
  ];
  for (const rows of grids) {
    const found = rows();
    const layout = found.length === 0 ? null : layOutGrid(found, lookAt);
    if (layout) yield { layout, trust: 1 };
  }
  const streams = cellStreams(lines, lookAt);
  for (const stream of streams) {
    const layout = layOutStream(stream, lookAt);
    if (layout) yield { layout, trust: 1 };
  }
  for (const stream of streams) {
    const layout = layOutStream(stream, lookAt, 'wrapped');
    if (layout) yield { layout, trust: LESS_SURE };
  }
  for (const { cells } of streams) {
    const rows = countedCells(cells);
    const layout = rows.length === 0 ? null : layOutGrid(rows, lookAt);
    if (layout) yield { layout, trust: LESS_SURE };
  }
}

function isTooLong(document: SourceDocument): boolean {
  let characters = 0;
  let padded = 0;
  for (const block of document.blocks) {
    for (const { text } of block.type === 'table' ? block.cells : [block]) {
      padded += text.length + 1;
      characters += text.trim().length;
    }
    if (characters > MOST_CHARACTERS || padded > MOST_WITH_PADDING) return true;
  }
  return false;
}

/** Rows with an owner and a deadline of their own speak for a reading, rows without and words out of place against it. */
function completeness(layout: Layout, lookAt: LookAt): number {
  const rows = layout.tables.flatMap((table) => table.rows);
  const step = Math.max(1, Math.floor(rows.length / MOST_SCORED));
  let score = 0;
  rows.forEach((row, index) => {
    if (index % step === 0) score += step * scoreOf(row, lookAt);
  });
  return score;
}

/** Every row is whole and hardly anything is left over: no other way of reading can say more. */
function leavesNothing(layout: Layout, score: number): boolean {
  const rows = rowsIn(layout);
  const dated = layout.tables.some((table) => table.columns.some((column) => column.kind === 'deadline'));
  const sizeOf = (cells: readonly StreamCell[]): number => cells.reduce((sum, cell) => sum + cell.text.length, 0);
  return (
    rows >= ENOUGH_ROWS &&
    score >= rows * (dated ? BOTH_STATED : OWNER_STATED) &&
    sizeOf(layout.leftover) < sizeOf(layout.used) * 0.2
  );
}

function scoreOf(row: PlanRow, lookAt: LookAt): number {
  if (row.text === '') return -1;
  const own = row.ownersInferred ? undefined : row.owners[0]?.text;
  const owner = own === undefined ? Number(hasBracketedOwner(row.text)) : 0.3 + 0.7 * lookAt(own).owner;
  const stated = row.deadline !== '' && !row.deadlineInferred;
  return owner + (stated ? 0.3 + 0.7 * lookAt(row.deadline).deadline : 0) - 0.3;
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
