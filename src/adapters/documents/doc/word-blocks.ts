import type { Block } from '../../../domain/plan/source-document.ts';
import { layOnGrid } from './table-grid.ts';
import { rowText, type WordContent, type WordRow } from './word-content.ts';

/** Counts on over a story. */
export interface BlockCounts {
  paragraphs: number;
  tables: number;
}

/**
 * Turns the content of a story into blocks.
 *
 * @param label where the story is printed (`脚注`), '' for the text itself
 */
export function toBlocks(content: readonly WordContent[], counts: BlockCounts, label = ''): readonly Block[] {
  return content.flatMap((part): readonly Block[] => {
    if (part.kind === 'table')
      return isFrame(part.rows) ? frameBlocks(part.rows, counts, label) : tableBlocks(part.rows, counts, label);
    const text = part.text.trimEnd();
    if (text.trim() === '') return [];
    counts.paragraphs += 1;
    if (label === '') return [{ type: 'paragraph', text, place: `第 ${counts.paragraphs} 段` }];
    // A blank stands between the mark of a note and its text.
    return [{ type: 'paragraph', text: text.trimStart(), place: `${label} ${counts.paragraphs}` }];
  });
}

/** A table of one column around others only arranges the page, as web pages pasted into Word have them. */
function isFrame(rows: readonly WordRow[]): boolean {
  return (
    rows.every(({ cells }) => cells.length === 1) &&
    rows.some(({ cells }) => cells.some((cell) => cell.some(({ kind }) => kind === 'table')))
  );
}

function frameBlocks(rows: readonly WordRow[], counts: BlockCounts, label: string): readonly Block[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => toBlocks(cell, counts, label)));
}

function tableBlocks(rows: readonly WordRow[], counts: BlockCounts, label: string): readonly Block[] {
  counts.tables += 1;
  const place = `${label === '' ? '' : `${label} `}表 ${counts.tables}`;
  const grid = layOnGrid(rows);
  if (!grid) return textLines(rows, place);
  if (grid.every(({ text }) => text.trim() === '')) return [];
  return [{ type: 'table', place, cells: grid.map((cell) => ({ ...cell, place: `${place} 第 ${cell.row + 1} 行` })) }];
}

/** A table whose structure is lost: its rows as lines, its cells with tabs between them. */
function textLines(rows: readonly WordRow[], place: string): readonly Block[] {
  return rows
    .flatMap((row) => (row.changes ? [row] : splitAtEmpty(row)))
    .map((row) => rowText(row))
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ type: 'line', text, place: `${place} 第 ${index + 1} 行` }) as const);
}

/** Where the ends of rows are lost too, each of them has left an empty cell. */
function splitAtEmpty({ cells }: WordRow): readonly WordRow[] {
  const rows: (readonly WordContent[])[][] = [[]];
  for (const cell of cells) {
    if (rowText({ cells: [cell], changes: undefined }).trim() === '') rows.push([]);
    else rows.at(-1)?.push(cell);
  }
  return rows.map((part) => ({ cells: part, changes: undefined }));
}
