import { keyOf, squeeze } from '../phrases/fold.ts';
import {
  type ColumnKind,
  headsContacts,
  isContactWord,
  isFormHead,
  isPeriod,
  kindOfColumn,
  kindOfHeader,
  kindUnderTime,
} from './header-words.ts';
import { isOfficeColumn } from './office-columns.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** The head of one column: its own word, and the word above it where the header has two levels. */
export interface HeaderLeaf {
  readonly word: string;
  readonly above: string;
  /** The words as they stand, without padding. */
  readonly printed: string;
  /** Leftmost column that it covers, and how many. */
  readonly column: number;
  readonly wide: number;
}

/** One or more rows of headers. */
export interface GridHeader {
  readonly at: number;
  readonly depth: number;
  readonly leaves: readonly HeaderLeaf[];
  /** Equal for the same header on a later page. */
  readonly key: string;
}

const DEEPEST = 3;
const LONGEST = 16;
const LONGEST_WORD = LONGEST * 2;
/** A matrix of fewer says no more than a column of owners. */
const FEWEST_OFFICES = 3;
/** Words of a header that is one only because a table begins with it. */
const LONGEST_UNSURE = 8;
const FEWEST_UNSURE = 3;
/** With padding. */
const LONGEST_CELL = 60;
const PADDING = /\s/;

/** The header that begins in a row, if one does. */
export function headerAt(rows: readonly GridRow[], at: number): GridHeader | undefined {
  const row = rows[at];
  if (!row || row.table === null || !isHeaderRow(row) || isLostLevel(row, rows[at - 1])) return undefined;
  const depth = depthAt(rows, at);
  const second = rows[at + 1];
  const leaves =
    depth === 2 && second && isShifted(second, row) ? spreadLeaves(row, second) : leavesOf(rows.slice(at, at + depth));
  if (leaves.length < 2) return undefined;
  return { at, depth, leaves, key: leaves.map((leaf) => `${leaf.above}/${leaf.word}`).join('|') };
}

/** The first row of a table whose header no word for an owner tells: short words, most of them known, one of them for text. */
export function unsureHeaderAt(rows: readonly GridRow[], at: number): GridHeader | undefined {
  const row = rows[at];
  if (!row || row.own.some((cell) => isTooLong(cell.cell.text) || cell.cell.text === '')) return undefined;
  const words = wordsOf(row);
  const kinds = words.map(kindOfHeader);
  const known = kinds.filter((kind) => kind !== undefined).length;
  const short = words.every((word) => word.length <= LONGEST_UNSURE) && new Set(words).size === words.length;
  if (words.length < FEWEST_UNSURE || !short || !kinds.includes('area') || known < words.length * 0.6) return undefined;
  if (isFormHead(words, kinds) || words.filter(isContactWord).length > 1) return undefined;
  const leaves = leavesOf([row]);
  return { at, depth: 1, leaves, key: leaves.map((leaf) => leaf.word).join('|') };
}

export function kindOfLeaf(leaf: HeaderLeaf): ColumnKind | undefined {
  const own = kindOfHeader(leaf.word);
  if (own && !(own === 'other' && leaf.above !== '')) return own;
  if (isPeriod(leaf.word)) return 'deadline';
  const timed = kindOfHeader(leaf.above) === 'deadline' ? kindUnderTime(leaf.word) : undefined;
  if (timed) return timed;
  return kindOfHeader(`${leaf.above}${leaf.word}`) ?? own ?? kindOfHeader(leaf.above);
}

function wordsOf(row: GridRow): readonly string[] {
  return row.own.filter((cell) => cell.cell.text !== '').map(wordOf);
}

function wordOf(cell: GridCell): string {
  return cell.cell.text.length > LONGEST_CELL ? cell.cell.text : keyOf(cell.cell.text).replace(/[:*]$/, '');
}

function isHeaderRow(row: GridRow): boolean {
  // Most rows have an item, and need not be read to see that they are no header.
  return !row.own.some((cell) => isTooLong(cell.cell.text)) && hasColumnWords(wordsOf(row));
}

/** Longer than any word of a header, which may lose its padding and the mark at its end. */
function isTooLong(text: string): boolean {
  return text.length > LONGEST_CELL || (text.length > LONGEST_WORD + 1 && !PADDING.test(text));
}

/** Mostly words for columns, among them one for text or two of who and when. */
export function hasColumnWords(words: readonly string[]): boolean {
  if (words.length < 2 || words.some((word) => word.length > LONGEST_WORD)) return false;
  if (headsContacts(words)) return true;
  const kinds = words.map(kindOfColumn);
  const known = kinds.filter((kind) => kind !== undefined).length;
  if (known < 2) return false;
  const offices = words.filter(isOfficeColumn).length;
  if (offices >= FEWEST_OFFICES && kinds.includes('area') && known + offices >= words.length * 0.9) return true;
  if (known < words.length * 0.6) return false;
  if (words.every((word) => isPeriod(word))) return false;
  const text = kinds.includes('area');
  const deadline = kinds.includes('deadline');
  const owned = kinds.includes('owner') || kinds.includes('person');
  // No web form counts its rows, or says with every word who does what by when.
  const whole = known === words.length && known >= 4 && text && owned && deadline;
  if (!kinds.includes('seq') && !whole && isFormHead(words, kinds)) return false;
  const short = words.every((word) => word.length <= 10);
  return (text && (owned || deadline)) || (owned && deadline && (known >= 3 || short)) || (text && known >= 3);
}

/** How many rows the header has: as high as its merged cells, or one more where what follows can only be a second level. */
function depthAt(rows: readonly GridRow[], at: number): number {
  const row = rows[at];
  if (!row) return 1;
  const merged = Math.max(...row.own.map((cell) => (cell.cell.text === '' ? 1 : cell.rowSpan)));
  const uneven = row.own.some((cell) => cell.cell.text !== '' && cell.rowSpan < merged);
  if (merged > 1 && merged <= DEEPEST && uneven && rows[at + merged - 1]?.table === row.table) return merged;
  const next = rows[at + 1];
  if (next && next.table === row.table && (isSecondLevel(next, row) || isShifted(next, row))) return 2;
  return 1;
}

function isSecondLevel(row: GridRow, above: GridRow): boolean {
  const cells = row.own.filter((cell) => cell.cell.text !== '');
  if (cells.length < 2) return false;
  const under = cells.every((cell) => {
    const over = above.slots[cell.column];
    if (over === undefined || over.cell.text === '' || over.columnSpan > 1) return true;
    return isPartOf(wordOf(cell), wordOf(over)) || divides(cell, above);
  });
  return under && cells.every((cell) => isColumnWord(wordOf(cell)) || divides(cell, above));
}

function isColumnWord(word: string): boolean {
  return kindOfColumn(word) !== undefined;
}

/** 启动 under 时间要求, 财务科 under 责任单位, be that merged over it or the last word to the left. */
function divides(cell: GridCell, above: GridRow): boolean {
  const over = above.own.findLast(({ column, cell: { text } }) => column <= cell.column && text !== '');
  const kind = over && kindOfHeader(wordOf(over));
  const word = wordOf(cell);
  return (kind === 'deadline' && kindUnderTime(word) !== undefined) || (kind === 'owner' && isOfficeColumn(word));
}

/** A second level whose merged cells above are lost, so that it begins at the left although it stands under some word. */
function isShifted(row: GridRow, above: GridRow): boolean {
  if (!row.ragged || row.own.length < 2 || row.own.some((cell) => cell.cell.text === '') || isSecondLevel(row, above))
    return false;
  const [under, over] = [wordsOf(row), wordsOf(above)];
  const known = under.every(isColumnWord);
  return known && under.length < over.length && !under.some((word) => over.includes(word));
}

/** A second level that fits under no words above: the first level, which counts rows, is the surer header. */
function isLostLevel(row: GridRow, above: GridRow | undefined): boolean {
  if (!row.ragged || !above?.ragged || above.table !== row.table) return false;
  const counts = (words: readonly string[]): boolean => words.some((word) => kindOfHeader(word) === 'seq');
  return !counts(wordsOf(row)) && isHeaderRow(above) && counts(wordsOf(above));
}

/** Puts each run of words of one kind under the word that it divides: one of its kind, or one that says nothing itself. */
function spreadLeaves(top: GridRow, second: GridRow): readonly HeaderLeaf[] {
  const over = top.own.filter((cell) => cell.cell.text !== '');
  const kinds = over.map((cell) => kindOfHeader(wordOf(cell)));
  const own = second.own.map((cell) => ({ cell, kind: kindOfColumn(wordOf(cell)) }));
  const first = own[0]?.kind;
  const one = own.every(({ kind }) => kind === first);
  const same = one ? kinds.indexOf(first) : -1;
  const unknown = kinds.findLastIndex((kind) => kind === undefined || kind === 'other');
  const parent = same >= 0 ? same : unknown >= 0 ? unknown : over.length - 1;
  const leafOf = (cell: GridCell, above: string): Omit<HeaderLeaf, 'column'> => {
    return { word: wordOf(cell), above, printed: squeeze(cell.cell.text), wide: 1 };
  };
  return over
    .flatMap((cell, at) => (at === parent ? own.map((each) => leafOf(each.cell, wordOf(cell))) : [leafOf(cell, '')]))
    .map((leaf, column) => ({ ...leaf, column }));
}

/** 牵头单位 under 责任单位, 上半年 under 完成时限; or the same word again. */
function isPartOf(word: string, over: string): boolean {
  const kind = kindOfColumn(word);
  return word === over || (kind === kindOfHeader(over) && kind !== 'area');
}

function leavesOf(rows: readonly GridRow[]): readonly HeaderLeaf[] {
  const width = Math.max(...rows.map((row) => row.slots.length));
  const leaves: (HeaderLeaf & { readonly cell: GridCell | undefined })[] = [];
  for (let column = 0; column < width; column += 1) {
    const cells = rows.flatMap((row) => row.slots[column] ?? []).filter((cell) => cell.cell.text !== '');
    const cell = cells.at(-1);
    const top = cells[0];
    const last = leaves.at(-1);
    if (last && cell !== undefined && last.cell === cell) {
      leaves[leaves.length - 1] = { ...last, wide: last.wide + 1 };
      continue;
    }
    const word = cell ? wordOf(cell) : '';
    const above = top && top !== cell ? wordOf(top) : '';
    // Where the merged cells of the first level are lost, its word stands over the first part only.
    const lost = above === '' && rows.length > 1 && cell && cell === rows.at(-1)?.slots[column];
    const beside = lost && last && last.above !== '' && last.word.length <= LONGEST ? last.above : above;
    leaves.push({ word, above: beside, printed: squeeze(cell?.cell.text ?? ''), column, wide: 1, cell });
  }
  return leaves.map(({ word, above, printed, column, wide }) => ({ word, above, printed, column, wide }));
}
