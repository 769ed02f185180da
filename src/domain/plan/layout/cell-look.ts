import { ANY_DATES, contextAt } from '../phrases/finding.ts';
import { fold, squeeze } from '../phrases/fold.ts';
import { readDeadline } from '../phrases/read-deadline.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import { isDitto } from './ditto.ts';

/** What the words of a cell look like, whatever column it stands in. */
export interface CellLook {
  readonly length: number;
  /** 0 … 1 */
  readonly owner: number;
  /** 0 … 1 */
  readonly deadline: number;
  readonly bareNumber: boolean;
  /** Begins with `1.` `2、` `（3）` ①. */
  readonly numbered: boolean;
  /** Begins with 一、 or （一）. */
  readonly heading: boolean;
  /** 1 for 一、 and 第一部分, 2 for （一）, 0 for no heading. */
  readonly level: 0 | 1 | 2;
  readonly sentence: boolean;
  /** Two to four characters, or several such names. */
  readonly personal: boolean;
  /** 同上, 〃: what stands above. */
  readonly ditto: boolean;
  /** 2021-01, A-3, ZW003: a number that an office made up. */
  readonly code: boolean;
}

/** Reads looks and remembers them: a plan says the same few owners and deadlines again and again. */
export type LookAt = (text: string) => CellLook;

const BARE_NUMBER = /^[([]?(?:\d{1,4}|\d{1,2}[.-]\d{1,2}|[一二三四五六七八九十]{1,3})[)\].、]?$/;
const NUMBERED = /^(?:\d{1,3}\s*[.、。)](?!\d)|\(\d{1,3}\)|\d{1,3}\(\d{1,3}\)|[①-⑳])/;
const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+(?:部分|章|节|条))/;
const NAMES = /^[\u4e00-\u9fff·]{2,4}(?:[、,;/ ][\u4e00-\u9fff·]{2,4})*$/;
const CODE = /^[A-Za-z]{0,4}[-.]?\d{1,4}(?:[-.]\d{1,3}){0,2}$/;
const LONGEST_CODE = 8;
/** 编制年度报告并报送主管部门: what is to be done, however it ends. */
const DUTY =
  /^(?:公开|公布|公示|发布|编制|编印|制定|修订|完善|建立|健全|推进|推动|加强|强化|深化|优化|规范|组织|开展|举办|召开|落实|报送|更新|梳理|做好|提升|提高|加大|加快|配合|协助|督促|检查|通报|印发|开设|建设|改造|新建|新增|启动|实施|答复|办理|回应|压减|压缩|缩短|精简|汇总|整理|向|对|将|把|会同|指导)/;
const DUTY_LENGTH = 12;
const ENDS_AS_TIME =
  /前[。;]?$|内(?:公开|完成|发布|更新)?[。;]?$|之日|后(?:\d|及时|立即|即)|时限|时间|期限|\d{1,2}[月日]/;
/** 压减…时限，受理之日起5日内办结: what is to be done stands before the comma, and when behind it. */
const DUTY_FIRST = /^[^,;。\d每]{8,60}?(?<![后前起内日月底末年时度]),/;
/** Without one of these characters no words are a time limit; looking for them is much cheaper than reading. */
const TIME_WORD = /[\d年月日季周时期限前底后内度天常长动实同步适随即立按待每全不已贯持续及根据依规视定]|完成|落实/;
const ANY_CELL = contextAt(ANY_DATES, 'deadline-cell');
/** 待《…》出台后, 按市政府规定时间报送, 长期坚持，及时更新: long, and nothing but time. */
const VAGUE_AND_LONG = /^待|时间|时限|期限|^(?:根据|按照?|视)|^(?:全年|常年|长期|常态|贯穿|持续|随时|动态|实时|日常)/;
const LONG_DEADLINE = 90;
const LONG_OWNER = 200;

export function lookReader(): LookAt {
  const known = new Map<string, CellLook>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const look = lookAt(text);
    known.set(text, look);
    return look;
  };
}

function lookAt(raw: string): CellLook {
  const text = fold(squeeze(raw));
  const numbered = NUMBERED.test(text);
  const bareNumber = BARE_NUMBER.test(text);
  const heading = HEADING.test(text);
  const sentence = /[。;；]./.test(text) || /[。;；]$/.test(text) || (text.match(/[,、]/g) ?? []).length > 3;
  return {
    length: text.length,
    owner: numbered || bareNumber || text.length > LONG_OWNER ? 0 : ownerLikeness(raw) * (isSentence(text) ? 0.3 : 1),
    deadline: numbered ? 0 : deadlineLikeness(raw, text),
    bareNumber,
    numbered,
    heading,
    level: heading ? (text.startsWith('(') ? 2 : 1) : 0,
    personal: NAMES.test(text),
    sentence,
    code: text.length <= LONGEST_CODE && CODE.test(text),
    ditto: isDitto(raw),
  };
}

/** 改造两所敬老院。 ends like an office, but owners have no full stop without a verb, and do not begin with what is to be done. */
function isSentence(text: string): boolean {
  if (text.endsWith('。')) return !/牵头|负责|配合|落实|办理|承办|单位|部门/.test(text);
  return text.length > DUTY_LENGTH && DUTY.test(text) && !/牵头|负责|配合/.test(text);
}

function deadlineLikeness(raw: string, text: string): number {
  if (text === '' || text.length > LONG_DEADLINE || !TIME_WORD.test(text)) return 0;
  // 答复来信并定期公开典型问题 says when in passing.
  if (text.length > DUTY_LENGTH && DUTY.test(text) && !ENDS_AS_TIME.test(text)) return 0.3;
  if (DUTY.test(text) && DUTY_FIRST.test(text)) return 0.3;
  const reading = readDeadline(raw, ANY_CELL);
  if (reading.rules.length === 0) return /时限|时间|期限|节点|进度|待定/.test(text) && text.length < 16 ? 0.5 : 0;
  const covered = reading.rules.reduce((sum, rule) => sum + rule.phrase.length, 0) / text.length;
  if (reading.unread) return 0.5;
  const duty = reading.rules.every((rule) => rule.kind === 'quota' || rule.kind === 'rate') && text.length > 14;
  const vague = reading.rules.every((rule) => rule.kind === 'standing' || rule.kind === 'awaiting');
  if (vague && text.length > 12 && !VAGUE_AND_LONG.test(text)) return 0.4;
  if (duty || (text.length > 30 && text.endsWith('。') && !/^[^,;。]{0,20}(?:之日|后|内|前)/.test(text))) return 0.4;
  return text.length <= 30 || covered > 0.6 ? 1 : 0.5;
}
