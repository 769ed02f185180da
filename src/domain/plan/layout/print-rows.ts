import { keyOf } from '../phrases/fold.ts';
import type { Line, StreamCell } from './cell-stream.ts';
import { hasColumnWords } from './grid-headers.ts';
import { kindOfHeader } from './header-words.ts';
import { loneNumber } from './item-number.ts';
import { type CutLine, cutLines, isCut, type PrintedTable, widthOf } from './print-columns.ts';
import { type GridCell, type GridRow, looseRow } from './table-grid.ts';

const FEWEST_LINES = 2;
/** A row may have so many lines without a word in more than two columns. */
const LONGEST_ROW = 12;
const ENOUGH_NUMBERS = 2;
const MOST_LINES = 20_000;
const MOST_HEADER_LINES = 4;

/** A page whose columns stand side by side, each cell wrapped in its own width, as PDF programs print them. */
export function printedRows(printed: readonly Line[]): readonly GridRow[] {
  // A page begins with a mark of its own, which takes no room.
  const lines = printed.map((line) =>
    /^[\f\n]/.test(line.text) ? { ...line, text: line.text.replace(/^[\f\n]+/, '') } : line,
  );
  const cut = lines.flatMap((line, index) => (isCut(line.text) ? [index] : []));
  if (cut.length < FEWEST_LINES || lines.length > MOST_LINES) return [];
  const rows: GridRow[] = [];
  const loose = (line: Line): void => {
    if (line.text.trim() !== '')
      rows.push(looseRow({ text: line.text.trim(), place: line.place, gap: 'line' }, rows.length));
  };
  let done = 0;
  let tables = 0;
  for (const { from, to } of regionsOf(lines, cut)) {
    for (const line of lines.slice(done, from)) loose(line);
    const table = cutLines(lines.slice(from, to));
    if (table) {
      for (const row of rowsIn(table)) rows.push(gridRow(row, rows.length));
      tables += 1;
    } else for (const line of lines.slice(from, to)) loose(line);
    done = to;
  }
  for (const line of lines.slice(done)) loose(line);
  return tables === 0 ? [] : rows;
}

interface Region {
  readonly from: number;
  readonly to: number;
}

/** From a line of headers, or the first line with cells, to the last that may belong to it; each page has its own places. */
function regionsOf(lines: readonly Line[], cut: readonly number[]): readonly Region[] {
  const regions: { from: number; to: number }[] = [];
  for (const at of cut) {
    const last = regions.at(-1);
    const header = hasColumnWords((lines[at]?.text ?? '').trim().split(/\s+/));
    if (last && !header && at - last.to <= LONGEST_ROW && blanksBetween(lines, last.to, at) <= 2) last.to = at + 1;
    else regions.push({ from: at, to: at + 1 });
  }
  return regions.map(({ from, to }, index) => {
    const next = regions[index + 1]?.from ?? lines.length;
    let end = to;
    // The wrapped rest of the last row.
    while (end < next && lines[end]?.text.trim() !== '' && end - to < LONGEST_ROW) end += 1;
    return { from, to: end };
  });
}

function blanksBetween(lines: readonly Line[], from: number, to: number): number {
  let blanks = 0;
  for (let at = from; at < to; at += 1) if (lines[at]?.text.trim() === '') blanks += 1;
  return blanks;
}

/** Where one row ends and the next begins. */
export function rowsIn(table: PrintedTable): readonly (readonly CutLine[])[] {
  const { lines } = table;
  const numbers = numberColumn(table);
  const head = headerLines(table);
  const scores = scoresOf(table, head).map((score, at) => (at > 0 && at < head ? Number.NEGATIVE_INFINITY : score));
  const starts: number[] = [0];
  if (numbers === null) {
    for (let at = 1; at < lines.length; at += 1) if ((scores[at] ?? 0) > 0.5) starts.push(at);
  } else {
    let anchor = -1;
    for (let at = 0; at < lines.length; at += 1) {
      if (loneNumber(lines[at]?.texts[numbers] ?? '') === null) continue;
      if (at > 0) starts.push(bestCut(scores, Math.max(anchor + 1, 1, (starts.at(-1) ?? 0) + 1), at));
      anchor = at;
    }
  }
  return starts.map((from, index) => lines.slice(from, starts[index + 1] ?? lines.length));
}

/** How many lines the words of the header take together. */
function headerLines({ lines, columns }: PrintedTable): number {
  let most = 0;
  for (let count = 1; count <= MOST_HEADER_LINES && count <= lines.length; count += 1) {
    const words = columns
      .map((_, column) => keyOf(rowText(lines.slice(0, count), column)))
      .filter((word) => word !== '');
    if (hasColumnWords(words) && words.every((word) => kindOfHeader(word) !== undefined)) most = count;
  }
  return most;
}

/** The column that counts the rows. */
function numberColumn({ lines, columns }: PrintedTable): number | null {
  for (let column = 0; column < columns.length; column += 1) {
    const filled = lines.flatMap((line) => line.texts[column] || []);
    const numbers = filled.map(loneNumber).filter((number) => number !== null);
    const rising = numbers.filter((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1).length;
    if (rising >= ENOUGH_NUMBERS && numbers.length >= filled.length * 0.6 && rising >= numbers.length * 0.6)
      return column;
  }
  return null;
}

/** Where between two numbers the next row begins: at its number, or above it where the cells are set in the middle. */
function bestCut(scores: readonly number[], from: number, to: number): number {
  let best = to;
  let score = (scores[to] ?? 0) + 0.5;
  for (let at = from; at < to; at += 1) {
    const own = scores[at] ?? 0;
    if (own > score) [best, score] = [at, own];
  }
  return best;
}

/** How much speaks for a row to begin at each line. A cell that is wrapped has filled its width before. */
function scoresOf({ columns, lines }: PrintedTable, head: number): readonly number[] {
  const scored = lines.map((line, at) => {
    const above = lines[at - 1];
    if (!above) return { along: 0, restarts: 0 };
    let along = line.apart ? 1.5 : 0;
    let restarts = 0;
    columns.forEach(({ room }, column) => {
      const before = above.texts[column] ?? '';
      const here = line.texts[column] ?? '';
      if (before === '' && here !== '') restarts += 1;
      else if (before !== '' && here === '') along += 0.2;
      else if (before !== '') along += goesOn(before, here, room);
    });
    return { along: along + (at === head ? 6 : 0), restarts };
  });
  // Cells that begin together with a new item are set at the top; else they begin beside its middle.
  const several = scored.filter(({ restarts }) => restarts > 1);
  const top = several.filter(({ along }) => along > 0).length >= several.length * 0.6;
  return scored.map(({ along, restarts }) => along + restarts * (top ? 1.5 : 0.5));
}

function goesOn(before: string, here: string, room: number): number {
  if (loneNumber(here) !== null && !/[0-9\u4e00-\u9fff]$/.test(before)) return 2;
  const first = widthOf(here.slice(0, 1));
  const full = Number.isFinite(room) ? widthOf(before) + first > room - 1 : /[、，,（(]$/.test(before);
  const stop = /[。；;]$/.test(before) ? 2 : 0;
  return (full ? -2 : Number.isFinite(room) ? 2 : 1) + stop;
}

/** A cell of a row, with its wrapped lines. */
export function rowText(lines: readonly CutLine[], column: number): string {
  return lines.flatMap((line) => line.texts[column] || []).join('\n');
}

function gridRow(lines: readonly CutLine[], row: number): GridRow {
  const width = lines[0]?.texts.length ?? 0;
  const own = Array.from({ length: width }, (_, column): GridCell => {
    const first = lines.find((line) => line.texts[column] !== '');
    const cell: StreamCell = {
      text: rowText(lines, column),
      place: first?.place ?? lines[0]?.place ?? '',
      gap: 'cell',
    };
    return { cell, row, column, rowSpan: 1, columnSpan: 1 };
  });
  return { slots: own, own, table: 0, ragged: false, spaced: false };
}
