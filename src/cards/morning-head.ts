import type { HeaderColour } from './card.ts';
import { waitingWords } from './errands/errand-sections.ts';
import type { LeaderView } from './errands/errands-view.ts';
import { plain } from './escape-markdown.ts';
import type { MorningCardView, Section } from './morning-view.ts';
import { isAboutDuties, nudgesLeft } from './quotas/nudge-section.ts';
import { isAnswered } from './row.ts';
import { urgencyColour, urgencyTags } from './urgency.ts';
import { clip, dateWords, dayWords, dotted } from './words.ts';

/** `政务公开待办 · 11月27日（周一）`; a card without rows of the person's own says what else it is about. */
export function titleOf(view: MorningCardView): string {
  return `${aboutOf(view)} · ${dateWords(view.on)}`;
}

function aboutOf(view: MorningCardView): string {
  if (hasRows(view)) return '政务公开待办';
  if (view.beats !== null) return '动态事项确认';
  if (!isAboutNudges(view)) return '督办事项';
  return view.nudges && isAboutDuties(view.nudges) ? '政务公开待办' : '政务公开报送';
}

/** Nothing else is on the card. */
function isAboutNudges(view: MorningCardView): boolean {
  const errands = errandItems(view).length > 0 || waitingWords(view.errands.desk) !== '';
  return Boolean(view.nudges) && !hasRows(view) && view.beats === null && !errands;
}

export function colourOf(view: MorningCardView): HeaderColour {
  if (view.supersededOn !== null) return 'grey';
  if (isAllDone(view)) return 'green';
  return lateCount(view) > 0 ? 'red' : urgencyColour(view.counts);
}

export function tagsOf(view: MorningCardView) {
  const late = lateCount(view);
  return [...urgencyTags(view.counts), ...(late > 0 ? [{ text: `逾期须知 ${late}`, colour: 'red' as const }] : [])];
}

/** What the person has to do; empty where the line of the desk says all. */
export function firstLine(view: MorningCardView): string {
  const offices = plain(clip(view.officeNames.join('、'), 60));
  return dotted([
    offices,
    hasRows(view) ? rowsLeft(view) : null,
    beatsLeft(view),
    hasRows(view) ? null : errandsAsked(view),
    isAboutNudges(view) ? nudgesLeft(view.nudges) : null,
  ]);
}

/** For the chat list and the push: `3 件待办，1 件逾期：…`. Plain text, not markdown. */
export function summaryOf(view: MorningCardView, sections: readonly Section[]): string {
  if (view.supersededOn !== null) return `已更新，请看 ${dayWords(view.supersededOn, view.on)}的卡片`;
  const waiting = view.beats?.waiting.length ?? 0;
  if (hasRows(view)) return `${rowsSummary(view, sections)}${waiting > 0 ? `；动态事项确认 ${waiting} 件` : ''}`;
  if (view.beats !== null) {
    return waiting > 0 ? `动态事项确认 ${waiting} 件` : `${dayWords(view.on)}动态事项已全部确认`;
  }
  if (isAboutNudges(view)) return nudgesSummary(view);
  const first = view.errands.escalated.find(({ settled }) => !settled);
  const words = [...errandsLeft(view), waitingWords(view.errands.desk)].filter((each) => each !== '').join('，');
  return words === '' ? `${dayWords(view.on)}督办事项已处理` : `${words}${first ? `：${clip(first.text, 24)}` : ''}`;
}

function nudgesSummary(view: MorningCardView): string {
  const left = nudgesLeft(view.nudges);
  if (view.nudges && isAboutDuties(view.nudges)) return left === '' ? `${dayWords(view.on)}待办已处理` : left;
  return left === '' ? `${dayWords(view.on)}报送事项已处理` : `报送：${left}`;
}

function hasRows({ sections, leftOut, counts }: MorningCardView): boolean {
  return sections.length > 0 || leftOut.rows > 0 || counts.total > 0 || counts.past > 0;
}

/** Every row of the person's own is answered. */
function isAnsweredThrough(view: MorningCardView): boolean {
  const rows = view.sections.flatMap((section) => section.rows);
  return view.leftOut.rows === 0 && rows.length > 0 && rows.every(isAnswered);
}

function isAllDone(view: MorningCardView): boolean {
  const rows = !hasRows(view) || isAnsweredThrough(view);
  const hadAnything = hasRows(view) || view.beats !== null || errandItems(view).length > 0 || Boolean(view.nudges);
  const desk = waitingWords(view.errands.desk) !== '';
  return (
    rows &&
    hadAnything &&
    !desk &&
    (view.beats?.waiting.length ?? 0) === 0 &&
    errandsLeft(view).length === 0 &&
    nudgesLeft(view.nudges) === ''
  );
}

function errandItems({ errands: { escalated, returned, stagnant, awaited } }: MorningCardView) {
  return [...escalated, ...returned, ...stagnant, ...awaited];
}

function lateCount({ errands }: MorningCardView): number {
  return errands.escalated.filter(({ settled }) => !settled).length;
}

function errandsLeft(view: MorningCardView): readonly string[] {
  return openErrands(view).map(({ words }) => words);
}

/** `逾期须知 2 件，久未进展 1 件，请批示或催办；待定时限 1 件，请补时限`. */
function errandsAsked(view: MorningCardView): string {
  const open = openErrands(view);
  if (open.length === 0 && errandItems(view).length > 0) return '督办事项均已处理';
  const asks = [...new Set(open.map(({ ask }) => ask))];
  const wordsOf = (asked: string) => open.filter(({ ask }) => ask === asked).map(({ words }) => words);
  return asks.map((ask) => [...wordsOf(ask), ...(ask === '' ? [] : [ask])].join('，')).join('；');
}

function openErrands({ errands }: MorningCardView): readonly { readonly words: string; readonly ask: string }[] {
  const groups = [
    ['逾期须知', errands.escalated, askOf(errands.escalated)],
    ['多次退文', errands.returned, askOf(errands.returned)],
    ['久未进展', errands.stagnant, askOf(errands.stagnant)],
    ['待定时限', errands.awaited, '请补时限'],
  ] as const;
  return groups.flatMap(([name, items, ask]) => {
    const open = items.filter(({ settled }) => !settled).length;
    return open > 0 ? [{ words: `${name} ${open} 件`, ask }] : [];
  });
}

/** What the person may do about them. */
function askOf(items: readonly LeaderView[]): string {
  const open = items.filter(({ settled }) => !settled);
  const acts = [
    ...(open.some(({ mayInstruct }) => mayInstruct) ? ['批示'] : []),
    ...(open.some(({ mayUrge }) => mayUrge) ? ['催办'] : []),
  ];
  return acts.length === 0 ? '' : `请${acts.join('或')}`;
}

function beatsLeft({ beats }: MorningCardView): string | null {
  if (beats === null) return null;
  return beats.waiting.length > 0
    ? `动态事项待确认 ${beats.waiting.length} 件`
    : `动态事项已确认 ${beats.confirmed.length} 件`;
}

function rowsLeft(view: MorningCardView): string {
  if (!isAnsweredThrough(view)) return openWork(view);
  const rows = view.sections.flatMap((section) => section.rows);
  const all = rows.length === 1 ? '已' : '均已';
  // Signed off, handed over and stopped by others is not reported.
  return `${rows.length} 件，${all}${rows.every(({ state }) => state === 'reported') ? '报办结' : '处理'}`;
}

function openWork({ counts: { total, past } }: MorningCardView): string {
  if (past === 0) return `共 ${total} 件`;
  return total === 0 ? `请补报 ${past} 件` : `共 ${total} 件，另请补报 ${past} 件`;
}

function rowsSummary(view: MorningCardView, sections: readonly Section[]): string {
  if (isAnsweredThrough(view)) return `${dayWords(view.on)}待办：${rowsLeft(view)}`;
  const { total, past } = view.counts;
  const first = sections.flatMap((section) => section.rows).find((row) => !isAnswered(row));
  const asked = past === 0 ? '' : total === 0 ? `请补报 ${past} 件印发前已到期的事项` : `，另请补报 ${past} 件`;
  const work = total === 0 && past > 0 ? asked : `${total} 件待办${pressing(view)}${asked}`;
  return `${work}${first ? `：${clip(first.text, 24)}` : ''}`;
}

function pressing({ counts: { overdue, today, soon } }: MorningCardView): string {
  if (overdue > 0) return `，${overdue} 件逾期`;
  if (today > 0) return `，${today} 件今天到期`;
  return soon > 0 ? `，${soon} 件近三天到期` : '';
}
