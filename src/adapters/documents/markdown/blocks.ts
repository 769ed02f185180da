import MarkdownIt from 'markdown-it';
import type { Block } from '../../../domain/plan/source-document.ts';
import { type Count, htmlBlocks } from '../html/blocks.ts';
import { splitPipes, tableBlock } from './pipe-table.ts';
import { plainOf } from './plain-inline.ts';

type Token = ReturnType<MarkdownIt['parse']>[number];

const TABLE_TAG = /<table[\s>]/gi;
const TABLE_END = '</table>';

/** Blocks only: what is bold or a link inside a line is taken out by ourselves, in one pass. */
const markdown = new MarkdownIt({ html: true });
markdown.core.ruler.enableOnly(['normalize', 'block']);
// Chinese paragraphs are indented; that makes them no code.
markdown.block.ruler.disable(['code', 'reference', 'lheading']);

/** Tables in pipes or in HTML become tables, lines that only look like a table stay as they are, the rest are paragraphs. */
export function markdownBlocks(text: string): readonly Block[] {
  const source = text.replace(/\r\n?/g, '\n');
  const count = { paragraphs: 0, tables: 0 };
  let firstLine = 1;
  return piecesOf(source).flatMap(({ html, from, to }) => {
    const piece = source.slice(from, to);
    const lines = piece.split('\n');
    const start = firstLine;
    firstLine += lines.length - 1;
    return html ? htmlBlocks(piece, count) : new Walk(lines, start, count).blocks(markdown.parse(piece, {}));
  });
}

interface Piece {
  readonly html: boolean;
  readonly from: number;
  readonly to: number;
}

/** HTML tables go on over blank lines, which would end them in markdown. */
function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const lower = source.toLowerCase();
  let at = 0;
  for (const match of source.matchAll(TABLE_TAG)) {
    if (match.index < at) continue;
    const end = lower.indexOf(TABLE_END, match.index);
    if (end < 0) break;
    pieces.push({ html: false, from: at, to: match.index });
    at = end + TABLE_END.length;
    pieces.push({ html: true, from: match.index, to: at });
  }
  return [...pieces, { html: false, from: at, to: source.length }];
}

class Walk {
  readonly #lines: readonly string[];
  readonly #firstLine: number;
  readonly #count: Count;
  #mark = '';

  constructor(lines: readonly string[], firstLine: number, count: Count) {
    this.#lines = lines;
    this.#firstLine = firstLine;
    this.#count = count;
  }

  blocks(tokens: readonly Token[]): readonly Block[] {
    let inTable = false;
    return tokens.flatMap((token) => {
      if (token.type === 'table_open') {
        inTable = true;
        return this.#table(token);
      }
      if (token.type === 'table_close') inTable = false;
      return inTable ? [] : this.#read(token);
    });
  }

  #read(token: Token): readonly Block[] {
    const start = token.map?.[0] ?? 0;
    switch (token.type) {
      case 'list_item_open':
        this.#mark = token.info === '' ? '' : `${token.info}${token.markup} `;
        return [];
      case 'inline':
        return this.#inline(token.content.split('\n'), start);
      case 'html_block':
        return htmlBlocks(token.content, this.#count);
      case 'fence':
        return this.#raw(token.content.replace(/\n$/, '').split('\n'), start + 1);
      default:
        return [];
    }
  }

  /** A line break inside a paragraph is kept: who pastes a plan puts one item on one line. */
  #inline(lines: readonly string[], start: number): readonly Block[] {
    if (lines.some((line) => line.includes('|') || line.includes('｜') || line.includes('\t'))) {
      this.#mark = '';
      return this.#raw(this.#lines.slice(start, start + lines.length), start);
    }
    return lines.flatMap((line, at): readonly Block[] => {
      const text = `${this.#mark}${plainOf(line).trim()}`;
      this.#mark = '';
      return text === '' ? [] : [{ type: 'paragraph', text, place: this.#placeOf(start + at) }];
    });
  }

  #raw(lines: readonly string[], start: number): readonly Block[] {
    return lines.map((text, at) => ({ type: 'line', text, place: this.#placeOf(start + at) }));
  }

  #table(token: Token): readonly Block[] {
    const [start, end] = token.map ?? [0, 0];
    const lines = this.#lines.slice(start, end);
    while (lines.at(-1)?.trim() === '') lines.pop();
    const rows = lines.filter((_, at) => at !== 1).map(splitPipes);
    // Rows of other lengths have lost or gained a cell; which, the lines themselves tell better.
    if (rows.some((row) => row.length !== rows[0]?.length)) return this.#raw(lines, start);
    this.#count.tables += 1;
    return [tableBlock(rows, `表 ${this.#count.tables}`)];
  }

  #placeOf(line: number): string {
    return `第 ${this.#firstLine + line} 行`;
  }
}
