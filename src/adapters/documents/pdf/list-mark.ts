import type { Glyph } from './page-marks.ts';
import type { TextLine } from './text-lines.ts';

const MARK =
  /^(?:\d{1,3}[.．、)）]|\d{1,2}(?:\.\d{1,2}){1,3}[.．、]?|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,4})[)）]|[①-⑳⑴-⒛]|[一二三四五六七八九十]{1,4}[、.．]|第[一二三四五六七八九十百\d]{1,5}[章节条款项]|[●■◆•·-])$/;
const LONGEST = 8;
/** In character sizes: a gap behind the mark that a tab has made. */
const TAB = 0.25;
const ENDS_ITSELF = /[、)）]$/;

/** Where the text behind the number of a list begins, if a tab or blank stands between them. */
export function hangOf(glyphs: readonly Glyph[], size: number): number | null {
  const printed = glyphs.slice(0, 2 * LONGEST).filter(({ text }) => text.trim() !== '');
  let words = '';
  for (const [at, glyph] of printed.slice(0, LONGEST).entries()) {
    words += glyph.text;
    const next = printed[at + 1];
    if (next && next.left - glyph.right > TAB * size) return MARK.test(words) ? next.left : null;
  }
  return null;
}

/** A line whose two pieces are the number of a list and the text as one piece; other lines as they are. */
export function withMarkJoined(line: TextLine): TextLine {
  const [mark, text, more] = line.segments;
  if (!mark || !text || more || !MARK.test(mark.text.replace(/\s+/g, ''))) return line;
  const gap = ENDS_ITSELF.test(mark.text) ? '' : ' ';
  return { ...line, segments: [{ text: `${mark.text}${gap}${text.text}`, left: mark.left, right: text.right }] };
}
