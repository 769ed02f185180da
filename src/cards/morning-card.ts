import {
  button,
  type CardElement,
  type CardJson,
  card,
  collapsible,
  font,
  type HeaderColour,
  header,
  hr,
  markdown,
  note,
} from './card.ts';
import { plain } from './escape-markdown.ts';
import { cutRows, fitCard, ROWS_PER_CARD } from './fit-card.ts';
import type { MorningCardView, Section } from './morning-view.ts';
import { type Detail, isAnswered, rowElements } from './row.ts';
import { SECTION_WORDS, sectionHeading, urgencyColour, urgencyTags } from './urgency.ts';
import { clip, dateWords, dayWords, dotted, numberWords } from './words.ts';

const LATER_SHOWN = 10;

/** The card that a liaison gets at most once a working day: what is to be done, row by row, each with its answer. */
export function morningCard(view: MorningCardView): CardJson {
  return fitCard(ROWS_PER_CARD, (detail, rows) => draw(view, detail, rows));
}

function draw(view: MorningCardView, detail: Detail, rows: number): CardJson {
  const { sections, cut } = cutRows(view.sections, rows);
  const leftOut = view.leftOut.rows + cut;
  return card({
    summary: summaryOf(view, sections),
    header: header({
      title: `政务公开待办 · ${dateWords(view.on)}`,
      colour: colourOf(view),
      tags: urgencyTags(view.counts),
    }),
    elements: [
      ...(view.supersededOn === null
        ? []
        : [note(`这张卡片已于 ${dayWords(view.supersededOn, view.on)}更新，以下是当前状态`)]),
      markdown(firstLine(view)),
      ...sections.flatMap((section) => sectionElements(section, view, detail)),
      ...(leftOut > 0 ? [note(`还有 ${leftOut} 项未列出`)] : []),
      ...(view.leftOut.answered > 0 ? [note(`另有 ${view.leftOut.answered} 件逾期，近日已答复`)] : []),
      hr(),
      ...laterPanel(view),
      button({ text: '我的全部任务', size: 'small', action: { a: 'list.mine', v: 1, c: view.cardId } }),
      note('工作日 9:00 发一张，已答复的不重复催。回复“帮助”看用法。'),
    ],
  });
}

function colourOf(view: MorningCardView): HeaderColour {
  if (view.supersededOn !== null) return 'grey';
  return allAnswered(view) ? 'green' : urgencyColour(view.counts);
}

function allAnswered(view: MorningCardView): boolean {
  const rows = view.sections.flatMap((section) => section.rows);
  return view.leftOut.rows === 0 && rows.length > 0 && rows.every(isAnswered);
}

function firstLine(view: MorningCardView): string {
  const offices = plain(clip(view.officeNames.join('、'), 60));
  return dotted([offices, workLeft(view)]);
}

function workLeft(view: MorningCardView): string {
  if (!allAnswered(view)) return openWork(view);
  const answered = view.sections.reduce((sum, section) => sum + section.rows.length, 0);
  return answered === 1 ? '1 件，已报办结' : `${answered} 件，均已报办结`;
}

function openWork({ counts: { total, past } }: MorningCardView): string {
  if (past === 0) return `共 ${total} 件`;
  return total === 0 ? `请补报 ${past} 件` : `共 ${total} 件，另请补报 ${past} 件`;
}

function sectionElements(section: Section, view: MorningCardView, detail: Detail): readonly CardElement[] {
  const place = {
    cardId: view.cardId,
    replaced: view.supersededOn !== null,
    on: view.on,
    section: section.kind,
    detail,
  };
  const words = section.kind === 'past' ? `${SECTION_WORDS.past}，请补报` : SECTION_WORDS[section.kind];
  return [sectionHeading(section.kind, words), ...section.rows.flatMap((row) => rowElements(row, place))];
}

function laterPanel(view: MorningCardView): readonly CardElement[] {
  const { later } = view.leftOut;
  if (later.length === 0) return [];
  const lines = later.slice(0, LATER_SHOWN).map((row) => {
    const number = row.no === null ? '' : `${plain(clip(numberWords(row.no), 12))}　`;
    return note(`${dateWords(row.dueOn, view.on)}　${number}${plain(clip(row.text, 30))}`);
  });
  const more = later.length > LATER_SHOWN ? [note(`还有 ${later.length - LATER_SHOWN} 项`)] : [];
  return [collapsible(font('grey', `之后到期 ${later.length} 件`), [...lines, ...more])];
}

/** For the chat list and the push: `3 件待办，1 件逾期：…`. Plain text, not markdown. */
function summaryOf(view: MorningCardView, sections: readonly Section[]): string {
  if (view.supersededOn !== null) return `已更新，请看 ${dayWords(view.supersededOn, view.on)}的卡片`;
  if (allAnswered(view)) return `${dayWords(view.on)}待办：${workLeft(view)}`;
  const { overdue, today, soon, total, past } = view.counts;
  const pressing =
    overdue > 0
      ? `，${overdue} 件逾期`
      : today > 0
        ? `，${today} 件今天到期`
        : soon > 0
          ? `，${soon} 件近三天到期`
          : '';
  const first = sections.flatMap((section) => section.rows).find((row) => !isAnswered(row));
  const asked = past === 0 ? '' : total === 0 ? `请补报 ${past} 件印发前已到期的事项` : `，另请补报 ${past} 件`;
  const work = total === 0 && past > 0 ? asked : `${total} 件待办${pressing}${asked}`;
  return `${work}${first ? `：${clip(first.text, 24)}` : ''}`;
}
