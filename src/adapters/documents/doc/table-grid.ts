import { mergedText } from '../merged-text.ts';
import { type RowDefinition, readRowDefinition } from './row-definition.ts';
import { plainText, type WordRow } from './word-content.ts';

/** A cell in the grid of its table; rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

interface Slot {
  readonly column: number;
  readonly end: number;
  readonly text: string;
  readonly continued: boolean;
}

interface Growing {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
}

/** Edges that lie closer (twentieths of a point; half a millimetre) are one line of the table, drawn by hand in two rows. */
const SAME_LINE = 30;

/**
 * Lays the rows of a table on a common grid: the columns are the lines that any row has a cell edge on.
 *
 * @returns `undefined` where no row says how wide its cells are
 */
export function layOnGrid(rows: readonly WordRow[]): readonly GridCell[] | undefined {
  const definitions = rows.map(({ changes }) => changes && readRowDefinition(changes));
  if (definitions.every((definition) => definition === undefined)) return undefined;
  const lines = linesOf(definitions);
  const slots = rows.map((row, index) => slotsOf(row, definitionFor(row, definitions, index), lines));
  return mergeDown(slots);
}

/** Where a row has no definition of its own, the nearest above it with as many cells serves. */
function definitionFor(
  { cells }: WordRow,
  definitions: readonly (RowDefinition | undefined)[],
  index: number,
): RowDefinition | undefined {
  const own = definitions[index];
  if (own) return own;
  const above = definitions[index - 1];
  return above?.cells.length === cells.length ? { ...above, cells: above.cells.map(() => PLAIN) } : undefined;
}

const PLAIN: RowDefinition['cells'][number] = { vertical: 'alone', horizontal: 'alone' };

/** Maps each edge to the number of its line. */
function linesOf(definitions: readonly (RowDefinition | undefined)[]): ReadonlyMap<number, number> {
  const edges = [...new Set(definitions.flatMap((definition) => definition?.edges ?? []))].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let line = -1;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - first > SAME_LINE) {
      line += 1;
      first = edge;
    }
    lines.set(edge, line);
  }
  return lines;
}

/** The cells of one row, those merged sideways already one. */
function slotsOf(
  row: WordRow,
  definition: RowDefinition | undefined,
  lines: ReadonlyMap<number, number>,
): readonly Slot[] {
  const slots: Slot[] = [];
  let opener: string | undefined;
  let next = lines.get(definition?.edges[0] ?? 0) ?? 0;
  for (const [index, content] of row.cells.entries()) {
    const { vertical, horizontal } = definition?.cells[index] ?? PLAIN;
    const column = next;
    next = Math.max(column + 1, lines.get(definition?.edges[index + 1] ?? Number.NaN) ?? 0);
    const text = plainText(content);
    const before = slots.at(-1);
    if (horizontal !== 'alone' && opener !== undefined && horizontal !== opener && before) {
      slots[slots.length - 1] = { ...before, end: next, text: mergedText(before.text, text) };
      continue;
    }
    opener = horizontal === 'alone' ? undefined : horizontal;
    slots.push({ column, end: next, text, continued: vertical === 'continued' });
  }
  return slots;
}

function mergeDown(rows: readonly (readonly Slot[])[]): readonly GridCell[] {
  const cells: Growing[] = [];
  let above = new Map<number, Growing>();
  for (const [row, slots] of rows.entries()) {
    const here = new Map<number, Growing>();
    for (const { column, end, text, continued } of slots) {
      const upper = continued ? above.get(column) : undefined;
      if (upper && upper.columnSpan === end - column) {
        upper.rowSpan += 1;
        upper.text = mergedText(upper.text, text);
        here.set(column, upper);
        continue;
      }
      const cell = { row, column, rowSpan: 1, columnSpan: end - column, text };
      cells.push(cell);
      here.set(column, cell);
    }
    above = here;
  }
  return cells;
}
