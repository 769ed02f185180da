import type { PageParts } from './page-parts.ts';
import { textOf } from './text-lines.ts';

const PAGE_NUMBER =
  /^(?:[-—–－─·•]*\s*\d{1,4}\s*[-—–－─·•]*|第\s*[\d一二三四五六七八九十百]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[\d一二三四五六七八九十百]{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/i;
/** Headers and footers stand in this share of the page at its top and at its bottom. */
const MARGIN = 0.13;
const SAME_HEIGHT = 4;

/** Takes out page numbers and the lines that stand in the same place of several pages. */
export function withoutFurniture(pages: readonly PageParts[]): readonly PageParts[] {
  const repeated = repeatedLines(pages);
  return pages.map((page) => ({
    ...page,
    parts: page.parts.filter((part, at) => {
      if (part.type === 'table') return true;
      const text = textOf(part.line, ' ');
      const atEdge = at < 2 || at >= page.parts.length - 2;
      if (!atEdge || !inMargin(part.line.y, page)) return true;
      return !PAGE_NUMBER.test(text) && !repeated.has(keyOf(text, part.line.y));
    }),
  }));
}

/** What stands on at least three pages, or on two that are all there are, at the same height but for its numbers. */
function repeatedLines(pages: readonly PageParts[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const part of page.parts) {
      if (part.type === 'table' || !inMargin(part.line.y, page)) continue;
      const key = keyOf(textOf(part.line, ' '), part.line.y);
      seen.set(key, (seen.get(key) ?? new Set()).add(page.number));
    }
  }
  const enough = Math.min(3, Math.max(2, pages.length));
  return new Set([...seen].filter(([, numbers]) => numbers.size >= enough).map(([key]) => key));
}

function inMargin(y: number, page: PageParts): boolean {
  return y < page.height * MARGIN || y > page.height * (1 - MARGIN);
}

function keyOf(text: string, y: number): string {
  return `${text.replace(/\d+/g, '#').replace(/\s+/g, '')} ${Math.round(y / SAME_HEIGHT)}`;
}
