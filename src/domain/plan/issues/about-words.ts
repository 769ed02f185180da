import type { ReadTask } from '../draft-task.ts';
import { fold, maskNames } from '../phrases/fold.ts';
import { remembered } from '../phrases/remember.ts';
import { oneQuestion, type Question, questionByText } from './question.ts';
import { shortNames } from './short-names.ts';
import { commonEnds } from './similar-names.ts';

/** Slips of general vocabulary and how the words are written. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/规划性文件/, '规范性文件'],
  [/联运机制/, '联动机制'],
  [/[釆]/, '采'],
  [/台帐/, '台账'],
  [/布署/, '部署'],
  [/依申公开/, '依申请公开'],
  [/政公务开|政务公天|政务公干/, '政务公开'],
  [/重点领城/, '重点领域'],
  [/公共企事单位/, '公共企事业单位'],
  [/规范文性|规范性文性/, '规范性'],
  [/回应关心切/, '回应关切'],
];
const ANY_SLIP = new RegExp(SLIPS.map(([slip]) => slip.source).join('|'));
/** Who is spoken to where it is not an office of the plan: another level, or departments by their field. */
const ADDRESSED =
  /(?:^|[,。;:])((?:(?:市县|省市|县乡|区镇|省、市|市、县|市、区|县、乡)(?:两|二|各)?级|基层|县级(?:以上)?|各级|上级|下级|各地|乡镇)[^,。;:]{0,12}?|[\u4e00-\u9fff]{2,8}(?<!起草|承办|牵头|责任|主管|有关|相关|业务|政府|行政|主办|制定|各|本|涉事|配合|职能|我市|我县|我区|公开|成员|直属|工作)(?:行政)?部门)(?:都|均|也|还|也要)?(?:要|应当|应|须|必须|需要|继续|负责)(?!求)/g;
const MAY_ADDRESS = /级|基层|各地|乡镇|部门/;
const OWN = /^(?:各(?:部门|单位|科室|处室|股室|级各部门)|本部门|全市|全县|全区)/;

/** Probable slips, and rows whose words are meant for somebody else. */
export function aboutWords(tasks: readonly ReadTask[]): readonly Question[] {
  return [...slips(tasks), ...nearlySameAreas(tasks), ...aboutShortNames(tasks), ...otherLevels(tasks)];
}

function slips(tasks: readonly ReadTask[]): readonly Question[] {
  // The rows of an area all say its words again.
  const areaHasSlip = remembered((area) => hasSlip(area, fold(area)));
  const slipped = tasks.filter(
    ({ task, folded }) => hasSlip(task.text, folded) || task.area.some((area) => areaHasSlip(area)),
  );
  const hits = slipped.flatMap((task) => {
    const text = `${task.task.area.join('\n')}\n${task.task.text}`;
    const folded = fold(text);
    return SLIPS.flatMap(([slip, right]) => {
      const printed = slip.exec(right === '采' ? text : folded)?.[0];
      return printed ? [{ task, text: printed, right }] : [];
    });
  });
  return questionByText('typo', hits, (text, { right }) => `“${text}”疑为“${right}”，按原文保留`);
}

function hasSlip(printed: string, folded: string): boolean {
  return ANY_SLIP.test(folded) || printed.includes('釆');
}

const MOST_AREAS = 300;
const EDGE = 3;

/** 主动公开目 beside 主动公开目录: one area, a character lost on the next page. */
function nearlySameAreas(tasks: readonly ReadTask[]): readonly Question[] {
  const first = new Map<string, ReadTask>();
  tasks.forEach((task) => {
    for (const area of task.task.area) if (!first.has(area)) first.set(area, task);
  });
  const areas = [...first.keys()].slice(0, MOST_AREAS);
  const byEdge = new Map<string, number[]>();
  return areas.flatMap((area, at): readonly Question[] => {
    // Where one character is lost, three at one end are the same.
    const edges = [`^${area.slice(0, EDGE)}`, `$${area.slice(-EDGE)}`];
    const near = edges.flatMap((edge) => byEdge.get(edge) ?? []).sort((a, b) => a - b);
    const other = near.map((before) => areas[before] ?? '').find((earlier) => oneCharacterLost(earlier, area));
    for (const edge of edges) byEdge.set(edge, [...(byEdge.get(edge) ?? []), at]);
    if (other === undefined) return [];
    const hits = [other, area].flatMap((text) => ({ task: first.get(text) ?? null, text }));
    return [{ kind: 'typo', suggestion: '两处标题只差一字，疑为同一领域，按原文保留', hits }];
  });
}

function oneCharacterLost(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) !== 1 || Math.min(a.length, b.length) < 5) return false;
  const [start, end] = commonEnds(a, b);
  return (
    start + end >= Math.min(a.length, b.length) &&
    !/[\d〇一二三四五六七八九十、，。（）()]/.test(difference(a, b, start))
  );
}

function difference(a: string, b: string, start: number): string {
  return (a.length > b.length ? a : b)[start] ?? '';
}

function aboutShortNames(tasks: readonly ReadTask[]): readonly Question[] {
  const hits = shortNames(tasks).map(({ task, word, right }) => ({ task, text: `“${word}”`, right }));
  return questionByText('typo', hits, (text, { right }) => `${text}疑为“${right}”，按原文保留`);
}

function mayAddress({ folded }: ReadTask): boolean {
  return MAY_ADDRESS.test(folded);
}

function otherLevels(tasks: readonly ReadTask[]): readonly Question[] {
  const hits = tasks.filter(mayAddress).flatMap((task) => {
    const folded = maskNames(task.folded);
    const own = new Set(task.task.offices.map(({ name }) => fold(name)));
    for (const match of folded.matchAll(ADDRESSED)) {
      const who = match[1] ?? '';
      if (OWN.test(who) || own.has(who) || who.includes('□')) continue;
      const start = match.index + match[0].indexOf(who);
      return [{ task, text: task.task.text.slice(start, start + 24) }];
    }
    return [];
  });
  return oneQuestion('other-level', '文字是对其他层级或部门的要求，请确认本单位是否承担', hits);
}
