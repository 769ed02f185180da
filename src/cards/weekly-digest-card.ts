import { addDays, type CivilDate, type Instant } from '../domain/calendar/civil-date.ts';
import type { MonthSoFar } from '../domain/reports/month-counters.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  collapsible,
  font,
  header,
  hr,
  markdown,
  note,
} from './card.ts';
import { fitsCard } from './card-size.ts';
import { plain } from './escape-markdown.ts';
import { numberCell, numberGrid } from './number-grid.ts';
import { rowTitle } from './row-title.ts';
import { WEEKLY_NAMES, weeklyDefinitions } from './weekly-definitions.ts';
import { monthSection } from './weekly-month.ts';
import { clip, dateWords, dayWords, dotted, shareOf, spanWords } from './words.ts';

/** What the leadership group reads on Monday morning about the week before. Offices in the plan's order, never people. */
export interface WeeklyDigestView {
  /** First and last day of the week that is reported; the seven days after it are 本周. */
  readonly week: { readonly from: CivilDate; readonly to: CivilDate };
  /** The last day that is over: a date on this day or earlier can be overdue. */
  readonly asOf: CivilDate;
  /** When the numbers were taken: answers given until then are in them. */
  readonly at: Instant;
  readonly planTitles: readonly string[];
  readonly numbers: {
    /** `total` is what is done and what was due and is not: `total - done` is what `overdue` says. */
    readonly completion: { readonly done: number; readonly total: number };
    readonly overdue: number;
    readonly closed: number;
    readonly dueNext: number;
  };
  readonly decisions: readonly (WeeklyItem & { readonly note: string; readonly since: CivilDate })[];
  readonly turnedRed: readonly (WeeklyItem & { readonly since: CivilDate })[];
  readonly dueNext: readonly (WeeklyItem & { readonly dueOn: CivilDate })[];
  /** Overdue for longer: folded, so that the number can be checked. */
  readonly overdueBefore: readonly (WeeklyItem & { readonly since: CivilDate })[];
  /** Held up by a decision, so that nobody is late with them. */
  readonly paused?: number;
  /** Press conferences and news of the month that runs, as far as plans in force ask for them. */
  readonly month?: MonthSoFar;
  /** Some of the due dates lie in a year whose holidays are not announced yet. */
  readonly provisional: boolean;
}

/** One row of a plan with the offices that it concerns: each office is one 件. */
export interface WeeklyItem {
  readonly no: string | null;
  readonly text: string;
  /** In the plan's order; at least one. */
  readonly officeNames: readonly string[];
}

interface Detail {
  readonly title: number;
  readonly note: number;
}

const ITEMS_SHOWN = 8;
const OFFICES_NAMED = 3;
const DETAILS: readonly Detail[] = [
  { title: 48, note: 120 },
  { title: 40, note: 60 },
];
const LEAST: Detail = { title: 24, note: 30 };

/** Four numbers with their definitions, what waits for a decision, what turned red, what is due; one line where nothing changed. */
export function weeklyDigestCard(view: WeeklyDigestView): CardJson {
  if (isQuietWeek(view)) return frame(view, [markdown(quietLine(view))], quietLine(view));
  const full = DETAILS.map((detail) => digest(view, detail)).find(fitsCard);
  return full ?? digest(view, LEAST);
}

/** Nothing closed, nothing newly overdue, nothing to decide, nothing due: the digest is one line. */
export function isQuietWeek(view: WeeklyDigestView): boolean {
  const { decisions, turnedRed, dueNext, numbers } = view;
  const listed = decisions.length + turnedRed.length + dueNext.length;
  return listed === 0 && numbers.closed === 0 && numbers.dueNext === 0;
}

function digest(view: WeeklyDigestView, detail: Detail): CardJson {
  const elements = [
    ...numbers(view),
    ...(view.paused ? [note(`另有 ${view.paused} 件暂停，不计逾期`)] : []),
    ...(view.provisional ? [note('部分时限所在年份的放假安排未公布，日期为暂定。')] : []),
    hr(),
    ...list({
      title: '请领导定',
      colour: 'orange',
      none: '没有需要领导决定的事项',
      count: countOf(view.decisions),
      items: view.decisions.map((item) => itemLines(item, detail, decisionWords(item, detail))),
    }),
    ...list({
      title: '上周新增逾期',
      colour: 'red',
      none: '上周没有新增逾期',
      count: countOf(view.turnedRed),
      items: view.turnedRed.map((item) =>
        itemLines(item, detail, `卡在${offices(item)}，自 ${dayWords(item.since, view.asOf)}`),
      ),
    }),
    ...list({
      title: '本周到期',
      colour: 'blue',
      none: '本周没有到期事项',
      count: countOf(view.dueNext),
      items: view.dueNext.map((item) =>
        itemLines(item, detail, dotted([offices(item), dateWords(item.dueOn, view.asOf)])),
      ),
    }),
    ...overdueBefore(view, detail),
    ...monthSection(view.month),
    hr(),
    note(weeklyDefinitions(view.at)),
    buttonRow([button({ text: '查看明细', action: { a: 'digest.details', v: 1, t: view.at } })]),
  ];
  return frame(view, elements, summaryOf(view));
}

function frame(view: WeeklyDigestView, elements: readonly CardElement[], summary: string): CardJson {
  return card({
    summary,
    header: header({
      title: `政务公开工作周报 · ${spanWords(view.week.from, view.week.to)}`,
      subtitle: clip(view.planTitles.join('、'), 60),
      colour: 'blue',
    }),
    elements,
  });
}

function numbers(view: WeeklyDigestView): readonly CardElement[] {
  const { completion, overdue, closed, dueNext } = view.numbers;
  const last = spanWords(view.week.from, view.week.to);
  const next = spanWords(addDays(view.week.to, 1), addDays(view.week.to, 7));
  const share = shareOf(completion.done, completion.total);
  const rate = share === null ? '—' : `${share} %`;
  const rated = share === null ? '尚无办结或到期' : `${completion.done}/${completion.total} 件`;
  return numberGrid([
    [
      numberCell(WEEKLY_NAMES.completion, rate, rated),
      numberCell(WEEKLY_NAMES.overdue, `${overdue} 件`, `截至 ${dayWords(view.asOf)}`),
    ],
    [numberCell(WEEKLY_NAMES.closed, `${closed} 件`, last), numberCell(WEEKLY_NAMES.dueNext, `${dueNext} 件`, next)],
  ]);
}

function list(parts: {
  readonly title: string;
  readonly colour: 'red' | 'orange' | 'blue';
  readonly none: string;
  /** 件, which may be more than the rows they are in. */
  readonly count: number;
  readonly items: readonly (readonly CardElement[])[];
}): readonly CardElement[] {
  if (parts.items.length === 0) return [note(parts.none)];
  const left = parts.items.length - ITEMS_SHOWN;
  return [
    markdown(font(parts.colour, `**${parts.title} ${parts.count} 件**`), { margin: '4px 0px 0px 0px' }),
    ...parts.items.slice(0, ITEMS_SHOWN).flat(),
    ...(left > 0 ? [note(`还有 ${left} 项`)] : []),
  ];
}

function overdueBefore(view: WeeklyDigestView, detail: Detail): readonly CardElement[] {
  const items = view.overdueBefore;
  if (items.length === 0) return [];
  const left = items.length - ITEMS_SHOWN;
  const lines = items
    .slice(0, ITEMS_SHOWN)
    .flatMap((item) => itemLines(item, detail, `卡在${offices(item)}，自 ${dayWords(item.since, view.asOf)}`));
  const more = left > 0 ? [note(`还有 ${left} 项`)] : [];
  return [collapsible(font('grey', `此前已逾期 ${countOf(items)} 件`), [...lines, ...more])];
}

function itemLines(item: WeeklyItem, detail: Detail, below: string): readonly CardElement[] {
  return [markdown(rowTitle(item, detail.title)), note(below, { margin: '-6px 0px 0px 0px' })];
}

function decisionWords(item: WeeklyDigestView['decisions'][number], detail: Detail): string {
  const asked = clip(item.note, detail.note);
  return `${offices(item)}请示${asked === '' ? '' : `：${plain(asked)}`}（自 ${dayWords(item.since)}）`;
}

function offices({ officeNames }: WeeklyItem): string {
  const named = plain(
    officeNames
      .slice(0, OFFICES_NAMED)
      .map((name) => clip(name, 16))
      .join('、'),
  );
  return officeNames.length > OFFICES_NAMED ? `${named}等 ${officeNames.length} 个单位` : named;
}

function countOf(items: readonly WeeklyItem[]): number {
  return items.reduce((sum, { officeNames }) => sum + officeNames.length, 0);
}

function quietLine(view: WeeklyDigestView): string {
  const { done, total } = view.numbers.completion;
  const share = shareOf(done, total);
  const rate = share === null ? '尚无办结或到期的事项' : `办结率 ${share} %（${done}/${total}）`;
  const week = spanWords(view.week.from, view.week.to);
  return `上周（${week}）无新增逾期，无需领导决定的事项；${rate}。`;
}

function summaryOf(view: WeeklyDigestView): string {
  const share = shareOf(view.numbers.completion.done, view.numbers.completion.total);
  const parts = [
    ...(share === null ? [] : [`办结率 ${share} %`]),
    `逾期未办 ${view.numbers.overdue} 件`,
    ...(view.decisions.length > 0 ? [`请领导定 ${view.decisions.length} 件`] : []),
  ];
  return `${spanWords(view.week.from, view.week.to)}周报：${parts.join('，')}`;
}
