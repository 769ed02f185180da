import type { Block, Cell } from '../../src/domain/plan/source-document.ts';

/** `row,column rowsxcolumns text`. */
export function cellLine({ row, column, rowSpan, columnSpan, text }: Omit<Cell, 'place'>): string {
  return `${row},${column} ${rowSpan}x${columnSpan} ${text}`;
}

/** {@link cellLine} of each cell of a table; nothing of another block. */
export function cellLines(block: Block | undefined): readonly string[] {
  return block?.type === 'table' ? block.cells.map(cellLine) : [];
}

/** A document in lines: each paragraph as it is, each table by its cells. */
export function blockLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'table' ? cellLines(block) : [block.text]));
}
