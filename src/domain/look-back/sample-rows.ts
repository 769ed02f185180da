import { groupBy } from '../group-by.ts';
import type { ClosedRow } from './last-year.ts';

/** Rows that one office is asked about at most: they stand on one card. */
export const MOST_PER_OFFICE = 8;

/**
 * Draws the closed rows that are asked about again (抽查): every office that has any at least one, then up to `size` of all. The
 * draw depends on the year and the rows alone, so that it can be repeated and checked.
 *
 * @param officeIds the offices in their order; the sample comes in it
 */
export function sampleRows(
  rows: readonly ClosedRow[],
  { size, year, officeIds }: { readonly size: number; readonly year: number; readonly officeIds: readonly string[] },
): readonly ClosedRow[] {
  const lots = rows
    .map((row) => ({ row, lot: lotOf(`${year} ${row.taskId} ${row.officeId}`) }))
    .sort((a, b) => a.lot - b.lot || (a.row.taskId < b.row.taskId ? -1 : 1));
  const byOffice = groupBy(lots, ({ row }) => row.officeId);
  const drawn = new Map([...byOffice].map(([officeId, own]) => [officeId, own.slice(0, 1)]));
  let count = drawn.size;
  for (const each of lots) {
    if (count >= size) break;
    const own = drawn.get(each.row.officeId);
    if (!own || own.includes(each) || own.length >= MOST_PER_OFFICE) continue;
    own.push(each);
    count += 1;
  }
  const chosen = new Set([...drawn.values()].flat().map(({ row }) => row));
  const order = new Map(officeIds.map((id, at) => [id, at]));
  const placeOf = ({ officeId }: ClosedRow) => order.get(officeId) ?? officeIds.length;
  return rows.filter((row) => chosen.has(row)).sort((a, b) => placeOf(a) - placeOf(b));
}

/** FNV-1a: the same text draws the same lot on every machine. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
