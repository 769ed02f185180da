import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { type ButtonPlace, targetOf } from './actions.ts';
import { ASK_FIELD } from './ask-form.ts';
import { button, buttonRow, type CardElement, datePicker, font, form, input, markdown, select } from './card.ts';
import { plain } from './escape-markdown.ts';
import { ATTRIBUTES } from './proof-form.ts';
import { LONGEST, readPickedDate } from './report-form.ts';
import { fittingInput } from './report-form-card.ts';
import type { AskView } from './row-acts-view.ts';
import { clip, dayWords } from './words.ts';

/** Every choice of a list is an element of the card: longer lists are typed. */
export const LONGEST_OFFICE_LIST = 40;

const LABEL = { margin: '0px 0px -4px 0px' };

/** The open form behind ⋯ of a row, with what was typed and, after a mistake, one line that says what is missing. */
export function askForm(
  row: { readonly partId: string; readonly version: number; readonly dueOn: CivilDate | null },
  ask: AskView,
  place: ButtonPlace,
): CardElement {
  const target = targetOf(row, place);
  return form('ask', [
    ...(ask.error === null ? [] : [markdown(font('red', plain(clip(ask.error, 100))))]),
    ...fieldsOf(ask, row.dueOn),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'part.ask', ...target, k: ask.kind },
      }),
      button({ text: '取消', inForm: { name: 'cancel', submits: false }, action: { a: 'part.cancel', ...target } }),
    ]),
  ]);
}

function fieldsOf(ask: AskView, dueOn: CivilDate | null): readonly CardElement[] {
  switch (ask.kind) {
    case 'extension':
      return [
        ...day(`申请延期至（必填${dueOn === null ? '' : `，晚于 ${dayWords(dueOn)}`}）`, ask),
        sentence('原因（必填）', '为什么不能按期办结', ask),
      ];
    case 'excuse':
      return [sentence('不涉及的理由（必填）', '为什么不由本单位办理', ask)];
    case 'transfer':
      return [...office(ask), sentence('理由（必填）', '为什么应由该单位办理', ask)];
    case 'proof':
      return proofFields(ask);
    case 'snooze':
      return day(`哪天再提醒（必填${ask.until === null ? '' : `，${dayWords(ask.until)}及以前`}；最多两次）`, ask);
  }
}

function proofFields({ proof, values }: AskView): readonly CardElement[] {
  if (!proof) return [];
  const grounds = proof.attribute ? '说明（不予公开的，必须写明理由和依据）' : '不予公开的理由和依据（必填）';
  const noteLabel = proof.attribute || proof.grounds ? grounds : '补正说明';
  return [
    ...(proof.attribute
      ? [
          markdown('公开属性（必选）', LABEL),
          select({
            name: ASK_FIELD.attribute,
            placeholder: '请选择',
            options: ATTRIBUTES.map((each) => ({ value: each, text: each })),
            chosen: values.attribute ?? null,
          }),
        ]
      : []),
    ...(proof.link || proof.materials
      ? [
          input({
            name: ASK_FIELD.link,
            label: proof.link ? '网址（必填）' : '材料的网址',
            placeholder: '公开页面或材料的网址',
            maxLength: LONGEST.link,
            value: fittingInput(values.link ?? '', LONGEST.link),
          }),
        ]
      : []),
    noteInput(noteLabel, '补了什么', values.note),
  ];
}

function office({ offices, values }: AskView): readonly CardElement[] {
  const chosen = values.office ?? '';
  if (offices.length > LONGEST_OFFICE_LIST) {
    return [
      input({
        name: ASK_FIELD.office,
        label: '转交给（必填）',
        placeholder: '单位名称',
        maxLength: 50,
        value: fittingInput(chosen, 50),
      }),
    ];
  }
  return [
    markdown('转交给（必填）', LABEL),
    select({
      name: ASK_FIELD.office,
      placeholder: '请选择单位',
      options: offices.map(({ id, name }) => ({ value: id, text: clip(name, 30) })),
      chosen,
    }),
  ];
}

function day(label: string, { values }: AskView): readonly CardElement[] {
  return [
    markdown(label, LABEL),
    datePicker({ name: ASK_FIELD.date, placeholder: '请选择日期', initial: readPickedDate(values.date) ?? null }),
  ];
}

function sentence(label: string, placeholder: string, { values }: AskView): CardElement {
  return noteInput(label, placeholder, values.note);
}

/** A sentence to write, as all forms of requests and decisions have it. */
export function noteInput(label: string, placeholder: string, value: string): CardElement {
  return input({
    name: ASK_FIELD.note,
    label,
    placeholder: `${placeholder}（${LONGEST.note} 字以内）`,
    maxLength: LONGEST.note,
    value: fittingInput(value, LONGEST.note),
    rows: 2,
  });
}
