import {
  addDays,
  type CivilDate,
  civilDateFrom,
  endOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../calendar/civil-date.ts';
import type { RuleKind } from '../rule.ts';
import type { Finder, Finding, Phrase, PhraseContext } from './finding.ts';
import { NUMBER, readNumeral } from './numerals.ts';

const YEAR = '(?:(\\d{4}|[〇一二三四五六七八九]{4}|今|本|当|明|次|下一)年度?的?)?';
const BEFORE = '(?:之前|以前|前|止|以内|之内|内)?';
const DAY = new RegExp(`${YEAR}(${NUMBER})月份?(${NUMBER})(?:日|号|(?=前|之前|以前|完成|止|$|[,;。]))${BEFORE}`, 'g');
const DOTTED = new RegExp(`(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})日?${BEFORE}`, 'g');
const MONTH = new RegExp(`${YEAR}(${NUMBER})月份?(?!${NUMBER}(?:日|号))(底|末|初|上旬|中旬|下旬)?${BEFORE}`, 'g');
const SPAN = new RegExp(
  `${YEAR}(${NUMBER})月?份?(?:${NUMBER}日)?(?:至|到|-|~)${YEAR}(${NUMBER})月份?(?:(${NUMBER})日|底|末)?${BEFORE}`,
  'g',
);
const HALF = new RegExp(`${YEAR}(上|下)半年(?:底|末)?${BEFORE}`, 'g');
const QUARTER = new RegExp(`${YEAR}第?([一二三四1-4](?:[、和及]第?[一二三四1-4]){0,3})季度(?:末|底|中)?${BEFORE}`, 'g');
// 半年内, 两年内 are lengths.
const YEAR_END = new RegExp(
  `${YEAR}(?:年(?=底|末|终)|(?<![半\\d〇一二三四五六七八九十两几数])年(?=内)|(?<=(?:\\d{4}|[〇一二三四五六七八九]{4}|今|本|当|明|次|下一)年度?的?))(?:底|末|终|内)${BEFORE}`,
  'g',
);
const WHOLE_YEAR = /^(\d{4}|[〇一二三四五六七八九]{4})年度?(?:完成|内完成)?$/g;
const RELATIVE = /(?:本|当)月(?:底|末|内)?(?:之前|以前|前)?|(?:本|当)周(?:底|末|内)?前?|即日起/g;
const ALL_YEAR: RuleKind = { kind: 'standing', cadence: 'quarter' };
const SOFT = /(?:力争|争取|力求|尽量|原则上)[^,;。:]{0,8}$/;
const EVERY = /每个?$|每年度?的?(?:第)?$/;
const START = /^起(?!的?\d|的?[一二三四五六七八九十两]+个)/;
const LIMIT =
  /(?:不迟于|不晚于|不得(?:迟|晚)于|不超过|不得超过|(?:最迟|最晚|至迟|截止)(?:时间|日期|期限)?(?:应当|应该|必须|应|要|须|需|到|至|为|是|:)*(?:在|于)?)$/;
const CUT_OFF = /^(?:截止|为限|止)/;
const STATED = /(?:前|止|内|底|末|旬|终|半年|季度?)$/;

/**
 * Dates to be met and dates from which something holds. In the text of an item only dates that state a limit
 * (前, 底, 内, 起, 不迟于) are taken: the others are history.
 */
export const findDates: Finder = (phrase, context) => {
  const inText = context.place === 'text';
  const found: Finding[] = [];
  const take = (match: RegExpExecArray, on: CivilDate | undefined, needsYear = false): void => {
    const before = phrase.folded.slice(Math.max(0, match.index - 12), match.index);
    if (EVERY.test(before)) return;
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((other) => start < other.end && end > other.start)) return;
    if (needsYear) found.push({ start, end, rule: null, weak: false });
    if (!on) return;
    const tail = START.exec(phrase.folded.slice(end));
    if (tail) found.push({ start, end: end + 1, rule: { kind: 'from', on }, weak: false });
    else if (
      !inText ||
      STATED.test(match[0]) ||
      LIMIT.test(before) ||
      CUT_OFF.test(phrase.folded.slice(end, end + 2))
    ) {
      found.push({ start, end, rule: { kind: 'by', on, soft: SOFT.test(before) }, weak: false });
    }
  };
  const dated = (
    match: RegExpExecArray,
    word: string | undefined,
    on: (year: number) => CivilDate | undefined,
  ): void => {
    const year = yearFrom(word, context);
    take(match, year === undefined ? undefined : on(year), year === undefined && on(2000) !== undefined);
  };

  for (const match of phrase.folded.matchAll(DOTTED)) {
    take(match, civilDateFrom(Number(match[1]), Number(match[2]), Number(match[3])));
  }
  for (const match of inText ? [] : phrase.folded.matchAll(SPAN)) {
    const [, firstYear, first, lastYear, last, lastDay] = match;
    if (first === '1' && last === '12') {
      found.push({ start: match.index, end: match.index + match[0].length, rule: ALL_YEAR, weak: false });
      continue;
    }
    dated(match, lastYear ?? firstYear, (year) => dayIn(year, last, lastDay));
  }
  for (const match of phrase.folded.matchAll(DAY)) dated(match, match[1], (year) => dayIn(year, match[2], match[3]));
  for (const match of phrase.folded.matchAll(HALF)) {
    dated(match, match[1], (year) => civilDateFrom(year, match[2] === '上' ? 6 : 12, match[2] === '上' ? 30 : 31));
  }
  for (const match of phrase.folded.matchAll(QUARTER)) {
    for (const finding of quarters(match, phrase, context)) {
      if (found.every((other) => finding.end <= other.start || finding.start >= other.end)) found.push(finding);
    }
  }
  for (const match of phrase.folded.matchAll(MONTH)) dated(match, match[1], (year) => partOfMonth(year, match));
  for (const match of phrase.folded.matchAll(YEAR_END)) dated(match, match[1], (year) => civilDateFrom(year, 12, 31));
  for (const match of inText ? [] : phrase.folded.matchAll(WHOLE_YEAR)) {
    dated(match, match[1], (year) => civilDateFrom(year, 12, 31));
  }
  for (const match of inText ? [] : phrase.folded.matchAll(RELATIVE)) found.push(...relative(match, context));
  return found;
};

/** `今` and `本` are the plan's own year, `明` and `次` the one after it. */
function yearFrom(word: string | undefined, context: PhraseContext): number | undefined {
  const own = context.year ?? undefined;
  if (!word || word === '今' || word === '本' || word === '当') return own;
  if (word === '明' || word === '次' || word === '下一') return own === undefined ? undefined : own + 1;
  return readNumeral(word);
}

function dayIn(year: number, month: string | undefined, day: string | undefined): CivilDate | undefined {
  const m = readNumeral(month ?? '') ?? 0;
  if (day !== undefined) return civilDateFrom(year, m, readNumeral(day) ?? 0);
  const first = civilDateFrom(year, m, 1);
  return first && endOfMonth(first);
}

// 11月前 is before November begins; 11月底前, 11月内, 11月 end with the month.
function partOfMonth(year: number, match: RegExpExecArray): CivilDate | undefined {
  const first = civilDateFrom(year, readNumeral(match[2] ?? '') ?? 0, 1);
  if (!first) return undefined;
  if (match[3] === '初' || match[3] === '上旬') return addDays(first, 9);
  if (match[3] === '中旬') return addDays(first, 19);
  if (!match[3] && /月份?(?:之前|以前|前)$/.test(match[0])) return addDays(first, -1);
  return endOfMonth(first);
}

function quarters(match: RegExpExecArray, phrase: Phrase, context: PhraseContext): readonly Finding[] {
  if (EVERY.test(phrase.folded.slice(Math.max(0, match.index - 12), match.index))) return [];
  const year = yearFrom(match[1], context);
  const numbers = Array.from(match[2] ?? '', (char) => readNumeral(char)).filter((n) => n !== undefined);
  if (context.place === 'text' && !/前|内|末|底/.test(match[0])) return [];
  const width = match[0].length / numbers.length;
  return numbers.flatMap((number, index): Finding[] => {
    const start = match.index + Math.floor(width * index);
    const end = match.index + Math.floor(width * (index + 1));
    if (year === undefined) return [{ start, end, rule: null, weak: false }];
    const first = civilDateFrom(year, number * 3, 1);
    return first ? [{ start, end, rule: { kind: 'by', on: endOfMonth(first), soft: false }, weak: false }] : [];
  });
}

function relative(match: RegExpExecArray, context: PhraseContext): readonly Finding[] {
  const today = context.issuedOn;
  if (!today) return [];
  const at = { start: match.index, end: match.index + match[0].length, weak: false };
  if (match[0] === '即日起') return [{ ...at, rule: { kind: 'from', on: today } }];
  if (match[0].includes('周'))
    return [{ ...at, rule: { kind: 'by', on: addDays(today, 7 - weekdayOf(today)), soft: false } }];
  const first = civilDateFrom(yearOf(today), monthOf(today), 1);
  return first ? [{ ...at, rule: { kind: 'by', on: endOfMonth(first), soft: false } }] : [];
}
