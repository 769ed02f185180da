import type { Instant } from '../../domain/calendar/civil-date.ts';
import { targetOf } from '../actions.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  columns,
  font,
  form,
  header,
  hr,
  input,
  markdown,
  note,
} from '../card.ts';
import { fitsCard } from '../card-size.ts';
import { plain } from '../escape-markdown.ts';
import { clip, dotted, momentWords, timeWords } from '../words.ts';
import { reopenButton, stopConfirm } from './event-card.ts';
import { lengthWords, milestoneWords } from './event-text.ts';
import type { ClockCardView, ClockPartView } from './event-view.ts';

type Milestone = ClockCardView['milestones'][number];

/** Longest link that the platform's input takes here. */
const LONGEST_LINK = 500;
/** Milestones, and offices of each that are listed one by one: fewer where more would not fit; the rest is counted. */
const SIZES = [
  { milestones: 20, parts: 8 },
  { milestones: 8, parts: 2 },
  { milestones: 3, parts: 1 },
] as const;
const LEAST = { milestones: 1, parts: 1 } as const;

interface Size {
  readonly milestones: number;
  readonly parts: number;
}

/** An hour clock: what ends when, what is left by the card's own time, a form for each milestone of the person's office. */
export function clockCard(view: ClockCardView): CardJson {
  if (view.milestones.length === 0) return goneCard();
  for (const size of SIZES) {
    const drawn = draw(view, size);
    if (fitsCard(drawn)) return drawn;
  }
  return draw(view, LEAST);
}

/** Its row or its plan is not in force any more. */
function goneCard(): CardJson {
  return card({
    summary: '计时已取消',
    header: header({ title: '计时已取消', colour: 'grey' }),
    elements: [note('这件所属的任务已随计划变更取消，不再计时，无需办理。如有疑问，请联系局办公室。')],
  });
}

function draw(view: ClockCardView, size: Size): CardJson {
  const open = view.milestones.filter(isOpen);
  const [next] = open.toSorted((a, b) => a.dueAt - b.dueAt);
  const isStopped =
    open.length === 0 && view.milestones.every(({ parts }) => parts.every(({ state }) => state === 'stopped'));
  const title = clip(view.title, 24);
  const left = next && leftWords(next.dueAt, view.now);
  const fate = isStopped ? '误报，已停止' : '已办结';
  return card({
    summary: next ? `${left}：${title} · ${milestoneWords(next.rule)}` : `${title}：${fate}`,
    header: header({
      title: `${title} · ${next ? milestoneWords(next.rule) : fate}`,
      colour: next ? 'red' : isStopped ? 'grey' : 'green',
      ...(left !== undefined && { tags: [{ text: left, colour: 'red' as const }] }),
    }),
    elements: [
      ...(isStopped ? [markdown('误报，已停止计时，无需再办理。记录保留。')] : []),
      ...shownMilestones(view, size).flatMap((milestone, index) => [
        ...(index > 0 ? [hr()] : []),
        ...milestoneElements(view, milestone, size.parts),
      ]),
      ...(view.milestones.length > size.milestones
        ? [note(`还有 ${view.milestones.length - size.milestones} 个时限未列出`)]
        : []),
      note(plain(clip(view.text, 80))),
      ...(view.reopenable && open.length === 0 ? [buttonRow([reopenButton(view.cardId, view.eventId)])] : []),
      ...(view.stoppable && open.length > 0
        ? [
            buttonRow([
              button({
                text: '误报，停止',
                action: { a: 'event.stop', v: 1, c: view.cardId, e: view.eventId },
                confirm: stopConfirm(true),
              }),
            ]),
          ]
        : []),
    ],
  });
}

/** What is open comes first where not all fit. */
function shownMilestones({ milestones }: ClockCardView, size: Size): readonly Milestone[] {
  if (milestones.length <= size.milestones) return milestones;
  return [...milestones.filter(isOpen), ...milestones.filter((each) => !isOpen(each))].slice(0, size.milestones);
}

function milestoneElements(view: ClockCardView, milestone: Milestone, mostParts: number): readonly CardElement[] {
  const { rule, eventAt, dueAt, parts } = milestone;
  const left = isOpen(milestone) ? `${leftWords(dueAt, view.now)}（${timeWords(view.now)} 时）` : null;
  const several = parts.length > 1;
  const shown = [
    ...parts.filter(({ form: open }) => open !== null),
    ...parts.filter(({ form: open }) => open === null),
  ];
  const hidden = shown.length - mostParts;
  return [
    markdown(`**${plain(milestoneWords(rule))}**`),
    markdown(
      `${dotted([`起算 ${momentWords(eventAt)}`, `截止 **${momentWords(dueAt)}**`])}${left === null ? '' : `<br>${font('red', left)}`}`,
      { margin: '-4px 0px 0px 0px' },
    ),
    ...shown.slice(0, mostParts).flatMap((part) => partElements(view, milestone, part, several)),
    ...(hidden > 0 ? [note(`还有 ${hidden} 个处室未列出`)] : []),
  ];
}

function partElements(
  view: ClockCardView,
  { dueAt }: Milestone,
  part: ClockPartView,
  several: boolean,
): readonly CardElement[] {
  const office = plain(clip(part.officeName, 16));
  switch (part.state) {
    case 'stopped':
      return [note(`${office}：误报，已停止`)];
    case 'excused':
      return [note(`${office}：不涉及`)];
    case 'done':
      return doneElements(view, part, { office, dueAt });
    case 'open':
      return [
        ...(several || part.form === null ? [note(`${office}：待办`)] : []),
        ...(part.form === null ? [] : [doneForm(view, part, part.form)]),
      ];
  }
}

function doneElements(
  view: ClockCardView,
  part: ClockPartView,
  { office, dueAt }: { office: string; dueAt: Instant },
): readonly CardElement[] {
  const { done } = part;
  if (done === null) return [note(`✓ ${office}：已办结`)];
  const late = done.at > dueAt ? `，超时 ${lengthWords(done.at - dueAt)}` : '';
  const lines = [
    note(`✓ ${office}：${momentWords(done.at)} 已发布${late} · ${plain(clip(done.personName, 10))}`),
    ...(done.link === null ? [] : [note(plain(clip(done.link, 120)))]),
  ];
  if (!done.undoable) return lines;
  const action = {
    a: 'part.undo',
    ...targetOf(part, { cardId: view.cardId, replaced: false }),
    r: done.replyId,
  } as const;
  const undo = button({ text: '撤回', type: 'primary_text', size: 'small', action });
  return [
    columns(
      [
        { width: 1, elements: lines },
        { width: 'auto', elements: [undo] },
      ],
      { align: 'center' },
    ),
  ];
}

function doneForm(view: ClockCardView, part: ClockPartView, open: NonNullable<ClockPartView['form']>): CardElement {
  const number = view.milestones.flatMap(({ parts }) => parts).findIndex(({ partId }) => partId === part.partId) + 1;
  return form(`clock_${number}`, [
    ...(open.error === null ? [] : [markdown(font('red', plain(clip(open.error, 100))))]),
    input({
      name: `link_${number}`,
      label: '链接（必填）',
      placeholder: '已发布内容的网址',
      maxLength: LONGEST_LINK,
      value: Array.from(open.link)
        .slice(0, LONGEST_LINK / 2)
        .join(''),
    }),
    buttonRow([
      button({
        text: '已发布',
        type: 'primary_filled',
        inForm: { name: `done_${number}`, submits: true },
        action: { a: 'clock.done', ...targetOf(part, { cardId: view.cardId, replaced: false }) },
      }),
    ]),
  ]);
}

function isOpen({ parts }: Milestone): boolean {
  return parts.some(({ state }) => state === 'open');
}

/** By the card's own time: `还剩 4 小时 30 分`, `已超时 12 分`. */
function leftWords(dueAt: Instant, now: Instant): string {
  if (now === dueAt) return '已到截止时间';
  return now > dueAt ? `已超时 ${lengthWords(now - dueAt)}` : `还剩 ${lengthWords(dueAt - now)}`;
}
