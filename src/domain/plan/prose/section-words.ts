import { CLOSING_WORDS, isDateLine, isSignedLine } from '../phrases/closing-lines.ts';
import { fold } from '../phrases/fold.ts';
import { fanOutOf, isOfficeName, splitNames } from '../phrases/office-names.ts';

const GENERAL =
  /总体(?:要求|思路|目标|部署)|指导思想|基本(?:原则|思路)|组织(?:领导|保障|实施)|保障(?:措施|机制)|(?:工作|有关|相关|具体|几点|落实)要求|(?:工作|实施|方法)步骤|方案(?:组织)?实施|(?:加强|强化)(?:组织|领导|保障|督促|督导|监督检查|考核(?:监督|评价)?$)|责任追究|附则|考核奖惩/;
const CLOSING = new RegExp(
  `^(?:${CLOSING_WORDS}|附:|联系人|编辑:|作者:|\\(?此件|\\(联系|主办单位|【(?:打印|关闭|字体|字号|大|返回|收藏|分享|我要|纠错|[^】]{0,4}(?:关闭|打印))|发布(?:时间|日期)|\\d{4}年印发)`,
);
const ANNEX = /^附(?:件|表)?[\d一二三四五六七八九十]{0,2}[:、.]?$/;
const ATTACHED =
  /(?:表|方案|清单|名单|台账|办法|要点|模板|目录|说明|计划|样式|流程图?|意见|通知|标准|指南|汇总)(?:\(.{1,20}\))?[;。]?$/;
const MONTH = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const PERIOD = `(?:\\d{4}年)?(?:第?[一二三四1-4]季度|[上下]半年|全年|年(?:初|中|底|末)|${MONTH}月?份?(?:[-~至到、]${MONTH}){0,3}月份?(?:[上中下]旬|底前?|前|末|初)?)(?:\\([^()]{1,16}\\))?`;
/** 三、长期坚持 heads what has no end. */
const ENDLESS = '(?:长期|持续|常态化?)(?:坚持|推进|整改|开展|落实|抓好)';
const PERIOD_ALONE = new RegExp(
  `^[【〔[(]?(?:${PERIOD}|${ENDLESS})(?:的?(?:重点|主要|计划)?(?:工作|任务|安排|事项)){0,2}[】〕\\])]?[:]?$`,
);
const PERIOD_FIRST = new RegExp(`^(${PERIOD})[:,](?=.{4})`);
const OFFICE_HEADING =
  /^(?:由)?(.{2,30}?)(?:牵头|负责|承担|承办|落实)?(?:的?(?:工作|任务|事项|职责)(?:任务|清单|分工)?)?(?:\(共?\d{1,3}[项条个]\))?[:]?$/;
const LONGEST_HEADING = 60;

/** Sections that say how, not what: never tasks without an owner of their own. */
export function isGeneral(heading: string): boolean {
  return heading.length <= LONGEST_HEADING && GENERAL.test(fold(heading));
}

/** Notes, signatures and what web pages put below a text. */
export function isClosing(text: string, next: string | undefined): boolean {
  const folded = fold(text);
  if (folded.length > 200) return false;
  if (CLOSING.test(folded) || isDateLine(folded) || isSignedLine(folded)) return true;
  return folded.length <= 40 && next !== undefined && isDateLine(fold(next)) && !/[。;:]$/.test(folded);
}

export function isAnnexMark(text: string): boolean {
  return ANNEX.test(fold(text));
}

export function isAttachment(text: string): boolean {
  return text.length <= 60 && ATTACHED.test(fold(text));
}

/** 一月 · 1—3月份 · 第一季度重点工作: the words of a heading that is a time. */
export function isPeriodHeading(text: string): boolean {
  return text.length <= 24 && PERIOD_ALONE.test(fold(text));
}

/** The time in front of an item: 3月：公布预算。 */
export function leadingPeriod(text: string): string | null {
  const match = PERIOD_FIRST.exec(fold(text.slice(0, 40)));
  return match ? text.slice(0, (match[1] ?? '').length) : null;
}

/**
 * The offices that a heading consists of, or null: （一）办公室 · 规划科负责的工作.
 *
 * @param rosters also those whom a letter might address (各科室：), where other headings name offices already
 */
export function officesInHeading(text: string, rosters = false): string | null {
  const folded = fold(text);
  if (folded.length > LONGEST_HEADING || /^[([【〔-]/.test(folded)) return null;
  const words = OFFICE_HEADING.exec(folded)?.[1] ?? '';
  const names = splitNames(words);
  if (names.length === 0 || names.length > 3 || !names.every((name) => isOfficeName(name) && name.length <= 14))
    return null;
  // Those whom a letter addresses: 各科室、局属各单位：
  if (!rosters && names.some((name) => fanOutOf(name) !== null) && folded.endsWith(':')) return null;
  return text.slice(folded.indexOf(words), folded.indexOf(words) + words.length);
}

/** A line that stands above others: short, no sentence. */
export function isHeadingLike(text: string): boolean {
  const folded = fold(text);
  return folded.length <= LONGEST_HEADING && !/[。;!?]./.test(folded) && !folded.endsWith(';');
}

/** The first sentence of a paragraph where it is short enough to be a heading; null where there is none. */
export function runInHeading(text: string): string | null {
  const match = /^([^。;!?:]{2,40})[。:](?=.)/.exec(fold(text.slice(0, 60)));
  return match ? text.slice(0, match[1]?.length ?? 0) : null;
}
