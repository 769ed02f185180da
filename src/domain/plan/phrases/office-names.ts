import type { FanOut } from '../import-report.ts';
import { fold } from './fold.ts';

/** Endings of the names of offices, organs and the bodies under them. */
const OFFICE_END =
  /(?:处|科|室|股|局|办|委|厅|部|院|所|站|队|中心|委员会|办公室|政府|机关|单位|部门|公司|集团|党组|支部|工会|团委|妇联|协会|学会|联合会|馆|校|园|社|台|署|庭|组|总队|支队|大队|领导小组|专班|各区|各县|各镇|镇|街道|乡|村|县|区|市|省|企业|机构|主体|银行|医院|学校|分局|大厅|窗口|基地|处长|办事处|指挥部|事务所|法院|检察院|纪委|党委|管委会|居委会|海关|气象台|报社|电视台|服务队|工委)$/;
const PLACE_WORDS =
  /^[市省县区镇乡村]$|^(?:先|特|地|社|小|片|园|辖|部|全部|外部|内部|干部|教室|以上区|场所|住所|社区|地区|网站|平台|改革办|单元).{0,0}$/;
const NOT_NAMES =
  /网站|平台|栏目|制度|机制|信息$|[。!?]|工作$|要求|开展|推进|完善|加强|建立|落实(?!办)|做好|组织实施|应当|按照|情况/;
const BRACKET_TAIL = /\([^()]{0,40}\)$/;

const EVENT =
  /(?:起草|制定|拟制|制发|印发|承办|主办|办理|涉事|(?:事项|事件|舆情|文件|政策|项目)(?:的)?(?:相关|有关|涉及))(?:的)?(?:处室|处|科室|股室|单位|部门|机关|科|室)/;
const RELEVANT = /相关|有关|涉及|业务主管|业务对口|职能/;
const EVERY =
  /^(?:市直|县直|区直|局内|局属|委属|机关|直属|全局|全委|全市|全县|全区|市级|本级|局机关|委机关|下属|所属|市|县|区|局|委|镇街)?各|^(?:全体|所有|全部|每个)|^(?:机关|局机关|委机关|全局)(?:内设)?(?:处室|科室|股室)$|各(?:处室|科室|股室|单位|部门)/;

/** Whether the words look like the name of an office or a roster, not like prose. Folded or printed. */
export function isOfficeName(name: string): boolean {
  if (name.length > 40) return false;
  const folded = fold(name);
  if (folded.length < 2 || NOT_NAMES.test(folded) || PLACE_WORDS.test(folded)) return false;
  const bare = folded.replace(BRACKET_TAIL, '');
  return OFFICE_END.test(bare) || (bare !== folded && OFFICE_END.test(folded.slice(0, -1)));
}

export function fanOutOf(name: string): FanOut {
  const folded = fold(name);
  if (EVENT.test(folded)) return 'event';
  if (RELEVANT.test(folded) && /处室|科室|股室|单位|部门|科|处|室|机构|企业|区|县|镇/.test(folded)) return 'relevant';
  return EVERY.test(folded) ? 'all' : null;
}

/** Splits a list at 、，,； and at 和 及 与 between two names; brackets and names with 和 inside (发展和改革局) stay whole. */
export function splitNames(list: string): readonly string[] {
  const parts = splitOutsideBrackets(list, /[、,，;；/／\n\s]/);
  return joinRosters(parts.flatMap(splitAtAnd));
}

function splitAtAnd(part: string): readonly string[] {
  for (const match of part.matchAll(/以及|会同|[和及与]/g)) {
    const left = part.slice(0, match.index).trim();
    const right = part.slice(match.index + match[0].length).trim();
    if (isOfficeName(left) && isOfficeName(right) && depthAt(part, match.index) === 0) {
      return [left, ...splitAtAnd(right)];
    }
  }
  return [part];
}

/** 各区、各部门 is one roster with one name: the plan means a list that exists somewhere, not two offices. */
function joinRosters(names: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last?.startsWith('各') && name.startsWith('各') && fanOutOf(last) === 'all' && fanOutOf(name) === 'all') {
      joined[joined.length - 1] = `${last}、${name}`;
    } else joined.push(name);
  }
  return joined;
}

/** Cuts at the marks that stand outside brackets; empty pieces fall away. A bracket that is never closed protects nothing. */
export function splitOutsideBrackets(text: string, mark: RegExp): readonly string[] {
  const parts: string[] = [];
  const lastClosed = Math.max(...['）', ')', ']', '〕'].map((bracket) => text.lastIndexOf(bracket)));
  let depth = 0;
  let part = '';
  let index = -1;
  for (const char of text) {
    index += char.length;
    if (/[（([〔]/.test(char) && index < lastClosed) depth += 1;
    if (/[）)\]〕]/.test(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && mark.test(char)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

function depthAt(text: string, index: number): number {
  const before = fold(text.slice(0, index));
  return (before.match(/\(/g) ?? []).length - (before.match(/\)/g) ?? []).length;
}
