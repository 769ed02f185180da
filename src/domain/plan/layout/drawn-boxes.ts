import type { Cell } from '../source-document.ts';
import type { Line } from './cell-stream.ts';
import { rowsIn, rowText } from './print-rows.ts';
import { type GridRow, gridRows } from './table-grid.ts';

/** Lines around cells: `│`, `├──┤`, and `+--+` with `|`. */
const DRAWN = /[\u2500-\u257f]/;
const ASCII_RULE = /^\s*\+(?:[-=]{2,}\+)+\s*$/;
const BORDER = /[\u2502\u2503\u2506\u2507\u250a-\u254b\u2551-\u2570|｜+]/;
const RULE = /^[\s\u2500\u2501\u2504\u2505\u2508\u2509\u2550=-]+$/;
const FEWEST_LINES = 3;
const MOST_COLUMNS = 30;
const MOST_LINES = 20_000;
/** Without lines between the rows there are only those around the header and below the table. */
const FEW_RULES = 3;

/** A line between the borders; a rule ends the cell above it. */
interface DrawnLine {
  readonly parts: readonly { readonly text: string; readonly rule: boolean }[];
  readonly place: string;
}

interface OpenCell {
  readonly row: number;
  readonly texts: string[];
  place: string;
}

/** The tables whose cells are drawn, each with the cells that are merged; all other lines as they are. */
export function boxedRows(lines: readonly Line[]): readonly GridRow[] {
  const drawn = lines.map((line) => DRAWN.test(line.text) || ASCII_RULE.test(line.text));
  if (lines.length > MOST_LINES || drawn.filter(Boolean).length < FEWEST_LINES) return [];
  const ascii = lines.some((line) => ASCII_RULE.test(line.text));
  const blocks: Parameters<typeof gridRows>[0][number][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    let to = at;
    while (drawn[to] || (ascii && to > at && /^\s*\|/.test(lines[to]?.text ?? ''))) to += 1;
    const line = lines[at];
    if (to - at >= FEWEST_LINES) {
      blocks.push({ type: 'table', cells: cellsIn(lines.slice(at, to)), place: line?.place ?? '' });
      at = to - 1;
    } else if (line) blocks.push({ type: 'paragraph', text: line.text, place: line.place });
  }
  return blocks.some((block) => block.type === 'table') ? gridRows(blocks) : [];
}

function cellsIn(lines: readonly Line[]): readonly Cell[] {
  const whole = lines.map(partsOf);
  const width = mostCommon(whole.map(({ parts }) => parts.length));
  const cut = whole.filter(({ parts }) => parts.length <= MOST_COLUMNS);
  const inner = cut.filter(({ parts }) => parts.some((part) => part.rule)).length;
  const texts = cut.filter(({ parts }) => !parts.every((part) => part.rule));
  return inner <= FEW_RULES && texts.length > FEW_RULES ? looseCells(texts, width) : ruledCells(cut, width);
}

function partsOf({ text, place }: Line): DrawnLine {
  const parts = text.trim().split(BORDER);
  const inside = parts.slice(parts[0]?.trim() === '' ? 1 : 0, parts.at(-1)?.trim() === '' ? -1 : undefined);
  return { parts: inside.map((part) => ({ text: part.trim(), rule: part.trim() !== '' && RULE.test(part) })), place };
}

function ruledCells(lines: readonly DrawnLine[], width: number): readonly Cell[] {
  const cells: Cell[] = [];
  const open: (OpenCell | undefined)[] = [];
  let row = 0;
  const close = (column: number): void => {
    const cell = open[column];
    open[column] = undefined;
    if (!cell) return;
    const span = { rowSpan: row - cell.row + 1, columnSpan: 1 };
    cells.push({ row: cell.row, column, ...span, text: cell.texts.join('\n'), place: cell.place });
  };
  for (const { parts, place } of lines) {
    const rules = parts.some((part) => part.rule);
    const own = parts.length === width || rules ? parts : parts.slice(0, width);
    if (rules) for (let column = 0; column < width; column += 1) if (own[column]?.rule ?? true) close(column);
    if (rules && open.length > 0) row += 1;
    own.forEach((part, column) => {
      if (part.rule) return;
      const cell = open[column] ?? { row, texts: [], place };
      if (part.text !== '' && cell.texts.length === 0) cell.place = place;
      if (part.text !== '') cell.texts.push(part.text);
      open[column] = cell;
    });
  }
  for (let column = 0; column < width; column += 1) close(column);
  return cells;
}

/** No line between the rows: what is wrapped is told as on a printed page. */
function looseCells(lines: readonly DrawnLine[], width: number): readonly Cell[] {
  const columns = Array.from({ length: width }, (_, column) => {
    const widest = Math.max(...lines.map(({ parts }) => parts[column]?.text.length ?? 0));
    return { from: column, room: widest * 2 + 1 };
  });
  const cut = lines.map(({ parts, place }) => {
    return { texts: columns.map((_, column) => parts[column]?.text ?? ''), place, apart: false };
  });
  return rowsIn({ columns, lines: cut }).flatMap((own, row) =>
    columns.map((_, column): Cell => {
      const place = own[0]?.place ?? '';
      return { row, column, rowSpan: 1, columnSpan: 1, text: rowText(own, column), place };
    }),
  );
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
