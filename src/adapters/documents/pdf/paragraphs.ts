import type { Block } from '../../../domain/plan/source-document.ts';
import type { PlacedLine } from './loose-text.ts';
import { textOf } from './text-lines.ts';

/** Where the text of a page begins and ends, and how far its lines stand apart. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
}

const OPENING =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十百]+[章节条部]|附件|附表)/;
const NOT_FIRST = /[，。、；：？！）》〉」』】〕”’%,.;:?!)\]]/;
const NUMBERED = /^\d{1,3}[.．、](?!\d)/;
const LATIN = /^[A-Za-z]$/;
/** No page has its right margin further to the left, as a share of its width. */
const NARROWEST = 0.6;
/** Enough lines to know the margins by. */
const MOST_LINES = 2_000;
/** In character sizes. */
const SLACK = 0.35;
const INDENT = 1.2;
const FIRST = 4.5;
const FURTHER = 1.45;

/** Margins of the pages by their width, from all lines that are nearly as long as the longest. */
export function marginsOf(lines: readonly PlacedLine[]): ReadonlyMap<number, Margins> {
  const byWidth = new Map<number, PlacedLine[]>();
  for (const line of lines) {
    const width = Math.round(line.pageWidth);
    const same = byWidth.get(width) ?? [];
    if (same.length < MOST_LINES) same.push(line);
    byWidth.set(width, same);
  }
  return new Map([...byWidth].map(([width, same]) => [width, marginsIn(same, width)]));
}

function marginsIn(placed: readonly PlacedLine[], pageWidth: number): Margins {
  const longest = Math.max(0, ...placed.map(({ line }) => line.right - line.left));
  const long = placed.filter(({ line }) => line.right - line.left > longest * 0.7).map(({ line }) => line);
  const gaps = placed.flatMap(({ line, page }, at) => {
    const next = placed[at + 1];
    const gap = next?.page === page ? next.line.y - line.y : 0;
    return gap > line.size * 0.8 && gap < line.size * 3 ? [gap] : [];
  });
  return {
    left: share(
      long.map(({ left }) => left),
      0.1,
    ),
    // Lines that are all short say nothing about where the margin is.
    right: Math.max(
      share(
        long.map(({ right }) => right),
        0.9,
      ),
      pageWidth * NARROWEST,
    ),
    leading: share(gaps, 0.5),
  };
}

/** Lines that reach the right margin go on in the next one, unless that is indented, further down or a heading. */
export function joinLines(lines: readonly PlacedLine[], margins: ReadonlyMap<number, Margins>): readonly Block[] {
  const blocks: { text: string; place: string }[] = [];
  let hang: number | null = null;
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    const last = blocks.at(-1);
    const text = textOf(line.line, '  ');
    if (above && last && continues(above, line, margins.get(Math.round(above.pageWidth)), hang)) {
      last.text += LATIN.test(last.text.slice(-1)) && LATIN.test(text.slice(0, 1)) ? ` ${text}` : text;
    } else {
      blocks.push({ text, place: line.place });
      hang = line.line.hang;
    }
  });
  return blocks.map((block) => ({ type: 'paragraph', ...block }));
}

/** @param hang where the text of the item begins that `above` belongs to */
function continues(above: PlacedLine, below: PlacedLine, margins: Margins | undefined, hang: number | null): boolean {
  const next = textOf(below.line, '');
  if (!margins || OPENING.test(next) || NUMBERED.test(next)) return false;
  const size = above.line.size;
  if (Math.abs(size - below.line.size) > size * 0.12) return false;
  if (above.page === below.page && below.line.y - above.line.y > Math.max(margins.leading, size) * FURTHER)
    return false;
  // A signature reaches the right margin too, but begins far from the left one.
  const hangs = hang !== null && Math.abs(below.line.left - hang) < SLACK * size;
  const outdented = below.line.left <= margins.left + INDENT * size && above.line.left <= margins.left + FIRST * size;
  if (!hangs && !outdented) return false;
  return margins.right - above.line.right < firstWidth(below) + SLACK * size;
}

/** How much room the beginning of a line needs that cannot stay behind: a character and the marks that may not open a line. */
function firstWidth({ line }: PlacedLine): number {
  const text = line.segments[0]?.text ?? '';
  const word = /^[\w.%-]+/.exec(text)?.[0];
  if (word !== undefined) return Math.min(word.length, 20) * 0.6 * line.size;
  return NOT_FIRST.test(text.slice(1, 2)) ? 2 * line.size : line.size;
}

/** The value below which this share of all lies; 0 where there is none. */
function share(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0;
}
