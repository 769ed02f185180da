import type { FanOut } from '../import-report.ts';
import { fold } from './fold.ts';
import { remembered } from './remember.ts';

/** Endings of the names of offices, organs and the bodies under them. */
const OFFICE_END =
  /(?:处|科|室|股|局|办|委|厅|部|院|所|站|队|中心|委员会|办公室|政府|机关|单位|部门|公司|集团|党组|支部|工会|团委|妇联|残联|文联|科协|侨联|工商联|协会|学会|商会|联合会|馆|校|园|社|台|署|庭|组|总队|支队|大队|领导小组|专班|各区|各县|各镇|镇|街|街道|乡|村|县|区|市|省|企业|机构|主体|银行|支行|分行|支公司|分公司|营业部|信用社|医院|学校|高校|院校|分局|大厅|窗口|基地|处长|办事处|指挥部|事务所|法院|检察院|纪委|党委|管委会|安委会|居委会|海关|气象台|报社|电视台|服务队|工委|党校|国资|供销社|代办|电网|供电|人行|税务|公路段|(?<![联体关干维水谱派直世山星根])系|(?<![在上下顶轮待换竞定站查离到脱益])岗|保护区|示范区|开发区|园区|经开区|高新区)$/;
/** No office's name ends otherwise: spares the long pattern above. */
const LAST = new Set(
  '处科室股局办委厅部院所站队心会府关位门司团组工联协馆校园社台署庭镇街道乡村县区市省业构体行厅口地长海气班家资网电务段系岗',
);
const PLACE_WORDS =
  /^[市省县区镇乡村]$|^(?:先|特|地|社|小|片|园|辖|部|全部|外部|内部|干部|教室|以上区|场所|住所|社区|地区|网站|平台|改革办|单元|公室|公厅|员会|务局|一部|内设机构|组织机构|业务|服务|税务|财务|任务|事务|机会|社会|大会|部署|以上|线上)$/;
const NOT_NAMES =
  /^按|网站|平台|栏目|制度|机制|信息$|[。!?]|工作$|要求|开展|推进|完善|加强|建立|落实(?!办)|做好|组织实施|应当|按照|情况/;
const BRACKET_TAIL = /\([^()]{0,40}\)$/;

const DUTY =
  '起草|制定|拟制|拟稿|制发|印发|承办|主办|办理|答复|(?:信息|稿件|文件|公文|政策|数据)的?(?:发布|提供|报送|产生|形成|公开)';
const BODY = '处室|处|科室|股室|单位|部门|机关|科|股|室';
const EVENT = new RegExp(
  `(?:${DUTY}|涉事|涉及事项|(?:事项|事件|舆情|文件|公文|政策|项目|申请|信件|工单)的?(?:相关|有关|涉及|主管|所属))的?(?:${BODY})`,
);
const RELEVANT = /相关|有关|涉及|业务主管|业务对口|职能|其他(?!各)/;
const RELEVANT_BODY = /处室|科室|股室|单位|部门|科|处|室|机构|企业|区|县|镇|街|委员会|办局|委办/;
const PLURAL =
  '(?:处室|科室|股室|单位|部门|区|县|镇|乡|街|科|处|股|站|所|专班|专委会|委|办|局|中心|队|院|校|学校|高校|医院|企业|支部|乡镇|街道|社区|村)';
const EVERY = new RegExp(
  `^(?:市|县|区|局|委|镇|厅|院|校)?(?:直|属|内|机关|本级|级|直属|下属|所属)?各(?!自|项|类|种)|^(?:全体|所有|全部|每个)|^全(?:局|委|办|厅|院|市|县|区|镇|校|系统)(?:各|上下|干部|职工|机关|$)|^(?:机关|局机关|委机关|全局)(?:内设)?(?:处室|科室|股室)$|各${PLURAL}|^(?:乡镇|镇街|镇乡|街镇|县区|区县|县市区|街道|镇|乡)(?:\\(.{1,6}\\))?(?:人民政府|政府|办事处)?$|^(?:局|委|厅|市|县|区)?(?:所属|直属|下属|属)(?:事业|企事业|二级)?单位$|^(?:成员|责任|领导小组成员)单位$`,
);

/** Whether the words look like the name of an office or a roster, not like prose. Folded or printed. */
export const isOfficeName: (name: string) => boolean = remembered(looksLikeOffice, 5000);

function looksLikeOffice(name: string): boolean {
  if (name.length > 40 || name.length < 2) return false;
  const folded = fold(name);
  const bare = folded.endsWith(')') ? folded.replace(BRACKET_TAIL, '') : folded;
  const bracketed = bare !== folded;
  if (!LAST.has(bare.at(-1) ?? '') && !(bracketed && LAST.has(folded.at(-2) ?? ''))) return false;
  if (NOT_NAMES.test(folded) || PLACE_WORDS.test(folded)) return false;
  return OFFICE_END.test(bare) || (bracketed && OFFICE_END.test(folded.slice(0, -1)));
}

export function fanOutOf(name: string): FanOut {
  const folded = fold(name);
  if (EVENT.test(folded)) return 'event';
  if (RELEVANT.test(folded) && RELEVANT_BODY.test(folded)) return 'relevant';
  return EVERY.test(folded) ? 'all' : null;
}

/** Splits a list at 、，,； and at 和 及 与 between two names; brackets and names with 和 inside (发展和改革局) stay whole. */
export function splitNames(list: string): readonly string[] {
  const parts = splitOutsideBrackets(list, /[、,，;；/／\n\s]/);
  return joinRosters(parts.flatMap(splitAtAnd));
}

const AND = /以及|会同|[和及与暨]/g;

function splitAtAnd(part: string): readonly string[] {
  if (!/[和及与暨]|会同/.test(fold(part))) return [part];
  for (const match of fold(part).matchAll(AND)) {
    const left = part.slice(0, match.index).trim();
    const right = part.slice(match.index + match[0].length).trim();
    // 各县党委和政府 have one name.
    if (/党(?:工)?委$/.test(fold(left)) && /^(?:人民政府|政府|管委会|办事处)$/.test(fold(right))) return [part];
    if (isListed(left) && isListed(right) && depthAt(part, match.index) === 0) return [left, ...splitAtAnd(right)];
  }
  return [part];
}

function isListed(name: string): boolean {
  return isOfficeName(name) || (isOfficeName(name.replace(/等$/, '')) && name.length > 2);
}

/** 各县、市、区政府 are the governments of one level. */
const EACH_LEVEL = [
  /^各(?:[省市县区旗镇乡]、)*[省市县区旗镇乡]$/,
  /^[省市县区旗镇乡](?:人民政府|政府|党委|委)?$/,
] as const;
const IDIOM = [/^各(?:区|县|地|级|镇|乡|市|处室|科室|股室)$/, /^各(?:部门|单位)$/] as const;

/** 市、区财政部门 stands for both levels. */
const LEVEL = /^[国省市县区镇]级?$/;

function isOneName(last: string, name: string): boolean {
  const [a, b] = [fold(last), fold(name)];
  return LEVEL.test(a) || [IDIOM, EACH_LEVEL].some(([first, second]) => first.test(a) && second.test(b));
}

/** 各区、各部门 is one roster with one name: the plan means a list that exists somewhere, not two offices. */
function joinRosters(names: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    if (last !== undefined && isOneName(last, name)) joined[joined.length - 1] = `${last}、${name}`;
    else joined.push(name);
  }
  return joined;
}

/** Cuts at the marks that stand outside brackets; empty pieces fall away. A bracket that is never closed protects nothing. */
export function splitOutsideBrackets(text: string, mark: RegExp): readonly string[] {
  if (!/[（([〔【]/.test(text)) return text.split(mark).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  const parts: string[] = [];
  const lastClosed = Math.max(...['）', ')', ']', '〕', '】'].map((bracket) => text.lastIndexOf(bracket)));
  let depth = 0;
  let part = '';
  let index = -1;
  for (const char of text) {
    index += char.length;
    if (/[（([〔【]/.test(char) && index < lastClosed) depth += 1;
    if (/[）)\]〕】]/.test(char)) depth = Math.max(0, depth - 1);
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
