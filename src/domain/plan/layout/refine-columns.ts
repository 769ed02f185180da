import { alignCells } from './align-cells.ts';
import type { LookAt } from './cell-look.ts';
import type { StreamCell } from './cell-stream.ts';
import { statsOf } from './column-kinds.ts';
import type { Column } from './header-words.ts';

/** As many cells as tell the columns of any table. */
const MOST_SAMPLED = 600;
const FEW_NUMBERS = 3;
const OFTEN = 0.6;

/**
 * What the cells under a header say about its columns: numbers that no word heads, deadlines in a column for remarks. The
 * header is right where they do not say otherwise.
 */
export function refineColumns(
  columns: readonly Column[],
  bodies: readonly (readonly StreamCell[])[],
  lookAt: LookAt,
): readonly Column[] {
  const sample = bodies.flatMap((body) => body.slice(0, MOST_SAMPLED)).slice(0, MOST_SAMPLED);
  return withDeadline(withNumbers(columns, sample, lookAt), sample, lookAt);
}

/** A column of numbers under a header that covers the item as well. */
function withNumbers(columns: readonly Column[], cells: readonly StreamCell[], lookAt: LookAt): readonly Column[] {
  if (columns.some((column) => column.kind === 'seq')) return columns;
  const numbers = cells.filter((cell) => lookAt(cell.text).bareNumber).length;
  if (numbers < FEW_NUMBERS || numbers * columns.length * 3 < cells.length) return columns;
  const item = columns.findIndex((column) => column.kind === 'item');
  const seq: Column = { kind: 'seq', header: '', role: null, period: null };
  return [...columns.slice(0, item), seq, ...columns.slice(item)];
}

/** Deadlines may stand under 备注 or 工作安排. */
function withDeadline(columns: readonly Column[], cells: readonly StreamCell[], lookAt: LookAt): readonly Column[] {
  if (columns.some((column) => column.kind === 'deadline')) return columns;
  const late = columns.findLastIndex((column) => column.kind === 'other');
  const dated = cells.filter((cell) => lookAt(cell.text).deadline === 1).length;
  if (late < 0 || dated < FEW_NUMBERS) return columns;
  const tried = columns.map((column, index): Column => (index === late ? { ...column, kind: 'deadline' } : column));
  const rows = alignCells(cells, tried, lookAt).filter((row) => row.heading === null);
  const texts = rows.map((row) => (row.cells[late] ?? []).map((cell) => cell.text).join('\n'));
  const stats = statsOf(texts, lookAt);
  return stats.filled >= rows.length * 0.3 && stats.deadline >= OFTEN ? tried : columns;
}
