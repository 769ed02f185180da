import { type Fitting, fitsOf, fittingOf } from './cell-fit.ts';
import type { LookAt } from './cell-look.ts';
import type { Column } from './header-words.ts';
import type { GridCell } from './table-grid.ts';

const MISSING: Readonly<Record<Fitting, number>> = {
  seq: 0.3,
  area: 0.2,
  item: 5,
  owner: 1.5,
  deadline: 1.2,
  person: 0.5,
  other: 0.4,
  prose: 0.4,
  heading: 0,
};
/** Whoever only helps is missing more often than who does it. */
const SUPPORT_MISSING = 1;
const JOINED = 2.5;
/** Where a cell stands counts for something, even if its words could stand elsewhere. */
const IN_PLACE = 2.5;
/** So much more where there are exactly as many cells as columns, and none is empty. */
const WHOLE_ROW = 8;

/**
 * Tells in which column each cell of a row stands whose merged or empty cells may be lost: in order, so that the words fit
 * best. As printed where that is about as good. One column a cell, −1 for an empty one.
 */
export function placeCells(
  cells: readonly GridCell[],
  columns: readonly Column[],
  lookAt: LookAt,
  joinable: boolean,
): readonly number[] {
  const kinds = columns.map(fittingOf);
  const filled = cells.flatMap((cell, index) => (cell.cell.text === '' ? [] : [index]));
  const fits = filled.map((index) => fitsOf(kinds, lookAt(cells[index]?.cell.text ?? '')));
  const whole = !joinable && cells.length === kinds.length && filled.length === cells.length;
  // Most rows are whole and say in each cell what belongs there.
  if (whole && fits.every((fit, at) => (fit[at] ?? -1) >= 0)) return filled;
  const missing = columns.map((column, at) =>
    column.role === 'support' ? SUPPORT_MISSING : MISSING[kinds[at] ?? 'other'],
  );
  const best = bestOrder(fits, missing, joinable ? 0.4 : JOINED);
  const printed = printedScore(filled, fits, missing);
  const inOrder = cells.length <= kinds.length && printed + (whole ? WHOLE_ROW : IN_PLACE) >= best.score;
  return cells.map((cell, index) => {
    if (cell.cell.text === '') return -1;
    return inOrder ? index : (best.columns[filled.indexOf(index)] ?? 0);
  });
}

function printedScore(filled: readonly number[], fits: readonly (readonly number[])[], missing: readonly number[]) {
  const there = new Set(filled);
  const empty = missing.reduce((sum, price, column) => sum + (there.has(column) ? 0 : price), 0);
  return filled.reduce((sum, column, at) => sum + (fits[at]?.[column] ?? -10), 0) - empty;
}

function bestOrder(
  fits: readonly (readonly number[])[],
  missing: readonly number[],
  joined: number,
): { score: number; columns: readonly number[] } {
  const skip = [0];
  for (const price of missing) skip.push((skip.at(-1) ?? 0) + price);
  const between = (from: number, to: number): number => (skip[to] ?? 0) - (skip[from] ?? 0);
  let scores: readonly number[] = [];
  const came: (readonly number[])[] = [];
  fits.forEach((fit, at) => {
    const steps = missing.map((_, column): { score: number; before: number } => {
      if (at === 0) return { score: (fit[column] ?? 0) - between(0, column), before: -1 };
      let best = { score: Number.NEGATIVE_INFINITY, before: column };
      for (let before = 0; before <= column; before += 1) {
        const price = before === column ? joined : between(before + 1, column);
        const own = before === column ? Math.max(fit[column] ?? 0, -1) : (fit[column] ?? 0);
        const score = (scores[before] ?? 0) + own - price;
        if (score > best.score) best = { score, before };
      }
      return best;
    });
    scores = steps.map((step) => step.score);
    came.push(steps.map((step) => step.before));
  });
  let score = Number.NEGATIVE_INFINITY;
  let column = 0;
  scores.forEach((each, index) => {
    const whole = each - between(index + 1, missing.length);
    if (whole > score) [score, column] = [whole, index];
  });
  const columns: number[] = [];
  for (let at = fits.length - 1; at >= 0; at -= 1) {
    columns.unshift(column);
    column = came[at]?.[column] ?? 0;
  }
  return { score, columns };
}
