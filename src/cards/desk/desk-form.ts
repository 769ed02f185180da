import { RETURN_REASONS, type ReturnReason } from '../../domain/ledger/part-act.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { RETURN_REASON_WORDS } from '../act-text.ts';
import { type ButtonPlace, targetOf } from '../actions.ts';
import { ASK_FIELD } from '../ask-form.ts';
import { noteInput } from '../ask-form-card.ts';
import { button, buttonRow, type CardElement, font, form, markdown, multiSelect } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { type FormError, LONGEST } from '../report-form.ts';
import { clip, tidy } from '../words.ts';
import type { DeskRowView } from './desk-view.ts';

/** The open form of 退文 or 不同意, with what was typed and, after a mistake, one line that says what is missing. */
export function deskForm(row: DeskRowView, open: NonNullable<DeskRowView['form']>, place: ButtonPlace): CardElement {
  const target = targetOf(row, place);
  const action = open.kind === 'return' ? 'desk.return' : 'desk.refuse';
  return form('decide', [
    ...(open.error === null ? [] : [markdown(font('red', plain(clip(open.error, 100))))]),
    ...fieldsOf(open),
    buttonRow([
      button({
        text: open.kind === 'return' ? '确认退文' : '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: action, ...target },
      }),
      button({ text: '取消', inForm: { name: 'cancel', submits: false }, action: { a: 'desk.cancel', ...target } }),
    ]),
  ]);
}

function fieldsOf({ kind, values }: NonNullable<DeskRowView['form']>): readonly CardElement[] {
  if (kind === 'refuse') return [noteInput('不同意的理由（必填）', '请写明理由，办理单位会看到', values.note)];
  return [
    markdown('退文理由（必选，可多选）', { margin: '0px 0px -4px 0px' }),
    multiSelect({
      name: ASK_FIELD.reasons,
      placeholder: '请选择',
      options: RETURN_REASONS.map((reason) => ({ value: reason, text: RETURN_REASON_WORDS[reason] })),
      chosen: values.reasons ?? [],
    }),
    noteInput('补正要求（选“其他”时必填）', '缺什么、怎么补', values.note),
  ];
}

/** What the reviewer filled in; what is missing is judged with the part. */
export function parseDeskForm(
  fields: Readonly<Record<string, unknown>>,
): Outcome<
  { readonly note: string; readonly reasons: readonly ReturnReason[] },
  Extract<FormError, { readonly kind: 'note-too-long' }>
> {
  const typed = deskValues(fields);
  const note = tidy(typed.note);
  const length = Array.from(note).length;
  if (length > LONGEST.note) return refused({ kind: 'note-too-long', length, longest: LONGEST.note });
  return ok({ note, reasons: RETURN_REASONS.filter((reason) => typed.reasons.includes(reason)) });
}

/** The fields as typed, to draw the form again after a mistake. */
export function deskValues(fields: Readonly<Record<string, unknown>>) {
  const note = fields[ASK_FIELD.note];
  const reasons: unknown = fields[ASK_FIELD.reasons];
  const chosen: readonly unknown[] = Array.isArray(reasons) ? reasons : [reasons];
  return {
    note: typeof note === 'string' ? note : '',
    reasons: chosen.filter((reason): reason is string => typeof reason === 'string'),
  };
}
