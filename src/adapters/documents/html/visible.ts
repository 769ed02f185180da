import { type Element, textLength } from './tree.ts';

const NEVER_TEXT = new Set([
  'head',
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'aside',
  'footer',
  'select',
  'button',
  'textarea',
  'input',
  'iframe',
  'frameset',
  'noframes',
  'object',
  'embed',
  'svg',
  'canvas',
  'audio',
  'video',
  'map',
  'xml',
]);
/** Words of class names and ids that stand for what surrounds an article. */
const AROUND =
  /^(?:nav\w*|\w+nav|menus?|crumbs?|breadcrumbs?|share\w*|bdshare\w*|jiathis\w*|social\w*|footer|foot|copyright|sidebar|aside|toolbar|tools?|pager|pagination|banner|qrcode|ewm|login|search\w*|related|recommend\w*|hotlinks?|friendlinks?|youqing\w*|weizhi|dqwz|dangqian\w*|position|location|toptop|gotop|header|topbar|header\w*)$/i;
const HIDDEN = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;
/** A place line or a share bar is shorter; what is longer may be the article. */
const SHORT = 120;
const MANY_LINKS = 5;
const MOSTLY_LINKS = 0.7;
const MOST_OF_PAGE = 0.4;

/** Whether a browser shows the element as text of the page; scripts, form fields and hidden elements it does not. */
export function isSeen(name: string, attributes: Element['attributes']): boolean {
  if (NEVER_TEXT.has(name) || attributes.hidden !== undefined) return false;
  const style = attributes.style;
  return style === undefined || !HIDDEN.test(style);
}

/** The tree without what surrounds the document: menus, share bars, breadcrumbs, footers. */
export function articleOf(root: Element): Element {
  return prune(root, textLength(root), false);
}

function prune(element: Element, total: number, inArticle: boolean): Element {
  const within = inArticle || element.name === 'article' || element.name === 'main';
  let changed = false;
  const children = element.children.flatMap((child): readonly (Element | string)[] => {
    if (typeof child === 'string') return [child];
    const kept = within || !isAround(child, total) ? prune(child, total, within) : null;
    changed ||= kept !== child;
    return kept ? [kept] : [];
  });
  return changed ? { ...element, children } : element;
}

/** Named like a menu or a footer, or all links; and neither a table of the plan nor most of the page. */
function isAround(element: Element, total: number): boolean {
  const named = element.name === 'header' || namesOf(element).some((word) => AROUND.test(word));
  if (!named && !LISTS.has(element.name)) return false;
  const text = textLength(element);
  if (text > total * MOST_OF_PAGE) return false;
  const links = linksIn(element);
  const allLinks = text > 0 && links.length / text > MOSTLY_LINKS;
  if (!named) return links.count >= MANY_LINKS && allLinks;
  if (hasHeading(element)) return false;
  return text <= SHORT || allLinks;
}

const LISTS = new Set(['ul', 'ol', 'dl']);

function namesOf({ attributes }: Element): readonly string[] {
  return `${attributes.class ?? ''} ${attributes.id ?? ''}`.split(/[\s_-]+/).filter((word) => word !== '');
}

function linksIn(element: Element): { readonly count: number; readonly length: number } {
  let count = 0;
  let length = 0;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const inner = child.name === 'a' ? { count: 1, length: textLength(child) } : linksIn(child);
    count += inner.count;
    length += inner.length;
  }
  return { count, length };
}

function hasHeading(element: Element): boolean {
  return element.children.some(
    (child) =>
      typeof child !== 'string' && (/^h[1-6]$/.test(child.name) || child.name === 'table' || hasHeading(child)),
  );
}
