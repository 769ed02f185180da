import { type CellLook, fitOf, lookAt } from './cell-fit.ts';
import type { StreamCell } from './cell-stream.ts';
import type { Column, ColumnKind } from './column-headers.ts';

/** The cells of one row by column; `heading` for a line that stands across the whole table. */
export interface AlignedRow {
  readonly cells: readonly (readonly StreamCell[])[];
  readonly heading: StreamCell | null;
}

interface Step {
  readonly score: number;
  /** Column of this cell, `columns.length` for a heading. */
  readonly column: number;
  readonly sameCell: boolean;
  readonly newRow: boolean;
  readonly before: number;
}

const IMPOSSIBLE = -1e9;

/**
 * Decides for every cell which column it stands in, so that the whole table fits best (Viterbi over columns): cells stand
 * in the order of the columns, merged or empty ones may be missing, a cell may be broken in two, and a heading may stand
 * between the rows. Linear in the number of cells.
 */
export function alignCells(cells: readonly StreamCell[], columns: readonly Column[]): readonly AlignedRow[] {
  if (cells.length === 0) return [];
  const looks = cells.map(lookAt);
  const headed = looks.filter((look) => look.heading && look.owner < 1).length > 1;
  const steps: Step[][] = [];
  cells.forEach((cell, index) => {
    const previous = steps.at(-1);
    steps.push(
      allStates(columns).map((column) =>
        bestStep(cell, looks[index], column, columns, previous, cells[index - 1], headed),
      ),
    );
  });
  return rowsFrom(cells, pathThrough(steps), columns.length);
}

function allStates(columns: readonly Column[]): readonly number[] {
  return Array.from({ length: columns.length + 1 }, (_, index) => index);
}

function bestStep(
  cell: StreamCell,
  look: CellLook | undefined,
  column: number,
  columns: readonly Column[],
  previous: readonly Step[] | undefined,
  cellBefore: StreamCell | undefined,
  headed: boolean,
): Step {
  const heading = column === columns.length;
  const forbidden = cell.column !== null && !heading && cell.column !== column;
  const kind = columns[column]?.kind ?? 'heading';
  const impossible = !look || forbidden || (heading && cell.column !== null);
  const fit = impossible
    ? IMPOSSIBLE
    : fitOf(kind, look) - (kind === 'area' && headed && !look.heading && look.length > 0 ? 1.5 : 0);
  if (!previous)
    return {
      score: fit - skipped(columns, 0, heading ? 0 : column, cell),
      column,
      sameCell: false,
      newRow: true,
      before: -1,
    };
  let best: Step = { score: IMPOSSIBLE * 2, column, sameCell: false, newRow: true, before: 0 };
  previous.forEach((step, before) => {
    const wasHeading = before === columns.length;
    const rest = wasHeading ? 0 : skipped(columns, before + 1, columns.length, cell);
    const lead = heading ? 0 : skipped(columns, 0, column, cell);
    const options: Step[] = [{ score: step.score + fit - rest - lead, column, sameCell: false, newRow: true, before }];
    if (!heading && !wasHeading && column > before) {
      options.push({
        score: step.score + fit - skipped(columns, before + 1, column, cell),
        column,
        sameCell: false,
        newRow: false,
        before,
      });
    }
    if (!heading && column === before && look) {
      options.push({
        score: step.score + fit - brokenCell(cell, look, cellBefore, columns[column + 1]?.kind),
        column,
        sameCell: true,
        newRow: false,
        before,
      });
    }
    for (const option of options) if (option.score > best.score) best = option;
  });
  return best;
}

/** The price of columns without a cell. Marked cells are seldom missing, in a text without marks empty cells leave no trace. */
function skipped(columns: readonly Column[], from: number, to: number, cell: StreamCell): number {
  let price = 0;
  const marked = cell.gap === 'cell';
  for (let index = from; index < to; index += 1) {
    const column = columns[index];
    const extra = column?.kind === 'owner' && index > 0 && columns[index - 1]?.kind === 'owner';
    if (column?.kind === 'item') price += 5;
    else if (extra || column?.role === 'support') price += marked ? 2 : 0.8;
    else if (column?.kind === 'owner' || column?.kind === 'deadline') price += 2.5;
    // Where numbers count areas, a new area has its number before it.
    else if (column?.kind === 'seq')
      price += marked ? 1.2 : columns[to]?.kind === 'area' && index === to - 1 ? 1.5 : 0.1;
    else if (column?.kind === 'area') price += marked ? 1.2 : 0.1;
    else price += marked ? 1 : 0.4;
  }
  return price;
}

function brokenCell(
  cell: StreamCell,
  look: CellLook,
  before: StreamCell | undefined,
  next: ColumnKind | undefined,
): number {
  if (cell.column !== null) return -IMPOSSIBLE;
  if (look.bareNumber) return 6;
  const remark = (next === 'other' || next === 'person') && look.length <= 10 ? 3 : 0;
  const open = before !== undefined && !/[。；;！!？?]$/.test(before.text.trim());
  return (
    (cell.gap === 'cell' ? 5 : cell.gap === 'blank' ? 2.2 : 1) +
    (look.numbered || look.heading ? 4 : 0) +
    remark -
    (open ? 0.7 : 0)
  );
}

function pathThrough(steps: readonly (readonly Step[])[]): readonly Step[] {
  const path: Step[] = [];
  let state = argMax(steps.at(-1) ?? []);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index]?.[state];
    if (!step) break;
    path.push(step);
    state = step.before;
  }
  return path.reverse();
}

function argMax(steps: readonly Step[]): number {
  let best = 0;
  steps.forEach((step, index) => {
    if (step.score > (steps[best]?.score ?? IMPOSSIBLE)) best = index;
  });
  return best;
}

function rowsFrom(cells: readonly StreamCell[], path: readonly Step[], width: number): readonly AlignedRow[] {
  const rows: { cells: StreamCell[][]; heading: StreamCell | null }[] = [];
  path.forEach((step, index) => {
    const cell = cells[index];
    if (!cell) return;
    if (step.column === width) {
      rows.push({ cells: Array.from({ length: width }, () => []), heading: cell });
      return;
    }
    if (step.newRow || rows.length === 0) rows.push({ cells: Array.from({ length: width }, () => []), heading: null });
    rows.at(-1)?.cells[step.column]?.push(cell);
  });
  return rows;
}
