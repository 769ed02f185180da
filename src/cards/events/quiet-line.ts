import { button, buttonRow, type CardElement, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { clip } from '../words.ts';
import { eventWords } from './event-text.ts';

/** What a liaison is asked about once a month, and whether 本月没有 was the answer. */
export interface QuietView {
  readonly events: readonly string[];
  readonly none: boolean;
}

const SHOWN = 5;

/** `本月有无新的“批准发出”？` [登记触发] [本月没有]; once answered a line that says so. */
export function quietLine(view: QuietView | null | undefined, cardId: string): readonly CardElement[] {
  if (!view) return [];
  const more = view.events.length > SHOWN ? `等 ${view.events.length} 类` : '';
  const shown = view.events.slice(0, SHOWN).map((event) => `“${plain(clip(eventWords(event), 16))}”`);
  const words = `${shown.join('')}${more}`;
  if (view.none) return [note(`✓ 本月没有新的${words}，已记零报告`)];
  const target = { v: 1, c: cardId } as const;
  return [
    markdown(`本月有无新的${words}？`, { margin: '8px 0px 0px 0px' }),
    buttonRow([
      button({ text: '登记触发', action: { a: 'event.open', ...target } }),
      button({ text: '本月没有', action: { a: 'event.none', ...target } }),
    ]),
  ];
}
