import { Parser } from 'htmlparser2';
import { DocumentError } from '../document-error.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

type Building = Element & { readonly children: (Element | string)[] };

/** Deeper than any page; beyond, the parser would need time that grows with the square of the depth. */
const DEEPEST = 500;
/** What is deeper is hung here, so that reading the tree cannot exhaust the stack. */
const DEEPEST_KEPT = 200;
/** Ten thousand rows of a table with everything that Word writes around a cell. */
const MOST_ELEMENTS = 600_000;

/**
 * @param isSeen elements of which this is false are left out with all that is in them
 * @throws DocumentError `damaged` where elements are nested beyond all sense, `too-large` where there are too many
 */
export function parseHtml(html: string, isSeen: (name: string, attributes: Element['attributes']) => boolean): Element {
  const root: Building = { name: '#root', attributes: {}, children: [] };
  const open: Building[] = [root];
  let unseenFrom = Number.POSITIVE_INFINITY;
  let elements = 0;
  const top = (): Building => open[Math.min(open.length, DEEPEST_KEPT) - 1] ?? root;
  const parser = new Parser({
    onopentag(name, attributes) {
      const element: Building = { name, attributes, children: [] };
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new DocumentError('too-large');
      if (open.length < unseenFrom && !isSeen(name, attributes)) unseenFrom = open.length;
      if (open.length < unseenFrom) top().children.push(element);
      open.push(element);
      if (open.length > DEEPEST) throw new DocumentError('damaged');
    },
    ontext(text) {
      if (open.length > unseenFrom) return;
      const { children } = top();
      const last = children.at(-1);
      // The parser hands over a text in pieces, one for every stray sign.
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
    },
    onclosetag() {
      if (open.length > 1) open.pop();
      if (open.length <= unseenFrom) unseenFrom = Number.POSITIVE_INFINITY;
    },
  });
  parser.write(html);
  parser.end();
  return root;
}

/** How many characters stand below an element, blanks not counted; `within` says of which elements the insides count. */
export function textLength(element: Element, within: (inner: Element) => boolean = () => true): number {
  let length = 0;
  for (const child of element.children) {
    if (typeof child === 'string') length += child.replace(BLANKS, '').length;
    else if (within(child)) length += textLength(child, within);
  }
  return length;
}

const BLANKS = /[\s\u00a0\u3000]+/g;
