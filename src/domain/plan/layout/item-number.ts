import { fold } from '../phrases/fold.ts';

/** The number at the head of an item. Level 1 is `3.`, level 2 is `（1）`; 0 where there is none. */
export interface NumberedText {
  readonly no: string | null;
  readonly level: 0 | 1 | 2;
  readonly text: string;
}

const FIRST = /^(\d{1,3})[.、。)](?!\d)\s*|^([一二三四五六七八九十]{1,3})、\s*/;
const SECOND = /^\((\d{1,3}|[一二三四五六七八九十]{1,3})\)\s*[.、]?/;
const BOTH = /^(\d{1,3})\((\d{1,3})\)\s*[.、]?/;
const DECIMAL = /^(\d{1,2}\.\d{1,2})(?:[.、]|\s|(?=[^\d%.]))/;
const CIRCLED = /^[①-⑳]/;
/** What a number can begin with, full-width forms too; most items have none. */
const NUMBERED = /^[\d０-９一二三四五六七八九十(（﹙①-⑳]/;
const LONGEST_NUMBER = 12;
const LIST = /[。;]2[.、](?!\d)/;
const PARTS = /(?:^|[。;])\((\d{1,2})\)/g;

/**
 * Takes the number off a squeezed item. Several sub-items that share one cell keep their numbers in the text and give a
 * span: `3(1)-(4)`; a single one goes into the number: `3(5)`.
 */
export function splitNumber(text: string): NumberedText {
  if (text === '' || !NUMBERED.test(text)) return { no: null, level: 0, text };
  const folded = fold(text);
  const both = BOTH.exec(folded);
  if (both) return { no: `${both[1]}(${both[2]})`, level: 2, text: text.slice(both[0].length).trim() };
  const decimal = DECIMAL.exec(folded);
  if (decimal) return { no: decimal[1] ?? null, level: 1, text: text.slice(decimal[0].length).trim() };
  const circled = CIRCLED.exec(folded);
  // ①…；②…: as 1.…；2.…: a list inside of one cell keeps its numbers.
  if (circled?.[0] === '①' && folded.includes('②')) return { no: null, level: 0, text };
  if (circled) return { no: circled[0], level: 2, text: text.slice(1).trim() };
  const first = FIRST.exec(folded);
  const at = first ? first[0].length : 0;
  const rest = text.slice(at);
  const own = first ? (first[1] ?? first[2] ?? '') : '';
  const second = SECOND.exec(folded.slice(at, at + LONGEST_NUMBER));
  // 1.…；2.…: a list inside of one cell keeps its numbers.
  if (!second && own === '1' && LIST.test(folded)) return { no: null, level: 0, text };
  if (!second) return { no: first ? own : null, level: first ? 1 : 0, text: rest.trim() };
  const parts = partsIn(folded.slice(at));
  if (parts.length > 1) {
    return { no: `${own}(${parts[0]})-(${parts.at(-1)})`, level: first ? 1 : 2, text: rest.trim() };
  }
  return { no: `${own}(${second[1]})`, level: 2, text: rest.slice(second[0].length).trim() };
}

const ALONE = /^[(（]?(\d{1,3})[)）.、．]?$/;
const HEADING_NUMBER = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;

/** The number that is all of a cell: 3, 3. or （3）; null for other words. */
export function loneNumber(text: string): number | null {
  const digits = ALONE.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** 一、 and （一） number headings. */
export function hasHeadingNumber(text: string): boolean {
  return HEADING_NUMBER.test(text);
}

/** Whether several numbered things share the cell. */
export function isList(text: string): boolean {
  if (!/^\s*[1１]/.test(text)) return false;
  const folded = fold(text);
  return /^\s*1[.、]/.test(folded) && /[。;\n]\s*2[.、](?!\d)/.test(folded);
}

/** An item that opens in the cell of its first sub-items, with what stands before them. */
export interface OpenedItem {
  readonly opening: string;
  readonly first: NumberedText;
}

/**
 * Takes `…：(1)…` apart where the next row goes on with `(2)`, and so proves that the brackets count sub-items. Undefined
 * where the numbers do not lead up to the next row's.
 */
export function splitOpening(text: string, next: string | null): OpenedItem | undefined {
  const following = Number(/^\((\d{1,2})\)$/.exec(next ?? '')?.[1] ?? 0);
  if (following < 2) return undefined;
  const folded = fold(text);
  const marks = [...folded.matchAll(/\((\d{1,2})\)/g)];
  const start = marks[0]?.index ?? 0;
  if (start < 1 || marks.length !== following - 1) return undefined;
  if (marks.some((mark, index) => Number(mark[1]) !== index + 1)) return undefined;
  return { opening: text.slice(0, start).trim(), first: splitNumber(text.slice(start)) };
}

/** The number that a nested item hangs under: `3` of `3(5)`. */
export function parentNumber(no: string): string | null {
  return /^(\d{1,3}|[一二三四五六七八九十]{1,3})(?:\(|$)/.exec(no)?.[1] ?? null;
}

function partsIn(folded: string): readonly number[] {
  const numbers = [...folded.matchAll(PARTS)].map((match) => Number(match[1]));
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
    ? numbers
    : numbers.slice(0, 1);
}
