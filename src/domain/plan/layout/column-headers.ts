import { keyOf } from '../phrases/fold.ts';
import type { StreamCell } from './cell-stream.ts';
import {
  type Column,
  type ColumnKind,
  hasInnerOwner,
  isFormHead,
  isPeriod,
  itemWeight,
  kindOfColumn,
  kindOfHeader,
  kindUnderTime,
  roleOfHeader,
  STARTS,
} from './header-words.ts';

/** A row of column headers in the stream of cells; on later pages it stands again. */
export interface Header {
  readonly at: number;
  readonly length: number;
  readonly columns: readonly Column[];
  /** As they stand, the two levels of a header one after the other. */
  readonly words: readonly string[];
}

const MOST_COLUMNS = 16;
/** No document has more kinds of table. */
const MOST_KNOWN = 40;
const LONGEST_HEADER = 40;
const MOST_UNKNOWN = 3;
/** Half a word of a header. */
const MOST_WRAPPED = 6;
const SHORT_WORD = /^[\u4e00-\u9fff/()]{2,12}$/;

/** Whether each cell is a word of a header, or a word may be wrapped over two lines. */
export type HeaderReading = 'as-printed' | 'wrapped';

/** Every row of headers: at least three neighbouring cells that are all words for columns. */
export function findHeaders(cells: readonly StreamCell[], reading: HeaderReading = 'as-printed'): readonly Header[] {
  const words = cells.map((cell) => (cell.text.length <= LONGEST_HEADER ? keyOf(cell.text) : ''));
  return reading === 'wrapped' ? wrappedHeaders(cells, words) : headersIn(words);
}

/** The words that are one word of a header together, taken as one. */
function wrappedHeaders(cells: readonly StreamCell[], words: readonly string[]): readonly Header[] {
  const from: number[] = [];
  const whole: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    from.push(at);
    const short = word !== '' && next !== '' && word.length <= MOST_WRAPPED && next.length <= MOST_WRAPPED;
    const one = short && cells[at + 1]?.gap === 'line' && kindOfHeader(`${word}${next}`) !== undefined;
    whole.push(one ? `${word}${next}` : word);
    if (one) at += 1;
  }
  if (whole.length === words.length) return [];
  return headersIn(whole).map((header) => {
    const at = from[header.at] ?? 0;
    return { ...header, at, length: (from[header.at + header.length] ?? words.length) - at };
  });
}

function headersIn(words: readonly string[]): readonly Header[] {
  const headers: Header[] = [];
  const known: Header[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const again = repeated(words, at, known);
    const header = again ?? (repeatedSoon(words, at, known) ? undefined : headerAt(words, at));
    if (!header) continue;
    headers.push(header);
    if (!again && known.length < MOST_KNOWN) known.push(header);
    at += header.length - 1;
  }
  return headers;
}

/** On a later page the same words stand again, whatever stands before them. */
function repeated(words: readonly string[], at: number, known: readonly Header[]): Header | undefined {
  const same = known.find((header) => header.words.every((word, index) => words[at + index] === word));
  return same && { ...same, at };
}

/** Cells just above a repeated header are the end of a row, however much they sound like headers. */
function repeatedSoon(words: readonly string[], at: number, known: readonly Header[]): boolean {
  if (known.length === 0) return false;
  return Array.from({ length: MOST_COLUMNS }, (_, ahead) => at + 1 + ahead).some((next) =>
    repeated(words, next, known),
  );
}

function headerAt(keys: readonly string[], at: number): Header | undefined {
  const words: string[] = [];
  for (let index = at; index < keys.length && words.length < MOST_COLUMNS; index += 1) {
    const word = keys[index] ?? '';
    if (word === '' && belowBlanks(keys, index, words)) {
      words.push(word);
      continue;
    }
    const known = kindOfHeader(word) !== undefined || (words.length > 0 && isPeriod(word));
    if ((!known && (words.length === 0 || !unknownHeader(keys, index))) || words.includes(word)) break;
    words.push(word);
  }
  // A lone month behind the header is the first cell below it.
  if (isPeriod(words.at(-1) ?? '') && !isPeriod(words.at(-2) ?? '')) words.pop();
  const leaves = oneLevel(words.filter((word) => word !== ''));
  const kinds = leaves.map(kindOfColumn);
  const known = kinds.filter((kind) => kind !== undefined).length;
  if (leaves.length < 3 || known < Math.max(2, leaves.length * 0.5)) return undefined;
  const owned = kinds.includes('owner') || kinds.includes('person');
  if (!owned && !kinds.includes('deadline')) return undefined;
  if (isFormHead(words, kinds)) return undefined;
  // 序号, 民生实事, 责任单位: what is not called a task by its name is still the only text.
  const numbered = kinds[0] === 'seq' || (owned && kinds.includes('deadline'));
  if (!kinds.includes('area') && numbered) kinds[kinds.indexOf(undefined)] = 'area';
  if (!kinds.includes('area')) return undefined;
  const columns = columnsOf(
    leaves,
    kinds.map((kind) => kind ?? 'other'),
  );
  return { at, length: words.length, words, columns };
}

/** Blank cells between the levels of a header: what is merged above leaves them, and the parts of a column follow. */
function belowBlanks(keys: readonly string[], index: number, words: readonly string[]): boolean {
  if (words.length < 3) return false;
  const next = keys.slice(index, index + MOST_UNKNOWN + 1).find((word) => word !== '');
  return next !== undefined && !words.includes(next) && isPart(next);
}

/** A short word among words for columns. */
function unknownHeader(keys: readonly string[], index: number): boolean {
  for (let ahead = 0; ahead <= MOST_UNKNOWN; ahead += 1) {
    const word = keys[index + ahead] ?? '';
    if (kindOfHeader(word) !== undefined) return true;
    if (!SHORT_WORD.test(word)) return false;
  }
  return false;
}

/** 责任单位, 完成时限, 牵头单位, 配合单位: the last two stand under the first, and are the real columns. */
export function oneLevel(words: readonly string[]): readonly string[] {
  const both = underTwo(words);
  if (both) return both;
  const owners = under(words, (word) => kindOfHeader(word) === 'owner', isPart);
  return under(owners, (word) => kindOfHeader(word) === 'deadline', isPeriod);
}

function isPart(word: string): boolean {
  const role = kindOfHeader(word) === 'owner' ? roleOfHeader(word, false) : null;
  return role === 'lead' || role === 'support' || (role === 'responsible' && word.length <= 4);
}

function under(
  words: readonly string[],
  isWhole: (word: string) => boolean,
  isOnePart: (word: string) => boolean,
): readonly string[] {
  let from = words.length;
  while (from > 0 && isOnePart(words[from - 1] ?? '')) from -= 1;
  const whole = words.findIndex((word, index) => index < from && isWhole(word));
  if (words.length - from < 2 || whole < 0) return words;
  return [...words.slice(0, whole), ...words.slice(from), ...words.slice(whole + 1, from)];
}

/** 责任分工, 进度安排, 牵头单位, 配合单位, 启动时间, 完成时间: the last four stand under the first two, in their order. */
function underTwo(words: readonly string[]): readonly string[] | null {
  const isTime = (word: string): boolean =>
    kindOfHeader(word) === 'deadline' || isPeriod(word) || STARTS.test(word) || kindUnderTime(word) !== undefined;
  const groups = [isTime, isPart].map((isOne) => {
    let from = words.length;
    while (from > 0 && isOne(words[from - 1] ?? '')) from -= 1;
    return { from, other: isOne === isTime ? isPart : isTime, lastIsTime: isOne === isTime };
  });
  for (const { from, other, lastIsTime } of groups) {
    let start = from;
    while (start > 0 && other(words[start - 1] ?? '')) start -= 1;
    const top = words.slice(0, start);
    const [first, second] = [words.slice(start, from), words.slice(from)];
    if (first.length < 2 || second.length < 2) continue;
    const owner = top.findIndex((word) => kindOfHeader(word) === 'owner');
    const time = top.findIndex((word) => kindOfHeader(word) === 'deadline');
    if (owner < 0 || time < 0 || owner < time !== lastIsTime) continue;
    const [ownerParts, times] = lastIsTime ? [first, second] : [second, first];
    const timeParts = times.map((word) => (kindUnderTime(word) ? `${word}时间` : word));
    return top.flatMap((word, at) => (at === owner ? ownerParts : at === time ? timeParts : [word]));
  }
  return null;
}

function columnsOf(words: readonly string[], kinds: readonly ColumnKind[]): readonly Column[] {
  const item = itemColumn(words, kinds);
  const inner = hasInnerOwner(words);
  return words.map((header, index): Column => {
    const kind = kinds[index] ?? 'other';
    const none = { header, role: null, period: isPeriod(header) ? header : null };
    if (kind === 'area') return { ...none, kind: index === item ? 'item' : index < item ? 'area' : 'other' };
    return { ...none, kind, role: kind === 'owner' ? roleOfHeader(header, inner) : null };
  });
}

function itemColumn(words: readonly string[], kinds: readonly ColumnKind[]): number {
  let best = -1;
  let weight = -1;
  words.forEach((word, index) => {
    if (kinds[index] !== 'area') return;
    const own = itemWeight(word);
    if (own >= weight) {
      best = index;
      weight = own;
    }
  });
  return best;
}
