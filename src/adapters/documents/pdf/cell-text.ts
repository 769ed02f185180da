import type { TextLine } from './text-lines.ts';
import { textOf } from './text-lines.ts';

/** How the last line of a cell ends: no room for more, room for more, or in between. */
export type LineEnd = 'full' | 'short' | 'unsure';

export interface CellText {
  readonly text: string;
  readonly end: LineEnd;
}

const OPENS_ITEM =
  /^(?:\d{1,3}\s*[.．、)）](?!\d)|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[●■◆•·-])/;
const OFFICE_END = /[局委厅室处科办中心院部会所站队司社公司镇乡区县)）]$/;
const ROLE_END = /(?:落实|牵头|负责|配合|协助|参与|承办|协办)$/;
/** No name of its own, but the end of one: 承办 + 科室. */
const KIND_ALONE = /^(?:科室|处室|股室|单位|部门|机构|机关)[。；]?$/;
const NAME_START = /^[市省区县州各镇乡]/;
const NOT_FIRST = /^[，。、；：？！）》〉」』】〕”’%,.;:?!)\]]/;
const NOT_LAST = /^[（《〈「『【〔“‘([]/;
const LATIN_END = /[A-Za-z]$/;
const LATIN_START = /^[A-Za-z]/;
const SENTENCE_END = /[。；！？;!?]$/;
/** In character sizes: what a measured width may be wrong by, and how much room shows that a line was ended on purpose. */
const SLACK = 0.15;
const SHORT = 2.3;

/**
 * The text of a cell: lines that the cell's width has broken are put together, lines that were ended on purpose stay apart.
 *
 * @param usable points that a line may take in this column
 */
export function cellTextOf(lines: readonly TextLine[], usable: number): CellText {
  let text = '';
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    const words = textOf(line, ' ');
    if (!above) text = words;
    else if (!isWrapped(above, line, usable)) text += `\n${words}`;
    else text += LATIN_END.test(text) && LATIN_START.test(words) ? ` ${words}` : words;
  });
  const last = lines.at(-1);
  return { text, end: last ? endOf(last, usable) : 'unsure' };
}

export function opensItem(text: string): boolean {
  return OPENS_ITEM.test(text);
}

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

function isWrapped(above: TextLine, below: TextLine, usable: number): boolean {
  const size = Math.max(above.size, below.size);
  const next = textOf(below, ' ');
  if (usable - (above.right - above.left) > (widthOfFirst(next) - SLACK) * size) return false;
  if (opensItem(next)) return false;
  if (KIND_ALONE.test(next)) return true;
  // A name may by chance fill its line; then the next line begins like a name of its own.
  const words = textOf(above, ' ');
  const named = OFFICE_END.test(words) && NAME_START.test(next);
  return !((named || ROLE_END.test(words)) && OFFICE_END.test(next));
}

function endOf(line: TextLine, usable: number): LineEnd {
  const room = usable - (line.right - line.left);
  if (room < (1 - SLACK) * line.size) return 'full';
  return room > SHORT * line.size ? 'short' : 'unsure';
}

/** What cannot stay on the line above alone: a Latin word or number, or a character with the mark behind it. */
function widthOfFirst(text: string): number {
  const word = /^[\w.%-]+/.exec(text)?.[0];
  if (word !== undefined) return Math.min(word.length, 12) * 0.6;
  return NOT_FIRST.test(text.slice(1)) || NOT_LAST.test(text) ? 2 : 1;
}
