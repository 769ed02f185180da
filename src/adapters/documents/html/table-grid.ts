import type { Element } from './tree.ts';

/** A cell of a table in its grid; row and column count from 0. */
export interface HtmlCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly element: Element;
}

/** No plan is wider; what goes beyond is put into the last column. */
const MOST_COLUMNS = 200;
/** A wider span means the whole width, however wide that is. */
const WIDEST_SPAN = 60;
const MOST_ROWS = 65_534;

/** Puts the cells of a table into a grid as a browser does, spans cut to what there is. */
export function gridOf(table: Element): readonly HtmlCell[] {
  const rows = rowsOf(table);
  const widths = rows.map(narrowWidth);
  const widest = widths.reduce((most, width) => Math.max(most, Math.min(MOST_COLUMNS, width)), 1);
  /** By column, the first row that no cell from above reaches into. */
  const freeFrom = Array.from({ length: MOST_COLUMNS }, () => 0);
  return rows.flatMap((row, at) => {
    let column = 0;
    return row.map((element): HtmlCell => {
      while (column < MOST_COLUMNS - 1 && (freeFrom[column] ?? 0) > at) column += 1;
      const stated = columnSpanOf(element);
      const wanted = stated > WIDEST_SPAN ? 1 + widest - (widths[at] ?? widest) : stated;
      const columnSpan = widthAt(freeFrom, at, column, wanted);
      const rowSpan = Math.min(spanOf(element.attributes.rowspan, MOST_ROWS, rows.length - at), rows.length - at);
      freeFrom.fill(at + rowSpan, column, column + columnSpan);
      const cell = { row: at, column, rowSpan, columnSpan, element };
      column = Math.min(MOST_COLUMNS - 1, column + columnSpan);
      return cell;
    });
  });
}

/** The columns that a row takes; a cell that says it is very wide counts as one until it is known what is left for it. */
function narrowWidth(row: readonly Element[]): number {
  return row.reduce((sum, cell) => sum + (columnSpanOf(cell) > WIDEST_SPAN ? 1 : columnSpanOf(cell)), 0);
}

function columnSpanOf(cell: Element): number {
  return spanOf(cell.attributes.colspan, MOST_COLUMNS);
}

/** Rows of a table itself, not of those inside its cells; a cell outside of any row begins one. */
export function rowsOf(table: Element): readonly (readonly Element[])[] {
  const rows: Element[][] = [];
  let loose: Element[] | null = null;
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'tr') {
        loose = null;
        const cells = cellsIn(child);
        if (cells.length > 0) rows.push(cells);
      } else if (isCell(child)) {
        if (loose) loose.push(child);
        else {
          loose = [child];
          rows.push(loose);
        }
      } else if (child.name !== 'table' && child.name !== 'caption') visit(child);
    }
  };
  visit(table);
  return rows;
}

/** Forms and fonts may stand between a row and its cells. */
function cellsIn(row: Element): Element[] {
  return row.children.flatMap((child): Element[] => {
    if (typeof child === 'string' || child.name === 'table') return [];
    return isCell(child) ? [child] : cellsIn(child);
  });
}

export function isCell({ name }: Element): boolean {
  return name === 'td' || name === 'th';
}

/** @param zero what a span of 0 means: for rows, to the end */
function spanOf(text: string | undefined, most: number, zero = 1): number {
  const digits = /^\s*(\d+)/.exec(text ?? '1')?.[1] ?? '1';
  const span = digits.length > 9 ? most : Number(digits);
  return span === 0 ? zero : Math.min(span, most);
}

/** How many columns a span may take before it meets a cell from above or the end. */
function widthAt(freeFrom: readonly number[], row: number, column: number, stated: number): number {
  let width = 1;
  while (width < stated && column + width < MOST_COLUMNS && (freeFrom[column + width] ?? 0) <= row) width += 1;
  return width;
}
