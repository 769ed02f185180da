import { listNumber, printsNumbers } from './list-styles.ts';
import type { Element } from './tree.ts';

interface OpenList {
  readonly list: Element;
  readonly reversed: boolean;
  next: number;
}

/** Counts the items of lists inside lists as a browser does; an item belongs to the innermost list around it. */
export class ItemMarks {
  readonly #open: OpenList[] = [];

  open(list: Element): void {
    const reversed = list.attributes.reversed !== undefined;
    const next = integer(list.attributes.start) ?? (reversed ? itemsIn(list) : 1);
    this.#open.push({ list, reversed, next });
  }

  close(): void {
    this.#open.pop();
  }

  /** The number that is printed before an item, with the blank behind it; '' for bullets and without a number. */
  next(item: Element): string {
    const open = this.#open.at(-1);
    if (!open) return '';
    const number = integer(item.attributes.value) ?? open.next;
    open.next = number + (open.reversed ? -1 : 1);
    const style = styleOf(item) ?? styleOf(open.list) ?? (open.list.name === 'ol' ? '1' : 'disc');
    // A bulleted list says nothing about order; numbers there are the ones its style asks for.
    return printsNumbers(style) ? listNumber(number, style) : '';
  }
}

/** What a style attribute or the older `type` says; style wins. */
function styleOf({ attributes }: Element): string | undefined {
  const styled = /(?:^|[;\s])list-style(?:-type)?\s*:([^;]*)/i.exec(attributes.style ?? '')?.[1];
  const words = styled?.toLowerCase().trim().split(/\s+/) ?? [];
  const type = words.find((word) => !PLACES.has(word) && !word.startsWith('url('));
  return type ?? (attributes.type === undefined || attributes.type === '' ? undefined : attributes.type);
}

const PLACES = new Set(['inside', 'outside', 'inherit', 'initial', 'unset', '!important', '']);

function itemsIn(list: Element): number {
  return list.children.filter((child) => typeof child !== 'string' && child.name === 'li').length;
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}
