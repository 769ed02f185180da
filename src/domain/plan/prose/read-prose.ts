import { ANY_DATES } from '../phrases/finding.ts';
import { fold } from '../phrases/fold.ts';
import { readRulesInText } from '../phrases/read-rules-in-text.ts';
import { type BareNames, isNamesLine, namesBehindDash } from './bare-names.ts';
import { type Collected, collectPart, type ProseItem, type TaskSign } from './collect.ts';
import { dutiesByNumber, withDutiesByNumber } from './duties-by-number.ts';
import { type Clause, clauseOf, paragraphsIn } from './duty-tree.ts';
import { outlineOf } from './outline.ts';
import type { Paragraph } from './paragraphs.ts';
import { unaccounted } from './unaccounted.ts';

/** A plan in running text. Every paragraph is in an item, heads one, or is in one of the lists. */
export interface ProsePlan extends Collected {
  readonly sign: TaskSign;
  /** Before the first task. */
  readonly above: readonly Paragraph[];
  /** Behind the last one. */
  readonly below: readonly Paragraph[];
}

const FEWEST_LOOSE = 2;
const FEWEST_TIMED = 2;
/** Longer than any plan; the rest would only be refused later. */
const MOST_PARAGRAPHS = 15_000;
const HEAD_PARAGRAPHS = 6;
const REPORT_TITLE =
  /^(?!关于)[^,。:;]{4,}(?:年度报告|年报|工作报告|情况报告|(?:工作)?总结|情况汇报|工作汇报|完成情况)$/;
const PLAN_TITLE = /(?:要点|方案|计划|分工|安排|清单|台账|任务)[^,。:;]{0,8}$/;
const NAMES_AT_END = /[（(][^（）()]{2,30}[)）]$/;

/** Reads a plan without tables. Null where nothing in it has an owner or a time. */
export function readProse(paragraphs: readonly Paragraph[]): ProsePlan | null {
  if (paragraphs.length > MOST_PARAGRAPHS) return null;
  const outline = outlineOf(paragraphs);
  const names = bareNamesIn(paragraphs);
  const numbered = dutiesByNumber(paragraphs);
  const clauses = outline.parts.map((part) => clauseOf(part, names));
  const parts = numbered ? withDutiesByNumber(clauses, numbered) : clauses;
  const sign = signOf(parts);
  if (!sign || (sign === 'deadlines' && isReport(paragraphs))) return null;
  const collected: Collected = { items: [], unowned: [], outside: [...outline.loose] };
  for (const part of parts) collectPart(part, sign, collected);
  if (collected.items.length === 0) return null;
  collected.outside.push(...unaccounted(paragraphs, collected));
  collected.outside.sort((a, b) => a.at - b.at);
  const places = collected.items.map(({ paragraph }) => paragraph.at);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return {
    ...collected,
    sign,
    above: paragraphs.slice(0, first),
    below: paragraphs.slice(last + 1),
  };
}

/** 年度报告 and 工作总结 tell what was done. Their times are no deadlines. */
function isReport(paragraphs: readonly Paragraph[]): boolean {
  const head = paragraphs.slice(0, HEAD_PARAGRAPHS).map(({ text }) => fold(text));
  return (
    head.some((text) => text.length <= 60 && REPORT_TITLE.test(text)) && !head.some((text) => PLAN_TITLE.test(text))
  );
}

/** Names alone are owners where a document has them again and again in the same place. */
function bareNamesIn(paragraphs: readonly Paragraph[]): BareNames {
  const often = (test: (text: string) => boolean): boolean => {
    let found = 0;
    return paragraphs.some(({ text }) => test(text) && ++found >= FEWEST_LOOSE);
  };
  return {
    brackets: often((text) => NAMES_AT_END.test(text.replace(/[。;；]$/, ''))) ? 'loose' : 'after-stop',
    dashes: often((text) => namesBehindDash(text) !== null),
    lines: often(isNamesLine),
  };
}

function signOf(parts: readonly Clause[]): TaskSign | null {
  if (parts.some((part) => part.staffed)) return 'owners';
  const clauses = parts.flatMap((part) => part.children.flatMap(paragraphsIn));
  if (clauses.length < FEWEST_TIMED) return null;
  let timed = parts.some((part) => part.owned) ? 1 : 0;
  for (const { text } of clauses) {
    if (readRulesInText(text, ANY_DATES).rules.some((rule) => rule.kind !== 'from' && rule.kind !== 'awaiting'))
      timed += 1;
    if (timed >= FEWEST_TIMED) return 'deadlines';
  }
  return null;
}

/** Whether an item's owners stand with it, and not only in the heading. */
export function isOwned(item: ProseItem): boolean {
  return item.duty.owners !== null;
}
