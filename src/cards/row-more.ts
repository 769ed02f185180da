import { z } from 'zod';
import type { PartChoice } from '../domain/ledger/part-story.ts';
import { type ButtonPlace, targetOf } from './actions.ts';
import { type CardElement, overflow } from './card.ts';
import type { RowActs } from './row-acts-view.ts';

const CHOICE_WORDS: Readonly<Record<PartChoice, string>> = {
  seen: '签收',
  extension: '申请延期',
  excuse: '不涉及',
  transfer: '转交',
  snooze: '稍后提醒',
  withdraw: '撤回申请',
};

const Choice = z.enum(['seen', 'extension', 'excuse', 'transfer', 'snooze', 'withdraw']);

/** ⋯ of a row, or nothing where nothing stands behind it. An open request has its own button. */
export function moreMenu(
  row: { readonly partId: string; readonly version: number; readonly acts: RowActs },
  place: ButtonPlace,
): readonly CardElement[] {
  const choices = row.acts.choices.filter((choice) => choice !== 'withdraw');
  if (choices.length === 0) return [];
  const options = choices.map((choice) => ({ value: choice, text: CHOICE_WORDS[choice] }));
  return [overflow({ options, action: { a: 'part.more', ...targetOf(row, place) } })];
}

/** What was chosen behind ⋯, as the platform reports it. */
export function readChoice(option: string | null): PartChoice | undefined {
  const read = Choice.safeParse(option);
  return read.success ? read.data : undefined;
}
