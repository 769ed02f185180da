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
import { type Finder, type Finding, findingOf, isFree, matchesOf, type Phrase, type PhraseContext } from './finding.ts';
import { NUMBER, readNumeral } from './numerals.ts';

const YEAR_WORD = '\\d{4}|[〇一二三四五六七八九]{4}|今|本|当|明|次|下一';
const YEAR = `(?:(${YEAR_WORD})年度?的?)?`;
const WEEKDAY = '(?:\\((?:周|星期)[一二三四五六日天]\\))?';
const BEFORE = '(?:之前|以前|前|止|以内|之内|内)?';
const DAY = new RegExp(
  `${YEAR}(${NUMBER})月份?(${NUMBER})(?:日|号|(?=前|之前|以前|完成|止|$|[,;。]))${WEEKDAY}${BEFORE}`,
  'g',
);
const DOTTED = new RegExp(`(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})日?${BEFORE}`, 'g');
/** 12月10-20日, 12月10日至20日: the last day counts. */
const DAY_SPAN = new RegExp(
  `${YEAR}(${NUMBER})月份?${NUMBER}(?:日|号)?(?:至|到|-|~)(${NUMBER})(?:日|号)${BEFORE}`,
  'g',
);
const YEAR_AND_MONTH =
  /(?<![\d.])(20\d{2})[./-](0?[1-9]|1[0-2])(?![\d./-])(?:底|末)?(?:之前|以前|前|止|之内|以内|内)?/g;
/** 11.30前, 11/30: a decimal or an item number unless it says 前 or has two digits behind the point. */
const SHORT_DAY =
  /(?<![\d./-])(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])(?:日|号)?(?:(?:之前|以前|前|止)|(?=$|[,;。)]))/g;
const MONTH = new RegExp(`${YEAR}(${NUMBER})月份?(?!${NUMBER}(?:日|号))(底|末|初|上旬|中旬|下旬)?${BEFORE}`, 'g');
const SPAN = new RegExp(
  `${YEAR}(${NUMBER})月?份?(?:${NUMBER}日)?(?:至|到|-|~)${YEAR}(${NUMBER})月份?(?:(${NUMBER})日|底|末)?${BEFORE}`,
  'g',
);
const HALF = new RegExp(`${YEAR}(上|下)半年(?:底|末)?${BEFORE}`, 'g');
const ALL_QUARTERS = /第?[1一](?:季度)?(?:-|~|至|到)第?[4四]季度/g;
const QUARTER = new RegExp(`${YEAR}第?([一二三四1-4](?:[、和及]第?[一二三四1-4]){0,3})季度(?:末|底|中)?${BEFORE}`, 'g');
// 半年内, 两年内 are lengths.
const YEAR_END = new RegExp(
  `${YEAR}(?:年(?=底|末|终)|(?<![半\\d〇一二三四五六七八九十两几数])年(?=内)|(?<=(?:${YEAR_WORD})年度?的?))(?:底|末|终|内)${BEFORE}`,
  'g',
);
const WHOLE_YEAR = new RegExp(
  `^(?:(${YEAR_WORD})年度?(?:完成|内完成)?|(?:20\\d{2}年?(?:-|~|至|到))(20\\d{2})年度?)$`,
  'g',
);
const RELATIVE = /(?:本|当)月(?:底|末|内)?(?:之前|以前|前)?|(?:本|当)周(?:底|末|内)?前?|即日起/g;
/** No date without one of these. */
const HAS_DATE = /[月季]|半年|年|\d[./-]\d|日起/;
const ALL_YEAR: RuleKind = { kind: 'standing', cadence: 'quarter' };
const SOFT = /(?:力争|争取|力求|尽量|原则上)[^,;。:]{0,8}$/;
const EVERY = /每个?$|每年度?的?(?:第)?$/;
/** Words about last year tell what was. */
const LAST_YEAR = /(?:去|上|上一|前)年度?的?$/;
const START = /^(?:起(?!的?\d|的?[一二三四五六七八九十两]+个)|开始(?=$|[,;。]|实施|执行|运行|施行|推行|长期))/;
/** What had happened, was issued or is counted already: 截至2025年底共…, 2025年底前出台的文件, 2025年1月1日起施行的规定. */
const PAST_BEFORE = /(?:截至|截止到?|已于|已在|曾于|自|从|经过|距)$/;
const PAST_AFTER =
  /^(?:召开|举行|举办|出台|印发|发布|制定|公布|建成|实施|施行|执行|形成|产生|完成|以来|审议通过|通过|施用|启用|生效|试行|正式施行|正式实施){1,2}的|^以来|^,?(?:全[市县区局省]|我[市县区局])?(?:共|累计|已)/;
const LIMIT =
  /(?:不迟于|不晚于|不得(?:迟|晚)于|不超过|不得超过|(?:最迟|最晚|至迟|截止)(?:时间|日期|期限)?(?:应当|应该|必须|应|要|须|需|到|至|为|是|:)*(?:在|于)?)$/;
const CUT_OFF = /^(?:截止|为限|止)/;
/** 4月组织实施: without a year, in a plan, what is to be done then. */
const PLANNED =
  /^(?:[,、]|各|分别)*(?:组织|开展|完成|公布|公开|发布|举办|召开|启动|印发|报送|上线|实施)(?![^,;。]{0,6}的)/;
/** 第三季度完成 in the text of an item. */
const ENDED = /^(?:完成|建成|办结|上线|印发|出台|到位)(?![^,;。]{0,6}的)/;
const STATED = /(?:前|止|内|底|末|旬|终|半年|季度?)$/;

/**
 * Dates to be met and dates from which something holds. In the text of an item only dates that state a limit
 * (前, 底, 内, 起, 不迟于) are taken: the others are history.
 */
export const findDates: Finder = (phrase, context) => {
  if (!HAS_DATE.test(phrase.folded)) return [];
  const inText = context.place === 'text';
  const found: Finding[] = [];
  const take = (match: RegExpExecArray, on: CivilDate | undefined, needsYear = false): void => {
    const before = phrase.folded.slice(Math.max(0, match.index - 12), match.index);
    if (EVERY.test(before) || LAST_YEAR.test(before)) return;
    const start = match.index;
    const end = start + match[0].length;
    if (inText && isHistory(phrase.folded, start, end, before)) return;
    if (!isFree(found, { start, end })) return;
    if (needsYear) found.push({ start, end, rule: null, weak: false });
    if (!on) return;
    const tail = START.exec(phrase.folded.slice(end, end + 12));
    if (tail)
      found.push({ start, end: end + tail[0].length, rule: { kind: 'from', on: firstOf(match, on) }, weak: false });
    else if (
      !inText ||
      STATED.test(match[0]) ||
      LIMIT.test(before) ||
      CUT_OFF.test(phrase.folded.slice(end, end + 2)) ||
      (match[1] === undefined && /月份?$/.test(match[0]) && PLANNED.test(phrase.folded.slice(end, end + 12)))
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
    if (inText && isPastYear(word, match, phrase.folded, context)) return;
    take(match, year === undefined ? undefined : on(year), year === undefined && on(2000) !== undefined);
  };

  for (const match of matchesOf(DOTTED, phrase.folded)) {
    take(match, civilDateFrom(Number(match[1]), Number(match[2]), Number(match[3])));
  }
  if (!inText) {
    for (const match of matchesOf(YEAR_AND_MONTH, phrase.folded))
      take(match, dayIn(Number(match[1]), match[2], undefined));
    for (const match of matchesOf(SHORT_DAY, phrase.folded)) {
      if (match[2]?.length === 2 || /前|止/.test(match[0]) || match[0].includes('/'))
        dated(match, undefined, (year) => civilDateFrom(year, Number(match[1]), Number(match[2])));
    }
    for (const match of matchesOf(ALL_QUARTERS, phrase.folded)) found.push(findingOf(match, ALL_YEAR));
  }
  for (const match of matchesOf(DAY_SPAN, phrase.folded))
    dated(match, match[1], (year) => dayIn(year, match[2], match[3]));
  for (const match of inText ? [] : matchesOf(SPAN, phrase.folded)) {
    const allYear = findingOf(match, ALL_YEAR);
    if (!isFree(found, allYear)) continue;
    const [, firstYear, first, lastYear, last, lastDay] = match;
    if (first === '1' && last === '12') {
      found.push(allYear);
      continue;
    }
    dated(match, lastYear ?? firstYear, (year) => dayIn(year, last, lastDay));
  }
  for (const match of matchesOf(DAY, phrase.folded)) dated(match, match[1], (year) => dayIn(year, match[2], match[3]));
  for (const match of matchesOf(HALF, phrase.folded)) {
    dated(match, match[1], (year) => civilDateFrom(year, match[2] === '上' ? 6 : 12, match[2] === '上' ? 30 : 31));
  }
  for (const match of matchesOf(QUARTER, phrase.folded)) {
    for (const finding of quarters(match, phrase, context)) {
      if (isFree(found, finding)) found.push(finding);
    }
  }
  for (const match of matchesOf(MONTH, phrase.folded)) dated(match, match[1], (year) => partOfMonth(year, match));
  for (const match of matchesOf(YEAR_END, phrase.folded)) dated(match, match[1], (year) => civilDateFrom(year, 12, 31));
  for (const match of inText ? [] : matchesOf(WHOLE_YEAR, phrase.folded)) {
    dated(match, match[2] ?? match[1], (year) => civilDateFrom(year, 12, 31));
  }
  for (const match of inText ? [] : matchesOf(RELATIVE, phrase.folded)) found.push(...relative(match, context));
  return found;
};

/** A date in the text of an item that tells what was, not what is due. */
function isHistory(folded: string, start: number, end: number, before: string): boolean {
  const after = folded.slice(end, end + 14);
  if (PAST_AFTER.test(after)) return true;
  if (after.startsWith('起')) return /^起(?:正式|全面|开始|在[^,;。]{1,6})*(?:施行|实施|执行|生效|试行)?的/.test(after);
  return PAST_BEFORE.test(before) && !/^(?:截止|止)/.test(before) && !/(?:前|内|止)$/.test(folded.slice(start, end));
}

/** 2025年上半年 in a plan for 2026 describes; 2025年12月底前 sets a limit, if a late one. */
function isPastYear(word: string | undefined, match: RegExpExecArray, folded: string, context: PhraseContext): boolean {
  const year = yearFrom(word, context);
  if (!word || year === undefined || context.year === null || year >= context.year) return false;
  return !/[前止]$/.test(match[0]) && !LIMIT.test(folded.slice(Math.max(0, match.index - 12), match.index));
}

/** 3月起 holds from the first of the month. */
function firstOf(match: RegExpExecArray, on: CivilDate): CivilDate {
  return /月份?$/.test(match[0]) ? (civilDateFrom(yearOf(on), monthOf(on), 1) ?? on) : on;
}

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
  const before = phrase.folded.slice(Math.max(0, match.index - 12), match.index);
  if (EVERY.test(before) || LAST_YEAR.test(before)) return [];
  if (context.place === 'text' && isPastYear(match[1], match, phrase.folded, context)) return [];
  const year = yearFrom(match[1], context);
  const numbers = Array.from(match[2] ?? '', (char) => readNumeral(char)).filter((n) => n !== undefined);
  const ended = ENDED.test(phrase.folded.slice(match.index + match[0].length, match.index + match[0].length + 12));
  if (context.place === 'text' && !ended && !/前|内|末|底/.test(match[0])) return [];
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
  if (match[0] === '即日起') return [findingOf(match, { kind: 'from', on: today })];
  if (match[0].includes('周'))
    return [findingOf(match, { kind: 'by', on: addDays(today, 7 - weekdayOf(today)), soft: false })];
  return [findingOf(match, { kind: 'by', on: endOfMonth(today), soft: false })];
}
