import type { Line } from './cell-stream.ts';
import { hasColumnWords } from './grid-headers.ts';

/** A line of a page cut at the columns of the table; one text a column, empty where nothing stands. */
export interface CutLine {
  readonly texts: readonly string[];
  readonly place: string;
  /** A blank line stands above it. */
  readonly apart: boolean;
}

/** Where a column begins on the page, and how much fits beside it before the next; the last one has no end. */
export interface PrintColumn {
  readonly from: number;
  readonly room: number;
}

export interface PrintedTable {
  readonly columns: readonly PrintColumn[];
  readonly lines: readonly CutLine[];
}

/** Words between gaps of a line, with their places on the page. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const GAP = /\s{2,}|　|\t/;
const PIECE = /\S+(?:[ \u00a0](?=\S)\S+)*/g;
const WIDEST = 400;
const FEWEST_PIECES = 3;
const LEAST_GAP = 1;
/** Of the lines, this share may run over the gap between two columns. */
const OVERRUN = 0.03;
/** More of them where a word of the header begins. */
const MOST_OVER = 0.3;

/** Whether a line has cells beside each other. */
export function isCut(text: string): boolean {
  return text.length <= WIDEST && piecesOf(text).length >= FEWEST_PIECES;
}

/** Places on a page: a Chinese character is twice as wide as a Latin one. */
function piecesOf(text: string): readonly Piece[] {
  if (!GAP.test(text.trim()))
    return text.trim() === '' ? [] : [pieceAt(text, text.search(/\S/), text.trimEnd().length)];
  const pieces: Piece[] = [];
  for (const match of text.matchAll(PIECE)) pieces.push(pieceAt(text, match.index, match.index + match[0].length));
  return pieces;
}

function pieceAt(text: string, start: number, end: number): Piece {
  const from = widthOf(text.slice(0, start));
  const words = text.slice(start, end);
  return { text: words, from, to: from + widthOf(words) };
}

export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0xff ? 2 : 1;
  return width;
}

/** Cuts the lines of a table where hardly a line has a word. Null where there are no two such gaps. */
export function cutLines(lines: readonly Line[]): PrintedTable | null {
  const columns = columnsIn(lines.map((line) => line.text));
  if (columns.length < FEWEST_PIECES) return null;
  let apart = false;
  const cut: CutLine[] = [];
  for (const line of lines) {
    if (line.text.trim() === '') {
      apart = true;
      continue;
    }
    cut.push({ texts: cutAt(line.text, columns), place: line.place, apart });
    apart = false;
  }
  return { columns, lines: cut };
}

function columnsIn(texts: readonly string[]): readonly PrintColumn[] {
  const covered = new Uint32Array(WIDEST * 2 + 2);
  let counted = 0;
  for (const text of texts) {
    if (text.length > WIDEST) continue;
    const pieces = piecesOf(text);
    if (pieces.length < 2) continue;
    counted += 1;
    // Words between single spaces stand in one piece, but the space may be all that is between two columns.
    for (const { text: words, from } of pieces) {
      let at = from;
      for (const char of words) {
        const wide = char.charCodeAt(0) > 0xff ? 2 : 1;
        if (char !== ' ') for (let step = 0; step < wide; step += 1) covered[at + step] = (covered[at + step] ?? 0) + 1;
        at += wide;
      }
    }
  }
  const most = Math.floor(counted * OVERRUN);
  const starts: { from: number; to: number }[] = [];
  let open = false;
  for (let at = 0; at < covered.length; at += 1) {
    const filled = (covered[at] ?? 0) > most;
    const last = starts.at(-1);
    if (filled && !open) {
      if (last && at - last.to < LEAST_GAP) last.to = at;
      else starts.push({ from: at, to: at });
    }
    const now = starts.at(-1);
    if (filled && now) now.to = at + 1;
    open = filled;
  }
  const overrun = Math.floor(counted * MOST_OVER);
  const header = piecesOf(texts.find((text) => piecesOf(text).length >= FEWEST_PIECES) ?? '');
  const isHeader = hasColumnWords(header.map(({ text }) => text.replace(/\s/g, '')));
  const more = isHeader
    ? header.flatMap(({ from }) => {
        const inside = starts.some((start) => start.from < from && from < start.to);
        return inside && (covered[from - 1] ?? 0) <= overrun ? [{ from, to: from }] : [];
      })
    : [];
  starts.push(...more);
  starts.sort((a, b) => a.from - b.from);
  return starts.map(({ from }, index) => {
    const next = starts[index + 1]?.from;
    return { from, room: next === undefined ? Number.POSITIVE_INFINITY : next - from - 1 };
  });
}

function cutAt(text: string, columns: readonly PrintColumn[]): readonly string[] {
  const texts = columns.map(() => '');
  let at = 0;
  let column = 0;
  for (const char of text) {
    const wide = char.charCodeAt(0) > 0xff ? 2 : 1;
    while (column + 1 < columns.length && (columns[column + 1]?.from ?? 0) <= at) column += 1;
    texts[column] += char;
    at += wide;
  }
  return texts.map((each) => each.trim());
}
