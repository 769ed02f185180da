import { type CivilDate, civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { PartState } from '../domain/ledger/part.ts';
import type { SubmissionState } from '../domain/quotas/submission.ts';
import { hundredths } from '../domain/quotas/tally.ts';
import type { DetailsSource, ReportNumber } from '../domain/reports/details-source.ts';
import type { GroupName, Page } from '../domain/reports/listing.ts';
import { button, buttonRow, type CardElement, type CardJson, card, header, hr, markdown, note } from './card.ts';
import { type DetailsWords, detailsWords, groupWords, instantWords } from './details-words.ts';
import { plain } from './escape-markdown.ts';
import { fitCard, ROWS_PER_CARD } from './fit-card.ts';
import { linkTo } from './link.ts';
import { pageTurner } from './page-turner.ts';
import { submissionStateWords } from './quotas/submission-text.ts';
import type { Detail } from './row.ts';
import { rowTitle } from './row-title.ts';
import { clip, dateWords, dayWords, dotted, stateWords } from './words.ts';

/** The rows behind the numbers of a weekly digest or of a month's summary, for one person. */
export interface DetailsView {
  readonly cardId: string;
  readonly source: DetailsSource;
  readonly number: ReportNumber;
  /** In the order of the buttons. */
  readonly counts: readonly { readonly number: ReportNumber; readonly count: number }[];
  /** Of this page. */
  readonly groups: readonly {
    readonly name: GroupName | null;
    readonly count: number;
    readonly rows: readonly (PartLine | SubmissionLine)[];
  }[];
  readonly page: Page;
  /** Null where the person may see every office's rows. */
  readonly onlyOffices: readonly string[] | null;
  readonly at: Instant;
  /** The report is of another day. */
  readonly isOld: boolean;
  /** What the summary says, where the records do not give it any more. */
  readonly posted: number | null;
}

export interface PartLine {
  readonly kind: 'part';
  readonly no: string | null;
  readonly text: string;
  readonly officeName: string;
  readonly dueOn: CivilDate;
  readonly closedOn: CivilDate | null;
  readonly state: PartState;
  readonly percent: number | null;
  /** When it was closed, where it was open then. */
  readonly closedSince: CivilDate | null;
}

export interface SubmissionLine {
  readonly kind: 'submission';
  readonly title: string;
  readonly link: string | null;
  readonly officeName: string;
  readonly jointNames: readonly string[];
  readonly eventOn: CivilDate;
  readonly isLate: boolean;
  readonly state: SubmissionState;
  /** Of 1, where it is split between offices. */
  readonly share: number;
  /** Where it stands by now, if that is another. */
  readonly stateNow: SubmissionState | null;
}

/** Links are left out where they do not fit, and texts are shortened: no row is. */
export function detailsCard(view: DetailsView): CardJson {
  return fitCard(ROWS_PER_CARD, (detail) => draw(view, detail));
}

function draw(view: DetailsView, detail: Detail): CardJson {
  const { number, counts, groups, source } = view;
  const words = detailsWords(source);
  const count = counts.find((each) => each.number === number)?.count ?? 0;
  const title = `${words.title(number)} ${count} ${words.unit(number)}`;
  return card({
    summary: `${words.nameOf(number)} ${count} ${words.unit(number)}明细`,
    header: header({ title: `${words.report} · ${title}`, colour: 'blue' }),
    elements: [
      ...numberButtons(view, words),
      note(dotted([instantWords(view), onlyWords(view, words)])),
      hr(),
      ...(groups.length === 0
        ? [note('没有这样的事项')]
        : groups.flatMap((group) => groupElements(group, view, detail))),
      ...pageTurner(view.page, (page) => show(view, view.number, page)),
      hr(),
      note(words.definition(number)),
    ],
  });
}

/** Two by two, or three where there are many: so that they fit a phone. */
function numberButtons(view: DetailsView, words: DetailsWords): readonly CardElement[] {
  const buttons = view.counts.map(({ number, count }) =>
    button({
      text: `${words.nameOf(number)} ${count}`,
      type: number === view.number ? 'primary' : 'default',
      size: 'small',
      action: show(view, number, 1),
    }),
  );
  const width = buttons.length > 4 ? 3 : 2;
  return Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttonRow(buttons.slice(row * width, (row + 1) * width)),
  );
}

function onlyWords({ onlyOffices }: DetailsView, { short }: DetailsWords): string | null {
  if (onlyOffices === null) return null;
  if (onlyOffices.length === 0) return '您名下没有单位，没有可列的事项';
  return `只列您所在单位（${plain(clip(onlyOffices.join('、'), 30))}）的事项，不等于${short}的合计`;
}

function groupElements(
  { name, count, rows }: DetailsView['groups'][number],
  view: DetailsView,
  detail: Detail,
): readonly CardElement[] {
  const today = civilDateOf(view.at);
  const under = name?.kind === 'office' ? name.name : null;
  return [
    ...(name === null ? [] : [markdown(`**${groupWords(name, count)}**`, { margin: '4px 0px 0px 0px' })]),
    ...rows.flatMap((row) =>
      row.kind === 'part' ? partLines(row, today, detail) : submissionLines(row, { today, under, detail }),
    ),
  ];
}

const BELOW = { margin: '-6px 0px 0px 0px' };

function partLines(row: PartLine, today: CivilDate, { title }: Detail): readonly CardElement[] {
  const closed = row.closedOn === null ? null : `${dayWords(row.closedOn, today)}报办结`;
  const state = closed ?? stateWords(row.state, row.percent);
  const since = row.closedSince === null ? null : `${dayWords(row.closedSince, today)}已报办结`;
  return [
    markdown(rowTitle(row, title)),
    note(dotted([plain(clip(row.officeName, 16)), `时限 ${dateWords(row.dueOn, today)}`, state, since]), BELOW),
  ];
}

function submissionLines(
  row: SubmissionLine,
  { today, under, detail }: { readonly today: CivilDate; readonly under: string | null; readonly detail: Detail },
): readonly CardElement[] {
  const split = row.share < 1;
  const joint = row.jointNames.length === 0 ? null : `联合${plain(clip(row.jointNames.join('、'), 20))}`;
  const now = row.stateNow === null ? null : `现为${submissionStateWords({ state: row.stateNow, split: false })}`;
  return [
    markdown(plain(clip(row.title, detail.title))),
    note(
      dotted([
        row.officeName === under ? null : plain(clip(row.officeName, 16)),
        joint,
        dayWords(row.eventOn, today),
        submissionStateWords({ state: row.state, split: false }),
        row.isLate ? '迟报' : null,
        split ? `计 ${hundredths(row.share)} 条` : null,
        now,
        row.link === null || detail.original === 0 ? null : linkTo(row.link, 24),
      ]),
      BELOW,
    ),
  ];
}

function show({ cardId }: DetailsView, k: ReportNumber, g: number) {
  return { a: 'details.show', v: 1, c: cardId, k, g } as const;
}
