import type { ButtonPlace } from '../actions.ts';
import { button, type CardElement } from '../card.ts';

/** On a lead's row, how many of its offices have reported; others' parts only. */
export interface FanOutCount {
  readonly taskId: string;
  readonly done: number;
  readonly total: number;
}

/** `落实 7/12` under the row of its lead: opens 各处室落实情况. Nothing where there is nobody else. */
export function fanOutLink(count: FanOutCount | null | undefined, place: ButtonPlace): readonly CardElement[] {
  if (!count || count.total === 0) return [];
  return [
    button({
      text: `落实 ${count.done}/${count.total}`,
      type: 'primary_text',
      size: 'small',
      action: { a: 'fan-out.open', v: 1, c: place.cardId, t: count.taskId },
    }),
  ];
}
