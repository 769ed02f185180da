import type { OfficeRole } from '../import-report.ts';
import { fold } from './fold.ts';
import { LEADERS, OFFICES, PEOPLE } from './label-words.ts';

/** How the offices of a list share a duty; says nothing about which role. */
const HOW =
  '(?:共同|分别|具体|各自|各|一并|统一|参照|比照|协同|积极|密切|认真|主要|(?:依据|依照|结合|根据|按照?|依)(?:各自)?的?(?:职责|职能|权限|任务|业务|工作)(?:范围|权限|职责)?(?:分工|要求)?|(?:依据|按照?)?分工|在(?:各自)?职责范围内)*';
const DOING = '牵头|负责|配合|落实|办理|协办|承办|主办|实施|协助|参与|协同';
/** Says what offices have to do. */
export const SAYS_DUTY = new RegExp(DOING);
/** The same, or who it is about. */
export const ABOUT_DUTY = new RegExp(`${DOING}|分工|责任|领导`);
const LEAD = '牵头(?:负责|落实|办理|组织实施|组织|抓总|实施|汇总|协调|推进|完成|做好)?|主抓|抓总|主办|主责';
const SUPPORT = '配合(?:落实|实施|做好|完成|推进)?|协办|协助(?:落实)?|协同|参与|参加|支持';
const OWN = '承办|办理|落实|负责(?:落实|实施|组织实施|办理)?|组织实施|实施|执行|责任|抓好落实|参照|比照';
/** Words that are verbs only behind the name of an office. */
const LOOSE = '安排|统筹(?:协调|推进)?|汇总|推进|组织|指导|监督|督促|督查|督办|审核|协调|承担|抓落实|完成|提供|报送';

/** The verb at the end of a list of offices, folded. */
export const VERB_END = new RegExp(`${HOW}(?:${LEAD}|${SUPPORT}|${OWN})$`);
/** A share without a verb: 甲、乙按职责分工. */
export const SHARE_END = /(?:按照?|依|根据)(?:各自)?(?:职责|权限|职能|业务|工作)(?:职责|范围)?(?:分工)?$/;
export const LOOSE_END = new RegExp(`${HOW}(?:${LOOSE})$`);
/** How it is done, and by nobody: 按照年度交易方案执行. Names before the verb would be an office's. */
export const MANNER =
  /^(?:严格|统一|均)?(?:按照?|依照?|根据|依据|遵照|参照|比照|结合)(?!.{0,8}(?:职责|职能|权限|分工))([^由]{2,40}?)(?:组织实施|实施|执行|落实|办理|推进|开展|进行|完成)$/;
/** 细目另附, 具体分工见附件: what stands elsewhere names nobody. */
export const ELSEWHERE = /^[^由]{0,12}?(?:另附|附后|后附|另发|详?见附[件表][\d一二三四五六]?|另行(?:下发|印发|制定))$/;
/** Who watches over what others do. */
export const WATCHES = /监督|督促|督查|督办|指导/;
/** 甲为牵头单位. */
export const AS_END =
  /(?:作?为|是)(?:第一)?(牵头|责任|负责|配合|协办|主办|承办|协助|主责)(?:责任)?(?:单位|部门|科室|处室|股室)$/;
/** The verb before the list: 会同甲, 配合单位乙. */
export const FRONT_VERB =
  /^由?(?:(?:再|并)?(牵头|会同|配合|协办|协助|负责|承办)(?=[^单部科处股])|(牵头|责任|负责|配合|协办|承办|主办)(?:责任)?(?:单位|部门|科室|处室|股室))(?=..)/;
export const VERB_INSIDE =
  /(?:牵头|负责|配合|协助|协办|落实|承办|统筹|指导|组织)(?=[^单部科处股、,)][^单部科处股、,]{0,23}$)/;
export const ROLE_BRACKET =
  /\(\s*(牵头|主办|主责|负责|责任|落实|承办|办理|配合|协办|协助|参与|汇总|统筹)(?:单位|部门|科室|处室|股室)?\s*\)$/;

/** What stands before a colon and says what the offices or people behind it have to do. */
export const LABEL = new RegExp(
  `((?:(?:市|省|县|区)?(?:政?府)?指定|上级|本[局委办级])?${OFFICES}|${LEADERS}|${PEOPLE}|联系人|联络[人员]|信息员|牵头|责任|负责|配合|协办|协同|协助|参与|承办|主办|主责)\\]?\\s*:`,
  'g',
);
/** The same label in a bracket of its own, without a colon: 【责任单位】甲. */
export const BOXED_LABEL = new RegExp(`[【\\[](${OFFICES}|${LEADERS}|${PEOPLE})[】\\]]\\s*:?`, 'g');
export const PEOPLE_LABEL = /领导|人员?$|同志|员$/;
/** 第一责任单位为牵头单位，下同 · 排在首位的为牵头单位: the order of a list says who leads. */
export const FIRST_LEADS =
  /(?:第一(?:个|位|家)?的?(?:责任)?(?:单位|部门|科室|处室|股室)|(?:排名|排位|排序|排|列|居|位列|位居)[在于]?(?:第一|首位|最前|首|前)(?:位|个|家)?的?者?(?:责任)?(?:单位|部门|科室|处室|股室)?|首(?:个|位|家)的?(?:责任)?(?:单位|部门|科室|处室|股室))(?:均|都)?(?:为|是|即为|系)(?:总?牵头|主办|主要责任|第一责任|主责)/;
const UPSTREAM = /指定|上级/;

export function roleOf(word: string): OfficeRole {
  if (UPSTREAM.test(word) && /牵头|责任/.test(word)) return 'upstream';
  if (/牵头|主办|主责|主抓|抓总|汇总|统筹|第一责任/.test(word)) return 'lead';
  if (/会同/.test(word)) return 'joint';
  return /配合|协办|协同|协助|参与|参加|支持/.test(word) ? 'support' : 'responsible';
}

/** 分管领导 looks after a duty, and does none of it. */
export function isLeader(label: string): boolean {
  return /领导/.test(fold(label));
}

/** Whether an office does the duty itself. */
export function doesDuty({ role }: { readonly role: OfficeRole }): boolean {
  return role !== 'upstream' && role !== 'support';
}

/** 此项工作由 before the names of a sentence. */
export const BY =
  /^(?:(?:此|该|本|这|以上|上述|具体|各|有关|相关)?项?(?:各项)?(?:工作|任务|事项|内容)?(?:具体)?由(?=.))/;
