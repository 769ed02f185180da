import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { SUBMISSION_RETURN_REASONS, type SubmissionReturnReason } from '../../domain/quotas/return-reason.ts';
import { ASK_FIELD } from '../ask-form.ts';
import { noteInput } from '../ask-form-card.ts';
import { button, buttonRow, type CardElement, font, form, markdown, multiSelect } from '../card.ts';
import { deskValues } from '../desk/desk-form.ts';
import { plain } from '../escape-markdown.ts';
import { LONGEST } from '../report-form.ts';
import { clip, tidy } from '../words.ts';
import type { SubmissionsView, SubmissionView } from './submission-view.ts';

/** The form of 退回, with what was filled in and, after a mistake, what is missing. */
export function returnForm(
  { id, version, matter }: SubmissionView,
  open: NonNullable<SubmissionsView['returning']>,
  cardId: string,
): CardElement {
  const target = { v: 1, c: cardId, s: id, n: version } as const;
  return form('return', [
    ...(open.error === null ? [] : [markdown(font('red', plain(clip(open.error, 100))))]),
    markdown('退回理由（必选，可多选）', { margin: '0px 0px -4px 0px' }),
    multiSelect({
      name: ASK_FIELD.reasons,
      placeholder: '请选择',
      options: SUBMISSION_RETURN_REASONS.map((reason) => ({ value: reason, text: returnReasonWords(reason, matter) })),
      chosen: open.values.reasons,
    }),
    noteInput('说明（选“其他”时必填）', '报送单位会看到', open.values.note),
    buttonRow([
      button({
        text: '确认退回',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'submissions.return', ...target },
      }),
      button({
        text: '取消',
        inForm: { name: 'cancel', submits: false },
        action: { a: 'submissions.cancel', ...target },
      }),
    ]),
  ]);
}

export function returnReasonWords(reason: SubmissionReturnReason, matter: string): string {
  switch (reason) {
    case 'duplicate':
      return '重复报送';
    case 'not-the-matter':
      return `不属于${clip(matter, 12)}`;
    case 'untrue':
      return '内容不实';
    case 'link-broken':
      return '链接打不开';
    case 'other':
      return '其他';
  }
}

export type ReturnFormError =
  | { readonly kind: 'reasons-missing' }
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'note-too-long'; readonly length: number; readonly longest: number };

export interface ReturnForm {
  readonly reasons: readonly SubmissionReturnReason[];
  /** The reasons and the sentence in words, as the office reads them: `重复报送；链接打不开：请核对`. */
  readonly reason: string;
}

export function parseReturnForm(
  fields: Readonly<Record<string, unknown>>,
  matter: string,
): Outcome<ReturnForm, ReturnFormError> {
  const typed = deskValues(fields);
  const reasons = SUBMISSION_RETURN_REASONS.filter((reason) => typed.reasons.includes(reason));
  const note = tidy(typed.note);
  if (reasons.length === 0) return refused({ kind: 'reasons-missing' });
  if (reasons.includes('other') && note === '') return refused({ kind: 'note-missing' });
  const length = Array.from(note).length;
  if (length > LONGEST.note) return refused({ kind: 'note-too-long', length, longest: LONGEST.note });
  const said = reasons.filter((reason) => reason !== 'other').map((reason) => returnReasonWords(reason, matter));
  return ok({ reasons, reason: [said.join('；'), note].filter((part) => part !== '').join('：') });
}

export function returnErrorText(error: ReturnFormError): string {
  switch (error.kind) {
    case 'reasons-missing':
      return '请选择退回理由';
    case 'note-missing':
      return '选了“其他”，请写一句说明';
    case 'note-too-long':
      return `说明请在 ${error.longest} 字以内，现有 ${error.length} 字`;
  }
}
