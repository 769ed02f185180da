import type { PropertyChange } from './property-changes.ts';
import type { WordParagraph } from './word-paragraphs.ts';

/** A story as a person sees it: paragraphs, and tables whose cells hold paragraphs and tables again. */
export type WordContent =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly WordRow[] };

export interface WordRow {
  readonly cells: readonly (readonly WordContent[])[];
  /** The changes that define the row; `undefined` where the file does not close it as a row. */
  readonly changes: readonly PropertyChange[] | undefined;
}

interface OpenTable {
  readonly rows: WordRow[];
  cells: (readonly WordContent[])[];
  cell: WordContent[];
}

/** Puts the paragraphs of a story into the tables that they say they lie in. */
export function nestTables(paragraphs: readonly WordParagraph[]): readonly WordContent[] {
  const content: WordContent[] = [];
  const open: OpenTable[] = [];
  const close = (): void => {
    const table = open.pop();
    if (!table) return;
    if (table.cell.length > 0) table.cells.push(table.cell);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, changes: undefined });
    if (table.rows.length > 0) (open.at(-1)?.cell ?? content).push({ kind: 'table', rows: table.rows });
  };
  for (const paragraph of paragraphs) {
    while (open.length > paragraph.depth) close();
    while (open.length < paragraph.depth) open.push({ rows: [], cells: [], cell: [] });
    const table = open.at(-1);
    if (table) addTo(table, paragraph);
    else content.push({ kind: 'paragraph', text: paragraph.text });
  }
  while (open.length > 0) close();
  return content;
}

function addTo(table: OpenTable, { text, closes, row }: WordParagraph): void {
  if (closes !== 'row' || text.trim() !== '') table.cell.push({ kind: 'paragraph', text });
  if (closes === 'paragraph') return;
  if (closes === 'cell' || table.cell.length > 0) {
    table.cells.push(table.cell);
    table.cell = [];
  }
  if (closes === 'cell') return;
  table.rows.push({ cells: table.cells, changes: row });
  table.cells = [];
}

/** The text of a cell, a line a paragraph; a table inside it as lines of cells with tabs between them. */
export function plainText(content: readonly WordContent[]): string {
  return content
    .map((part) => (part.kind === 'paragraph' ? part.text.trimEnd() : part.rows.map(rowText).join('\n')))
    .join('\n')
    .replace(/^(?:\s*\n)+|\s+$/g, '');
}

/** A row on one line. */
export function rowText({ cells }: WordRow): string {
  return cells.map((cell) => plainText(cell).replaceAll('\n', ' ')).join('\t');
}
