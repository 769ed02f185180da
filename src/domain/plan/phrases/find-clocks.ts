import type { RuleKind } from '../rule.ts';
import { periodEndingIn } from './find-periods.ts';
import type { Finder, Finding, Phrase } from './finding.ts';
import { NUMBER, readNumeral } from './numerals.ts';

type Unit = 'working_day' | 'day' | 'hour';
interface Length {
  readonly n: number;
  readonly unit: Unit;
}

const UNIT = '(工作日|自然日|日历日|小时|个月|月|年|周|星期|日|天)';
const LENGTH = `((?<![上下每])半|${NUMBER})(?:个(?!月))?(?:法定)?${UNIT}`;
const INSIDE = '(?:以内|之内|内)';
const AFTER = new RegExp(
  `([^,;。:!?]{1,40}?)(之日起|当日起|次日起|之时起|起|之后|以后|后)的?,?(?:最迟|最长|至多|一般)?(?:不超过|不迟于|不得超过|在|于)?${LENGTH}(${INSIDE})?`,
  'g',
);
const AHEAD = new RegExp(
  `([^,;。:!?]{0,30}?)(?:之前|以前|前)(?:至少|最少|不少于|提前)?的?${LENGTH}(?:以?前|之前|${INSIDE})?`,
  'g',
);
const EARLY = new RegExp(`([^,;。:!?]{0,30}?)(?:至少|最少)?提前(?:至少|最少)?${LENGTH}`, 'g');
const ALONE = new RegExp(
  `(?:最迟|最长|至多|一般|原则上)?(不超过|不迟于|不得超过|在|于)?(?<![\\d〇一二三四五六七八九十百两月第])${LENGTH}(${INSIDE})?`,
  'g',
);
const BEFORE_EVENT =
  /(?:应|应当|须|要|必须|需)?(?:在|于)([^,;。:!?在于]{2,12}?)(?:之前|以前|前)(?=向|公开|公布|报|完成|发布|征求|通过|对外|$)/g;
const BEFORE_CELL =
  /^([^,;。:!?]{0,12}?(?:召开|印发|发布|决策|实施|施行|出台|审议|开会|签订|开工))(?:之前|以前|前)(?:完成|公开|发布|报送)?$/g;
const IN_STEP =
  /与([^,;。:!?]{2,14}?)(?:同步|同时)(?:在[^,;。]{1,12}?|向[^,;。]{1,8}?|通过[^,;。]{1,10}?)?(?:对外)?(发布|公开|公布|印发|上网|部署)/g;
const IN_STEP_CELL =
  /^(?:(?:与|随同?)([^,;。:!?]{2,14}?))?(?:同步|同时|一并)(?:发布|公开|公布|印发|报送|更新|推进|开展|完成)?$/g;
const MODAL = /^(.*?)(?:应当|应该|必须|应|要|须|需)?(?:自|从|在|于)(?=[^在于自从]*$)/;
const SUBJECT_KEPT = /(?:类|事项|信息|申请|文件|公文|件|政策|留言|工单|项目|活动|会议|材料|数据)$/;
const WHEN = /^(?:遇有|如遇|遇到|遇|发生|出现|对于|对|涉及|针对|凡|一旦)(.{2,30}?)(?:时|后|的)?$/;
const SINCE = /^(.{1,20}?)(?:之日起|之后|以后|后|(?<![及同随实按临定])时)/;
/** No sentence names its event farther away. */
const FARTHEST = 300;
const IS_DATE = /[\d月底日半年季度]$/;

/**
 * Clocks that an event starts (批准发出之日起20个工作日内) or that run towards one (会议召开前5个工作日). `n` 0 with `before` is
 * any time before the event, without it the event's own day (同步). Weeks count as 7 days, months as 30; `event` is empty
 * where the words do not say what starts the clock. A month is a length where it is counted (3个月) or where an event starts
 * it (印发后1月内): 10月 alone is a date. A clock that the end of every period starts (每月结束后5日内) is a cadence.
 */
export const findClocks: Finder = (phrase, context) => {
  const inText = context.place === 'text';
  const found: Finding[] = [];
  const take = (match: RegExpExecArray, rule: RuleKind | undefined, offset = 0): void => {
    const start = match.index + offset;
    const end = match.index + match[0].length;
    if (rule && found.every((other) => end <= other.start || start >= other.end)) {
      found.push({ start, end, rule, weak: false });
    }
  };
  for (const match of phrase.folded.matchAll(AFTER)) {
    const length = lengthOf(match[3], match[4]);
    if (!length) continue;
    const event = eventIn(phrase, match.index, match[1] ?? '');
    const period = periodEndingIn(event);
    if (period) {
      take(match, { kind: 'every', period, due: null, assumed: false });
      continue;
    }
    const open = inText || match[2] === '起' || match[2] === '后' || isLoose(match[4]);
    if (!match[5] && open) continue;
    if (event !== '') take(match, clock(event, length, false));
  }
  for (const match of phrase.folded.matchAll(AHEAD)) {
    const length = lengthOf(match[2], match[3]);
    const event = eventIn(phrase, match.index, match[1] ?? '');
    if (length && !isLoose(match[3]) && event !== '' && !IS_DATE.test(match[1] ?? ''))
      take(match, clock(event, length, true));
  }
  for (const match of phrase.folded.matchAll(EARLY)) {
    const length = lengthOf(match[2], match[3]);
    if (length) take(match, clock(eventIn(phrase, match.index, match[1] ?? ''), length, true));
  }
  for (const match of phrase.folded.matchAll(ALONE)) {
    const length = lengthOf(match[2], match[3]);
    const capped = /超过|不迟于/.test(match[1] ?? '');
    if (!length || (!match[4] && !capped && (inText || match[0].length !== phrase.folded.length))) continue;
    if (match[3] === '月' || (inText && length.unit === 'day' && !match[4])) continue;
    const event = eventBefore(phrase, match.index, found);
    if (event === '' && isLoose(match[3])) continue;
    take(match, clock(event, length, false));
  }
  for (const match of phrase.folded.matchAll(inText ? BEFORE_EVENT : BEFORE_CELL)) {
    const event = printedOf(phrase, match, match[1]);
    if (!IS_DATE.test(match[1] ?? '') && !/此|目|以|年/.test(event))
      take(match, clock(event, { n: 0, unit: 'working_day' }, true));
  }
  for (const match of phrase.folded.matchAll(inText ? IN_STEP : IN_STEP_CELL)) {
    const verb = match[2] ?? '发布';
    const event = match[1] ? `${printedOf(phrase, match, match[1])}${verb}` : '';
    const rule = clock(event, { n: 0, unit: 'working_day' }, false);
    const end = match.index + match[0].length;
    if (found.every((other) => end <= other.start || match.index >= other.end)) {
      found.push({ start: match.index, end, rule, weak: true });
    }
  }
  return found;
};

function clock(event: string, length: Length, before: boolean): RuleKind {
  return { kind: 'within', event, n: length.n, unit: length.unit, before };
}

/** 月 and 年 without 个 are dates as often as lengths. */
function isLoose(unit: string | undefined): boolean {
  return unit === '月' || unit === '年';
}

function lengthOf(number: string | undefined, unit: string | undefined): Length | undefined {
  if (number === '半')
    return unit === '年' ? { n: 180, unit: 'day' } : unit === '个月' ? { n: 15, unit: 'day' } : undefined;
  const n = readNumeral(number ?? '');
  if (!n || !unit) return undefined;
  if (unit === '工作日') return { n, unit: 'working_day' };
  if (unit === '小时') return { n, unit: 'hour' };
  if (unit.endsWith('月')) return n <= 24 ? { n: n * 30, unit: 'day' } : undefined;
  if (unit === '年') return n <= 10 ? { n: n * 365, unit: 'day' } : undefined;
  if (unit === '周' || unit === '星期') return { n: n * 7, unit: 'day' };
  return n <= 366 ? { n, unit: 'day' } : undefined;
}

/** The event without what leads up to it: `应在结束` → `结束`, `咨询类事项在收到工单` keeps the class it is about. */
function eventIn(phrase: Phrase, at: number, group: string): string {
  const printed = phrase.printed.slice(at, at + group.length);
  const modal = MODAL.exec(printed);
  if (!modal) return printed.replace(/^(?:应当|应该|必须|应|须)/, '');
  const subject = (modal[1] ?? '').trim();
  const rest = printed.slice(modal[0].length);
  return SUBJECT_KEPT.test(subject) && subject.length <= 24 ? `${subject}${rest}` : rest;
}

function printedOf(phrase: Phrase, match: RegExpExecArray, group: string | undefined): string {
  const offset = match[0].indexOf(group ?? '');
  return phrase.printed.slice(match.index + offset, match.index + offset + (group?.length ?? 0));
}

/** What starts a clock that names no event itself: the clause before it, or the clock before it in the same sentence. */
function eventBefore(phrase: Phrase, at: number, found: readonly Finding[]): string {
  const near = Math.max(0, at - FARTHEST);
  const before = phrase.folded.slice(near, at);
  const from = near + Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1;
  const inStep = [...phrase.folded.slice(from, at).matchAll(IN_STEP)].at(-1);
  if (inStep?.[1])
    return `${phrase.printed.slice(from, at).slice(inStep.index + 1, inStep.index + 1 + inStep[1].length)}${inStep[2] ?? ''}`;
  const earlier = found.find((other) => other.start >= from && other.end <= at);
  if (earlier?.rule?.kind === 'within') return earlier.rule.event;
  const clauses = phrase.printed
    .slice(from, at)
    .split(/[,，:：]/)
    .reverse();
  for (const clause of clauses) {
    const when = WHEN.exec(clause.trim());
    if (when?.[1]) return when[1];
    const since = SINCE.exec(clause.trim());
    if (since?.[1]) return since[1];
  }
  return '';
}
