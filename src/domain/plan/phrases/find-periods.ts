import type { Period, RuleKind } from '../rule.ts';
import { type Finder, type Finding, findingOf, matchesOf, weakly } from './finding.ts';
import { NUMBER, readNumeral } from './numerals.ts';

const WORDS: Readonly<Record<string, Period>> = {
  周: 'week',
  星期: 'week',
  月: 'month',
  季度: 'quarter',
  季: 'quarter',
  半年: 'half_year',
  年: 'year',
};
const UNIT = '(周|星期|月|季度|季(?!节)|半年|年)';
const MORE = `(?:[、和及或,](?:每个?)?(?:周|月|季度|季|半年|年)(?:度)?(?!\\d|底|末|初|内))`;
const EVERY = new RegExp(
  `(?:每个?|按|逐(?!年[步渐提增加上])|分(?!年)|各(?=月|季|半年))${UNIT}(?!一度)(?:度(?!计划|方案|安排|要点|任务|工作))?(${MORE}*)`,
  'g',
);
const BARE = /^(?:(周|月|季|年)(?:度|报)|(半年)(?:度|报)?)(?:更新|公开|发布|报送|完成)?$/g;
/** 一季度一次, 半年1次. */
const ONCE = /(?<![\d〇一二三四五六七八九十上下每第])(?:[一1]个?(周|月|季度|季|年)|(半年|季度))度?[一1]次/g;
/** A cell that says 月底前 without a month means every month, 次月5日前 the month after each. */
const MONTH_END_CELL =
  /^(?:每?到?|于|在)?(?:(月)(?:底|末)|(季)度?(?:底|末)|(?:次|下)月(\d{1,2})(?:日|号))(?:之前|以前|前)?/g;
const BOTH_HALVES = /上(?:半年)?[、,和及与]?下半年度?(?:各|分别|均)|上[、,和及与]?下半年/g;
const UNSAID = '(?<![上下本当首第前近次每半\\d一二三四两个])';
const PERIOD_OVER = new RegExp(`${UNSAID}(月|季|半年|年)度?(?:结束|终了)(?:之|以)?后`, 'g');
const EVERY_ENDING = /(?:每个?|各)(周|月|季|半年|年)度?(?:结束|终了|完结|届满)?$/;
const ENDING = new RegExp(`${UNSAID}(月|季|半年|年)度?(?:结束|终了)$|^(月|季)度?$`);
const CADENCE_NOUN =
  /(?<![\d一二三四上本首])(季度|月度|周(?=调度|通报|例会)|月(?=通报|调度|点评|讲评)|季(?=通报|调度|点评|讲评))(?:抽查|通报|检查|考核|考评|分析|报告|评估|公布|发布|报送|调度|点评|讲评|例会)|年终(?:考评|考核|评估|检查|总结)/g;
const ASSUMED = /(?<!不)定期|例行|分批|周期性/g;
const ASSUMED_DUTY =
  /(?<![不限固])定期(?!限|存款)|例行(?:新闻)?发布会?(?=制度)|分[批期](?:次|分[批期])?(?:公布|公开|发布|推进)/g;
const MONTH_DAY = new RegExp(
  `^的?(?:月)?(?:(?:次月|下月)?(${NUMBER})(?:日|号)|(底|末|下旬)|(上旬)|(中旬)|最后一(?:个工作日|天|日))(?:之前|以前|前|之内|以内|内)?`,
);
const YEAR_DAY = new RegExp(
  `^的?[、和及]?(?:${NUMBER}月?份?(?:-|~|至|到)(?=${NUMBER}月))?(?:(${NUMBER})月份?(?:(${NUMBER})(?:日|号|(?=前))|底|末|下旬|(上旬|初)|(中旬))?|第?([一二三四1-4])季度(?:末|底)?|(上|下)半年|年?(?:底|末|终))(?:之前|以前|前|内)?`,
);
const QUARTER_DAY = new RegExp(
  `^的?(?:(?:(首|第一|第二|第三|末|最后一)个?月(?:份)?(?:的)?(${NUMBER})(?:日|号))|末|底|结束(?!之?后|以后))(?:之前|以前|前)?`,
);
/** No cadence without one of these. */
const HAS_PERIOD = /[月季年周]|星期|定期|例行|分批|分期|周期/;
const WEEKDAY = /^的?(?:星期|周)?([一二三四五六日天])(?!次)(?:之前|以前|前)?/;
// 每月45日, 每年13月: no date, and a cadence without one would be a guess.
const NO_SUCH_DAY = /^的?(?:(?:1[3-9]|[2-9]\d|\d{3,})月|(?:\d{1,2}月份?)?(?:3[2-9]|[4-9]\d|\d{3,}|0{1,2})[日号])/;
const NTH_MONTH: Readonly<Record<string, string>> = {
  首: '01',
  第一: '01',
  第二: '02',
  第三: '03',
};

/**
 * Duties that fall due once a period (按月, 每季度, 每年1月31日前). A cadence that is not stated (定期, 例行, 分批) is taken
 * as a quarter and marked as assumed.
 */
export const findPeriods: Finder = ({ folded }, context) => {
  const found: Finding[] = [];
  if (!HAS_PERIOD.test(folded)) return found;
  for (const match of matchesOf(EVERY, folded)) found.push(...readEvery(match, folded));
  for (const match of matchesOf(BARE, folded)) {
    found.push(findingOf(match, every(WORDS[match[1] ?? match[2] ?? ''] ?? 'year', null)));
  }
  for (const match of matchesOf(ONCE, folded)) {
    found.push(findingOf(match, every(WORDS[match[1] ?? match[2] ?? ''] ?? 'year', null)));
  }
  for (const match of context.place === 'text' ? [] : matchesOf(MONTH_END_CELL, folded)) {
    const day = Number(match[3] ?? 0);
    const rule: RuleKind = match[2]
      ? every('quarter', '03-end')
      : { ...every('month', day > 0 ? two(Math.min(day, 31)) : 'end'), assumed: true };
    found.push(findingOf(match, rule));
  }
  if (context.place === 'text') {
    for (const match of matchesOf(CADENCE_NOUN, folded)) {
      found.push(
        findingOf(
          match,
          match[1] ? every(WORDS[match[1].replace('度', '')] ?? 'quarter', null) : every('year', '12-end'),
        ),
      );
    }
  }
  for (const match of matchesOf(BOTH_HALVES, folded)) found.push(findingOf(match, every('half_year', null)));
  for (const match of matchesOf(PERIOD_OVER, folded)) {
    found.push(findingOf(match, every(WORDS[match[1] ?? ''] ?? 'year', null)));
  }
  const stated = found.length > 0;
  for (const match of matchesOf(context.place === 'text' ? ASSUMED_DUTY : ASSUMED, folded)) {
    const assumed = findingOf(match, { kind: 'every', period: 'quarter', due: null, assumed: true });
    found.push(stated ? weakly(assumed) : assumed);
  }
  return found;
};

/** The period whose end starts a clock: 每季度结束, 月 of 月后5日内. */
export function periodEndingIn(event: string): Period | undefined {
  const match = EVERY_ENDING.exec(event) ?? ENDING.exec(event);
  return match ? WORDS[match[1] ?? match[2] ?? ''] : undefined;
}

function readEvery(match: RegExpExecArray, folded: string): readonly Finding[] {
  const start = match.index;
  const end = start + match[0].length;
  const period = WORDS[match[1] ?? ''] ?? 'year';
  const rest = folded.slice(end, end + 24);
  if (match[2]) {
    const others = [...match[2].matchAll(new RegExp(UNIT, 'g'))].map((other) => WORDS[other[1] ?? ''] ?? 'year');
    const width = match[0].length / (others.length + 1);
    return [period, ...others].map((each, index) => ({
      start: start + Math.floor(index * width),
      end: start + Math.floor((index + 1) * width),
      rule: every(each, null),
      weak: false,
    }));
  }
  if (NO_SUCH_DAY.test(rest)) return [];
  if (period === 'year') return readYearly(start, end, folded);
  const due = dueWithin(period, rest);
  return [{ start, end: end + (due?.length ?? 0), rule: every(period, due?.due ?? null), weak: false }];
}

/** 每年4月、10月底前 is two rules. */
function readYearly(start: number, end: number, folded: string): readonly Finding[] {
  const found: Finding[] = [];
  let from = start;
  let cursor = end;
  for (let match = yearDay(folded, cursor); match && found.length < 12; match = yearDay(folded, cursor)) {
    cursor += match.length;
    found.push({ start: from, end: cursor, rule: every('year', match.due), weak: false });
    from = cursor;
  }
  return found.length > 0 ? found : [{ start, end, rule: every('year', null), weak: false }];
}

function yearDay(folded: string, cursor: number): { length: number; due: string } | undefined {
  const match = YEAR_DAY.exec(folded.slice(cursor, cursor + 24));
  if (!match) return undefined;
  const [whole, month, day, early, middle, quarter, half] = match;
  if (month) {
    const m = readNumeral(month);
    if (!m || m > 12) return undefined;
    if (day && (readNumeral(day) ?? 0) > 31) return undefined;
    const d = day ? readNumeral(day) : early ? 10 : middle ? 20 : undefined;
    return { length: whole.length, due: `${two(m)}-${d ? two(d) : 'end'}` };
  }
  if (quarter) return { length: whole.length, due: `${two((readNumeral(quarter) ?? 4) * 3)}-end` };
  return { length: whole.length, due: half === '上' ? '06-end' : '12-end' };
}

function dueWithin(period: Period, rest: string): { length: number; due: string } | undefined {
  if (period === 'week') {
    const match = WEEKDAY.exec(rest);
    if (!match) return undefined;
    return { length: match[0].length, due: String('一二三四五六日'.indexOf((match[1] ?? '').replace('天', '日')) + 1) };
  }
  if (period === 'month') {
    const match = MONTH_DAY.exec(rest);
    const day = match?.[3] ? 10 : match?.[4] ? 20 : Math.min(readNumeral(match?.[1] ?? '') ?? 0, 31);
    return match ? { length: match[0].length, due: day ? two(day) : 'end' } : undefined;
  }
  const match = QUARTER_DAY.exec(rest);
  if (!match) return undefined;
  const day = readNumeral(match[2] ?? '');
  const last = period === 'quarter' ? '03' : '06';
  if (!match[1] || !day) return { length: match[0].length, due: `${last}-end` };
  const month = /末|最后/.test(match[1]) ? last : (NTH_MONTH[match[1]] ?? '01');
  return { length: match[0].length, due: `${month}-${two(Math.min(day, 31))}` };
}

function every(period: Period, due: string | null): RuleKind & { readonly kind: 'every' } {
  return { kind: 'every', period, due, assumed: false };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
