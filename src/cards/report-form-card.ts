import { type ButtonPlace, targetOf } from './actions.ts';
import { button, buttonRow, type CardElement, datePicker, font, form, input, markdown, select } from './card.ts';
import { plain } from './escape-markdown.ts';
import type { FormKind, FormValues, RowView } from './morning-view.ts';
import { FIELD, LONGEST, PERCENT_CHOICES, readPickedDate } from './report-form.ts';
import { clip, percentWords } from './words.ts';

/** The open form under a row, with what was typed and, after a mistake, one line that says what is missing. */
export function reportForm(row: RowView, open: NonNullable<RowView['form']>, place: ButtonPlace): CardElement {
  const target = targetOf(row, place);
  return form('report', [
    ...(open.error === null ? [] : [markdown(font('red', plain(clip(open.error, 100))))]),
    ...fieldsOf(open.kind, open.values),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'part.report', ...target, k: open.kind },
      }),
      button({ text: '取消', inForm: { name: 'cancel', submits: false }, action: { a: 'part.cancel', ...target } }),
    ]),
  ]);
}

function fieldsOf(kind: FormKind, values: FormValues): readonly CardElement[] {
  const link = line(FIELD.link, '链接（可不填）', '公开页面或材料的网址', LONGEST.link, values.link);
  const percent = percentChoice(values);
  switch (kind) {
    case 'progress':
      return [...percent, sentence('一句话', '做到哪一步，下一步做什么', values.note), link];
    case 'trouble':
      return [
        sentence('困难（必填）', '卡在哪里，需要解决什么', values.note),
        line(FIELD.helpFrom, '需要谁协调（可不填）', '单位或人', LONGEST.helpFrom, values.helpFrom),
        ...percent,
        link,
      ];
    case 'completed':
      return [...day('完成日期（必填）', values), link, sentence('一句话（可不填）', '完成情况', values.note)];
    case 'postponed':
      return [...day('新时限（必填）', values), sentence('一句话（可不填）', '为什么未完成', values.note)];
  }
}

function percentChoice(values: FormValues): readonly CardElement[] {
  return [
    markdown('进度（可不选）', { margin: '0px 0px -4px 0px' }),
    select({
      name: FIELD.percent,
      placeholder: '请选择',
      options: PERCENT_CHOICES.map((choice) => ({ value: String(choice), text: percentWords(choice) })),
      chosen: values.percent,
    }),
  ];
}

function day(label: string, values: FormValues): readonly CardElement[] {
  return [
    markdown(label, { margin: '0px 0px -4px 0px' }),
    datePicker({ name: FIELD.date, placeholder: '请选择日期', initial: readPickedDate(values.date) ?? null }),
  ];
}

function sentence(label: string, placeholder: string, value: string): CardElement {
  return input({
    name: FIELD.note,
    label,
    placeholder: `${placeholder}（${LONGEST.note} 字以内）`,
    maxLength: LONGEST.note,
    value: fittingInput(value, LONGEST.note),
    rows: 2,
  });
}

function line(name: string, label: string, placeholder: string, maxLength: number, value: string): CardElement {
  return input({ name, label, placeholder, maxLength, value: fittingInput(value, maxLength) });
}

/** What was typed, cut to a field's length. The platform counts UTF-16 units: characters are kept whole and are added while they fit. */
export function fittingInput(value: string, maxLength: number): string {
  let fitted = '';
  for (const character of value.replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')) {
    if (fitted.length + character.length > maxLength) break;
    fitted += character;
  }
  return fitted;
}
