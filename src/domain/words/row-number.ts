import { foldWords, readCount } from './fold-words.ts';

const CHINESE = '一二三四五六七八九十百';
/** What may follow a Chinese numeral that is a row's number: `一直在办` begins with none. */
const ENDS = `(?=\\s*(?:项|条|号|件|行|款|[\\s(,:;、.]|$))`;

/**
 * A row's number in folded words, as a source of regular expressions: `3`, `3(1)`, `3.1`, `第3项`, `第三项`, `(一)`. Not the 60 of
 * `60%`, nor the 3 of `3月`, `3天`.
 */
export const ROW_NUMBER = [
  `第?\\s*(?:\\d{1,4}(?:\\s*[.\\-_]\\s*\\d{1,3}(?![\\d%月日]))*(?:\\s*\\(\\s*[\\d${CHINESE}]{1,3}\\s*\\))*(?![\\d%年月日天周个位])`,
  `|[${CHINESE}]{1,4}${ENDS}(?:\\s*\\(\\s*[\\d${CHINESE}]{1,3}\\s*\\))*`,
  `|\\(\\s*[\\d${CHINESE}]{1,3}\\s*\\))`,
  `(?:\\s*(?:项|条|号|件|行|款)(?!目))?`,
].join('');

/** A row's number at the beginning of words, and what follows it; null where they begin otherwise. */
export function splitRowNumber(words: string): { readonly no: string; readonly words: string } | null {
  const found = new RegExp(`^\\s*(?:${ROW_NUMBER})`, 'u').exec(foldWords(words));
  if (!found) return null;
  return { no: words.slice(0, found[0].length).trim(), words: words.slice(found[0].length).trim() };
}

/**
 * Which rows a person means by a number, from the surest reading to the loosest: as printed; the same figures otherwise written
 * (`3.1`, `3-1`, `第三项`); the sub-rows of that number. The first that fits any row decides.
 *
 * @param printed the rows' numbers as the plan prints them, null where it has none
 * @returns the places of those that are meant
 */
export function rowsMeant(printed: readonly (string | null)[], typed: string): readonly number[] {
  const key = keyOf(typed);
  const figures = figuresOf(typed);
  if (key === '') return [];
  const all = printed.map((no, index) => ({ index, key: keyOf(no ?? ''), figures: figuresOf(no ?? '') }));
  const same = all.filter((row) => row.key === key);
  if (same.length > 0) return same.map(({ index }) => index);
  if (figures.length === 0) return [];
  const alike = all.filter((row) => row.figures.join('.') === figures.join('.'));
  const below = all.filter((row) => row.figures.slice(0, figures.length).join('.') === figures.join('.'));
  return (alike.length > 0 ? alike : below).map(({ index }) => index);
}

/** Without spaces, 第…项 and the mark behind: `3（1）、` and `3(1)` are one. */
function keyOf(no: string): string {
  return foldWords(no)
    .replace(/\s/g, '')
    .replace(/^第/, '')
    .replace(/[项条号件行款]$/, '')
    .replace(/[、.):]+$/, (marks) => (marks.includes(')') ? ')' : ''));
}

function figuresOf(no: string): readonly number[] {
  const found = keyOf(no).match(/\d+|[一二两三四五六七八九十]+/g) ?? [];
  return found.flatMap((figure) => readCount(figure) ?? []);
}
