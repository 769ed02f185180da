import { type Finder, type Finding, findingOf, matchesOf, type Phrase, printedOf, weakly } from './finding.ts';
import { fold } from './fold.ts';

const ROLLING =
  /贯穿(?:于)?(?:全年|始终)|全年(?:度|内)?(?:推进|开展|实施|持续|坚持|落实|进行|抓好|组织实施|动态更新)?|长期(?:开展|坚持|推进|落实|实施|抓好|执行)?|(?:持续|滚动|动态|经常|经常性|常态化?)(?:更新|发布|报送|推进|开展|调整|管理|进行|落实|实施|完善|公开|坚持|深化|做好|维护)?|(?:不|无)定期|随时(?:更新|公开|发布)?|每(?:个?工作)?[日天](?:更新|公开|发布|报送)?|按日|逐日|7[×*xX]24小?时?|24小时(?=值守|服务|在线|值班|不间断)|常年(?:坚持|开展|公开)?|日常(?:工作|开展|推进)?(?![:工开推])|常抓不懈|始终|按需|坚持/g;
const PROMPT =
  /(?:变动|变化|变更|调整|有变|即变|随变)[即随](?:时)?更新?|随(?!时)[^,;。随]{1,3}随(?!时)[\u4e00-\u9fff]{1,2}|及时|适时|尽快|尽早|早日|近期|抓紧|实时|即时|第一时间|立即|限期|即知即改|立行立改|根据(?:工作)?需要|视(?:工作)?(?:情况|需要)|必要时|(?:有|发生|出现)(?:变更|变化|变动|调整|更新)(?:时|的|后)|^有[^,;。]{1,10}时/g;
const AFTER_PROMPT =
  /^(?:更新|发布|公开|公布|报送|回应|回复|答复|办理|处理|推进|调整|提供服务|提供|开展|维护|反馈|解读|组织|完成|进行)+/;
/** In the text of an item: 及时 as an adverb, not as a quality (准确、及时); rhetoric such as 持续优化 is no duty. */
const ROLLING_DUTY =
  /(?:动态|滚动|持续|实时|定时|随时|经常性)(?:地|化)?(?:调整|更新|发布|公开|公布|报送|推进|维护|监测|开展|完善)|(?<![不更]|准确、|全面、|真实、|高效、)及时(?![性率雨,。;!?)]|$|[、和与](?:准确|有效|全面|完整)[,。;]?$)|适时|尽快|尽早|抓紧|第一时间(?!知晓|了解|获取|掌握|享受)|立即|不定期|长期(?:开展|坚持|公开|推进)|贯穿全年|全年(?:持续|开展|推进)|常态化(?=开展|推进|公开|更新|落实|做好|组织|发布|实施|坚持|进行|监测|报送|公布|[,。;]|$)|常态长效|每[日天](?:更新|公开|发布|监测|巡查|报送)|(?:根据|视|按照?)(?:工作)?(?:需要|情况)(?=组织|开展|安排|召开)|必要时|日常(?:监测|巡查|巡检|检查|监管|维护|管理)(?!机制|制度|办法|体系|台账|平台|细则|规范|队伍|工作机制)|有(?:变更|变化|变动|调整|更新)(?:时|的|后)|(?:完成|结束|审定|批准|认定|查明)后,?(?:依法|主动)?(?:公开|公布|发布|公示)/g;
const YEARLY = /适时|视|必要时|需要/;
/** 出台: what a document has to do before a duty begins. Source of a pattern. */
export const DOCUMENT_OUT = '(?:正式)?(?:修订)?(?:出台|印发|发布|下发|公布|批复|审定|明确|确定|制定|通过|颁布|施行)';
const AWAITED = new RegExp(
  `(?:待|俟|等)([^,;。]{2,60}?)${DOCUMENT_OUT}(?:后|之后|以后)?|(《[^《》]{2,60}》)${DOCUMENT_OUT}(?:后|之后|以后)`,
  'g',
);
const AWAITS = /[待俟等《]/;
const TITLE = /《([^《》]+)》/;
/** 待市级平台开通后, 待机构改革完成后实施: an event that nobody dates. */
const EVENT = /^(?:待|俟)([^,;。]{2,30}?)(?:后|之后|以后)(?:实施|公开|推进|开展|组织实施|完成|启动|对接|公布)?$/g;
/** The same where a clause of an item begins: 待省平台改版后，公布…. 待遇, 待办 and the like are words. */
const EVENT_CLAUSE =
  /(?<=^|[,;。:])(?:待|俟)(?!遇|业(?!务)|岗|办(?!公)|批(?!复|准)|机(?!构|关)|建(?!成)|处理|整改|解决|开发)([^,;。:]{2,40}?)(?:之后|以后|后)(?!的|续|勤|台|期)/g;
/** 在规定时限内答复: a limit that a law or a superior sets. */
const RULED = /(?:严格)?(?:按照?|依照|在|于)(?:有关|相关)?规定的?(?:时限|期限|时间)(?:要求)?内?/g;
const SET_IN_CELL =
  /^([^,;。:按根依遵据]{1,14}?)(?:要求|规定|明确|确定|指定|部署|安排|通知)(?:的?(?:时间|时限|期限|节点)(?:内|前)?|时|后)(?:完成|公开|报送|落实)?$/g;
/** 按省局系统上线时间. */
const SET_BY_TIME =
  /^(?:按照?|依照?|根据)([^,;。:\d]{2,16}?)(?:的)?(?:时间|时限|期限|日期|进度|节点)(?:节点|表|要求)?(?:完成|公开|报送|推进)?$/g;
const LAWFUL =
  /(?:严格)?(?:按照?|依照|在|于)?法(?:定|律(?:法规)?规定)的?(?:时限|期限|时间)(?:要求)?内?(?:答复|办理|办结|公开|回复|完成)?/g;
const SET_BY =
  /(?:按照?|根据|依照?|依据|遵照)([^,;。:]{0,24}?)(?:统一)?(规定|要求|部署|安排|通知|确定|明确|指定|计划|排期|进度|节点|时序)(?:和(?:要求|安排|部署))?的?(?:时间|时限|期限|进度|节点|日期|要求)*内?(?:按时|按期|如期)?(?:公开|完成|报送|推进|开展|落实|发布|组织|实施|办理)*/g;
const SET_LATER =
  /按时(?:间节点)?(?:完成|公开|报送|办理|办结)?|按期(?:完成|公开|报送)?|如期(?:完成|公开)?|(?:时间)?(?:另行|另)(?:通知|确定|安排|定)|待定|待通知|以[^,;。]{1,14}为准/g;
const UNIFIED = /(?:按照?|根据)([^,;。:]{1,24}?)统一(?:部署|安排|要求)(?:和(?:要求|安排|部署))?/g;
const NOBODY = /^(?:的|有关|相关|工作|时间|进度|统一|任务|项目|序时|具体|本|既定|规定|上述|年度|实际|方案|计划)*$/;

/** Duties that never end (动态更新, 贯穿全年) or have no length (及时): asked once a quarter, 适时 once a year. */
export const findStanding: Finder = ({ folded }, context) => {
  if (context.place === 'text') return matchesOf(ROLLING_DUTY, folded).map((match) => weakly(standing(match)));
  const rolling = matchesOf(ROLLING, folded).map(standing);
  const prompt = matchesOf(PROMPT, folded).map((match) => {
    const { start, end, rule } = standing(match);
    const verb = AFTER_PROMPT.exec(folded.slice(end));
    return { start, end: end + (verb?.[0].length ?? 0), rule, weak: true };
  });
  return [...rolling, ...prompt];
};

/** Dates that somebody else sets (按市府规定时间), documents that have to appear first, and limits fixed by law (法定时限). */
export const findAwaiting: Finder = (phrase, context) =>
  context.place === 'text' ? awaitedInText(phrase) : awaitedInCell(phrase);

function awaitedInText(phrase: Phrase): readonly Finding[] {
  const { folded } = phrase;
  const awaits = AWAITS.test(folded);
  const documents = awaits ? awaitedDocuments(phrase).filter(({ titled }) => titled) : [];
  return [
    ...documents.map(({ finding }) => finding),
    ...lawful(folded),
    ...matchesOf(UNIFIED, folded).map((match) => weakly(setBy(phrase, match))),
    ...(awaits ? matchesOf(EVENT_CLAUSE, folded) : []).map((match) =>
      weakly(awaiting(match, { document: printedOf(phrase, match, match[1]) })),
    ),
    ...(folded.includes('规定') ? matchesOf(RULED, folded) : []).map((match) => awaiting(match, {})),
  ];
}

function awaitedInCell(phrase: Phrase): readonly Finding[] {
  const { folded } = phrase;
  const found = (AWAITS.test(folded) ? awaitedDocuments(phrase) : []).map(({ finding }) => finding);
  if (found.length === 0 && /待|俟/.test(folded))
    for (const match of matchesOf(EVENT, folded))
      found.push(awaiting(match, { document: printedOf(phrase, match, match[1]) }));
  found.push(...lawful(folded));
  for (const match of matchesOf(SET_BY, folded)) found.push(weakly(setBy(phrase, match)));
  if (found.length === 0) for (const match of matchesOf(SET_BY_TIME, folded)) found.push(weakly(setBy(phrase, match)));
  for (const match of matchesOf(SET_IN_CELL, folded)) found.push(weakly(setBy(phrase, match)));
  for (const match of matchesOf(SET_LATER, folded)) found.push(weakly(awaiting(match, {})));
  return found;
}

/** 待《…》出台后; `titled` where the document is named by its title. */
function awaitedDocuments(phrase: Phrase): readonly { readonly finding: Finding; readonly titled: boolean }[] {
  return matchesOf(AWAITED, phrase.folded).map((match) => {
    const words = printedOf(phrase, match, match[0]);
    const document = TITLE.exec(words)?.[1] ?? printedOf(phrase, match, match[1]);
    return { finding: awaiting(match, { document }), titled: words.includes('《') };
  });
}

function lawful(folded: string): readonly Finding[] {
  return (folded.includes('法') ? matchesOf(LAWFUL, folded) : []).map((match) => awaiting(match, { issuer: '法定' }));
}

function setBy(phrase: Phrase, match: RegExpExecArray): Finding {
  return awaiting(match, { issuer: issuerOf(printedOf(phrase, match, match[1])) });
}

function standing(match: RegExpExecArray): Finding {
  return findingOf(match, { kind: 'standing', cadence: YEARLY.test(match[0]) ? 'year' : 'quarter' });
}

function awaiting(
  match: RegExpExecArray,
  { issuer = null, document = null }: { readonly issuer?: string | null; readonly document?: string | null },
): Finding {
  return findingOf(match, { kind: 'awaiting', issuer, document });
}

function issuerOf(words: string): string | null {
  const name = words.replace(/(?:的|有关|相关|工作|统一|具体|文件|通知)+$/, '');
  return NOBODY.test(fold(name)) ? null : name;
}
