import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  columns,
  font,
  header,
  hr,
  markdown,
  note,
} from '../card.ts';
import { fitCard } from '../fit-card.ts';
import { pageNote, turnButtons } from '../page-turner.ts';
import { dotted, timeWords } from '../words.ts';
import { returnForm } from './return-form.ts';
import { fileButtons } from './submission-file.ts';
import { aboutLine, duplicateLine, fateLine, linkLine, submissionTitle } from './submission-lines.ts';
import type { SubmissionsView, SubmissionView } from './submission-view.ts';

const BELOW = { margin: '-4px 0px 0px 0px' };

/** The reviewer's queue of 报送: 采用 and 退回 for each, or what was decided, with 更正. */
export function submissionsCard(view: SubmissionsView): CardJson {
  return fitCard(view.rows.length, (detail, most) => {
    const rows = cut(view, most);
    const hidden = view.rows.length - rows.length;
    return card({
      summary: countWords(view),
      header: header({
        title: view.view === 'queue' ? '报送审核' : '报送审核 · 已审核',
        colour: view.waiting === 0 ? 'green' : 'blue',
      }),
      elements: [
        markdown(`${countWords(view)} · 截至 ${timeWords(view.at)}`),
        ...(view.view === 'decided' && rows.length === 0 ? [note('还没有审核过的报送')] : []),
        ...rows.flatMap((row) => rowElements(row, view, detail.title)),
        ...(hidden > 0 ? [note(`还有 ${hidden} 条未列出，点“刷新”后补上`)] : []),
        ...foot(view, rows),
      ],
    });
  });
}

/** The row with the open form is always among those shown. */
function cut({ rows, returning }: SubmissionsView, most: number): readonly SubmissionView[] {
  const first = rows.slice(0, most);
  const open = rows.find(({ id }) => id === returning?.id);
  return open && most > 0 && !first.includes(open) ? [...first.slice(0, -1), open] : first;
}

function countWords({ waiting, coming }: SubmissionsView): string {
  const words = waiting === 0 ? '没有待审核的报送' : `待审核 ${waiting} 条`;
  return coming === 0 ? words : `${words}，另有 ${coming} 项已登记、尚未举行`;
}

function rowElements(row: SubmissionView, view: SubmissionsView, length: number): readonly CardElement[] {
  if (row.state !== 'submitted') return decidedRow(row, view, Math.min(length, 40));
  const link = linkLine(row);
  const duplicate = duplicateLine(row);
  return [
    markdown(`**${submissionTitle(row, length)}**`, { margin: '8px 0px 0px 0px' }),
    markdown(dotted([aboutLine(row, view.today), row.split ? '拆分计数' : null]), { size: 'notation', ...BELOW }),
    ...(link === null ? [] : [markdown(link, { size: 'notation', ...BELOW })]),
    ...fileButtons(row, view.cardId),
    ...(duplicate === null ? [] : [markdown(font('orange', duplicate), { size: 'notation', ...BELOW })]),
    ...(row.correction ? [note('该月已关账：采用后列为更正', BELOW)] : []),
    ...(view.returning?.id === row.id
      ? [returnForm(row, view.returning, view.cardId)]
      : [buttonRow([...decideButtons(row, view.cardId), ...creditButtons(row, view.cardId)])]),
  ];
}

function decideButtons({ id, version, duplicates }: SubmissionView, cardId: string): readonly CardElement[] {
  const target = { v: 1, c: cardId, s: id, n: version } as const;
  return [
    button({
      text: '采用',
      type: 'primary',
      ...(duplicates.length > 0 && { confirm: { title: '疑似重复，仍要采用', text: '采用后两条都会计数。' } }),
      action: { a: 'submissions.accept', ...target },
    }),
    button({ text: '退回', action: { a: 'submissions.write-return', ...target } }),
  ];
}

/** @param look as the other buttons of its row */
function creditButtons(
  { id, version, acts }: SubmissionView,
  cardId: string,
  look: Pick<Parameters<typeof button>[0], 'type' | 'size'> = {},
): readonly CardElement[] {
  const target = { v: 1, c: cardId, s: id, n: version } as const;
  if (acts.includes('split')) {
    return [button({ text: '拆分计数', ...look, action: { a: 'submissions.split', ...target } })];
  }
  if (!acts.includes('join')) return [];
  return [button({ text: '合并计数', ...look, action: { a: 'submissions.join', ...target } })];
}

function decidedRow(row: SubmissionView, { cardId, today }: SubmissionsView, length: number): readonly CardElement[] {
  const text = [
    markdown(font('grey', `${row.state === 'accepted' ? '✓ ' : ''}${submissionTitle(row, length)}`)),
    markdown(fateLine(row), { size: 'notation', ...BELOW }),
    markdown(aboutLine(row, today), { size: 'notation', ...BELOW }),
  ];
  const target = { v: 1, c: cardId, s: row.id, n: row.version } as const;
  const buttons = [
    ...(row.acts.includes('reopen') && row.state !== 'withdrawn'
      ? [button({ text: '更正', type: 'primary_text', size: 'small', action: { a: 'submissions.reopen', ...target } })]
      : []),
    ...(row.state === 'accepted' ? creditButtons(row, cardId, { type: 'primary_text', size: 'small' }) : []),
    ...fileButtons(row, cardId),
  ];
  const own = buttons.length === 0 ? [] : [{ width: 'auto' as const, elements: buttons }];
  return [columns([{ width: 1, elements: text }, ...own], { align: 'center' })];
}

function foot(view: SubmissionsView, rows: readonly SubmissionView[]): readonly CardElement[] {
  const { cardId, page } = view;
  const show = (list: SubmissionsView['view'], g: number) =>
    ({ a: list === 'queue' ? 'submissions.queue' : 'submissions.decided', v: 1, c: cardId, g }) as const;
  const open = rows.filter(({ state }) => state === 'submitted');
  // The count that is confirmed is the count that is accepted.
  const clear = open.filter(({ duplicates }) => duplicates.length === 0);
  const flagged = open.length - clear.length;
  const other =
    view.view === 'queue'
      ? button({ text: '已审核', size: 'small', action: show('decided', 1) })
      : button({ text: '待审核', size: 'small', action: show('queue', 1) });
  return [
    hr(),
    ...(page.of > 1 ? [pageNote(page)] : []),
    ...(view.view === 'queue' && clear.length > 1
      ? [
          buttonRow([
            button({
              text: '本页全部采用',
              confirm: {
                title: `采用本页 ${clear.length} 条`,
                text: flagged > 0 ? `另有 ${flagged} 条疑似重复，不在其内，请逐条核对。` : '采用后可逐条更正。',
              },
              action: { a: 'submissions.accept-all', v: 1, c: cardId, w: open.map(({ id }) => id) },
            }),
          ]),
        ]
      : []),
    buttonRow([
      ...turnButtons(page, (g) => show(view.view, g)),
      ...(page.number > 1 && page.number < page.of
        ? []
        : [button({ text: '刷新', size: 'small', action: show(view.view, page.number) })]),
      other,
    ]),
  ];
}
