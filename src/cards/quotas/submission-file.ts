import { button, type CardElement } from '../card.ts';
import type { SubmissionView } from './submission-view.ts';

/** 查看附件, where there is one: the file comes in the presser's own chat, the card stays as it is. */
export function fileButtons(
  { id, fileName }: Pick<SubmissionView, 'id' | 'fileName'>,
  cardId: string,
): readonly CardElement[] {
  if (fileName === null) return [];
  const action = { a: 'submission.file', v: 1, c: cardId, s: id } as const;
  return [button({ text: '查看附件', type: 'primary_text', size: 'small', action })];
}
