import type { Action } from '../actions.ts';
import { button, buttonRow, type CardElement, font, form, hr, input, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { issueTitle } from '../issue-text.ts';
import { clip } from '../words.ts';
import { REVIEW_FIELD } from './review-fields.ts';
import type { IssueView } from './review-view.ts';
import { rowElements } from './row-elements.ts';

const MARKS = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧'] as const;
const PHRASES_SHOWN = 8;
/** Longest words that a decision can have. */
export const LONGEST_WORDS = 100;

/** One 疑点: what it is about, what the document says and where, and the ways to decide it. */
export function issueElements(view: IssueView, rows: number): readonly CardElement[] {
  return [
    markdown(`**${issueTitle(view)}**${view.blocking && !view.decided ? `　${font('orange', '须先确定')}` : ''}`),
    ...view.rows.slice(0, rows).flatMap((row) => rowElements(row)),
    ...moreLine(view.rows.length - rows + view.moreRows),
    ...phraseLines(view),
    ...(view.suggestion ? [markdown(`建议：${plain(clip(view.suggestion, 120))}`)] : []),
    ...(view.decided
      ? [markdown(font('green', `已定：${plain(clip(view.decided.text, 80))}　${plain(clip(view.decided.by, 10))}`))]
      : []),
    ...(view.form ? [rewriteForm(view, view.form)] : decisionButtons(view)),
    hr(),
    turning(view),
  ];
}

function moreLine(more: number): readonly CardElement[] {
  return more > 0 ? [note(`另有 ${more} 项任务同此`)] : [];
}

function phraseLines(view: IssueView): readonly CardElement[] {
  const shown = view.phrases.filter(({ text }) => text !== '').slice(0, PHRASES_SHOWN);
  if (shown.length === 0) return [];
  const lines = shown.map(({ text, place }, at) => {
    const mark = view.readings ? `${MARKS[at] ?? '·'} ` : '';
    return markdown(
      `${mark}“${plain(clip(text, 80))}”${place === '' ? '' : font('grey', `（${plain(clip(place, 30))}）`)}`,
      { margin: '-4px 0px 0px 0px' },
    );
  });
  const more = view.phrases.length - shown.length;
  return [...lines, ...(more > 0 ? [note(`另有 ${more} 处`)] : [])];
}

function decisionButtons(view: IssueView): readonly CardElement[] {
  const place = { v: 1, c: view.cardId, i: view.no } as const;
  const act = (text: string, action: Action, primary: boolean) =>
    button({ text, action, size: 'small', ...(primary ? { type: 'primary_filled' as const } : {}) });
  const rewrite = view.canRewrite ? [act('改为…', { a: 'review.write', ...place }, false)] : [];
  if (view.decided) return [buttonRow([act('重新决定', { a: 'review.reopen', ...place }, false)])];
  if (!view.readings) return [buttonRow([act('采用建议', { a: 'review.keep', ...place }, true), ...rewrite])];
  const { preselected } = view.readings;
  const take = view.phrases
    .slice(0, 2)
    .map((_, at) => act(`按${MARKS[at] ?? ''}`, { a: 'review.take', ...place, r: at }, at === preselected));
  return [buttonRow([...take, ...rewrite])];
}

function rewriteForm(view: IssueView, open: NonNullable<IssueView['form']>): CardElement {
  const place = { v: 1, c: view.cardId, i: view.no } as const;
  return form('rewrite', [
    ...(open.error === null ? [] : [markdown(font('red', plain(clip(open.error, 100))))]),
    input({
      name: REVIEW_FIELD.words,
      label: view.affects > 1 ? `改为（对以上 ${view.affects} 项都适用）` : '改为',
      placeholder: open.hint,
      maxLength: LONGEST_WORDS,
      value: clip(open.value, LONGEST_WORDS),
    }),
    buttonRow([
      button({
        text: '确定',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'review.as', ...place },
      }),
      button({ text: '取消', inForm: { name: 'cancel', submits: false }, action: { a: 'review.issue', ...place } }),
    ]),
  ]);
}

function turning(view: IssueView): CardElement {
  const turn = (text: string, to: number | null, all = false) =>
    to === null
      ? []
      : [
          button({
            text,
            size: 'small',
            action: { a: all ? 'review.overview' : 'review.issue', v: 1, c: view.cardId, i: to },
          }),
        ];
  return buttonRow([...turn('上一处', view.previous), ...turn('下一处', view.next), ...turn('回总览', 0, true)]);
}
