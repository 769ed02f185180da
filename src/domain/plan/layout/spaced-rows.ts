import { keyOf } from '../phrases/fold.ts';
import { isOfficeName } from '../phrases/office-names.ts';
import type { Line } from './cell-stream.ts';
import { oneLevel } from './column-headers.ts';
import { hasColumnWords } from './grid-headers.ts';
import { lineRow } from './grid-lines.ts';
import { kindOfHeader } from './header-words.ts';
import { hasHeadingNumber } from './item-number.ts';
import { type GridRow, looseRow } from './table-grid.ts';

const MOST_CELLS_A_LINE = 60;
const LONGEST_WRAP = 30;
const LONGEST_HALF = 3;
const LONGEST_CUT = 10;
const LONGEST_HEADER = 120;
const MOST_HEADER_LINES = 16;
const MOST_HEADERS_TRIED = 2_000;
const GAP = /\s{2,}|\u3000+/;
const COUNTED = /^(\d{1,3})[.、]?(?=\s)/;

interface HeaderWords {
  readonly words: readonly string[];
  /** How many lines it takes. */
  readonly lines: number;
}

/**
 * One row a line, cells between spaces, under a line of headers. The spaces inside of an item are cells too many: the
 * words of a row are put together again by what they say. Where rows are counted, a line without a number goes on with
 * the row above.
 */
export function spacedRows(lines: readonly Line[]): readonly GridRow[] {
  const found = firstHeader(lines);
  if (!found) return [];
  const { at: first, header } = found;
  const rows: GridRow[] = lines.slice(0, first).flatMap((line, index) => loose(line, index));
  rows.push({ ...lineRow(header.words, lines[first]?.place ?? '', first), spaced: true });
  let counted = 0;
  let open: { parts: string[]; place: string } | null = null;
  const close = (row: number): void => {
    if (open) rows.push({ ...lineRow(open.parts, open.place, row), spaced: true });
    open = null;
  };
  const numbered =
    kindOfHeader(keyOf(header.words[0] ?? '')) === 'seq' && countsRows(lines.slice(first + header.lines));
  lines.slice(first + header.lines).forEach((line, index) => {
    const text = line.text.trim();
    const row = first + header.lines + index;
    if (text === '') return;
    const parts = text.split(/\s+/);
    const number = Number(COUNTED.exec(text)?.[1] ?? Number.NaN);
    const long = parts.length > MOST_CELLS_A_LINE || (parts.length < 2 && text.length > LONGEST_WRAP);
    const own: { parts: string[]; place: string } | null = open;
    if (numbered && number === counted + 1) {
      close(row);
      open = { parts, place: line.place };
      counted = number;
    } else if (numbered && own && !long && own.parts.length + parts.length <= MOST_CELLS_A_LINE && wraps(text)) {
      if (isCutName(own.parts, parts[0] ?? '')) own.parts.push(`${own.parts.pop() ?? ''}${parts.shift() ?? ''}`);
      own.parts.push(...parts);
    } else {
      close(row);
      rows.push(...(long ? loose(line, row) : [{ ...lineRow(parts, line.place, row), spaced: true }]));
    }
  });
  close(lines.length);
  return rows;
}

/** …名单。 失 and 业保险科 on the next line: the name of an office that begins behind a whole cell and is wrapped inside. */
function isCutName(parts: readonly string[], next: string): boolean {
  const [before, last] = [parts.at(-2) ?? '', parts.at(-1) ?? ''];
  if (last === '' || last.length > LONGEST_CUT || next.length > LONGEST_CUT) return false;
  if (!/[。；;]$/.test(before) && !isOfficeName(before)) return false;
  return !isOfficeName(last) && isOfficeName(`${last}${next}`);
}

function loose(line: Line, row: number): readonly GridRow[] {
  const text = line.text.trim();
  return text === '' ? [] : [looseRow({ text, place: line.place, gap: 'line' }, row)];
}

/** A line that may be the rest of a row, and is neither a heading nor a header. */
function wraps(text: string): boolean {
  return !hasHeadingNumber(text) && !/^(?:注|备注|\d)/.test(text) && !isHeader(text.split(/\s+/));
}

/** Numbers that count up at the beginning of lines, with lines between that have none. */
function countsRows(lines: readonly Line[]): boolean {
  let counted = 0;
  for (const line of lines) if (Number(COUNTED.exec(line.text.trim())?.[1] ?? 0) === counted + 1) counted += 1;
  return counted >= 2;
}

function firstHeader(lines: readonly Line[]): { at: number; header: HeaderWords } | undefined {
  let tried = 0;
  for (let at = 0; at < lines.length && tried < MOST_HEADERS_TRIED; at += 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text === '' || text.length > LONGEST_HEADER) continue;
    tried += 1;
    const header = headerIn(lines, at);
    if (header) return { at, header };
  }
  return undefined;
}

/** The words of a header that may be wrapped: 完成 on one line, 时限 on the next. */
function headerIn(lines: readonly Line[], at: number): HeaderWords | undefined {
  const halved = halvedHeader(lines, at);
  if (halved) return halved;
  let words: readonly string[] = [];
  let best: HeaderWords | undefined;
  let spaced = false;
  for (let count = 0; count < MOST_HEADER_LINES; count += 1) {
    const text = lines[at + count]?.text.trim() ?? '';
    if (
      text === '' ||
      text.length > LONGEST_HEADER ||
      /^\d/.test(text) ||
      /[。；]/.test(text) ||
      (count > 0 && standsApart(text))
    )
      break;
    const parts = text.split(/\s+/);
    spaced ||= parts.length > 1;
    words = count === 0 ? parts : joinedAt(words, parts);
    if (count === 0 && kindOfHeader(keyOf(parts[0] ?? '')) === undefined && parts.length > 1) return undefined;
    if (spaced && words.length >= 3 && isHeader(words)) best = { words: oneLevel(words), lines: count + 1 };
    else if (best) break;
  }
  return best;
}

/** 序 责任 完成 above 号 单位 时间, words of full height on a line between them: each word is cut in two. */
function halvedHeader(lines: readonly Line[], at: number): HeaderWords | undefined {
  const wordsAt = (line: number): readonly string[] => {
    const text = lines[line]?.text.trim() ?? '';
    return text.length > LONGEST_HEADER ? [] : text.split(/\s+/);
  };
  const upper = wordsAt(at);
  if (upper.length < 3 || upper.some((word) => word.length > LONGEST_HALF)) return undefined;
  for (const depth of [1, 2]) {
    const lower = wordsAt(at + depth);
    const whole = upper.map((word, index) => `${word}${lower[index] ?? ''}`);
    if (lower.length !== upper.length || !whole.every((word) => kindOfHeader(keyOf(word)) !== undefined)) continue;
    const between = depth === 1 ? [] : wordsAt(at + 1);
    const counted = kindOfHeader(keyOf(whole[0] ?? '')) === 'seq' ? 1 : 0;
    const words = [...whole.slice(0, counted), ...between, ...whole.slice(counted)];
    if (isHeader(words) && words.some((word) => kindOfHeader(keyOf(word)) === 'area'))
      return { words, lines: depth + 1 };
  }
  return undefined;
}

function isHeader(words: readonly string[]): boolean {
  const keys = words.map(keyOf);
  if (keys.every((word) => kindOfHeader(word) !== undefined)) return words.length >= 3;
  return words.length >= 4 && kindOfHeader(keys[0] ?? '') === 'seq' && hasColumnWords(keys);
}

/** 完成时间 and 主办科室 are no halves of a word. */
const WHOLE_WORD = 4;

/** What stands at the end of a line and at the beginning of the next is one word where it is known as one, or unknown apart. */
function joinedAt(words: readonly string[], next: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const first = next[0] ?? '';
  const both = `${last}${first}`;
  const whole = kindOfHeader(keyOf(last)) !== undefined || kindOfHeader(keyOf(last).slice(-2)) !== undefined;
  const apart = [last, first].every((word) => word.length >= WHOLE_WORD && kindOfHeader(keyOf(word)) !== undefined);
  const one = !apart && (kindOfHeader(keyOf(both)) !== undefined || !whole);
  return one ? [...words.slice(0, -1), both, ...next.slice(1)] : [...words, ...next];
}

const FEWEST_EVEN = 3;
const PAGE_NUMBER = /^[-—\d\s]+$/;

function standsApart(text: string): boolean {
  return hasHeadingNumber(text) || PAGE_NUMBER.test(text);
}

/** One row a line, cells between wide gaps, and as many of them as the header has words: nothing is left to decide. */
export function evenRows(lines: readonly Line[]): readonly GridRow[] {
  const split = lines.map(({ text }) => (text.length > LONGEST_HEADER * 10 ? [] : text.trim().split(GAP)));
  if (split.filter((parts) => parts.length >= 3).length <= FEWEST_EVEN) return [];
  const head = split.findIndex(
    (parts, index) => parts.length >= 2 && headerWords(lines[index]?.text ?? '', parts) !== null,
  );
  const words = headerWords(lines[head]?.text ?? '', split[head] ?? []) ?? [];
  const width = words.length;
  const last = split.findLastIndex((parts) => parts.length === width);
  const body = split.slice(head + 1, last + 1).filter((parts) => parts.join('') !== '');
  const whole = body.every((parts) => parts.length === width || (parts.length === 1 && standsApart(parts[0] ?? '')));
  if (head < 0 || !whole || body.filter((parts) => parts.length === width).length < FEWEST_EVEN) return [];
  return lines.flatMap((line, index): readonly GridRow[] => {
    const parts = index === head ? words : (split[index] ?? []);
    return index < head || index > last || parts.length < 2 ? loose(line, index) : [lineRow(parts, line.place, index)];
  });
}

/** In a header one space is as good as many, if each word is one for a column. */
function headerWords(text: string, parts: readonly string[]): readonly string[] | null {
  if (text.length > LONGEST_HEADER) return null;
  const single = text.trim().split(/\s+/);
  return [single, parts].find((words) => words.length >= 3 && words.length < 16 && isHeader(words)) ?? null;
}

/** One row a line, cells between wide gaps, wherever they stand: every line has as many. */
export function gapRows(lines: readonly Line[]): readonly GridRow[] {
  const split = lines.map((line) => line.text.trim().split(GAP));
  const cells = split.filter((parts) => parts.length >= 3 && parts.length <= MOST_CELLS_A_LINE);
  if (cells.length < 3) return [];
  return lines.flatMap((line, index): readonly GridRow[] => {
    const parts = split[index] ?? [];
    return parts.length < 2 || parts.length > MOST_CELLS_A_LINE
      ? loose(line, index)
      : [lineRow(parts, line.place, index)];
  });
}
