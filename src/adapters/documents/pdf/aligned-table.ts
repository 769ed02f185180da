import type { Block, Cell } from '../../../domain/plan/source-document.ts';
import type { PlacedLine } from './loose-text.ts';

interface Band {
  readonly left: number;
  readonly right: number;
}

const LEAST_ROWS = 3;
/** Share of rows with only one cell that still looks like a table. */
const MOST_LONELY = 0.2;

/**
 * The table that lines with wide gaps make, where every piece of text stands in a column of its own and at least three rows
 * fill two columns. Null where the alignment does not say so clearly.
 */
export function alignedTable(lines: readonly PlacedLine[]): Block | null {
  const first = lines[0];
  const bands = bandsOf(lines);
  if (!first || bands.length < 2) return null;
  const rows: { readonly cells: string[][]; readonly place: string }[] = [];
  for (const { line, place } of lines) {
    const columns = line.segments.map((segment) => bands.findIndex((band) => overlap(band, segment)));
    if (new Set(columns).size < columns.length) return null;
    if (columns[0] === 0 || rows.length === 0) rows.push({ cells: bands.map(() => []), place });
    columns.forEach((column, at) => void rows.at(-1)?.cells[column]?.push(line.segments[at]?.text ?? ''));
  }
  const filled = rows.map(({ cells }) => cells.filter((texts) => texts.length > 0).length);
  const full = filled.filter((count) => count > 1).length;
  if (full < LEAST_ROWS || rows.length - full > rows.length * MOST_LONELY) return null;
  const cells = rows.flatMap((row, at) =>
    row.cells.map((texts, column): Cell => {
      return { row: at, column, rowSpan: 1, columnSpan: 1, text: texts.join('\n'), place: row.place };
    }),
  );
  return { type: 'table', cells, place: first.place };
}

/** Stretches of the page's width that some text covers, left to right. */
function bandsOf(lines: readonly PlacedLine[]): readonly Band[] {
  const pieces = lines.flatMap(({ line }) => line.segments).sort((a, b) => a.left - b.left);
  const bands: Band[] = [];
  for (const { left, right } of pieces) {
    const last = bands.at(-1);
    if (last && left < last.right) bands[bands.length - 1] = { ...last, right: Math.max(last.right, right) };
    else bands.push({ left, right });
  }
  return bands;
}

function overlap(a: Band, b: Band): boolean {
  return a.left < b.right && b.left < a.right;
}
