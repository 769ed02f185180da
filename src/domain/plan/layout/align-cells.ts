import { type Fitting, fitsOf, fittingOf } from './cell-fit.ts';
import type { CellLook, LookAt } from './cell-look.ts';
import type { StreamCell } from './cell-stream.ts';
import type { Column } from './header-words.ts';

/** The cells of one row by column; `heading` for a line that stands across the whole table. */
export interface AlignedRow {
  readonly cells: readonly (readonly StreamCell[])[];
  readonly heading: StreamCell | null;
}

/** How the best reading came to a state; `before` is the state of the cell before. */
interface Step {
  readonly before: number;
  readonly newRow: boolean;
}

/** The price of leaving out the columns `from` … `to - 1`, for marked cells and for others. */
type Prices = Readonly<Record<'marked' | 'bare', readonly (readonly number[])[]>>;

const IMPOSSIBLE = -1e9;
/** 网站公开 in every row says how; no task stands there again and again. */
const LONGEST_AGAIN = 8;
const OFTEN = 3;
const NO_ITEM = 3;
const INNER = 0.5;
const NUMBER = /^\d{1,3}$/;
const FEWEST_NUMBERS = 3;
const MOSTLY = 0.9;
/** The price of an item without its number where all others have one. */
const NO_NUMBER = 4;

/**
 * Decides for every cell which column it stands in, so that the whole table fits best (Viterbi over columns): cells stand
 * in the order of the columns, merged or empty ones may be missing, a cell may be broken in two, and a heading may stand
 * between the rows. Linear in the number of cells.
 */
export function alignCells(
  cells: readonly StreamCell[],
  columns: readonly Column[],
  lookAt: LookAt,
): readonly AlignedRow[] {
  const looks = cells.map((cell) => lookAt(cell.text));
  const headed = looks.filter((look) => look.heading && look.owner < 1).length > 1;
  const prices = pricesOf(columns, countUp(cells));
  const again = saidAgain(cells);
  const areas = columns.flatMap(({ kind }, column) => (kind === 'area' ? [column] : []));
  const outer = areas.length > 1 ? areas[0] : undefined;
  const kinds: readonly Fitting[] = [...columns.map(fittingOf), 'heading'];
  let scores: readonly number[] = [];
  const steps: (readonly Step[])[] = [];
  cells.forEach((cell, index) => {
    const look = looks[index];
    if (!look) return;
    const plain = headed && isPlainWords(look) ? 1.5 : 0;
    // 1. stands under 一、, not beside it.
    const inner = headed && look.numbered ? INNER : 0;
    const known = again.has(cell.text) ? NO_ITEM : 0;
    const fits = fitsOf(kinds, look).map((fit, column) => {
      if (kinds[column] === 'item') return fit - known;
      return kinds[column] === 'area' ? fit - plain - (column === outer ? inner : 0) : fit;
    });
    const next = bestSteps({ cell, look, fits, kinds, prices, before: cells[index - 1], scores });
    scores = next.scores;
    steps.push(next.steps);
  });
  return rowsFrom(cells, steps, scores, columns.length);
}

/** Whether the numbers that stand alone count the rows: 1, 2, 3. */
function countUp(cells: readonly StreamCell[]): boolean {
  const numbers = cells.flatMap(({ text }) => (NUMBER.test(text) ? [Number(text)] : []));
  const next = numbers.filter((number, at) => number === (numbers[at - 1] ?? 0) + 1).length;
  return numbers.length >= FEWEST_NUMBERS && next >= numbers.length * MOSTLY;
}

/** Short words that fill many cells. */
function saidAgain(cells: readonly StreamCell[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of cells)
    if (text !== '' && text.length <= LONGEST_AGAIN) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].flatMap(([text, count]) => (count >= OFTEN ? [text] : [])));
}

function isPlainWords(look: CellLook): boolean {
  return !look.heading && look.length > 0;
}

function bestSteps(at: {
  readonly cell: StreamCell;
  readonly look: CellLook;
  readonly fits: readonly number[];
  readonly kinds: readonly Fitting[];
  readonly prices: Prices;
  readonly before: StreamCell | undefined;
  /** Best score of each state of the cell before; empty for the first cell. */
  readonly scores: readonly number[];
}): { scores: readonly number[]; steps: readonly Step[] } {
  const { cell, look, fits, kinds, scores } = at;
  const prices = cell.gap === 'cell' ? at.prices.marked : at.prices.bare;
  const width = kinds.length - 1;
  const price = (from: number, to: number): number => prices[from]?.[to] ?? 0;
  const best: number[] = [];
  const steps: Step[] = [];
  for (let column = 0; column <= width; column += 1) {
    const fit = fits[column] ?? IMPOSSIBLE;
    const lead = column === width ? 0 : price(0, column);
    let score = scores.length === 0 ? fit - lead : IMPOSSIBLE * 2;
    let step: Step = { before: -1, newRow: true };
    for (let before = 0; before < scores.length; before += 1) {
      const rest = before === width ? 0 : price(before + 1, width);
      const base = (scores[before] ?? IMPOSSIBLE) + fit;
      if (base - rest - lead > score) {
        score = base - rest - lead;
        step = { before, newRow: true };
      }
      if (column === width || before === width || before > column) continue;
      const within = column > before ? price(before + 1, column) : brokenCell(cell, look, at.before, kinds[column + 1]);
      if (base - within > score) {
        score = base - within;
        step = { before, newRow: false };
      }
    }
    best.push(score);
    steps.push(step);
  }
  return { scores: best, steps };
}

function pricesOf(columns: readonly Column[], counted: boolean): Prices {
  const table = (marked: boolean): readonly (readonly number[])[] =>
    Array.from({ length: columns.length + 2 }, (_, from) =>
      Array.from({ length: columns.length + 1 }, (_, to) => priceOf(columns, from, to, { marked, counted })),
    );
  return { marked: table(true), bare: table(false) };
}

/** The price of columns without a cell. Marked cells are seldom missing, in a text without marks empty cells leave no trace. */
function priceOf(
  columns: readonly Column[],
  from: number,
  to: number,
  { marked, counted }: { readonly marked: boolean; readonly counted: boolean },
): number {
  let price = 0;
  for (let index = from; index < to; index += 1) {
    const column = columns[index];
    const extra = column?.kind === 'owner' && index > 0 && columns[index - 1]?.kind === 'owner';
    if (column?.kind === 'item') price += 5;
    else if (extra || column?.role === 'support') price += marked ? 2 : 0.8;
    else if (column?.period) price += marked ? 1 : 0.3;
    else if (column?.kind === 'owner' || column?.kind === 'deadline') price += 2.5;
    // What heads the items has no number of theirs.
    else if (column?.kind === 'seq' && counted && index === to - 1 && countsItems(columns, index)) price += NO_NUMBER;
    // Where numbers count areas, a new area has its number before it.
    else if (column?.kind === 'seq')
      price += marked ? 1.2 : columns[to]?.kind === 'area' && index === to - 1 ? 1.5 : 0.1;
    else if (column?.kind === 'area') price += marked ? 1.2 : 0.1;
    else price += marked ? 1 : 0.4;
  }
  return price;
}

/** 一级指标 | 序号 | 主要任务: a number between area and item is the item's. */
function countsItems(columns: readonly Column[], index: number): boolean {
  return columns[index - 1]?.kind === 'area' && columns[index + 1]?.kind === 'item';
}

function brokenCell(
  cell: StreamCell,
  look: CellLook,
  before: StreamCell | undefined,
  next: Fitting | undefined,
): number {
  if (look.bareNumber) return 6;
  const remark = (next === 'other' || next === 'prose' || next === 'person') && look.length <= 10 ? 3 : 0;
  const open = before !== undefined && !/[。；;！!？?]$/.test(before.text.slice(-8).trim());
  return (
    (cell.gap === 'cell' ? 5 : cell.gap === 'blank' ? 2.2 : 1) +
    (look.numbered || look.heading ? 4 : 0) +
    remark -
    (open ? 0.7 : 0)
  );
}

function rowsFrom(
  cells: readonly StreamCell[],
  steps: readonly (readonly Step[])[],
  scores: readonly number[],
  width: number,
): readonly AlignedRow[] {
  const path: { column: number; newRow: boolean }[] = [];
  let column = argMax(scores);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index]?.[column];
    if (!step) break;
    path.push({ column, newRow: step.newRow });
    column = step.before;
  }
  const rows: { cells: StreamCell[][]; heading: StreamCell | null }[] = [];
  path.reverse().forEach((step, index) => {
    const cell = cells[index];
    if (!cell) return;
    const heading = step.column === width ? cell : null;
    if (step.newRow || rows.length === 0 || heading)
      rows.push({ cells: Array.from({ length: width }, () => []), heading });
    if (!heading) rows.at(-1)?.cells[step.column]?.push(cell);
  });
  return rows;
}

function argMax(scores: readonly number[]): number {
  let best = 0;
  scores.forEach((score, index) => {
    if (score > (scores[best] ?? IMPOSSIBLE)) best = index;
  });
  return best;
}
