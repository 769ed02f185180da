import { DocumentError } from '../document-error.ts';
import { mergedText } from '../merged-text.ts';

/** A table as it is printed; `row` and `column` count from 0, a merged cell stands once. */
export interface DocxTable {
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  text: string;
}

export type Merge = 'restart' | 'continue';

export interface CellFormat {
  columnSpan: number;
  vertical: Merge | undefined;
  /** Of the older kind, where the cells that a merged one covers still stand in the row. */
  horizontal: Merge | undefined;
  isDeleted: boolean;
}

export interface RowFormat {
  gridBefore: number;
  isDropped: boolean;
}

interface FormattedCell {
  readonly format: CellFormat;
  readonly text: string;
}

/** Word has 63. */
const MAX_COLUMNS = 256;
/** Ten times the largest ledger. */
const MAX_CELLS = 500_000;

/** Puts the cells of a table into their rows and columns. */
export class TableBuilder {
  readonly row: RowFormat = { gridBefore: 0, isDropped: false };
  readonly #cells: TableCell[] = [];
  #rows = 0;
  #waiting: FormattedCell[] = [];
  /** The merged cells that reach down to the last row, by their column. */
  #open = new Map<number, TableCell>();

  add(format: CellFormat, text: string): void {
    if (!format.isDeleted) this.#waiting.push({ format, text });
    if (this.#cells.length + this.#waiting.length > MAX_CELLS) throw new DocumentError('too-large');
  }

  endRow(): void {
    if (!this.row.isDropped) this.#place();
    this.#waiting = [];
    this.row.gridBefore = 0;
    this.row.isDropped = false;
  }

  /** Undefined for a table of which no row is left. */
  finish(): DocxTable | undefined {
    return this.#rows === 0 ? undefined : { cells: this.#cells };
  }

  #place(): void {
    const open = new Map<number, TableCell>();
    let column = Math.min(MAX_COLUMNS, this.row.gridBefore);
    for (const { format, text } of withoutCovered(this.#waiting)) {
      const { columnSpan } = format;
      const above = format.vertical === 'continue' ? this.#open.get(column) : undefined;
      if (above && above.columnSpan === columnSpan) {
        above.rowSpan += 1;
        above.text = mergedText(above.text, text);
        open.set(column, above);
      } else {
        const cell = { row: this.#rows, column, rowSpan: 1, columnSpan, text };
        this.#cells.push(cell);
        if (format.vertical) open.set(column, cell);
      }
      column += columnSpan;
    }
    this.#open = open;
    this.#rows += 1;
  }
}

/** The older kind of horizontal merge as one wide cell. */
function withoutCovered(row: readonly FormattedCell[]): readonly FormattedCell[] {
  if (!row.some(({ format }) => format.horizontal === 'continue')) return row;
  const cells: FormattedCell[] = [];
  for (const cell of row) {
    const last = cells.at(-1);
    if (cell.format.horizontal !== 'continue' || !last) cells.push(cell);
    else {
      const columnSpan = last.format.columnSpan + cell.format.columnSpan;
      cells[cells.length - 1] = { format: { ...last.format, columnSpan }, text: mergedText(last.text, cell.text) };
    }
  }
  return cells;
}

export function newCellFormat(): CellFormat {
  return { columnSpan: 1, vertical: undefined, horizontal: undefined, isDeleted: false };
}

/** How many columns of the grid; 1 where nothing sensible is said. */
export function spanOf(value: string | undefined, least: number): number {
  return value !== undefined && /^\d{1,4}$/.test(value) ? Math.max(least, Math.min(MAX_COLUMNS, Number(value))) : least;
}
