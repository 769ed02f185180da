const LINE_POINTS = 16;
/** What Excel allows. */
const MOST_POINTS = 409;

/**
 * The height of a row whose texts wrap, in points. Programs fit rows to their text only sometimes: a workbook that says it comes from
 * Excel is believed.
 *
 * @param cells with the widths of their columns, in characters of the usual font
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / Math.max(1, width - 1))), 0),
  );
  return Math.min(MOST_POINTS, LINE_POINTS * Math.max(1, ...lines) + 2);
}

/** In characters; a Chinese one is two wide. */
export function wide(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
}
