import type { Action } from './actions.ts';
import { button, buttonRow, type CardElement, note } from './card.ts';

/** Which of its pages a card shows, from 1. */
export interface PageView {
  readonly number: number;
  readonly of: number;
}

/**
 * `第 2 页，共 3 页` over 上一页 and 下一页; nothing where there is one page only.
 *
 * @param to what shows a page
 * @param above what parts it from the rest
 */
export function pageTurner(
  page: PageView,
  to: (page: number) => Action,
  above: readonly CardElement[] = [],
): readonly CardElement[] {
  return page.of > 1 ? [...above, pageNote(page), buttonRow(turnButtons(page, to))] : [];
}

export function pageNote({ number, of }: PageView): CardElement {
  return note(`第 ${number} 页，共 ${of} 页`);
}

/** 上一页 and 下一页, as far as there are such pages. */
export function turnButtons({ number, of }: PageView, to: (page: number) => Action): readonly CardElement[] {
  const turn = (text: string, page: number) => button({ text, size: 'small', action: to(page) });
  return [...(number > 1 ? [turn('上一页', number - 1)] : []), ...(number < of ? [turn('下一页', number + 1)] : [])];
}
