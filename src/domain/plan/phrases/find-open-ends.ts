import type { RuleKind } from '../rule.ts';
import type { Finder, Finding } from './finding.ts';

const ROLLING =
  /贯穿(?:于)?(?:全年|始终)|全年(?:度|内)?(?:推进|开展|实施|持续|坚持|落实|进行|抓好|组织实施|动态更新)?|长期(?:开展|坚持|推进|落实|实施|抓好|执行)?|(?:持续|滚动|动态|经常|经常性|常态化?)(?:更新|发布|报送|推进|开展|调整|管理|进行|落实|实施|完善|公开|坚持|深化|做好|维护)?|(?:不|无)定期|随时(?:更新|公开|发布)?|常年|日常(?:工作|开展|推进)?(?![:工开推])|常抓不懈|始终|按需|坚持/g;
const PROMPT =
  /及时|适时|尽快|尽早|抓紧|实时|即时|第一时间|立即|即知即改|根据(?:工作)?需要|视(?:工作)?(?:情况|需要)|必要时|(?:有|发生|出现)(?:变更|变化|变动|调整|更新)(?:时|的|后)/g;
const AFTER_PROMPT =
  /^(?:更新|发布|公开|公布|报送|回应|回复|答复|办理|处理|推进|调整|提供服务|提供|开展|维护|反馈|解读|组织|完成|进行)+/;
const ROLLING_DUTY =
  /(?:动态|滚动|持续|及时|适时|实时|定时)(?:调整|更新|发布|公开|公布|报送|推进|维护)|长期(?:开展|坚持)|贯穿全年|常态化(?:开展|推进)/g;
const YEARLY = /适时|视|必要时|需要/;
const DOCUMENT_OUT = '(?:正式)?(?:修订)?(?:出台|印发|发布|下发|公布|批复|审定|明确|确定|制定|通过|颁布|施行)';
const AWAITED = new RegExp(
  `(?:待|俟|等)([^,;。]{2,60}?)${DOCUMENT_OUT}(?:后|之后|以后)?|(《[^《》]{2,60}》)${DOCUMENT_OUT}(?:后|之后|以后)`,
  'g',
);
const LAWFUL =
  /(?:严格)?(?:按照?|依照|在|于)?法(?:定|律(?:法规)?规定)的?(?:时限|期限|时间)(?:要求)?内?(?:答复|办理|办结|公开|回复|完成)?/g;
const SET_BY =
  /(?:按照?|根据|依照?|依据|遵照)([^,;。:]{0,24}?)(?:统一)?(规定|要求|部署|安排|通知|确定|明确|指定|计划|进度|节点|时序)(?:和(?:要求|安排|部署))?的?(?:时间|时限|期限|进度|节点|日期|要求)*内?(?:按时|按期|如期)?(?:公开|完成|报送|推进|开展|落实|发布|组织|实施|办理)*/g;
const SET_LATER =
  /按时(?:间节点)?(?:完成|公开|报送|办理|办结)?|按期(?:完成|公开|报送)?|如期(?:完成|公开)?|(?:时间)?(?:另行|另)(?:通知|确定|安排|定)|待定|待通知|以[^,;。]{1,14}为准/g;
const UNIFIED = /(?:按照?|根据)([^,;。:]{1,24}?)统一(?:部署|安排|要求)(?:和(?:要求|安排|部署))?/g;
const NOBODY = /^(?:的|有关|相关|工作|时间|进度|统一|任务|项目|序时|具体|本|既定|规定|上述|年度|实际|方案|计划)*$/;

/** Duties that never end (动态更新, 贯穿全年) or have no length (及时): asked once a quarter, 适时 once a year. */
export const findStanding: Finder = ({ folded }, context) => {
  if (context.place === 'text')
    return [...folded.matchAll(ROLLING_DUTY)].map((match) => standing(match, match[0].length));
  const rolling = [...folded.matchAll(ROLLING)].map((match) => ({ ...standing(match, match[0].length), weak: false }));
  const prompt = [...folded.matchAll(PROMPT)].map((match) => {
    const verb = AFTER_PROMPT.exec(folded.slice(match.index + match[0].length));
    return standing(match, match[0].length + (verb?.[0].length ?? 0));
  });
  return [...rolling, ...prompt];
};

/** Dates that somebody else sets (按市府规定时间), documents that have to appear first, and limits fixed by law (法定时限). */
export const findAwaiting: Finder = ({ printed, folded }, context) => {
  const found: Finding[] = [];
  for (const match of folded.matchAll(AWAITED)) {
    const words = printed.slice(match.index, match.index + match[0].length);
    const title =
      /《([^《》]+)》/.exec(words)?.[1] ?? printed.slice(match.index + 1, match.index + 1 + (match[1]?.length ?? 0));
    if (context.place !== 'text' || words.includes('《')) found.push(awaiting(match, null, title, false));
  }
  for (const match of folded.matchAll(LAWFUL)) found.push(awaiting(match, '法定', null, false));
  for (const match of folded.matchAll(context.place === 'text' ? UNIFIED : SET_BY)) {
    const before = match[0].indexOf(match[1] ?? '');
    const issuer = printed.slice(match.index + before, match.index + before + (match[1]?.length ?? 0));
    found.push(awaiting(match, issuerOf(issuer), null, true));
  }
  if (context.place === 'text') return found;
  for (const match of folded.matchAll(SET_LATER)) found.push(awaiting(match, null, null, true));
  return found;
};

function standing(match: RegExpExecArray, length: number): Finding {
  const cadence = YEARLY.test(match[0]) ? 'year' : 'quarter';
  return { start: match.index, end: match.index + length, rule: { kind: 'standing', cadence }, weak: true };
}

function awaiting(match: RegExpExecArray, issuer: string | null, document: string | null, weak: boolean): Finding {
  const rule: RuleKind = { kind: 'awaiting', issuer, document };
  return { start: match.index, end: match.index + match[0].length, rule, weak };
}

function issuerOf(words: string): string | null {
  const name = words.replace(/(?:的|有关|相关|工作|统一|具体|文件|通知)+$/, '');
  return NOBODY.test(name) ? null : name;
}
