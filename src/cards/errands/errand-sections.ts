import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { actLine } from '../act-text.ts';
import { type Action, type ButtonPlace, targetOf } from '../actions.ts';
import {
  button,
  buttonRow,
  type CardElement,
  collapsible,
  columns,
  type FontColour,
  font,
  markdown,
  note,
} from '../card.ts';
import { plain } from '../escape-markdown.ts';
import type { ReplyView } from '../morning-view.ts';
import { replyVerb } from '../row.ts';
import { signatureWords } from '../row-acts.ts';
import { rowTitle } from '../row-title.ts';
import { clip, dateWords, dayWords, dotted, stateWords, timeWords } from '../words.ts';
import { dateForm, instructForm } from './errand-forms.ts';
import type {
  AwaitedView,
  DeskCounts,
  ErrandsView,
  ErrandView,
  LateView,
  LeaderView,
  ReturnedView,
  StillView,
} from './errands-view.ts';

export interface ErrandPlace extends ButtonPlace {
  readonly on: CivilDate;
  /** Characters of a row's text. */
  readonly title: number;
  /** Lines with buttons in each section; the rest is listed behind 其余. */
  readonly most: number;
}

const BELOW = { margin: '-4px 0px 0px 0px' };
/** Lines behind 其余, for each one with buttons. */
const REST = 5;

/** 待审核 12 件，申请 3 件 [去审核]; 待审核报送 2 条 [审核报送]: two queues, each with its way in. */
export function deskLines({ desk }: ErrandsView, { cardId }: ButtonPlace): readonly CardElement[] {
  if (!desk) return [];
  const target = { v: 1, c: cardId, g: 1 } as const;
  return [
    ...deskLine(deskWords(desk), '去审核', { a: 'desk.open', ...target }),
    ...deskLine(submissionWords(desk), '审核报送', { a: 'submissions.open', ...target }),
  ];
}

function deskLine(words: string, text: string, action: Action): readonly CardElement[] {
  if (words === '') return [];
  const open = button({ text, type: 'primary', size: 'small', action });
  return [
    columns(
      [
        { width: 1, elements: [markdown(words)] },
        { width: 'auto', elements: [open] },
      ],
      { align: 'center' },
    ),
  ];
}

/** All that waits for this person: `待审核 12 件，申请 3 件，待审核报送 2 条`; empty where nothing does. */
export function waitingWords(desk: ErrandsView['desk']): string {
  return desk ? joined([deskWords(desk), submissionWords(desk)]) : '';
}

/** `待审核 12 件，申请 3 件`, `待批复申请 3 件`. */
export function deskWords({ reported, requests }: Pick<DeskCounts, 'reported' | 'requests'>): string {
  const reviews = reported > 0 ? `待审核 ${reported} 件` : '';
  return joined([reviews, requests > 0 ? `${reviews === '' ? '待批复' : ''}申请 ${requests} 件` : '']);
}

function submissionWords({ submissions }: DeskCounts): string {
  return submissions > 0 ? `待审核报送 ${submissions} 条` : '';
}

function joined(words: readonly string[]): string {
  return words.filter((each) => each !== '').join('，');
}

/** 逾期须知, 多次退文, 久未进展, 待定时限. */
export function errandSections(view: ErrandsView, place: ErrandPlace): readonly CardElement[] {
  return [
    ...section('red', '逾期须知', view.escalated, { place, draw: lateItem, line: lateLine }),
    ...section('red', '多次退文', view.returned, { place, draw: returnedItem, line: returnedLine }),
    ...section('orange', '久未进展', view.stagnant, { place, draw: stillItem, line: stillLine }),
    ...section('grey', '待定时限', view.awaited, { place, draw: awaitedItem, line: awaitedLine }),
  ];
}

function section<E extends ErrandView & { readonly form: unknown }>(
  colour: FontColour,
  name: string,
  items: readonly E[],
  {
    place,
    draw,
    line,
  }: {
    readonly place: ErrandPlace;
    readonly draw: (item: E, place: ErrandPlace) => readonly CardElement[];
    readonly line: (item: E, place: ErrandPlace) => string;
  },
): readonly CardElement[] {
  if (items.length === 0) return [];
  const open = items.filter(({ settled }) => !settled);
  const settled = items.filter((item) => item.settled);
  const ordered = [...open.filter(({ form }) => form !== null), ...open.filter(({ form }) => form === null)];
  const kept = new Set([
    ...ordered.slice(0, Math.max(place.most, ordered[0]?.form ? 1 : 0)),
    ...settled.slice(0, place.most),
  ]);
  const rest = [...open, ...settled].filter((item) => !kept.has(item));
  return [
    markdown(
      open.length === 0 ? font('green', `**${name} · 均已处理**`) : font(colour, `**${name} · ${open.length} 件**`),
      {
        size: 'notation',
        margin: '8px 0px -4px 0px',
      },
    ),
    ...open.filter((item) => kept.has(item)).flatMap((item) => draw(item, place)),
    ...settled.filter((item) => kept.has(item)).map((item) => note(`✓ ${line(item, place)}`)),
    ...restPanel(
      rest.map((item) => line(item, place)),
      place,
    ),
  ];
}

function restPanel(lines: readonly string[], { most }: ErrandPlace): readonly CardElement[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most * REST);
  if (shown.length === 0) return [note(`还有 ${lines.length} 项`)];
  const more = lines.length - shown.length;
  const words = [...shown, ...(more > 0 ? [`还有 ${more} 项`] : [])].join('<br>');
  return [collapsible(font('grey', `其余 ${lines.length} 件`), [note(words)])];
}

function lateItem(item: LateView, place: ErrandPlace): readonly CardElement[] {
  const due = `应于 ${dateWords(item.dueOn, place.on)}完成，已逾期 ${item.late} 个工作日`;
  const stuck = `卡在 ${short(item.officeName)}，自 ${dayWords(item.dueOn, place.on)}`;
  const reminded =
    item.reminded === null
      ? '尚未提醒到人'
      : `${dayWords(item.reminded.on, place.on)}已提醒${plain(clip(item.reminded.personName, 10))}`;
  const answer = item.answer === null ? '尚无答复' : replyLine(item.answer, place.on);
  const returned = item.returnedTimes === null ? [] : [timesWords(item.returnedTimes)];
  return leaderItem(item, place, [due, dotted([stuck, reminded]), ...returned, answer]);
}

function returnedItem(item: ReturnedView, place: ErrandPlace): readonly CardElement[] {
  const why =
    item.last === null
      ? []
      : [`${plain(actLine({ ...item.last, note: clip(item.last.note, 60) }))} · ${signatureWords(item.last)}`];
  return leaderItem(item, place, [dotted([short(item.officeName), timesWords(item.times)]), ...why]);
}

function timesWords(times: number): string {
  return `已第 ${times} 次退文`;
}

function stillItem(item: StillView, place: ErrandPlace): readonly CardElement[] {
  return leaderItem(item, place, [dotted([short(item.officeName), stillWords(item, place.on)])]);
}

function stillWords({ stale, since, state, percent }: StillView, on: CivilDate): string {
  if (stale) return `久未更新，${since === null ? '尚未确认过' : `上次确认 ${dayWords(since, on)}`}`;
  return `${stateWords(state, percent)}，${since === null ? '尚无进展' : `自 ${dayWords(since, on)}无进展`}`;
}

function leaderItem(item: LeaderView, place: ErrandPlace, lines: readonly string[]): readonly CardElement[] {
  const target = targetOf(item, place);
  const buttons = [
    ...(item.mayInstruct ? [button({ text: '批示', size: 'small', action: { a: 'leader.write', ...target } })] : []),
    ...(item.mayUrge ? [button({ text: '催办', size: 'small', action: { a: 'leader.urge', ...target } })] : []),
  ];
  return [
    markdown(`**${rowTitle(item, place.title)}**`, { margin: '8px 0px 0px 0px' }),
    note(lines.join('<br>'), BELOW),
    ...item.said.map((said) =>
      markdown(font('orange', `${plain(actLine({ ...said, note: clip(said.note, 60) }))} · ${signatureWords(said)}`), {
        size: 'notation',
        ...BELOW,
      }),
    ),
    ...(item.form ? [instructForm(item, item.form, place)] : buttons.length === 0 ? [] : [buttonRow(buttons)]),
  ];
}

function awaitedItem(item: AwaitedView, place: ErrandPlace): readonly CardElement[] {
  const offices = plain(clip(item.officeNames.join('、'), 40));
  const write = button({ text: '补时限', size: 'small', action: { a: 'awaited.write', ...targetOf(item, place) } });
  return [
    markdown(`**${rowTitle(item, place.title)}**`, { margin: '8px 0px 0px 0px' }),
    note(dotted([waitWords(item), offices]), BELOW),
    item.form ? dateForm(item, item.form, place) : buttonRow([write]),
  ];
}

function waitWords({ document, issuer, phrase }: AwaitedView): string {
  const by = issuer === null ? null : plain(clip(issuer, 20));
  if (document !== null) return dotted([`待${plain(clip(document, 40))}出台`, by]);
  return by === null ? `时限：${plain(clip(phrase, 24))}` : `时限由${by}定`;
}

function lateLine(item: LateView, place: ErrandPlace): string {
  const fate = item.settled ? stateWords(item.state, item.percent) : `已逾期 ${item.late} 个工作日`;
  return dotted([rowTitle(item, Math.min(24, place.title)), short(item.officeName), fate]);
}

function returnedLine(item: ReturnedView, place: ErrandPlace): string {
  const fate = item.settled ? stateWords(item.state, item.percent) : timesWords(item.times);
  return dotted([rowTitle(item, Math.min(24, place.title)), short(item.officeName), fate]);
}

function stillLine(item: StillView, place: ErrandPlace): string {
  const fate = item.settled ? stateWords(item.state, item.percent) : stillWords(item, place.on);
  return dotted([rowTitle(item, Math.min(24, place.title)), short(item.officeName), fate]);
}

function awaitedLine(item: AwaitedView, place: ErrandPlace): string {
  const fate = item.dueOn === null ? waitWords(item) : `时限 ${dateWords(item.dueOn, place.on)}`;
  return dotted([rowTitle(item, Math.min(24, place.title)), fate]);
}

function replyLine(reply: ReplyView, on: CivilDate): string {
  const day = reply.onOtherDay === null ? timeWords(reply.at) : dayWords(reply.onOtherDay, on);
  const help = reply.helpFrom === null ? '' : `需${clip(reply.helpFrom, 20)}协调`;
  const said = [clip(reply.note, 60), help].filter((part) => part !== '').join('；');
  return `${plain(clip(reply.personName, 10))} ${day} ${replyVerb(reply)}${said === '' ? '' : `：${plain(said)}`}`;
}

function short(office: string): string {
  return plain(clip(office, 16));
}
