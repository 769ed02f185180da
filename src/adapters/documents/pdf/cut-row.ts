import { endsSentence, opensItem } from './cell-text.ts';
import type { PageTable } from './page-parts.ts';

type Cell = PageTable['cells'][number];

const MOST_HEADERS = 3;
const LEAST_HABIT = 2;
const NO_HABITS: Habits = { marked: false, ended: false };
const SERIAL = /^\d{1,3}$/;
/** A cell never begins so: who does the task stands before. */
const ROLE_ALONE = /^(?:(?:按职责)?分工)?(?:落实|牵头|负责|配合|协助|参与|承办|协办)[。；]?$/;
/** Vertical lines of two pages this near to each other are the same line. */
export const SAME_LINE = 4;

/** How many rows at the top of a page are those at the top of the table. */
export function repeatedHeaders(first: PageTable, later: PageTable): number {
  let same = 0;
  while (same < MOST_HEADERS) {
    const words = wordsOf(later, same);
    if (words === '' || words !== wordsOf(first, same)) break;
    same += 1;
  }
  // A table that only repeats itself is no continuation with a header.
  return same < later.grid.ys.length - 1 ? same : 0;
}

/**
 * Whether the page break goes through a row. Sides left open show it; where programmes draw both, the words do: in some
 * column the text above goes on below, in none do two finished texts stand over each other.
 */
export function isCut(above: PageTable, below: PageTable, headers: number): boolean {
  const open = Number(!above.grid.closedBelow) + Number(headers === 0 && !below.grid.closedAbove);
  if (open === 2) return true;
  const lastRow = above.grid.ys.length - 1;
  const lower = below.cells.filter((cell) => cell.top === headers);
  if (open === 1 && lower[0]?.text === '') return true;
  const found = { 'goes on': 0, doubtful: 0, finished: 0 };
  let clear = false;
  for (const next of lower) {
    const upper = above.cells.find((cell) => cell.bottom === lastRow && isOver(cell, above, next, below));
    if (!upper || upper.text === '') continue;
    const habits = next.text === '' ? NO_HABITS : habitsOf(upper, above);
    const seam = seamOf(upper, next, habits);
    if (seam === 'new row') return false;
    found[seam] += 1;
    clear ||= seam === 'goes on' && (habits.marked || habits.ended);
  }
  const more = found['goes on'];
  return more > found.doubtful && (found.finished > 0 || more > 1 || clear);
}

type Seam = 'goes on' | 'doubtful' | 'finished' | 'new row';

/** What the texts on both sides of the page break say about it. */
function seamOf(upper: Cell, next: Cell, habits: Habits): Seam {
  if (next.text === '') return 'finished';
  if (opensItem(next.text) || SERIAL.test(next.text)) return 'new row';
  if (ROLE_ALONE.test(next.text)) return 'goes on';
  if (endsSentence(upper.text)) return upper.end === 'full' && habits.marked ? 'goes on' : 'doubtful';
  if (upper.end === 'short') return 'new row';
  return upper.end === 'full' || habits.marked || habits.ended ? 'goes on' : 'doubtful';
}

/** How most texts of a column look; one that looks different is a part of a text. */
interface Habits {
  /** They begin with a number. */
  readonly marked: boolean;
  /** They end like a sentence. */
  readonly ended: boolean;
}

function habitsOf(cell: Cell, { cells }: PageTable): Habits {
  const texts = cells.flatMap((each) =>
    each.left === cell.left && each.right === cell.right && each !== cell && each.text !== '' ? [each.text] : [],
  );
  const most = (fits: (text: string) => boolean): boolean => {
    const count = texts.filter(fits).length;
    return count >= LEAST_HABIT && count * 2 > texts.length;
  };
  return { marked: most(opensItem), ended: most(endsSentence) };
}

function isOver(upper: Cell, above: PageTable, lower: Cell, below: PageTable): boolean {
  const near = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) <= SAME_LINE;
  return (
    near(above.grid.xs[upper.left], below.grid.xs[lower.left]) &&
    near(above.grid.xs[upper.right], below.grid.xs[lower.right])
  );
}

function wordsOf(table: PageTable, row: number): string {
  return table.cells
    .filter((cell) => cell.top === row)
    .map(({ text }) => text.replace(/\s+/g, ''))
    .join('|')
    .replace(/^\|+$/, '');
}
