import { type CardElement, font, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { clip, numberWords } from '../words.ts';
import type { RowLine } from './review-view.ts';

/** The number in bold before the words. */
function rowTitle({ no, text }: Pick<RowLine, 'no' | 'text'>, length: number): string {
  return `${no === null ? '' : `**${plain(clip(numberWords(no), 12))}**　`}${plain(clip(text, length))}`;
}

/** A row of a plan: its number and words, below them in grey who does it by when, and what else there is to say. */
export function rowElements(
  row: RowLine,
  options: { readonly length?: number; readonly mark?: string; readonly lines?: readonly string[] } = {},
): readonly CardElement[] {
  const { length = 44, mark, lines = [] } = options;
  const below = [...(row.about === '' ? [] : [plain(clip(row.about, 60))]), ...lines];
  return [
    markdown(`${mark ? `${mark}　` : ''}${rowTitle(row, length)}`),
    ...below.map((line) => note(line, { margin: '-6px 0px 0px 0px' })),
  ];
}

/** A coloured word in front of a row. */
export function rowMark(colour: 'green' | 'orange' | 'red', word: string): string {
  return font(colour, word);
}
