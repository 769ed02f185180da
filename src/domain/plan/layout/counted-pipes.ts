import type { Line, StreamCell } from './cell-stream.ts';
import { isRuler, lineCells } from './grid-lines.ts';
import { type GridRow, looseRow } from './table-grid.ts';

const PIPE = /[|｜]/;
const PADDED = /[|｜][^\S\n]*[|｜]\s*$/;
const ENDS = /[|｜]\s*$/;
const NARROWEST = 3;
const WIDEST = 24;
const RIGHT = 0.9;

/**
 * Web pages turned into text print the cells of a row one behind the other, each with a pipe, and fill the row up with
 * pipes for those that are merged. So every row has the same number of pipes, on however many lines it stands.
 */
export function countedRows(lines: readonly Line[]): readonly GridRow[] {
  const filled = lines.filter((line) => line.text.trim() !== '' && !isRuler(line.text));
  if (filled.filter((line) => PADDED.test(line.text)).length < 1) return [];
  // A line between two pipes is a row as it stands, and counting its cells would find one too many.
  if (filled.filter((line) => isEnclosed(line.text.trim())).length > filled.length * 0.7) return [];
  const pipes = filled.map((line) => line.text.split(PIPE).length - 1);
  const width = widthOf(filled, pipes);
  return width === null ? [] : rowsOf(filled, pipes, width);
}

function isEnclosed(text: string): boolean {
  return /^[|｜]/.test(text) && PIPE.test(text.at(-1) ?? '') && /[^\s|｜]/.test(text);
}

/** The number of pipes with which nearly every row ends at the end of a line. */
function widthOf(lines: readonly Line[], pipes: readonly number[]): number | null {
  for (let width = WIDEST; width >= NARROWEST; width -= 1) {
    let right = 0;
    let wrong = 0;
    let open = 0;
    lines.forEach((line, at) => {
      const before = open;
      open += pipes[at] ?? 0;
      if (before === 0 && open === 0) return;
      if (open === width && ENDS.test(line.text)) [right, open] = [right + 1, 0];
      else if (open > width || (open === width && !ENDS.test(line.text))) [wrong, open] = [wrong + 1, 0];
      else if (PADDED.test(line.text)) [wrong, open] = [wrong + 1, 0];
    });
    if (right >= 2 && right >= (right + wrong) * RIGHT) return width;
  }
  return null;
}

interface OpenRow {
  readonly parts: string[];
  /** Where the words of each part begin. */
  readonly places: (string | undefined)[];
  readonly place: string;
}

function rowsOf(lines: readonly Line[], pipes: readonly number[], width: number): readonly GridRow[] {
  const rows: GridRow[] = [];
  let open: OpenRow = { parts: [], places: [], place: '' };
  lines.forEach((line, at) => {
    if (pipes[at] === 0 && open.parts.length === 0) {
      rows.push(looseRow({ text: line.text.trim(), place: line.place, gap: 'line' }, rows.length));
      return;
    }
    if (open.parts.length === 0) open = { parts: [''], places: [], place: line.place };
    const { parts, places } = open;
    line.text.split(PIPE).forEach((part, index) => {
      if (index > 0) parts.push('');
      const last = parts.length - 1;
      if (part.trim() !== '') places[last] ??= line.place;
      parts[last] = `${parts[last]}\n${part.trim()}`.trim();
    });
    if (parts.length <= width) return;
    rows.push(rowFrom(open, rows.length));
    open = { parts: [], places: [], place: '' };
  });
  if (open.parts.length > 0) rows.push(rowFrom(open, rows.length));
  return rows;
}

/** What fills the row up says nothing. */
function rowFrom({ parts, places, place }: OpenRow, row: number): GridRow {
  const kept = parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);
  const own = (kept.length > 0 ? kept : ['']).map((part, column): StreamCell => {
    return {
      text: part.replace(/<br\s*\/?>/gi, '\n').replaceAll('**', ''),
      place: places[column] ?? place,
      gap: 'cell',
    };
  });
  return lineCells(own, row);
}
