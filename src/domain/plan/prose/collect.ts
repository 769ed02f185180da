import { fold } from '../phrases/fold.ts';
import { type Clause, paragraphsIn, trailing, withFirstWords, wordsOf } from './duty-tree.ts';
import { readMarker } from './markers.ts';
import type { Paragraph } from './paragraphs.ts';
import { isGeneral, isHeadingLike, isPeriodHeading, leadingPeriod, runInHeading } from './section-words.ts';
import { type Duty, joinWords, NO_DUTY, type Segment, segmentsOf } from './segments.ts';

/** A clause of the prose that is a task. */
export interface ProseItem {
  readonly no: string | null;
  readonly area: readonly string[];
  readonly text: string;
  readonly duty: Duty;
  /** The duty stands at the head of the section, not with the clause. */
  readonly fromSection: boolean;
  readonly paragraph: Paragraph;
}

export interface Collected {
  readonly items: ProseItem[];
  /** Clauses beside those with an owner that have none. */
  readonly unowned: Paragraph[];
  /** What is in no task and heads none. */
  readonly outside: Paragraph[];
}

/** 任务：公开…: says what the words are. */
const ITEM_LABEL = /^(?:重点|主要|工作|具体|目标){0,2}(?:任务|事项)(?:名称|内容)?[：:]\s*(?=\S{4})/;

interface Above {
  readonly area: readonly string[];
  readonly duty: Duty;
  readonly general: boolean;
  /** Number of the clause above, for nested numbers. */
  readonly no: string | null;
}

/** `owners`: a clause with an owner block is a task. `deadlines`: no clause has one, each innermost clause is a task. */
export type TaskSign = 'owners' | 'deadlines';

export function collectPart(part: Clause, sign: TaskSign, into: Collected): void {
  if (sign === 'owners' && !part.owned) {
    into.outside.push(...paragraphsIn(part));
    return;
  }
  const top: Above = { area: [], duty: NO_DUTY, general: false, no: null };
  collectPlain(part, top, into);
  collectChildren(part, top, sign, into);
}

function collect(clause: Clause, above: Above, sign: TaskSign, into: Collected): void {
  const label = labelOf(clause);
  const general = above.general || isGeneral(headOf(clause));
  if (general && !clause.owned) {
    into.outside.push(...paragraphsIn(clause));
    return;
  }
  const duty = dutyBelow(clause, above);
  if (clause.children.length === 0) collectLeaf(clause, label, { ...above, duty, general }, sign, into);
  else if (isOneTask(clause)) collectWhole(clause, { ...above, duty, general }, into);
  else {
    const before = into.items.length;
    const inner: Above = { area: [...above.area, label], duty, general, no: clause.node.marker?.no ?? null };
    const below = collectOwn(clause, inner, into);
    collectChildren(clause, below, sign, into);
    const [first] = clause.node.paragraphs;
    if (first && into.items.length === before)
      into.outside.push(isHeadingLike(wordsOf(clause)) ? first : { ...first, text: label });
  }
}

/** What a clause passes on: the offices or the time that its heading names, else what stands before it or above. */
function dutyBelow(clause: Clause, above: Above): Duty {
  const words = wordsOf(clause);
  const leaf = clause.children.length === 0;
  const period = leaf ? leadingPeriod(words) : isPeriodHeading(words) ? words : null;
  return {
    owners: clause.office ?? clause.given?.owners ?? above.duty.owners,
    deadline: period?.replace(/[:：]$/, '') ?? clause.given?.deadline ?? above.duty.deadline,
  };
}

function collectChildren(clause: Clause, above: Above, sign: TaskSign, into: Collected): void {
  const section = sectionDuty(clause);
  const children = section
    ? clause.children.map((child, index) =>
        index === clause.children.length - 1 ? { ...child, pieces: child.pieces.slice(0, section.at) } : child,
      )
    : clause.children;
  const below = section ? { ...above, duty: over(section.duty, above.duty) } : above;
  for (const child of children) collect(child, below, sign, into);
}

/** An owner line of its own below the last clause of a list speaks for the list where no other clause has one. */
function sectionDuty(clause: Clause): { readonly at: number; readonly duty: Duty } | null {
  const last = clause.children.at(-1);
  if (!last || clause.children.length < 2 || last.children.length > 0) return null;
  if (clause.node.kind === 'part' || clause.children.slice(0, -1).some((child) => child.owned)) return null;
  if (clause.pieces.some((piece) => piece.type === 'duty')) return null;
  const end = trailing(last);
  return end && last.pieces.slice(0, end.at).every((piece) => piece.type === 'text') ? end : null;
}

/** The paragraphs of a heading with clauses below it: its block is for all of them, words with a block are tasks. */
function collectOwn(clause: Clause, above: Above, into: Collected): Above {
  const words = wordsOf(clause);
  if (isHeadingLike(words)) {
    const first = clause.pieces.findIndex((piece) => piece.type === 'text');
    const next = clause.pieces.findIndex((piece, index) => index > first && piece.type === 'text');
    const heading = next < 0 ? clause.pieces : clause.pieces.slice(0, next);
    const duty = heading.reduce((all, piece) => (piece.type === 'duty' ? over(piece.duty, all) : all), above.duty);
    const rest = next < 0 ? [] : segmentsOf(clause.pieces.slice(next));
    const below = { ...above, duty };
    for (const segment of rest) addOrLeave(segment, null, below, into);
    return below;
  }
  const heading = runInHeading(words);
  for (const [index, segment] of segmentsOf(clause.pieces).entries()) {
    const rest =
      heading && index === 0 && segment.duty === null ? segment.text.slice(heading.length + 1) : segment.text;
    addOrLeave({ ...segment, text: rest }, index === 0 ? (clause.node.marker?.no ?? null) : null, above, into);
  }
  return above;
}

function addOrLeave(segment: Segment, no: string | null, above: Above, into: Collected): void {
  if (segment.duty && segment.text !== '') addItem(segment, no, above, into);
  else if (segment.text !== '') into.outside.push({ ...segment.paragraph, text: segment.text });
}

function collectLeaf(clause: Clause, label: string, above: Above, sign: TaskSign, into: Collected): void {
  if (clause.node.kind === 'heading' || clause.office !== null) {
    collectPlain(clause, { ...above, area: [...above.area, label] }, into, 1);
    return;
  }
  const pieces = withoutPeriod(clause);
  const segments = segmentsOf(pieces);
  const numbered = segments.filter((segment) => segment.duty !== null).length > 1;
  const heading = numbered ? runInHeading(wordsOf(clause)) : null;
  const inner = heading === null ? above : { ...above, area: [...above.area, label] };
  segments.forEach((segment, index) => {
    const no = index === 0 && heading === null ? nested(above.no, clause) : null;
    const owned = segment.duty !== null || (above.duty.owners !== null && !numbered);
    if (owned || sign === 'deadlines' || (above.duty.deadline !== null && !numbered)) addItem(segment, no, inner, into);
    else into.unowned.push({ ...segment.paragraph, text: index === 0 ? segment.paragraph.text : segment.text });
  });
}

function withoutPeriod(clause: Clause): Clause['pieces'] {
  const period = leadingPeriod(wordsOf(clause)) ?? '';
  // 3月，… is part of the sentence, 3月：… stands above it.
  if (!/^[:：]/.test(wordsOf(clause).slice(period.length))) return clause.pieces;
  return withFirstWords(clause.pieces, wordsOf(clause).slice(period.length + 1));
}

/** Paragraphs without numbers, each on its own: those with a block, or below the name of an office, are tasks. */
function collectPlain(clause: Clause, above: Above, into: Collected, skip = 0): void {
  const heading = clause.node.paragraphs.slice(0, skip);
  const groups: Clause['pieces'][number][][] = [];
  for (const piece of clause.pieces) {
    const last = groups.at(-1)?.at(-1);
    const goesOn = last && (last.paragraph === piece.paragraph || (piece.type === 'duty' && piece.alone));
    if (goesOn) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  let duty = above.duty;
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    if (heading.includes(first.paragraph)) {
      duty = group.reduce((all, piece) => (piece.type === 'duty' ? over(piece.duty, all) : all), duty);
      continue;
    }
    for (const segment of segmentsOf(group)) {
      if (segment.duty || (duty.owners !== null && skip > 0)) addItem(segment, null, { ...above, duty }, into);
      else into.outside.push({ ...segment.paragraph, text: segment.text });
    }
  }
}

/** A clause whose points are one task: an enumeration, or running text with the block of the whole. */
function isOneTask(clause: Clause): boolean {
  if (clause.office !== null || clause.children.some((child) => child.children.length > 0)) return false;
  const others = clause.children.slice(0, -1);
  if (others.some((child) => child.owned)) return false;
  const own = clause.pieces.some((piece) => piece.type === 'duty' && piece.duty.owners !== null);
  const last = clause.children.at(-1);
  if (own && last?.owned) return false;
  const listed = others.length > 0 && others.every((child) => /[;；，,、]$/.test(lastWords(child)));
  if (own) return listed || !isHeadingLike(wordsOf(clause));
  return listed && last?.owned === true && /[:：]$/.test(lastWords(clause));
}

function collectWhole(clause: Clause, above: Above, into: Collected): void {
  const pieces = [
    ...clause.pieces,
    ...clause.children.flatMap((child) =>
      child.pieces.map((piece, index) =>
        index === 0 && piece.type === 'text' ? { ...piece, text: markOf(child) + piece.text } : piece,
      ),
    ),
  ];
  const segments = segmentsOf(pieces);
  const first = segments[0];
  if (!first) return;
  const duty = segments.reduce<Duty>((all, segment) => (segment.duty ? over(segment.duty, all) : all), NO_DUTY);
  const whole = { ...first, text: joinWords(segments.map(({ text }) => text)), duty };
  addItem(whole, nested(above.no, clause), above, into);
}

function addItem(segment: Segment, no: string | null, above: Above, into: Collected): void {
  const inline = no === null ? readMarker(segment.text) : undefined;
  into.items.push({
    no: inline?.no ?? no,
    area: above.area,
    text: (inline ? segment.text.slice(inline.length) : segment.text).replace(ITEM_LABEL, ''),
    duty: over(segment.duty ?? NO_DUTY, above.duty),
    fromSection: segment.duty?.owners == null && above.duty.owners !== null,
    paragraph: segment.paragraph,
  });
}

function over(own: Duty, above: Duty): Duty {
  return { owners: own.owners ?? above.owners, deadline: own.deadline ?? above.deadline };
}

/** `3(1)` below `3`. */
function nested(above: string | null, clause: Clause): string | null {
  const { marker } = clause.node;
  if (!marker) return null;
  const bracket = marker.style === 'bracket' || marker.style === 'half-bracket';
  return bracket && above !== null && /^[\d.]+$/.test(above) ? `${above}${marker.no}` : marker.no;
}

/** The heading of a clause as printed, with its number, without the text that follows it. */
export function labelOf(clause: Clause): string {
  // 【3月】 is nothing but a time.
  const words = wordsOf(clause) || (clause.node.paragraphs[0]?.text.slice(clause.node.marker?.length ?? 0) ?? '');
  const heading = isHeadingLike(words) ? words : (runInHeading(words) ?? words);
  return `${markOf(clause)}${heading.replace(/[。:：]$/, '')}`;
}

function markOf(clause: Clause): string {
  return clause.node.paragraphs[0]?.text.slice(0, clause.node.marker?.length ?? 0) ?? '';
}

/** The run-in heading of a clause, or all of its first words. */
function headOf(clause: Clause): string {
  const words = wordsOf(clause);
  return runInHeading(words) ?? words;
}

function lastWords(clause: Clause): string {
  const last = clause.pieces.findLast((piece) => piece.type === 'text');
  return fold(last?.type === 'text' ? last.text : '');
}
