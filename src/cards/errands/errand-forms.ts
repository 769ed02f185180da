import { type ButtonPlace, targetOf } from '../actions.ts';
import { noteInput } from '../ask-form-card.ts';
import { button, buttonRow, type CardElement, datePicker, font, form, markdown } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { FIELD, readPickedDate, textOf } from '../report-form.ts';
import { clip, tidy } from '../words.ts';
import type { AwaitedView, ErrandView, NoteForm } from './errands-view.ts';

/** 批示: what the leader wants done; the office reads it on its next card. */
export function instructForm(item: ErrandView, open: NoteForm, place: ButtonPlace): CardElement {
  const target = targetOf(item, place);
  return form('instruct', [
    ...errorLine(open),
    noteInput('批示（必填）', '请某单位何时前怎样办', open.note),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'leader.instruct', ...target },
      }),
      button({ text: '取消', inForm: { name: 'cancel', submits: false }, action: { a: 'leader.cancel', ...target } }),
    ]),
  ]);
}

/** 补时限: the date that somebody else has set, and where it is written. */
export function dateForm(item: ErrandView, open: NonNullable<AwaitedView['form']>, place: ButtonPlace): CardElement {
  const target = targetOf(item, place);
  return form('awaited', [
    ...errorLine(open),
    markdown('时限（必填，各责任单位同此）', { margin: '0px 0px -4px 0px' }),
    datePicker({ name: FIELD.date, placeholder: '请选择日期', initial: readPickedDate(open.date) ?? null }),
    noteInput('文号或来源（可不填）', '如 ×府办〔2026〕5号', open.note),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'awaited.date', ...target },
      }),
      button({ text: '取消', inForm: { name: 'cancel', submits: false }, action: { a: 'awaited.cancel', ...target } }),
    ]),
  ]);
}

function errorLine({ error }: NoteForm): readonly CardElement[] {
  return error === null ? [] : [markdown(font('red', plain(clip(error, 100))))];
}

/** A submitted 批示 or 补时限; the date is null where none that exists was picked. */
export function parseErrandForm(fields: Readonly<Record<string, unknown>>) {
  return { note: tidy(textOf(fields[FIELD.note])), dueOn: readPickedDate(textOf(fields[FIELD.date])) ?? null };
}
