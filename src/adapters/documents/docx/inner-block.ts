import type { Block } from '../../../domain/plan/source-document.ts';
import type { DocxTable } from './table-builder.ts';

/** A block before it is known where in the document it stands. */
export type InnerBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'table'; readonly table: DocxTable };

/** Numbers the paragraphs and tables as a person counts them: those with text, outside of tables; tables and rows from 1. */
export function withPlaces(inner: readonly InnerBlock[]): Block[] {
  let paragraphs = 0;
  let tables = 0;
  return inner.flatMap((block): Block[] => {
    if (block.type === 'paragraph') {
      if (block.text.trim() === '') return [];
      paragraphs += 1;
      return [{ type: 'paragraph', text: block.text, place: `第 ${paragraphs} 段` }];
    }
    tables += 1;
    const place = `表 ${tables}`;
    const cells = block.table.cells.map((cell) => ({ ...cell, place: `${place} 第 ${cell.row + 1} 行` }));
    return [{ type: 'table', cells, place }];
  });
}

/** What stands in a cell as its text: a line a paragraph; a table in it gives a line a row, its cells between tabs. */
export function cellText(inner: readonly InnerBlock[]): string {
  const lines = inner.map((block) => (block.type === 'paragraph' ? block.text.trimEnd() : tableText(block.table)));
  while (lines.at(-1) === '') lines.pop();
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.slice(Math.max(0, first)).join('\n').trim();
}

function tableText({ cells }: DocxTable): string {
  const rows: string[][] = [];
  for (const { row, text } of cells) {
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(text.replace(/\s*\n\s*/g, ' '));
  }
  return rows
    .map((row) => row.join('\t'))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
