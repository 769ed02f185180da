import { invariant } from '../../invariant.ts';
import { keyOf } from '../phrases/fold.ts';
import { splitNumber } from './item-number.ts';
import { hasOwner, type RawRow } from './raw-rows.ts';

/** No cell that is printed twice is longer. */
const LONGEST = 2000;
/** No owner is merged over more rows. */
const MOST_MERGED = 40;
const FINISHED = /[。；;！!？?）)”》]$/;

/**
 * Puts together what a page break or a merged cell tore apart: the rest of an item after the headers stood again, an
 * owner or a deadline without an item, and the sub-items of one cell that stand as paragraphs.
 */
export function joinRows(rows: readonly RawRow[]): readonly RawRow[] {
  const groups: RawRow[][] = [];
  const numberedRows = mostlyNumbered(rows);
  // What the rows of the last group say together, without what makes joining slow.
  let last: RawRow | null = null;
  for (const row of rows) {
    if (last && last.heading === null && row.heading === null && belongsTo(row, last, numberedRows)) {
      groups.at(-1)?.push(row);
      last = merge({ ...last, cells: [], remarks: [] }, { ...row, cells: [], remarks: [] });
    } else {
      groups.push([row]);
      last = row;
    }
  }
  return joinParts(groups.map(mergeAll));
}

function mergeAll(rows: readonly RawRow[]): RawRow {
  const [first] = rows;
  invariant(first, 'a group has a row');
  if (rows.length === 1) return first;
  const whole = rows.map((row): RawRow => ({ ...row, cells: [], remarks: [] })).reduce(merge);
  return { ...whole, cells: rows.flatMap((row) => row.cells), remarks: distinct(rows.flatMap((row) => row.remarks)) };
}

function distinct(remarks: RawRow['remarks']): RawRow['remarks'] {
  const seen = new Set<string>();
  return remarks.filter(({ header, text }) => {
    const key = `${header}|${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function belongsTo(row: RawRow, last: RawRow, numberedRows: boolean): boolean {
  if (row.item.text === '') {
    if (row.item.no !== null || (!hasOwner(row) && row.deadline === '' && row.remarks.length === 0)) return false;
    return row.seq === null && row.areas.every((area) => area === '');
  }
  if (row.item.level > 0 || row.seq !== null || FINISHED.test(last.item.text) || last.item.text === '') return false;
  const newArea = row.areas.some((area, level) => area !== '' && keyOf(area) !== keyOf(last.areas[level] ?? ''));
  if (newArea && !row.afterBreak) return false;
  const bare = !hasOwner(row) && row.deadline === '';
  const lastBare = !hasOwner(last) || last.deadline === '';
  return row.afterBreak
    ? bare || lastBare || numberedRows
    : bare &&
        (row.cells.length === 1 || numberedRows) &&
        !/[:：]$/.test(last.item.text) &&
        (last.item.text.length > 12 || (numberedRows && last.seq !== null && hasOwner(last)));
}

function mostlyNumbered(rows: readonly RawRow[]): boolean {
  const items = rows.filter((row) => row.item.text !== '' && (hasOwner(row) || row.deadline !== ''));
  return items.filter((row) => row.item.level > 0 || row.seq !== null).length > items.length * 0.8;
}

function merge(a: RawRow, b: RawRow): RawRow {
  const both = (left: string, right: string): string => {
    if (left === '' || (left.length < LONGEST && keyOf(left) === keyOf(right)))
      return right === '' ? left : left === '' ? right : left;
    return right === '' ? left : `${left}\n${right}`;
  };
  return {
    ...a,
    item: { ...a.item, text: a.item.text + b.item.text },
    owners: a.owners.map((text, index) => both(text, b.owners[index] ?? '')),
    people: a.people.map((text, index) => both(text, b.people[index] ?? '')),
    deadline: both(a.deadline, b.deadline),
    remarks: [...a.remarks, ...b.remarks],
    cells: [...a.cells, ...b.cells],
    printed: a.printed.map((text, index) => both(text, b.printed[index] ?? '')),
  };
}

/** `3.` `(1)` `(2)` as paragraphs of one cell: only the last of them is followed by an owner, so they are one row. */
function joinParts(rows: readonly RawRow[]): readonly RawRow[] {
  const result: RawRow[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (!row) continue;
    const end = endOfParts(rows, index);
    if (end === index) {
      result.push(row);
      continue;
    }
    const parts = rows.slice(index, end + 1);
    const text = parts.map((part) => numbered(part)).join('');
    const whole = mergeAll(parts);
    result.push({ ...whole, item: splitNumber(text) });
    index = end;
  }
  return result;
}

function endOfParts(rows: readonly RawRow[], from: number): number {
  if (!isBare(rows[from]) || !isBare(rows[from + 1]) || !isSub(rows[from + 1]) || hasOwnerBefore(rows, from))
    return from;
  let index = from + 1;
  while (isBare(rows[index]) && isSub(rows[index + 1])) index += 1;
  return isBare(rows[index]) ? from : index;
}

/** An item with nothing beside it. */
function isBare(row: RawRow | undefined): boolean {
  return row !== undefined && row.heading === null && row.item.text !== '' && !hasOwner(row) && row.deadline === '';
}

function isSub(row: RawRow | undefined): boolean {
  return row?.item.level === 2 && row.heading === null;
}

/** Behind a row with an owner, bare sub-items are rows whose owner cell was merged, not parts of one cell. */
function hasOwnerBefore(rows: readonly RawRow[], from: number): boolean {
  if (rows[from]?.item.level !== 2) return false;
  for (let at = from - 1; at >= Math.max(0, from - MOST_MERGED); at -= 1) {
    const row = rows[at];
    if (row?.item.level !== 2 || row.heading !== null) return false;
    if (hasOwner(row)) return true;
  }
  return false;
}

function numbered(row: RawRow): string {
  const { no, level, text } = row.item;
  if (no === null) return text;
  return level === 1 && !no.includes('(') ? `${no}.${text}` : `${no}${text}`;
}
