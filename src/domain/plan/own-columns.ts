import type { Block, Cell, SourceDocument } from './source-document.ts';

/**
 * Opens the headers of columns that the program filled in an exported sheet: whoever sends it back may have changed them, and they
 * are never read.
 */
export const OWN_COLUMN = '台账：';

/** Headers stand near the top; further down the words are somebody's text. */
export const HEADER_WITHIN = 10;

/**
 * The document without the columns that an export of ours added, and without the sheet that explains them; what people wrote
 * beside them stays.
 */
export function withoutOwnColumns(document: SourceDocument): SourceDocument {
  const theirs = document.blocks.filter((block, at, blocks) => !isOwn(block, blocks[at + 1]));
  const blocks = theirs.map(withoutOwn);
  const same = blocks.length === document.blocks.length && blocks.every((block, at) => block === document.blocks[at]);
  return same ? document : { ...document, blocks };
}

/** A table whose headers are all ours, or its title. */
function isOwn(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'table')
    return block.text.startsWith(OWN_COLUMN) && next?.type === 'table' && isOwn(next, undefined);
  const header = block.cells.filter(({ row }) => row === 0);
  return header.length > 1 && header.every(({ text }) => text.startsWith(OWN_COLUMN));
}

function withoutOwn(block: Block): Block {
  if (block.type !== 'table') return block;
  const marked = block.cells.filter(({ row, text }) => row < HEADER_WITHIN && text.startsWith(OWN_COLUMN));
  const header = marked[0]?.row;
  if (header === undefined || !block.cells.some((cell) => cell.row === header && !marked.includes(cell))) return block;
  const own = new Set(marked.filter(({ row }) => row === header).map(({ column }) => column));
  const ownBefore = (column: number): number => [...own].filter((each) => each < column).length;
  const cells = block.cells
    .filter(({ column }) => !own.has(column))
    .map((cell): Cell => {
      const columnSpan = cell.columnSpan - (ownBefore(cell.column + cell.columnSpan) - ownBefore(cell.column));
      return { ...cell, column: cell.column - ownBefore(cell.column), columnSpan };
    });
  return { ...block, cells };
}
