import type { RuleKind } from '../rule.ts';
import { periodEndingIn } from './find-periods.ts';
import { type Finder, type Finding, findingOf, isFree, matchesOf, type Phrase, printedOf, weakly } from './finding.ts';
import { fold } from './fold.ts';
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
  `([^,;。:!?]{0,30}?)(?<!提)(?:之前|以前|前)(?:至少|最少|不少于|提前)?的?${LENGTH}(?:以?前|之前|${INSIDE})?`,
  'g',
);
/** 听证会召开10日前, 停机24小时前; the day of a month has no event before it. */
const AHEAD_CELL = new RegExp(
  `^(?:在|于)?([^,;。:!?\\d]{2,20}?)(?<![于在每月旬初底末年度季〇一二三四五六七八九十百]|务必|争取|力争|原则上|最迟|至少)(?:至少|最少)?${LENGTH}(?:之|以)?前(?:完成|公开|公布|发布|公告|公示|报送)?$`,
  'g',
);
const EARLY = new RegExp(`([^,;。:!?]{0,30}?)(?:至少|最少)?提前(?:至少|最少)?${LENGTH}`, 'g');
const ALONE = new RegExp(
  `(?:最迟|最长|至多|一般|原则上)?(不超过|不迟于|不得超过|在|于)?(?<![\\d〇一二三四五六七八九十百两月第×*xX])${LENGTH}(${INSIDE})?`,
  'g',
);
const BEFORE_EVENT =
  /(?:应|应当|须|要|必须|需)?(?:在|于)([^,;。:!?在于]{2,12}?)(?:之前|以前|前)(?=向|公开|公布|报|完成|发布|征求|通过|对外|$)/g;
/** 国庆节前, 会前: any time before a named event; a date is not one. */
const BEFORE_CELL =
  /^(?:在|于)?([^,;。:!?\d]{1,12}?)(?<![提之以目此年月日底末初旬季度半]|半年|季度)(?:之前|以前|前)(?:完成|公开|发布|报送|办结|提交)?$/g;
/** 收到当日, 收到后次日, 当天. */
const SAME_DAY =
  /(?:([^,;。:!?]{2,14}?)(?:之?后|的|之日)?)?(当日|当天|次日|第二天)(?:内|前|之内)?(?:公开|发布|办理|办结|回复|答复|报送|完成|反馈)?/g;
const IN_STEP =
  /与([^,;。:!?]{2,14}?)(?:同步|同时)(?:在[^,;。]{1,12}?|向[^,;。]{1,8}?|通过[^,;。]{1,10}?)?(?:对外)?(发布|公开|公布|印发|上网|部署)/g;
/** 应在答复申请人的同时,通过网站主动公开. */
const MEANWHILE = /(?:应|应当|须|要|必须)在([^,;。:!?在]{2,14}?)的?同时,?[^;。]{0,14}?(发布|公开|公布)/g;
const IN_STEP_CELL =
  /^(?:(?:与|随同?)([^,;。:!?]{2,14}?)|([^,;。:!?]{2,14}?)后)?(?:同步|同时|一并)(?:发布|公开|公布|印发|报送|更新|推进|开展|完成)?$/g;
/** 随同预决算公开. */
const ALONG_CELL = /^随同?(?![^,;。随]{1,3}随)([^,;。:!?]{2,14}?)(?:一并|一起)?(公开|发布|报送|印发|公布)$/g;
const MODAL = /^(.*?)(?:应当|应该|必须|应|要|须|需)?(?:自|从|在|于)(?=[^在于自从]*$)/;
const SUBJECT_KEPT = /(?:类|事项|信息|申请|文件|公文|件|政策|留言|工单|项目|活动|会议|数据)$/;
const WHEN = /^(?:遇有|如遇|遇到|遇|发生|出现|对于|对|涉及|针对|凡|一旦)(.{2,30}?)(?:时|后|的)?$/;
const SINCE = /^(.{1,20}?)(?:之日起|之后|以后|后|(?<![及同随实按临定])时)/;
/** No sentence names its event farther away. */
const FARTHEST = 300;
/** What leads up to a length and names nothing: 应在, 确保. */
const LEADS_UP_TO =
  /^(?:对于?|应当|应该|应|必须|须|要|需|将|并|且|确保|力争|争取|做到|原则上|一般(?!性)|最迟|最长|至多|均|都|全部|分别|在|于|按照?|严格|实行|坚持|限)+/;
const LEADS_ON = /(?:应当|应该|应|必须|须|要|需|均|都|原则上|一般|最迟|分别|的|在|于|自|确保|力争)+$/;
/** A target for how long something takes, or a length in which nothing happened: neither starts a clock. */
const NO_CLOCK_BEFORE = /(?:压缩|缩短|压减|减少|精简|控制|提速|由|从)(?:至|到|在|为)?$/;
const NO_CLOCK_AFTER = /^(?:未|没有|无(?!条件)|不更新|累计|连续|的(?:政策|文件|信息|项目|数据|情况|工作))/;
/** Without a number and its unit there is no length. */
const HAS_LENGTH = /[\d〇一二三四五六七八九十百两半](?:个)?(?:法定)?(?:工作日|自然日|日历日|小时|月|年|周|星期|日|天)/;
/** Nor does the text of an item without one of these name an event before which or with which something is due. */
const NAMES_EVENT = /前|同[步时]|一并|^随/;
const AFTER_WORD = /起|后/;
const STEP_WORD = /同[步时]|一并|^随/;
const IS_DATE = /[\d月底日半年季度]$/;
/** 每周五前 and 十前 name no event, 五一前 does. */
const NO_EVENT = /^(?![五六七八十]一$)[〇一二三四五六七八九十百两]+$|[每周旬]|星期/;

/**
 * Clocks that an event starts (批准发出之日起20个工作日内) or that run towards one (会议召开前5个工作日). `n` 0 with `before` is
 * any time before the event, without it the event's own day (同步). Weeks count as 7 days, months as 30; `event` is empty
 * where the words do not say what starts the clock. A month is a length where it is counted (3个月) or where an event starts
 * it (印发后1月内): 10月 alone is a date. A clock that the end of every period starts (每月结束后5日内) is a cadence.
 */
export const findClocks: Finder = (phrase, context) => {
  const inText = context.place === 'text';
  if (inText && !HAS_LENGTH.test(phrase.folded) && !NAMES_EVENT.test(phrase.folded)) return [];
  const found: Finding[] = [];
  const counted = HAS_LENGTH.test(phrase.folded);
  const hasAfter = counted && AFTER_WORD.test(phrase.folded);
  for (const match of hasAfter ? matchesOf(AFTER, phrase.folded) : []) {
    const length = lengthOf(match[3], match[4]);
    if (!length) continue;
    const event = eventIn(phrase, match.index, match[1] ?? '');
    const period = periodEndingIn(event);
    if (period) {
      take(found, match, { kind: 'every', period, due: null, assumed: false });
      continue;
    }
    const open = inText || match[2] === '起' || match[2] === '后' || isLoose(match[4]);
    const whole = !inText && match.index + match[0].length === phrase.folded.length && /日$|时$/.test(match[4] ?? '');
    if (!match[5] && open && !whole) continue;
    if (event !== '') take(found, match, clock(event, length, false));
  }
  for (const match of counted && phrase.folded.includes('前') ? matchesOf(AHEAD, phrase.folded) : []) {
    const length = lengthOf(match[2], match[3]);
    const event = eventIn(phrase, match.index, match[1] ?? '');
    if (length && !isLoose(match[3]) && event !== '' && !IS_DATE.test(match[1] ?? ''))
      take(found, match, clock(event, length, true));
  }
  for (const match of counted && !inText && phrase.folded.includes('前') ? matchesOf(AHEAD_CELL, phrase.folded) : []) {
    const length = lengthOf(match[2], match[3]);
    if (length && !isLoose(match[3]))
      take(found, match, clock(eventIn(phrase, match.index, match[1] ?? ''), length, true));
  }
  for (const match of counted && phrase.folded.includes('提前') ? matchesOf(EARLY, phrase.folded) : []) {
    const length = lengthOf(match[2], match[3]);
    if (length) take(found, match, clock(eventIn(phrase, match.index, match[1] ?? ''), length, true));
  }
  for (const match of counted ? matchesOf(ALONE, phrase.folded) : []) {
    const length = lengthOf(match[2], match[3]);
    const capped = /超过|不迟于/.test(match[1] ?? '');
    if (!length || (!match[4] && !capped && (inText || match[0].length !== phrase.folded.length))) continue;
    if (match[3] === '月' || (inText && length.unit === 'day' && !match[4])) continue;
    const end = match.index + match[0].length;
    if (
      inText &&
      (NO_CLOCK_BEFORE.test(phrase.folded.slice(Math.max(0, match.index - 6), match.index)) ||
        NO_CLOCK_AFTER.test(phrase.folded.slice(end, end + 6)))
    )
      continue;
    const event = eventBefore(phrase, match.index, found);
    if (event === '' && isLoose(match[3])) continue;
    take(found, match, clock(event, length, false));
  }
  for (const match of phrase.folded.includes('前')
    ? matchesOf(inText ? BEFORE_EVENT : BEFORE_CELL, phrase.folded)
    : []) {
    const event = printedOf(phrase, match, match[1]);
    if (!IS_DATE.test(match[1] ?? '') && !/此|目|以|年/.test(event) && !NO_EVENT.test(match[1] ?? ''))
      take(found, match, clock(event, { n: 0, unit: 'working_day' }, true));
  }
  if (!inText) {
    for (const match of matchesOf(SAME_DAY, phrase.folded)) {
      const event = match[1] ? eventIn(phrase, match.index, match[1]).replace(/[之后的]+$/, '') : '';
      take(found, match, clock(event, { n: /次|第二/.test(match[2] ?? '') ? 1 : 0, unit: 'day' }, false));
    }
  }
  if (STEP_WORD.test(phrase.folded)) {
    for (const pattern of inText ? [IN_STEP, MEANWHILE] : [IN_STEP, IN_STEP_CELL, ALONG_CELL]) {
      for (const match of matchesOf(pattern, phrase.folded)) {
        const finding =
          pattern === MEANWHILE ? onDayOf(printedOf(phrase, match, match[1]), match) : inStep(phrase, match);
        if (isFree(found, finding)) found.push(finding);
      }
    }
  }
  return found;
};

function take(found: Finding[], match: RegExpExecArray, rule: RuleKind): void {
  const finding = findingOf(match, rule);
  if (isFree(found, finding)) found.push(finding);
}

/** 同步: on the day of the other event, whose name ends with what is done to it. */
function inStep(phrase: Phrase, match: RegExpExecArray): Finding {
  const named = match[1]
    ? `${printedOf(phrase, match, match[1])}${match[2] ?? '发布'}`
    : printedOf(phrase, match, match[2]);
  const event = match[1] || !/^(?:发布|公开|公布|印发|上网|部署)$/.test(match[2] ?? '') ? named : '';
  return onDayOf(event, match);
}

function onDayOf(event: string, match: RegExpExecArray): Finding {
  return weakly(findingOf(match, clock(event, { n: 0, unit: 'working_day' }, false)));
}

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
  const modal = MODAL.exec(group);
  if (!modal) return printed.slice(/^(?:应当|应该|必须|应|须)?/.exec(group)?.[0].length);
  const subject = printed.slice(0, modal[1]?.length).trim();
  const rest = printed.slice(modal[0].length);
  return SUBJECT_KEPT.test(fold(subject)) && subject.length <= 24 ? `${subject}${rest}` : rest;
}

/** 疑难问题 in 疑难问题10个工作日内办理. */
function subjectOf(before: string): string {
  const clause =
    before
      .split(/[,，:：、；;。]/)
      .at(-1)
      ?.trim() ?? '';
  const start = LEADS_UP_TO.exec(fold(clause))?.[0].length ?? 0;
  const subject = clause.slice(start, start + fold(clause.slice(start)).replace(LEADS_ON, '').length);
  return subject.length >= 2 && subject.length <= 16 && !/[年月日]$/.test(subject) ? subject : '';
}

/** What starts a clock that names no event itself: the clause before it, or the clock before it in the same sentence. */
function eventBefore(phrase: Phrase, at: number, found: readonly Finding[]): string {
  const near = Math.max(0, at - FARTHEST);
  const before = phrase.folded.slice(near, at);
  const from = near + Math.max(before.lastIndexOf('。'), before.lastIndexOf(';')) + 1;
  const inStep = [...phrase.folded.slice(from, at).matchAll(IN_STEP)].at(-1);
  if (inStep?.[1])
    return `${phrase.printed.slice(from, at).slice(inStep.index + 1, inStep.index + 1 + inStep[1].length)}${inStep[2] ?? ''}`;
  const own = subjectOf(phrase.printed.slice(from, at));
  if (own !== '') return own;
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
