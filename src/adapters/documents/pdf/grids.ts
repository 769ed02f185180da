import type { Rule } from './page-marks.ts';

/** A cell in the lines of its grid: from `top` and `left` (inclusive) to `bottom` and `right` (exclusive). */
export interface GridCell {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A ruled table on one page. */
export interface Grid {
  /** Of the vertical lines, ascending; one more than there are columns. */
  readonly xs: readonly number[];
  /** Of the horizontal lines, downwards; one more than there are rows. */
  readonly ys: readonly number[];
  /** In reading order; together they cover the grid, none lies on another. */
  readonly cells: readonly GridCell[];
  /** Drawn, or only assumed where the vertical lines end (a row that goes on over the page break). */
  readonly closedAbove: boolean;
  readonly closedBelow: boolean;
}

/** Lines that end this near to each other meet. */
const TOUCH = 4;
/** Lines closer than this are one line, drawn double. */
const DOUBLE = 4;
/** How far lines must reach beyond the last crossing line to show that a side is left open. */
const OPEN_SIDE = 8;
const COVERED = 0.6;
const MOST_RULES = 1_200;
const MOST_COLUMNS = 120;
const SHORTEST = 6;

/** Finds the ruled tables of a page from its lines; frames (one cell) are none, and a page full of drawings has none. */
export function findGrids(rules: {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}): readonly Grid[] {
  const horizontal = rules.horizontal.filter(isLong);
  const vertical = rules.vertical.filter(isLong);
  if (horizontal.length > MOST_RULES || vertical.length > MOST_RULES) return [];
  const grids = components(horizontal, vertical).flatMap((part) => {
    const grid = gridOf(part.horizontal, part.vertical);
    return grid ? [grid] : [];
  });
  return grids.filter((grid) => !grids.some((other) => other !== grid && isInside(grid, other)));
}

function isLong(rule: Rule): boolean {
  return rule.to - rule.from >= SHORTEST;
}

interface Lines {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Lines that touch each other, directly or through others. */
function components(horizontal: readonly Rule[], vertical: readonly Rule[]): readonly Lines[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  horizontal.forEach((row, h) => {
    vertical.forEach((column, v) => {
      if (touches(row, column)) parent[find(h)] = find(horizontal.length + v);
    });
  });
  const parts = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const partOf = (index: number): { horizontal: Rule[]; vertical: Rule[] } => {
    const part = parts.get(find(index)) ?? { horizontal: [], vertical: [] };
    parts.set(find(index), part);
    return part;
  };
  horizontal.forEach((rule, index) => void partOf(index).horizontal.push(rule));
  vertical.forEach((rule, index) => void partOf(horizontal.length + index).vertical.push(rule));
  return [...parts.values()];
}

function touches(row: Rule, column: Rule): boolean {
  return (
    column.at >= row.from - TOUCH &&
    column.at <= row.to + TOUCH &&
    row.at >= column.from - TOUCH &&
    row.at <= column.to + TOUCH
  );
}

function gridOf(horizontal: readonly Rule[], vertical: readonly Rule[]): Grid | null {
  if (horizontal.length === 0 || vertical.length === 0) return null;
  const xs = withOpenSides(lineUp(vertical), horizontal);
  const ys = withOpenSides(lineUp(horizontal), vertical);
  const columns = xs.places.length - 1;
  const rows = ys.places.length - 1;
  if (columns < 1 || rows < 1 || columns > MOST_COLUMNS || columns * rows < 2) return null;
  const right = borders(xs, ys.places, vertical);
  const below = borders(ys, xs.places, horizontal);
  const cells = cellsOf(rows, columns, {
    right: (row, column) => right[column + 1]?.[row] === true,
    below: (row, column) => below[row + 1]?.[column] === true,
  });
  if (cells.length < 2) return null;
  return { xs: xs.places, ys: ys.places, cells, closedAbove: !ys.openStart, closedBelow: !ys.openEnd };
}

/** Distinct places of lines, double lines taken as one. */
function lineUp(rules: readonly Rule[]): readonly number[] {
  const places: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = places.at(-1);
    if (last === undefined || at - last > DOUBLE) places.push(at);
  }
  return places;
}

interface Side {
  readonly places: readonly number[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Where two or more crossing lines go on beyond the outermost line, a border is meant though none is drawn. */
function withOpenSides(places: readonly number[], crossing: readonly Rule[]): Side {
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const before = crossing.filter(({ from }) => from < first - OPEN_SIDE);
  const after = crossing.filter(({ to }) => to > last + OPEN_SIDE);
  const openStart = before.length >= 2;
  const openEnd = after.length >= 2;
  const start = openStart ? [Math.min(...before.map(({ from }) => from))] : [];
  const end = openEnd ? [Math.max(...after.map(({ to }) => to))] : [];
  return { places: [...start, ...places, ...end], openStart, openEnd };
}

/** For every line place, between which neighbouring crossing places a border is drawn; the outer sides always count. */
function borders(side: Side, crossing: readonly number[], rules: readonly Rule[]): readonly (readonly boolean[])[] {
  const drawn = side.places.map(() => crossing.slice(1).map(() => 0));
  for (const rule of rules) {
    const line = drawn[nearest(side.places, rule.at)];
    if (!line) continue;
    for (let at = 0; at < line.length; at += 1) {
      const from = crossing[at] ?? 0;
      const to = crossing[at + 1] ?? 0;
      const shared = Math.min(rule.to, to) - Math.max(rule.from, from);
      if (shared > 0) line[at] = (line[at] ?? 0) + shared / (to - from);
    }
  }
  const last = side.places.length - 1;
  return drawn.map((line, at) => line.map((share) => at === 0 || at === last || share >= COVERED));
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  places.forEach((place, index) => {
    if (Math.abs(place - at) < Math.abs((places[best] ?? 0) - at)) best = index;
  });
  return best;
}

interface Borders {
  right(row: number, column: number): boolean;
  below(row: number, column: number): boolean;
}

/** A cell goes right until a border, then down while no line crosses its width. */
function cellsOf(rows: number, columns: number, drawn: Borders): readonly GridCell[] {
  const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
  const cells: GridCell[] = [];
  for (let top = 0; top < rows; top += 1) {
    for (let left = 0; left < columns; left += 1) {
      if (taken[top]?.[left]) continue;
      let right = left + 1;
      while (right < columns && !drawn.right(top, right - 1) && !taken[top]?.[right]) right += 1;
      let bottom = top + 1;
      while (bottom < rows && goesOn(drawn, taken, { bottom, left, right })) bottom += 1;
      for (let row = top; row < bottom; row += 1) taken[row]?.fill(true, left, right);
      cells.push({ top, bottom, left, right });
    }
  }
  return cells;
}

function goesOn(
  drawn: Borders,
  taken: readonly (readonly boolean[])[],
  { bottom, left, right }: { readonly bottom: number; readonly left: number; readonly right: number },
): boolean {
  for (let column = left; column < right; column += 1) {
    if (drawn.below(bottom - 1, column) || taken[bottom]?.[column]) return false;
    if (column + 1 < right && drawn.right(bottom, column)) return false;
  }
  return true;
}

function isInside(inner: Grid, outer: Grid): boolean {
  return (
    (inner.xs[0] ?? 0) >= (outer.xs[0] ?? 0) - TOUCH &&
    (inner.xs.at(-1) ?? 0) <= (outer.xs.at(-1) ?? 0) + TOUCH &&
    (inner.ys[0] ?? 0) >= (outer.ys[0] ?? 0) - TOUCH &&
    (inner.ys.at(-1) ?? 0) <= (outer.ys.at(-1) ?? 0) + TOUCH
  );
}
