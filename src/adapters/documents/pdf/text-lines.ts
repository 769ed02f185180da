import { hangOf } from './list-mark.ts';
import { type Glyph, middleOf } from './page-marks.ts';

/** A stretch of a line without a wide gap. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Characters on one baseline, left to right. */
export interface TextLine {
  readonly segments: readonly Segment[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its characters. */
  readonly size: number;
  /** Where the text of an item begins behind a tab; further lines of the item may begin there too. */
  readonly hang: number | null;
}

/** In character sizes: a gap that is a blank in Latin text, and one that is more than a blank anywhere. */
const LATIN_BLANK = 0.2;
const BLANK = 0.8;
const WIDE = 1.45;
const WORDS = /^[\w\p{Script=Latin}]$/u;

/** Sorts characters into lines. Blank lines do not come out. */
export function linesOf(glyphs: readonly Glyph[]): readonly TextLine[] {
  const printed = glyphs.filter(({ text }) => text.trim() !== '').sort((a, b) => middleOf(a).y - middleOf(b).y);
  const rows: { middle: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of printed) {
    const middle = middleOf(glyph).y;
    const row = rows.at(-1);
    if (row && middle - row.middle <= Math.max(row.size, glyph.size) * 0.45) {
      row.glyphs.push(glyph);
      // Small characters (notes above the line) do not move it.
      if (glyph.size > row.size) {
        row.middle = middle;
        row.size = glyph.size;
      }
    } else rows.push({ middle, size: glyph.size, glyphs: [glyph] });
  }
  return rows.map((row) => lineOf(row.glyphs));
}

/** The line as one text; wide gaps become `gap`. */
export function textOf(line: TextLine, gap: string): string {
  return line.segments.map(({ text }) => text).join(gap);
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const size = median(sorted.map((glyph) => glyph.size));
  const segments: { text: string; left: number; right: number }[] = [];
  let before: Glyph | undefined;
  for (const glyph of sorted) {
    const last = segments.at(-1);
    const gap = before ? glyph.left - before.right : 0;
    if (!last || !before || gap > WIDE * size) segments.push({ ...glyph });
    else {
      last.text += `${blankBetween(before, glyph, gap / size)}${glyph.text}`;
      last.right = Math.max(last.right, glyph.right);
    }
    before = glyph;
  }
  return {
    segments: spread(segments),
    left: sorted[0]?.left ?? 0,
    right: sorted.reduce((most, { right }) => Math.max(most, right), 0),
    y: median(sorted.map(({ y }) => y)),
    size,
    hang: hangOf(sorted, size),
  };
}

function blankBetween(before: Glyph, glyph: Glyph, gap: number): string {
  const latin = WORDS.test(before.text.slice(-1)) && WORDS.test(glyph.text.slice(0, 1));
  return gap > (latin ? LATIN_BLANK : BLANK) ? ' ' : '';
}

/** A heading set wide (关 于 印 发) is one text, however far its characters stand apart. */
function spread(segments: readonly Segment[]): readonly Segment[] {
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last || segments.length < 3 || segments.some(({ text }) => Array.from(text).length > 1))
    return segments;
  return [{ text: segments.map(({ text }) => text).join(' '), left: first.left, right: last.right }];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
