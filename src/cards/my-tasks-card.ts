import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { button, type CardElement, type CardJson, card, header, hr, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import { cutRows, fitCard, ROWS_PER_CARD } from './fit-card.ts';
import type { RowView, SectionKind } from './morning-view.ts';
import { pageTurner } from './page-turner.ts';
import { type Detail, rowElements } from './row.ts';
import { SECTION_WORDS, sectionHeading, urgencyColour, urgencyTags } from './urgency.ts';
import { clip, dateWords, dotted } from './words.ts';

/** Everything a person answers for, asked for by 我的全部任务. */
export interface MyTasksView {
  readonly cardId: string;
  readonly on: CivilDate;
  readonly officeNames: readonly string[];
  /** Only what is overdue was asked for. */
  readonly filter?: 'overdue';
  /** Counts are of all tasks, rows of this page; groups in the order of the card. Closed ones need no rows. */
  readonly groups: readonly {
    readonly kind: TaskGroup;
    readonly count: number;
    readonly rows: readonly RowView[];
  }[];
  /** Some of the person's rows wait for events: [登记触发] asks which. */
  readonly registers: boolean;
  /** The person's offices report rates: [填比率] opens their form. */
  readonly entersRates?: boolean;
  /** Where the list has several pages: draws 上一页 and 下一页. Null leaves a count of what is not shown. */
  readonly page: { readonly number: number; readonly of: number } | null;
}

export type TaskGroup = SectionKind | 'undated';

/** The whole list of one person, with the same rows and buttons as the morning card. */
export function myTasksCard(view: MyTasksView): CardJson {
  return fitCard(ROWS_PER_CARD, (detail, rows) => draw(view, detail, rows));
}

function draw(view: MyTasksView, detail: Detail, rows: number): CardJson {
  const counts = { overdue: countOf(view, 'overdue'), today: countOf(view, 'today'), soon: countOf(view, 'soon') };
  const { sections, cut } = cutRows(view.groups, rows);
  const shown = sections.filter((section) => section.kind !== 'closed');
  const hidden = openCount(view) - shown.reduce((sum, section) => sum + section.rows.length, 0);
  return card({
    summary: `${nameOf(view)}：${totals(view)}`,
    header: header({
      title: `${nameOf(view)} · ${dateWords(view.on)}`,
      colour: urgencyColour(counts),
      tags: urgencyTags(counts),
    }),
    elements: [
      markdown(dotted([plain(clip(view.officeNames.join('、'), 60)), totals(view)])),
      ...groupCounts(view),
      ...sections.flatMap((section) => [
        sectionHeading(section.kind),
        ...section.rows.flatMap((row) =>
          rowElements(row, { cardId: view.cardId, replaced: false, on: view.on, section: section.kind, detail }),
        ),
      ]),
      ...foot(view, view.page === null ? hidden : cut),
    ],
  });
}

function nameOf({ filter }: MyTasksView): string {
  return filter === 'overdue' ? '我的逾期事项' : '我的全部任务';
}

function countOf(view: MyTasksView, kind: TaskGroup): number {
  return view.groups.find((group) => group.kind === kind)?.count ?? 0;
}

function openCount(view: MyTasksView): number {
  return view.groups.filter((group) => group.kind !== 'closed').reduce((sum, group) => sum + group.count, 0);
}

function totals(view: MyTasksView): string {
  const closed = countOf(view, 'closed');
  const open = openCount(view);
  if (view.filter === 'overdue') return open === 0 ? '都已答复' : `逾期 ${open} 件`;
  if (open === 0 && closed === 0) return '名下暂无任务';
  return `未办结 ${open} · 已办结 ${closed}`;
}

function groupCounts(view: MyTasksView): readonly CardElement[] {
  if (view.filter) return [];
  const words = view.groups
    .filter((group) => group.kind !== 'closed' && group.count > 0)
    .map((group) => `${SECTION_WORDS[group.kind]} ${group.count}`);
  return words.length === 0 ? [] : [note(dotted(words), { margin: '-4px 0px 0px 0px' })];
}

function foot(view: MyTasksView, hidden: number): readonly CardElement[] {
  const register = button({ text: '登记触发', size: 'small', action: { a: 'event.open', v: 1, c: view.cardId } });
  return [
    ...(hidden > 0 ? [note(`还有 ${hidden} 项未列出`)] : []),
    ...(view.page === null ? [] : pageTurner(view.page, (g) => ({ a: 'list.mine', v: 1, c: view.cardId, g }), [hr()])),
    ...(view.registers ? [hr(), note('批准、受理、发布等按天数计时的事项，发生后请登记。'), register] : []),
    ...(view.entersRates
      ? [button({ text: '填比率', size: 'small', action: { a: 'rate.open', v: 1, c: view.cardId } })]
      : []),
  ];
}
