import { DocumentError } from '../document-error.ts';
import { ListCounter, type ListUse } from '../lists/list-counter.ts';
import type { DroppedCharacters } from './dropped-characters.ts';
import type { ParagraphProperties, ParagraphPropertyReader } from './paragraph-properties.ts';
import type { PropertyChange } from './property-changes.ts';

/** One paragraph of a story, with what closes it. */
export interface WordParagraph {
  readonly text: string;
  /** How many tables it lies in, one inside the other. */
  readonly depth: number;
  readonly closes: 'paragraph' | 'cell' | 'row';
  /** The changes that define the row, where the paragraph closes one. */
  readonly row: readonly PropertyChange[];
}

const PARAGRAPH_MARK = 0x0d;
const CELL_MARK = 0x07;
const PAGE_BREAK = 0x0c;
/** The largest plan has some ten thousand rows. */
const MAX_PARAGRAPHS = 500_000;
/** What special characters stand for; the others of the first 32 are objects and marks, which are no text. */
const SPECIAL: ReadonlyMap<number, string> = new Map([
  [0x09, '\t'],
  [0x0a, '\n'],
  [0x0b, '\n'],
  [0x0c, '\n'],
  [0x0e, '\n'],
  [0x1e, '-'],
]);

/**
 * Splits a story of the text into its paragraphs, automatic numbers printed in front of them.
 *
 * @throws DocumentError `too-large` for more of them than any plan has
 */
export function readParagraphs(
  story: { readonly text: string; readonly from: number; readonly to: number },
  dropped: DroppedCharacters,
  properties: ParagraphPropertyReader,
  lists: ReadonlyMap<number, ListUse>,
): readonly WordParagraph[] {
  const { text, from } = story;
  const to = Math.min(story.to, text.length);
  const counter = new ListCounter(lists);
  const paragraphs: WordParagraph[] = [];
  let seen = '';
  let clean = from;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const marked = dropped.marks[at] === 1;
    if (code >= 0x20 && !marked) continue;
    seen += text.slice(clean, at);
    clean = at + 1;
    if (code === CELL_MARK || (!marked && endsParagraph(code, at, properties))) {
      paragraphs.push(paragraphOf(seen, code, properties.at(at), counter));
      if (paragraphs.length > MAX_PARAGRAPHS) throw new DocumentError('too-large');
      seen = '';
    } else seen += marked ? (dropped.instead.get(at) ?? '') : (SPECIAL.get(code) ?? '');
  }
  seen += text.slice(clean, Math.max(clean, to));
  if (seen !== '') paragraphs.push(paragraphOf(seen, PARAGRAPH_MARK, properties.at(to - 1), counter));
  return paragraphs;
}

/** One character is the end of a section, which ends a paragraph, and a page break inside one. */
function endsParagraph(code: number, at: number, properties: ParagraphPropertyReader): boolean {
  return code === PARAGRAPH_MARK || (code === PAGE_BREAK && properties.endsRun(at));
}

function paragraphOf(
  text: string,
  mark: number,
  given: ParagraphProperties,
  counter: ListCounter<number>,
): WordParagraph {
  const depth = mark === CELL_MARK ? Math.max(1, given.depth) : given.depth;
  const closes = whatItCloses(mark, given, depth);
  const isRow = closes === 'row';
  const number = given.listUse > 0 && !isRow ? counter.next(given.listUse, given.listLevel) : '';
  // An empty paragraph of the text shows nobody its number; a cell of a column 序号 does.
  const printed = depth > 0 || text.trim() !== '' ? number : '';
  return { text: `${printed}${text}`, depth, closes, row: isRow ? given.table : [] };
}

function whatItCloses(mark: number, given: ParagraphProperties, depth: number): WordParagraph['closes'] {
  if (mark === CELL_MARK) return given.endsRow ? 'row' : 'cell';
  if (depth < 2) return 'paragraph';
  if (given.endsInnerRow) return 'row';
  return given.endsInnerCell ? 'cell' : 'paragraph';
}
