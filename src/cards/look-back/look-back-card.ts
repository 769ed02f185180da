import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { QuestionAnswer } from '../../domain/look-back/question.ts';
import { type Action, type ButtonPlace, targetOf } from '../actions.ts';
import { noteInput } from '../ask-form-card.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  columns,
  font,
  form,
  header,
  hr,
  markdown,
  note,
} from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { fitCard } from '../fit-card.ts';
import type { Detail } from '../row.ts';
import { rowTitle } from '../row-title.ts';
import { clip, dateWords, momentWords } from '../words.ts';
import { ANSWER_WORDS } from './look-back-text.ts';

export interface LookBackView {
  readonly cardId: string;
  readonly on: CivilDate;
  readonly title: string;
  readonly officeName: string;
  /** The plan was withdrawn: nothing is asked any more. */
  readonly over: boolean;
  readonly rows: readonly LookBackRow[];
}

export interface LookBackRow {
  readonly partId: string;
  readonly version: number;
  readonly no: string | null;
  readonly text: string;
  readonly dueOn: CivilDate | null;
  readonly answer: QuestionAnswer;
  /** The answer that holds; null where nobody has answered, or where others closed the row. */
  readonly reply: {
    readonly personName: string;
    readonly at: Instant;
    readonly note: string;
    readonly undoable: boolean;
  } | null;
  /** Returned (退文) by the reviewer, with what is missing. */
  readonly returned: string | null;
  /** The open form of 已反弹. */
  readonly form: { readonly note: string; readonly error: string | null } | null;
}

const BELOW = '-4px 0px 0px 0px';

/** Asks an office about closed rows of last year: 仍在落实 at once, 已反弹 with a sentence. */
export function lookBackCard(view: LookBackView): CardJson {
  return fitCard(view.rows.length, (detail, rows) => draw(view, detail, rows));
}

function draw(view: LookBackView, detail: Detail, most: number): CardJson {
  const waiting = view.rows.filter(({ answer }) => answer === 'unanswered').length;
  const rows = view.rows.slice(0, most);
  const hidden = view.rows.length - rows.length;
  const said = view.over ? '已停止，无需答复' : waiting === 0 ? '均已答复' : `待答复 ${waiting} 项`;
  const colour = view.over ? 'grey' : waiting === 0 ? 'green' : 'blue';
  return card({
    summary: `“回头看”抽查：${clip(view.officeName, 20)} ${said}`,
    header: header({ title: `“回头看”抽查 · ${dateWords(view.on)}`, subtitle: clip(view.title, 40), colour }),
    elements: [
      markdown(`**${plain(clip(view.officeName, 20))}** 共 ${view.rows.length} 项，${said}`),
      ...(view.over || waiting === 0 ? [] : [note('以下事项上年已办结，请逐项答复现在是否仍在落实。')]),
      ...rows.flatMap((row) => rowElements(row, view, detail)),
      ...(hidden > 0 ? [note(`还有 ${hidden} 项未列出，发“我的任务”可查看`)] : []),
      hr(),
      note('口径：抽查上年已办结的事项，每个单位至少一项；答“已反弹”的列入整改台账。'),
    ],
  });
}

function rowElements(row: LookBackRow, view: LookBackView, detail: Detail): readonly CardElement[] {
  const place: ButtonPlace = { cardId: view.cardId, replaced: false };
  // The question says what was closed and when: it is shown longer than a row's title elsewhere.
  const title = markdown(`**${rowTitle(row, detail.title * 2)}**`, { margin: '8px 0px 0px 0px' });
  if (row.answer !== 'unanswered') return [title, answeredLine(row, view, place)];
  const due = row.dueOn === null ? [] : [note(`请于 ${dateWords(row.dueOn, view.on)}前答复`, { margin: BELOW })];
  const returned = row.returned === null ? [] : [markdown(font('orange', plain(row.returned)), { size: 'notation' })];
  if (view.over) return [title];
  return [title, ...due, ...returned, row.form ? reboundForm(row, row.form, place) : buttons(row, place)];
}

function answeredLine(row: LookBackRow, view: LookBackView, place: ButtonPlace): CardElement {
  const { reply } = row;
  const who = reply ? `${plain(clip(reply.personName, 10))} ${momentWords(reply.at)} ` : '';
  const said = reply && reply.note !== '' ? plain(clip(reply.note, 100)) : ANSWER_WORDS[row.answer];
  const text = `${who}${font(row.answer === 'rebounded' ? 'orange' : 'green', said)}`;
  const line = markdown(text, { size: 'notation' });
  if (view.over || !reply?.undoable) return line;
  const undo = button({
    text: '撤回',
    size: 'small',
    type: 'primary_text',
    action: { a: 'look-back.undo', ...targetOf(row, place) },
  });
  return columns(
    [
      { width: 1, elements: [line] },
      { width: 'auto', elements: [undo] },
    ],
    { align: 'center' },
  );
}

function buttons(row: LookBackRow, place: ButtonPlace): CardElement {
  const act = (text: string, a: 'look-back.holds' | 'look-back.write', primary: boolean) => {
    const action: Action = { a, ...targetOf(row, place) };
    return button({ text, size: 'small', action, ...(primary ? { type: 'primary' as const } : {}) });
  };
  return buttonRow([act('仍在落实', 'look-back.holds', true), act('已反弹', 'look-back.write', false)]);
}

function reboundForm(row: LookBackRow, open: NonNullable<LookBackRow['form']>, place: ButtonPlace): CardElement {
  const target = targetOf(row, place);
  return form('rebound', [
    ...(open.error === null ? [] : [markdown(font('red', plain(clip(open.error, 100))))]),
    noteInput('哪里反弹（必填）', '一句话写明现在的情况', open.note),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'look-back.rebound', ...target },
      }),
      button({
        text: '取消',
        inForm: { name: 'cancel', submits: false },
        action: { a: 'look-back.cancel', ...target },
      }),
    ]),
  ]);
}
