import { countBefore } from '../halving.ts';
import { type CellText, cellTextOf } from './cell-text.ts';
import { findGrids, type Grid, type GridCell } from './grids.ts';
import { type Glyph, middleOf, type PageMarks } from './page-marks.ts';
import { linesOf, type TextLine } from './text-lines.ts';

/** A table as it stands on one page. */
export interface PageTable {
  readonly type: 'table';
  readonly grid: Grid;
  readonly cells: readonly (GridCell & CellText)[];
}

export interface PageLine {
  readonly type: 'line';
  readonly line: TextLine;
}

/** A page from top to bottom. */
export interface PageParts {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly (PageTable | PageLine)[];
}

/** The padding of a table is the least that any line of it keeps to the left, and not more than this. */
const WIDEST_PADDING = 9;

/** Puts every character of a page into a cell of a table or into a line beside the tables. */
export function partsOf(page: PageMarks): PageParts {
  const grids = findGrids(page).map((grid) => ({
    grid,
    ownerAt: ownersOf(grid),
    filled: new Map<GridCell, Glyph[]>(),
  }));
  const loose: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const { x, y } = middleOf(glyph);
    const home = grids.find(({ grid }) => isWithin(grid.xs, x) && isWithin(grid.ys, y));
    const cell = home?.ownerAt[indexIn(home.grid.ys, y)]?.[indexIn(home.grid.xs, x)];
    if (!home || !cell) {
      loose.push(glyph);
      continue;
    }
    const glyphs = home.filled.get(cell) ?? [];
    glyphs.push(glyph);
    home.filled.set(cell, glyphs);
  }
  const tables = grids
    .filter(({ filled }) => filled.size > 0)
    .map(({ grid, filled }) => ({
      top: grid.ys[0] ?? 0,
      part: {
        type: 'table',
        grid,
        cells: textsOf(grid, filled),
      } as const,
    }));
  const lines = linesOf(loose).map((line) => ({
    top: line.y - line.size * 0.35,
    part: { type: 'line', line } as const,
  }));
  const parts = [...tables, ...lines].sort((a, b) => a.top - b.top).map(({ part }) => part);
  return { number: page.number, width: page.width, height: page.height, parts };
}

/** Lines may take the width of the longest one in their column, or of the cell less its padding. */
function textsOf(grid: Grid, filled: ReadonlyMap<GridCell, readonly Glyph[]>): readonly (GridCell & CellText)[] {
  const lines = new Map([...filled].map(([cell, glyphs]) => [cell, linesOf(glyphs)]));
  const columnOf = ({ left, right }: GridCell): string => `${left} ${right}`;
  const longest = new Map<string, number>();
  let padding = WIDEST_PADDING;
  for (const [cell, own] of lines) {
    for (const line of own) {
      longest.set(columnOf(cell), Math.max(longest.get(columnOf(cell)) ?? 0, line.right - line.left));
      padding = Math.min(padding, Math.max(0, line.left - (grid.xs[cell.left] ?? 0)));
    }
  }
  return grid.cells.map((cell) => {
    const inner = (grid.xs[cell.right] ?? 0) - (grid.xs[cell.left] ?? 0) - 2 * padding;
    return { ...cell, ...cellTextOf(lines.get(cell) ?? [], Math.max(inner, longest.get(columnOf(cell)) ?? 0)) };
  });
}

/** Which cell covers a row and a column of the grid. */
function ownersOf(grid: Grid): readonly (readonly GridCell[])[] {
  const owners = grid.ys.slice(1).map((): GridCell[] => []);
  for (const cell of grid.cells) {
    for (const row of owners.slice(cell.top, cell.bottom)) {
      for (let column = cell.left; column < cell.right; column += 1) row[column] = cell;
    }
  }
  return owners;
}

function isWithin(places: readonly number[], at: number): boolean {
  return at >= (places[0] ?? 0) && at < (places.at(-1) ?? 0);
}

/** Between which two places a point lies. */
function indexIn(places: readonly number[], at: number): number {
  return Math.max(0, countBefore(places.length - 1, (index) => (places[index] ?? 0) <= at) - 1);
}
