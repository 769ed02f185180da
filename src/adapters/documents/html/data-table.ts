import { flowOf } from './flow-text.ts';
import { type HtmlCell, isCell, rowsOf } from './table-grid.ts';
import { type Element, textLength } from './tree.ts';

/** A cell that holds an article, not an entry of a table. */
const ARTICLE = { characters: 600, lines: 4 };
const LEAST_ROWS = 2;
const MOST_OF_TABLE = 0.6;

/**
 * Tells tables of data from those that only lay out a page. A table is for layout where it has one cell or one column, where
 * a cell of it holds the article, or where it surrounds tables of data and has hardly a row of its own.
 */
export class DataTables {
  readonly #known = new Map<Element, boolean>();

  isData(table: Element): boolean {
    const known = this.#known.get(table);
    if (known !== undefined) return known;
    const data = this.#decide(table);
    this.#known.set(table, data);
    return data;
  }

  #decide(table: Element): boolean {
    if (table.attributes.role === 'presentation') return false;
    const rows = rowsOf(table).map((cells) =>
      cells.map((cell) => ({ cell, own: textLength(cell, ({ name }) => name !== 'table') })),
    );
    const filled = rows.map((cells) => cells.filter(({ own }) => own > 0).length);
    const wide = filled.filter((count) => count > 1).length;
    if (wide === 0) return false;
    const inner = tablesIn(table);
    if (inner.some((each) => this.isData(each))) return wide > LEAST_ROWS && !this.#holdsArticle(rows.flat(), wide);
    return !this.#holdsArticle(rows.flat(), wide);
  }

  /** One cell has most of the words, in paragraphs of its own, and there are few rows beside it. */
  #holdsArticle(cells: readonly { readonly cell: Element; readonly own: number }[], wide: number): boolean {
    if (wide > LEAST_ROWS) return false;
    const total = cells.reduce((sum, { own }) => sum + own, 0);
    return cells.some(
      ({ cell, own }) =>
        own > ARTICLE.characters && own > total * MOST_OF_TABLE && flowOf(cell, () => false).length >= ARTICLE.lines,
    );
  }
}

export function cellText({ element }: Pick<HtmlCell, 'element'>): string {
  return flowOf(element, () => false)
    .map((item) => (item.type === 'table' ? '' : item.text.trim()))
    .filter((text) => text !== '')
    .join('\n');
}

/** Tables directly inside, not those inside of these. */
function tablesIn(element: Element): readonly Element[] {
  return element.children.flatMap((child): readonly Element[] => {
    if (typeof child === 'string') return [];
    return child.name === 'table' ? [child] : tablesIn(child);
  });
}

/** What stands in a table but in no cell of it; browsers show it above the table. */
export function textBesideCells(table: Element): readonly Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') found.push({ name: 'p', attributes: {}, children: [child] });
      } else if (child.name === 'caption' || child.name === 'table') found.push(child);
      else if (!isCell(child)) visit(child);
    }
  };
  visit(table);
  return found;
}

export function hasText(element: Element): boolean {
  return textLength(element) > 0;
}
