/**
 * A document as its reader hands it over: text with places, no meaning yet. Formats with real tables (`.docx`, `.xlsx`) give
 * `table` blocks; a plain text gives one `line` block a line, blank ones included, because the blank lines and the tabs are
 * all that is left of its tables.
 */
export interface SourceDocument {
  /** File name without its folder. */
  readonly name: string;
  readonly blocks: readonly Block[];
  /** What a person should know about the file itself. */
  readonly notes?: readonly DocumentNote[];
}

/** `kind` is kebab-case English (`macros-ignored`), `text` one Chinese sentence. */
export interface DocumentNote {
  readonly kind: string;
  readonly text: string;
}

export type Block =
  /** One line of a plain text, without its line break; leading tabs and spaces kept. */
  | { readonly type: 'line'; readonly text: string; readonly place: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly place: string }
  | { readonly type: 'table'; readonly cells: readonly Cell[]; readonly place: string };

/** `row` and `column` count from 0; a merged cell stands once, at its first row and column. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly place: string;
}

/** Whether a block has more than white space. */
export function hasText(block: Block): boolean {
  return block.type === 'table' ? block.cells.some(({ text }) => text.trim() !== '') : block.text.trim() !== '';
}
