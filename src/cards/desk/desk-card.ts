import { button, buttonRow, type CardElement, type CardJson, card, header, hr, markdown, note } from '../card.ts';
import { deskWords } from '../errands/errand-sections.ts';
import { fitCard, ROWS_PER_CARD } from '../fit-card.ts';
import { pageNote, turnButtons } from '../page-turner.ts';
import type { Detail } from '../row.ts';
import { dateWords, timeWords } from '../words.ts';
import { deskRow } from './desk-row.ts';
import type { DeskRowView, DeskView } from './desk-view.ts';

/** Decided rows stay folded beside a full page of waiting ones. */
const ROWS_AT_MOST = ROWS_PER_CARD + 3;

/** The reviewer's desk: what was reported with 通过 and 退文, what was asked for with 同意 and 不同意, oldest first. */
export function deskCard(view: DeskView): CardJson {
  return fitCard(ROWS_AT_MOST, (detail, rows) => draw(view, detail, rows));
}

function draw(view: DeskView, detail: Detail, most: number): CardJson {
  const rows = cut(view.rows, most);
  const hidden = view.rows.length - rows.length;
  const place = { cardId: view.cardId, replaced: false, on: view.on, detail };
  return card({
    summary: countWords(view),
    header: header({ title: `审核 · ${dateWords(view.on)}`, colour: isEmpty(view) ? 'green' : 'blue' }),
    elements: [
      markdown(isEmpty(view) ? countWords(view) : `${countWords(view)} · 截至 ${timeWords(view.at)}`),
      ...rows.flatMap((row) => deskRow(row, place)),
      ...(hidden > 0 ? [note(`还有 ${hidden} 项未列出，办理后自动补上`)] : []),
      ...foot(view),
    ],
  });
}

/** The first rows; the one with the open form is always among them. */
function cut(rows: readonly DeskRowView[], most: number): readonly DeskRowView[] {
  const first = rows.slice(0, most);
  const open = rows.find(({ form }) => form !== null);
  return open && most > 0 && !first.includes(open) ? [...first.slice(0, -1), open] : first;
}

function isEmpty({ counts }: DeskView): boolean {
  return (counts.reviews ?? 0) + counts.requests === 0;
}

/** `待审核 12 件，申请 3 件`. */
function countWords(view: DeskView): string {
  if (isEmpty(view)) return view.counts.reviews === null ? '没有待批复的申请' : '没有待审核的事项';
  return deskWords({ reported: view.counts.reviews ?? 0, requests: view.counts.requests });
}

function foot(view: DeskView): readonly CardElement[] {
  const { page, cardId } = view;
  const show = (g: number) => ({ a: 'desk.page', v: 1, c: cardId, g }) as const;
  return [
    hr(),
    ...(page.of > 1 ? [pageNote(page)] : []),
    buttonRow([...turnButtons(page, show), button({ text: '刷新', size: 'small', action: show(page.number) })]),
  ];
}
