import { ItemMarks } from './list-numbers.ts';
import type { Element } from './tree.ts';

/** A line of running text, or a table standing between lines. */
export type FlowItem =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'preformatted'; readonly text: string }
  | { readonly type: 'table'; readonly table: Element };

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr o:p output q rb rp rt ruby s samp small span st1:chsdate strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const LISTS = new Set(['ol', 'ul', 'menu', 'dir']);
const NBSP = /\u00a0/g;

/**
 * Reads an element as a browser lays it out: white space collapsed, a new line at `<br>` and around block elements, numbers
 * before the items of ordered lists.
 *
 * @param keepTable whether a table stands for itself; the contents of others are read as if no table were there
 */
export function flowOf(element: Element, keepTable: (table: Element) => boolean): readonly FlowItem[] {
  const flow = new Flow(keepTable);
  flow.walk(element);
  flow.newLine();
  return flow.items;
}

class Flow {
  readonly items: FlowItem[] = [];
  readonly #keepTable: (table: Element) => boolean;
  readonly #marks = new ItemMarks();
  #line = '';
  /** Of the item just begun; it goes before the first words of the item, whatever element these stand in. */
  #mark = '';

  constructor(keepTable: (table: Element) => boolean) {
    this.#keepTable = keepTable;
  }

  walk(element: Element): void {
    if (isList(element)) this.#marks.open(element);
    for (const child of element.children) {
      if (typeof child === 'string') this.#line += child.replace(/[ \t\n\r\f]+/g, ' ');
      else if (child.name === 'li') this.#item(child);
      else this.#enter(child);
    }
    if (isList(element)) this.#marks.close();
  }

  newLine(): void {
    // Collapsed blanks go at both ends and once between words; &nbsp; and full-width spaces are text.
    const text = this.#line.replace(/ {2,}/g, ' ').replace(NBSP, ' ').trim();
    this.#line = '';
    if (text === '') return;
    this.items.push({ type: 'text', text: `${this.#mark}${text}` });
    this.#mark = '';
  }

  #item(item: Element): void {
    this.newLine();
    this.#markAlone();
    this.#mark = this.#marks.next(item);
    this.walk(item);
    this.newLine();
    this.#markAlone();
  }

  /** An item that begins with a list or a table, or is empty, still has its number. */
  #markAlone(): void {
    if (this.#mark !== '') this.items.push({ type: 'text', text: this.#mark.trim() });
    this.#mark = '';
  }

  #enter(child: Element): void {
    if (child.name === 'br') this.newLine();
    else if (child.name === 'table' && this.#keepTable(child)) {
      this.newLine();
      this.#markAlone();
      this.items.push({ type: 'table', table: child });
    } else if (child.name === 'pre' || child.name === 'plaintext') {
      this.newLine();
      this.#markAlone();
      this.items.push({ type: 'preformatted', text: preformatted(child) });
    } else if (INLINE.has(child.name) || child.name.includes(':')) this.walk(child);
    else {
      this.newLine();
      this.walk(child);
      this.newLine();
    }
  }
}

function isList({ name }: Element): boolean {
  return LISTS.has(name);
}

function preformatted(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : preformatted(child)))
    .join('')
    .replace(NBSP, ' ');
}
