import { keyOf } from '../phrases/fold.ts';
import type { Line } from './cell-stream.ts';
import { kindOfHeader } from './header-words.ts';
import { type GridCell, type GridRow, looseRow } from './table-grid.ts';

/** A line that begins with a word for a column. */
interface KeyLine {
  readonly key: string;
  readonly printed: string;
  /** Empty where the value stands below. */
  readonly value: string;
}

const KEYED = /^\s*[|｜]?\s*(?:[-*●■◆]\s*)?[【[]?([\u4e00-\u9fff/（）() ]{2,16})[】\]]?\s*(?:[:：|｜\t]|\s{2,}|$)\s*/;
const END = /\s*[|｜]\s*$/;
const FEWEST_RECORDS = 2;
/** The word for a title that stands without one. */
const HEADING = '任务';
const TITLE =
  /^(?:(?:重点|主要|工作|督办|督查)?(?:任务|事项|项目)\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.]?|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])\s*\S{4}/;
const LABELLED = /^(?:重点|主要|工作|督办|督查)?(?:任务|事项|项目)\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.]?\s*/;
const LONGEST_TITLE = 60;
const MOST_WRAPPED = 40;
const MOST_LINES = 60_000;

/**
 * One task after the other, a line for each thing that is said of it: 任务名称：…, 责任单位：…, 完成时限：…; the value behind
 * its word or below it. The words come again with each task, and nothing else counts as one.
 */
export function keyedRows(lines: readonly Line[]): readonly GridRow[] {
  if (lines.length > MOST_LINES) return [];
  const keys = lines.map((line) => keyIn(line.text));
  if (standAlone(lines, keys)) return [];
  const often = wordsOfRecords(keys);
  const titles = often.includes(HEADING) ? new Set<number>() : titlesIn(lines, keys, new Set(often));
  // A number alone may as well head a clause of running text.
  const named = [...titles].every((at) => LABELLED.test(lines[at]?.text.trim() ?? ''));
  const items = often.some((word) => kindOfHeader(word) === 'area') || (titles.size > 0 && named);
  const again = new Set(items ? often : []);
  if (again.size < 2) return [];
  const rows: GridRow[] = [];
  let open: { line: Line; key: KeyLine; values: Line[] } | null = null;
  const close = (): void => {
    if (!open) return;
    const { line, key, values } = open;
    open = null;
    rows.push(pair(line, key, values, rows.length));
  };
  lines.forEach((line, at) => {
    const key = keys[at];
    const text = line.text.trim();
    if (key && again.has(key.key)) {
      close();
      open = { line, key, values: key.value === '' ? [] : [{ text: key.value, place: line.place }] };
    } else if (text !== '' && titles.has(at)) {
      close();
      const label = LABELLED.exec(text)?.[0] ?? '';
      const title = { text: text.slice(label.length), place: line.place };
      rows.push(titled(pair(line, { key: HEADING, printed: HEADING, value: '' }, [title], rows.length), label));
    } else if (text === '') {
      if (open?.values.length) close();
    } else if (open && open.values.length < MOST_WRAPPED)
      open.values.push({ text: text.replace(END, ''), place: line.place });
    else {
      close();
      rows.push(looseRow({ text, place: line.place, gap: 'line' }, rows.length));
    }
  });
  close();
  return rows;
}

/** Numbered lines right above the word with which each task begins: its title, though no word says so. */
function titlesIn(
  lines: readonly Line[],
  keys: readonly (KeyLine | null)[],
  again: ReadonlySet<string>,
): ReadonlySet<number> {
  const first = keys.find((key) => key && again.has(key.key))?.key;
  const titles = new Set<number>();
  let starts = 0;
  let before = -1;
  lines.forEach(({ text }, at) => {
    const words = text.trim();
    if (words === '') return;
    if (keys[at]?.key === first) {
      starts += 1;
      const line = lines[before]?.text.trim() ?? '';
      if (line.length <= LONGEST_TITLE && TITLE.test(line) && !keys[before]) titles.add(before);
    }
    before = at;
  });
  return titles.size >= FEWEST_RECORDS && titles.size >= starts * 0.8 ? titles : new Set();
}

function keyIn(text: string): KeyLine | null {
  const match = text.length > 2000 ? null : KEYED.exec(text);
  if (!match) return null;
  const key = keyOf(match[1] ?? '');
  if (kindOfHeader(key) === undefined) return null;
  return {
    key,
    printed: match[0].replace(/[|｜]/g, '').trim(),
    value: text.slice(match[0].length).replace(END, '').trim(),
  };
}

/** Words for columns one below the other, without values between them, are a header. */
function standAlone(lines: readonly Line[], keys: readonly (KeyLine | null)[]): boolean {
  let bare = 0;
  let all = 0;
  keys.forEach((key, at) => {
    if (!key) return;
    all += 1;
    const next = [at + 1, at + 2, at + 3].find((index) => (lines[index]?.text.trim() ?? '') !== '');
    if (key.value === '' && (next === undefined || keys[next])) bare += 1;
  });
  return bare > all * 0.3;
}

/** The words that begin lines again and again, if they say by whom or when something is done. */
function wordsOfRecords(keys: readonly (KeyLine | null)[]): readonly string[] {
  const counts = new Map<string, number>();
  let last = '';
  let runs = 0;
  for (const each of keys) {
    if (!each) continue;
    counts.set(each.key, (counts.get(each.key) ?? 0) + 1);
    if (each.key === last) runs += 1;
    last = each.key;
  }
  const most = Math.max(0, ...counts.values());
  const often = [...counts].flatMap(([word, count]) => (count >= FEWEST_RECORDS && count >= most * 0.2 ? [word] : []));
  const kinds = new Set(often.map(kindOfHeader));
  const due = kinds.has('owner') || kinds.has('person') || kinds.has('deadline');
  return due && runs < most * 0.5 ? often : [];
}

/** A pair whose word stands for what the document prints: 任务一：, a mere number, nothing. */
function titled(row: GridRow, printed: string): GridRow {
  const own = row.own.map((cell) => (cell.column === 0 ? { ...cell, cell: { ...cell.cell, printed } } : cell));
  return { ...row, slots: own, own };
}

function pair(line: Line, key: KeyLine, values: readonly Line[], row: number): GridRow {
  const cellAt = (text: string, place: string, column: number): GridCell => {
    return { cell: { text, place, gap: 'cell' }, row, column, rowSpan: 1, columnSpan: 1 };
  };
  const text = values.map((value) => value.text).join('\n');
  const own = [cellAt(key.printed, line.place, 0), cellAt(text, values[0]?.place ?? line.place, 1)];
  return { slots: own, own, table: 0, ragged: false, spaced: false };
}
