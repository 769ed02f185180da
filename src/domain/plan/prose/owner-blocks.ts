import { saysNothing } from '../phrases/blank-words.ts';
import { fold } from '../phrases/fold.ts';
import { splitOutsideBrackets } from '../phrases/office-names.ts';
import { ownerLikeness } from '../phrases/read-owners.ts';
import { ABOUT_DUTY, SAYS_DUTY } from '../phrases/role-verbs.ts';
import { type BareNames, endsInName, isNamesLine, namesBehindDash } from './bare-names.ts';
import {
  DEADLINE_LABEL,
  OTHER_LABEL,
  OWNER_LABEL,
  SHORT_LABEL,
  startsWithLabel,
  unwrapLabels,
} from './owner-labels.ts';
import { EDGES, isDeadline, type Label, labelledParts, type OwnerParts, TIMED } from './owner-parts.ts';
import { ownerSentences } from './owner-sentences.ts';

/** A stretch of an item that says who does it or by when, and nothing else. */
export interface OwnerBlock {
  readonly start: number;
  readonly end: number;
  /** As printed, without the brackets and the deadline; ； between the labels. */
  readonly owners: string | null;
  readonly deadline: string | null;
  /** `bracket` （…）, `line` behind a label, `sentence` 此项工作由…负责。 */
  readonly form: 'bracket' | 'line' | 'sentence';
}

const LONGEST = 400;
/** Behind a stop a label is one whatever time it names. */
const LONGEST_SAID = 24;
const LONGEST_TOGETHER = 2000;
const OPEN = '([{【〔〖';
const CLOSE = ')]}】〕〗';
const LABEL = new RegExp(`${OWNER_LABEL}|${DEADLINE_LABEL}|(?<=^[-·•*●○■◆]{0,3}|[。;])${SHORT_LABEL}`, 'g');
const LABEL_IN_BRACKET = new RegExp(`${OWNER_LABEL}|${DEADLINE_LABEL}|${SHORT_LABEL}`, 'g');
const OTHER = new RegExp(OTHER_LABEL);
/** 时间：2024-11-19 作者：… is when a web page was made. */
const PAGE_DATE =
  /^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:$|\d{1,2}:\d{2}|作者|来源|浏览|编辑|点击|阅读|责任编辑)/;
const LEADERS = /(?:领导|负责人|负责同志|责任人|同志)$/;
/** No label of a bracket is longer. */
const LONGEST_ABOUT = 12;
const ABOUT =
  /^[^:,、。;]{0,8}(?:点|址|线|路|源|范围|对象|名称|包括|其中|含|例如?|如|注|即|备选|候选|附件|字[体号]|作者|浏览|打印|[参详]?见):/;
const AT_VERB = /^.{0,200}(?:牵头|负责|配合|落实|承办|协办|主办)(?=.{2})/;

/** Finds every owner block of an item, in order, not overlapping. */
export function findOwnerBlocks(text: string, names: BareNames): readonly OwnerBlock[] {
  const folded = unwrapLabels(fold(text));
  if (names.lines && isNamesLine(text))
    return [{ start: 0, end: text.length, owners: text.replace(EDGES, ''), deadline: null, form: 'line' }];
  const dashed = names.dashes && !startsWithLabel(text) ? namesBehindDash(text) : null;
  if (dashed) {
    const { at, owners, deadline } = dashed;
    const before = findOwnerBlocks(text.slice(0, at), { ...names, dashes: false });
    return [...before, { start: at, end: text.length, owners, deadline, form: 'line' }];
  }
  const brackets = inBrackets(text, folded, names.brackets);
  const blank = masked(folded, brackets);
  const labelled = behindLabels(text, blank);
  const sentences = ownerSentences(text, masked(blank, labelled));
  return [...brackets, ...labelled, ...sentences].sort((a, b) => a.start - b.start);
}

function inBrackets(text: string, folded: string, names: BareNames['brackets']): readonly OwnerBlock[] {
  const blocks: OwnerBlock[] = [];
  for (const [start, end] of pairsIn(folded)) {
    if (start < (blocks.at(-1)?.end ?? 0)) continue;
    const inner = readInner(text.slice(start + 1, end - 1), placeOf(folded, start, end, names));
    if (inner) blocks.push({ start, end: Math.min(end, text.length), ...inner, form: 'bracket' });
  }
  return blocks;
}

/** How sure the place of a bracket is: names alone are an owner only at the end of a sentence. */
function placeOf(
  folded: string,
  start: number,
  end: number,
  names: BareNames['brackets'],
): 'inside' | 'after-stop' | 'end' {
  if (names === 'never') return 'inside';
  const before = folded[start - 1] ?? '';
  if (/[。;!?)】\]]/.test(before) || start === 0) return 'after-stop';
  // 区政府(管委会) is one name.
  if (names !== 'loose' || endsInName(folded.slice(Math.max(0, start - 100), start))) return 'inside';
  return /^[。;.]?$/.test(folded.slice(end, end + 2)) ? 'end' : 'inside';
}

/** Pairs of brackets, by start; those too long for a block left out. A bracket that is never closed does no harm. */
function pairsIn(folded: string): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const char = folded[at] ?? '';
    if (OPEN.includes(char)) open.push(at);
    else if (CLOSE.includes(char)) {
      const start = open.pop();
      if (start !== undefined && at - start <= LONGEST && at - start > 2) pairs.push([start, at + 1]);
    }
  }
  const last = open.at(-1);
  // （责任单位：办公室。 at the end: the closing bracket was lost.
  if (last !== undefined && folded.length - last <= LONGEST && /^.[^:]{2,12}:/.test(folded.slice(last)))
    pairs.push([last, folded.length + 1]);
  return pairs.sort((a, b) => a[0] - b[0]);
}

function readInner(printed: string, place: 'inside' | 'after-stop' | 'end'): OwnerParts | null {
  const inner = printed.trim();
  const folded = fold(inner);
  if (/^此件|^联系|联系(?:单位|人|电话)|电话:/.test(folded)) return null;
  if (!ABOUT_DUTY.test(folded) && place === 'inside' && !(folded.length < 40 && TIMED.test(folded))) return null;
  const labels = labelsIn(folded, LABEL_IN_BRACKET);
  if (labels.length > 0 && (labels[0]?.index ?? 0) <= 60) return labelledParts(inner, folded, labels);
  const parts = splitOutsideBrackets(inner, /[;；,，。]/);
  const kept = [...parts];
  const deadlines: string[] = [];
  while (kept.length > 0 && isDeadline(kept.at(-1) ?? '')) deadlines.unshift(kept.pop() ?? '');
  if (deadlines.length === 0) cutDeadline(kept, deadlines);
  if (kept.length > 1 && deadlines.length === 0 && isDeadline(kept[0] ?? '')) deadlines.push(kept.shift() ?? '');
  const deadline = deadlines.length > 0 ? deadlines.join('；') : null;
  if (kept.length === 0) return place !== 'inside' || /完成|前$/.test(inner) ? { owners: null, deadline } : null;
  const owners = deadlines.length > 0 ? kept.join('，') : inner.replace(EDGES, '');
  // Names with a time beside them are owners wherever the bracket stands.
  const timed = deadline !== null && ownerLikeness(owners) === 1;
  return timed || isOwners(owners, place) ? { owners, deadline } : null;
}

/** 乙科配合、6月底前完成 · 乙科配合6月底前完成: takes the time off the last part. */
function cutDeadline(parts: string[], deadlines: string[]): void {
  const last = parts.at(-1) ?? '';
  const cut = Math.max(last.lastIndexOf('、'), AT_VERB.exec(fold(last))?.[0].length ?? 0);
  if (cut <= 0 || !isDeadline(last.slice(cut))) return;
  parts[parts.length - 1] = last.slice(0, cut);
  deadlines.push(last.slice(cut).replace(EDGES, ''));
}

function isOwners(owners: string, place: 'inside' | 'after-stop' | 'end'): boolean {
  if (SAYS_DUTY.test(fold(owners)) && ownerLikeness(owners) >= 0.75) return true;
  if (place === 'inside' || isAboutElse(owners)) return false;
  return ownerLikeness(owners) === 1 || (owners.length <= 20 && LEADERS.test(fold(owners)));
}

/** 备选点：新村 says what a place is; 区级：教育局 and 餐饮：市监局 tell offices apart. */
function isAboutElse(owners: string): boolean {
  return ABOUT.test(fold(owners.slice(0, LONGEST_ABOUT)));
}

/** Labels outside brackets: a line of its own, or the end of the paragraph. */
function behindLabels(text: string, folded: string): readonly OwnerBlock[] {
  const labels = labelsIn(folded, LABEL);
  const blocks: OwnerBlock[] = [];
  labels.forEach((label, index) => {
    const start = startOf(folded, label.index);
    const end = endOfValue(folded, label.index + label.length, labels[index + 1]?.index ?? folded.length);
    const value = folded.slice(label.index + label.length, end);
    if (start === 0 && /^(?:时间|日期):/.test(folded) && PAGE_DATE.test(value)) return;
    const inner = saysNothing(value.replace(EDGES, ''))
      ? { owners: null, deadline: null }
      : labelledParts(text.slice(label.index, end), folded.slice(label.index, end), [
          { index: 0, length: label.length },
        ]);
    if (!inner || (start > 0 && !isSure(inner, folded[start - 1] ?? ''))) return;
    const last = blocks.at(-1);
    if (last && /^[;,。\s-]*$/.test(folded.slice(last.end, start)))
      blocks[blocks.length - 1] = together(last, { ...inner, end });
    else blocks.push({ start, end, ...inner, form: 'line' });
  });
  return blocks;
}

function labelsIn(folded: string, pattern: RegExp): readonly Label[] {
  if (!folded.includes(':')) return [];
  return [...folded.matchAll(pattern)].map((match) => ({ index: match.index, length: match[0].length }));
}

/** The dash, bullet or bracket in front of a label belongs to it. */
function startOf(folded: string, label: number): number {
  let start = label;
  while (start > 0 && label - start < 4 && /[-·•*\s]/.test(folded[start - 1] ?? '')) start -= 1;
  return start;
}

function endOfValue(folded: string, from: number, limit: number): number {
  const value = folded.slice(from, limit);
  const stop = value.indexOf('。');
  const other = value.slice(0, stop < 0 ? undefined : stop).search(OTHER);
  return other >= 0 ? from + other : stop >= 0 ? from + stop + 1 : limit;
}

/** Behind running text the words after a label have to be names, not the rest of a sentence. */
function isSure(inner: OwnerParts, before: string): boolean {
  if (inner.owners === null) {
    const said = /[。;；]/.test(before) && (inner.deadline ?? '').length <= LONGEST_SAID;
    return inner.deadline === null || said || isDeadline(inner.deadline);
  }
  return ownerLikeness(inner.owners) >= 0.5 && !/[各由向请让对与和及]/.test(before);
}

function together(a: OwnerBlock, b: OwnerParts & { readonly end: number }): OwnerBlock {
  const both = (left: string | null, right: string | null): string | null =>
    left === null ? right : right === null || left.length > LONGEST_TOGETHER ? left : `${left}；${right}`;
  return { ...a, end: b.end, owners: both(a.owners, b.owners), deadline: both(a.deadline, b.deadline) };
}

/** Blanks out stretches, length kept. */
function masked(folded: string, blocks: readonly OwnerBlock[]): string {
  let text = '';
  let from = 0;
  for (const block of blocks) {
    text += folded.slice(from, block.start) + '□'.repeat(Math.max(0, Math.min(block.end, folded.length) - block.start));
    from = block.end;
  }
  return text + folded.slice(from);
}
