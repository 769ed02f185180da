import {
  button,
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
import { deskLines, errandSections } from './errands/errand-sections.ts';
import { quietLine } from './events/quiet-line.ts';
import { cutRows, fitRooms, type Room } from './fit-card.ts';
import { heartbeatSection } from './heartbeat-form.ts';
import { colourOf, firstLine, summaryOf, tagsOf, titleOf } from './morning-head.ts';
import type { MorningCardView, Section } from './morning-view.ts';
import { nudgeSection } from './quotas/nudge-section.ts';
import { type Detail, rowElements } from './row.ts';
import { rowTitle } from './row-title.ts';
import { SECTION_WORDS, sectionHeading } from './urgency.ts';
import { dateWords, dayWords } from './words.ts';

const LATER_SHOWN = 10;

/**
 * The card that a person gets at most once a working day: what is to be done, row by row, each with its answer; what never ends,
 * in one form; and what they have to see of other people's parts.
 */
export function morningCard(view: MorningCardView): CardJson {
  return fitRooms((room) => draw(view, room));
}

function draw(view: MorningCardView, room: Room): CardJson {
  const { detail } = room;
  const { sections, cut } = cutRows(view.sections, room.rows);
  const leftOut = view.leftOut.rows + cut;
  const place = { cardId: view.cardId, replaced: view.supersededOn !== null, on: view.on };
  const first = firstLine(view);
  return card({
    summary: summaryOf(view, sections),
    header: header({ title: titleOf(view), colour: colourOf(view), tags: tagsOf(view) }),
    elements: [
      ...(view.supersededOn === null
        ? []
        : [note(`这张卡片已于 ${dayWords(view.supersededOn, view.on)}更新，以下是当前状态`)]),
      ...(first === '' ? [] : [markdown(first)]),
      ...deskLines(view.errands, place),
      ...sections.flatMap((section) => sectionElements(section, view, detail)),
      ...(leftOut > 0 ? [note(`还有 ${leftOut} 项未列出`)] : []),
      ...(view.leftOut.answered > 0 ? [note(`另有 ${view.leftOut.answered} 件逾期，近日已答复`)] : []),
      ...(view.beats ? heartbeatSection(view.beats, { ...place, title: detail.title, most: room.beats }) : []),
      ...errandSections(view.errands, { ...place, title: detail.title, most: room.errands }),
      ...nudgeSection(view.nudges, { ...place, today: view.today ?? view.on }),
      ...quietLine(view.quiet, view.cardId),
      hr(),
      ...laterPanel(view),
      ...(view.hasList
        ? [button({ text: '我的全部任务', size: 'small', action: { a: 'list.mine', v: 1, c: view.cardId } })]
        : []),
      note(footnote(view)),
    ],
  });
}

/** Leaders and administrators without rows of their own answer nothing: they hear when there is nothing. */
function footnote({ hasList }: MorningCardView): string {
  return `工作日 9:00 发一张，${hasList ? '已答复的不重复催' : '没有事项不发'}。发“帮助”看用法。`;
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
  const lines = later
    .slice(0, LATER_SHOWN)
    .map((row) => note(`${dateWords(row.dueOn, view.on)}　${rowTitle(row, 30)}`));
  const more = later.length > LATER_SHOWN ? [note(`还有 ${later.length - LATER_SHOWN} 项`)] : [];
  return [collapsible(font('grey', `之后到期 ${later.length} 件`), [...lines, ...more])];
}
