import { type CivilDate, civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { PartState } from '../domain/ledger/part.ts';
import { button, buttonRow, type CardElement, type CardJson, card, header, hr, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import { WEEKLY_DEFINITIONS, WEEKLY_NAMES, WEEKLY_UNIT, type WeeklyNumber } from './weekly-definitions.ts';
import { clip, dateWords, dayWords, dotted, momentWords, numberWords, stateWords } from './words.ts';

/** The rows behind the numbers of a weekly digest, for one person. */
export interface DetailsView {
  readonly cardId: string;
  readonly number: WeeklyNumber;
  /** Null where they were not counted, because another number is shown. */
  readonly counts: Readonly<Record<WeeklyNumber, number | null>>;
  /** Of this page. */
  readonly rows: readonly {
    readonly no: string | null;
    readonly text: string;
    readonly officeName: string;
    readonly dueOn: CivilDate;
    readonly closedOn: CivilDate | null;
    readonly state: PartState;
    readonly percent: number | null;
  }[];
  readonly page: { readonly number: number; readonly of: number };
  /** Null where the person may see every office's rows. */
  readonly onlyOffices: readonly string[] | null;
  readonly at: Instant;
  readonly digestAt: Instant;
  /** The digest is of another day: its numbers may be others. */
  readonly isOld: boolean;
}

const NUMBERS: readonly (readonly WeeklyNumber[])[] = [
  ['completion', 'overdue'],
  ['closed', 'dueNext'],
];

export function detailsCard(view: DetailsView): CardJson {
  const { number, counts, rows, at } = view;
  return card({
    summary: `${WEEKLY_NAMES[number]} ${counts[number] ?? 0} 件明细`,
    header: header({ title: `周报明细 · ${titleOf(number)} ${counts[number] ?? 0} 件`, colour: 'blue' }),
    elements: [
      ...NUMBERS.map((row) => buttonRow(row.map((each) => numberButton(view, each)))),
      note(dotted([oldWords(view), onlyWords(view)])),
      hr(),
      ...(rows.length === 0 ? [note('没有这样的事项')] : rows.flatMap((row) => rowLines(row, civilDateOf(at)))),
      ...pageTurner(view),
      hr(),
      note(`${titleOf(number)}：${WEEKLY_DEFINITIONS[number]}。${WEEKLY_UNIT}。`),
    ],
  });
}

/** The list behind the rate is what it is a share of. */
function titleOf(number: WeeklyNumber): string {
  return number === 'completion' ? '办结率（分母）' : WEEKLY_NAMES[number];
}

function numberButton(view: DetailsView, number: WeeklyNumber): CardElement {
  return button({
    text: `${WEEKLY_NAMES[number]} ${view.counts[number] ?? ''}`.trimEnd(),
    type: number === view.number ? 'primary' : 'default',
    size: 'small',
    action: show(view, number, 1),
  });
}

function oldWords({ isOld, digestAt, at }: DetailsView): string {
  const now = `数据截至 ${momentWords(at)}`;
  return isOld ? `以下为现在的情况，${now}；周报的数字截至 ${momentWords(digestAt)}` : now;
}

function onlyWords({ onlyOffices }: DetailsView): string | null {
  if (onlyOffices === null) return null;
  if (onlyOffices.length === 0) return '您名下没有单位，没有可列的事项';
  return `只列您所在单位（${plain(clip(onlyOffices.join('、'), 30))}）的事项，不等于周报的合计`;
}

function rowLines(row: DetailsView['rows'][number], today: CivilDate): readonly CardElement[] {
  const number = row.no === null ? '' : `${plain(clip(numberWords(row.no), 12))}　`;
  const closed = row.closedOn === null ? null : `${dayWords(row.closedOn, today)}报办结`;
  const state = closed ?? stateWords(row.state, row.percent);
  return [
    markdown(`${number}${plain(clip(row.text, 44))}`),
    note(dotted([plain(clip(row.officeName, 16)), `时限 ${dateWords(row.dueOn, today)}`, state]), {
      margin: '-6px 0px 0px 0px',
    }),
  ];
}

function pageTurner(view: DetailsView): readonly CardElement[] {
  const { number, of } = view.page;
  if (of <= 1) return [];
  const turn = (text: string, page: number) => button({ text, size: 'small', action: show(view, view.number, page) });
  return [
    note(`第 ${number} 页，共 ${of} 页`),
    buttonRow([
      ...(number > 1 ? [turn('上一页', number - 1)] : []),
      ...(number < of ? [turn('下一页', number + 1)] : []),
    ]),
  ];
}

function show({ cardId }: DetailsView, k: WeeklyNumber, g: number) {
  return { a: 'details.show', v: 1, c: cardId, k, g } as const;
}
