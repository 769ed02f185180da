import type { Action } from '../actions.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  font,
  form,
  header,
  hr,
  input,
  markdown,
  note,
} from '../card.ts';
import { fitsCard } from '../card-size.ts';
import { plain } from '../escape-markdown.ts';
import { pageTurner } from '../page-turner.ts';
import { clip, dateWords, momentWords } from '../words.ts';
import { REVIEW_FIELD } from './review-fields.ts';
import type { ConfirmView } from './review-view.ts';
import { rowElements } from './row-elements.ts';

/** Rows on one page of the card. */
export const CONFIRM_ROWS = 8;
/** Longest objection, in characters. */
export const LONGEST_REASON = 200;

/** What an office is asked about its rows before a plan goes into force. */
export function confirmCard(view: ConfirmView): CardJson {
  const drawn = draw(view, 60);
  return fitsCard(drawn) ? drawn : draw(view, 30);
}

function draw(view: ConfirmView, length: number): CardJson {
  const title = `${TITLES[view.state]} · ${dateWords(view.on)}`;
  const colour = { asked: 'blue', confirmed: 'green', objected: 'yellow', settled: 'green', over: 'grey' } as const;
  return card({
    summary: `${TITLES[view.state]}：${clip(view.officeName, 20)} ${view.total} 项`,
    header: header({ title, subtitle: clip(view.title, 40), colour: colour[view.state] }),
    elements: [
      markdown(`**${plain(clip(view.officeName, 20))}** 共 ${view.total} 项。${ASK[view.state]}`),
      ...answerLines(view),
      ...view.rows.flatMap((row) =>
        rowElements(row, { length, lines: row.past ? [font('orange', '时限早于印发日期，施行后请补报完成情况')] : [] }),
      ),
      ...pageTurner(view.page, (g) => ({ a: 'confirm.page', v: 1, c: view.cardId, g })),
      ...(view.state === 'over' ? [] : foot(view)),
    ],
  });
}

function foot(view: ConfirmView): readonly CardElement[] {
  return [
    hr(),
    ...(view.form ? [objectionForm(view, view.form)] : buttons(view)),
    note('发布以前不催办。发布后每个工作日 9:00 发一张待办卡片，没有待办不发。'),
  ];
}

const TITLES: Readonly<Record<ConfirmView['state'], string>> = {
  asked: '请核对任务分工',
  confirmed: '任务分工已确认',
  objected: '任务分工有异议',
  settled: '任务分工已核对',
  over: '任务分工核对已结束',
};

const ASK: Readonly<Record<ConfirmView['state'], string>> = {
  asked: '请核对事项、分工和时限，无误点“确认无误”。',
  confirmed: '已确认。',
  objected: '异议已提交，等待主管机构处理。',
  settled: '主管机构已处理异议，维持原文。',
  over: '核对已结束。',
};

function answerLines({ answer, state }: ConfirmView): readonly CardElement[] {
  if (!answer || state === 'asked') return [];
  const what = answer.reason === '' ? '已确认' : `提出异议：${clip(answer.reason, 120)}`;
  return [markdown(font('grey', plain(`${clip(answer.by, 10)} ${momentWords(answer.at)} ${what}`)))];
}

function buttons({ cardId, state }: ConfirmView): readonly CardElement[] {
  const act = (text: string, a: 'confirm.yes' | 'confirm.write', primary: boolean) => {
    const action: Action = { a, v: 1, c: cardId };
    return button({ text, action, ...(primary ? { type: 'primary_filled' as const } : {}) });
  };
  switch (state) {
    case 'asked':
      return [buttonRow([act('确认无误', 'confirm.yes', true), act('提出异议', 'confirm.write', false)])];
    case 'confirmed':
      return [buttonRow([act('提出异议', 'confirm.write', false)])];
    case 'objected':
      return [buttonRow([act('改为确认', 'confirm.yes', false), act('修改异议', 'confirm.write', false)])];
    case 'settled':
    case 'over':
      return [];
  }
}

function objectionForm(view: ConfirmView, open: NonNullable<ConfirmView['form']>): CardElement {
  return form('objection', [
    ...(open.error === null ? [] : [markdown(font('red', plain(open.error)))]),
    input({
      name: REVIEW_FIELD.reason,
      label: '异议（必填）',
      placeholder: `哪一项，哪里不对，应当怎样（${LONGEST_REASON} 字以内）`,
      maxLength: LONGEST_REASON,
      value: clip(open.value, LONGEST_REASON),
      rows: 3,
    }),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'confirm.object', v: 1, c: view.cardId },
      }),
      button({
        text: '取消',
        inForm: { name: 'cancel', submits: false },
        action: { a: 'confirm.page', v: 1, c: view.cardId, g: view.page.number },
      }),
    ]),
  ]);
}
