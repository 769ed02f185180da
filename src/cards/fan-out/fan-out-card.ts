import type { z } from 'zod';
import { requestWords } from '../act-text.ts';
import type { FanOutStep } from '../actions.ts';
import { button, buttonRow, type CardElement, type CardJson, card, font, header, hr, markdown, note } from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { pageTurner } from '../page-turner.ts';
import { clip, dateWords, dayWords, dotted, momentWords, numberWords, stateWords } from '../words.ts';
import type { FanOutView, OfficeLine } from './fan-out-view.ts';

/** Offices on one page: more cannot be read on a phone. */
export const OFFICES_PER_PAGE = 8;

/** Of names in one paragraph, in characters: who is left out is on the pages below. */
const NAMES_LENGTH = 120;
const NOTE_LENGTH = 60;

/** 各处室落实情况 of one row: n of m, the names of the missing, 催办未交, every office's state. */
export function fanOutCard(view: FanOutView): CardJson {
  const number = view.no === null ? '' : `${clip(numberWords(view.no), 12)} `;
  return card({
    summary: `各处室落实情况：已报 ${view.done} / ${view.total}，${number}${clip(view.text, 30)}`,
    header: header({
      title: `各处室落实情况 · ${number}${clip(view.text, 30)}`,
      ...(view.about === null ? {} : { subtitle: clip(view.about, 40) }),
      colour: colourOf(view),
    }),
    elements: [
      markdown(`**已报 ${view.done} / ${view.total}**${view.missing.length === 0 ? '　已报齐' : ''}`, {
        size: 'heading',
      }),
      note(dotted([dueWords(view), leadWords(view)]), { margin: '-4px 0px 0px 0px' }),
      ...names('未报', view.missing, 'orange'),
      ...names('不涉及', view.excused, 'grey'),
      ...behindLine(view),
      ...buttons(view),
      hr(),
      ...view.offices.flatMap((office) => officeLine(office, view)),
      ...pageTurner(view.page, (g) => ({ ...step(view, 'fan-out.page'), g }), [hr()]),
    ],
  });
}

function colourOf(view: FanOutView): 'red' | 'blue' | 'green' {
  if (view.missing.length === 0) return 'green';
  return view.overdue ? 'red' : 'blue';
}

function dueWords({ dueOn, on, overdue }: FanOutView): string {
  if (dueOn === null) return '时限：未定日期';
  return `应于 ${dateWords(dueOn, on)}完成${overdue ? '，已逾期' : ''}`;
}

function leadWords({ leadOffice }: FanOutView): string | null {
  return leadOffice === null ? null : `牵头：${plain(clip(leadOffice, 16))}`;
}

function names(label: string, all: readonly string[], colour: 'orange' | 'grey'): readonly CardElement[] {
  if (all.length === 0) return [];
  const shown = firstNames(all.map((name) => clip(name, 16)));
  const more = all.length > shown.length ? `等 ${all.length} 个` : '';
  return [markdown(`${font(colour, `${label} ${all.length}`)}　${shown.map(plain).join('、')}${more}`)];
}

function firstNames(all: readonly string[]): readonly string[] {
  let length = 0;
  const last = all.findIndex((name) => {
    length += name.length + 1;
    return length > NAMES_LENGTH;
  });
  return last < 0 ? all : all.slice(0, Math.max(1, last));
}

function behindLine({ behind }: FanOutView): readonly CardElement[] {
  if (behind.length === 0) return [];
  const periods = behind.slice(-3).map(({ about, missing }) => `${plain(clip(about, 16))}差 ${missing} 个`);
  return [note(`往期未报齐：${periods.join('，')}`)];
}

function buttons(view: FanOutView): readonly CardElement[] {
  const drawn = [...urgeButton(view), ...closeButton(view)];
  return [...(drawn.length > 0 ? [buttonRow(drawn)] : []), ...hints(view)];
}

function urgeButton(view: FanOutView): readonly CardElement[] {
  if (view.urgeable.length === 0) return [];
  const who = clip(view.urgeable.join('、'), 120);
  const text = `将提醒 ${view.urgeable.length} 个处室：${who}。随其下一张待办卡片送达，下一个工作日可再催。`;
  return [
    button({
      text: '催办未交',
      type: view.own?.ready === true ? 'default' : 'primary',
      action: step(view, 'fan-out.urge'),
      confirm: { title: '催办未交的处室', text },
    }),
  ];
}

function closeButton(view: FanOutView): readonly CardElement[] {
  if (view.own?.ready !== true) return [];
  return [button({ text: '汇总并报办结', type: 'primary', action: step(view, 'fan-out.close') })];
}

function hints(view: FanOutView): readonly CardElement[] {
  const urged = view.missing.length > 0 && view.urgeable.length === 0 ? '今天已催办，下一个工作日可再催' : null;
  const own = view.own === null ? null : ownWords(view, view.own);
  const said = dotted([urged, own]);
  return said === '' ? [] : [note(said)];
}

function ownWords(view: FanOutView, { state, percent, ready }: NonNullable<FanOutView['own']>): string {
  if (ready) return '各处室已报齐，可汇总并报办结';
  if (view.missing.length === 0) return `本处室${stateWords(state, percent)}`;
  return `还差 ${view.missing.length} 个处室，报齐后可汇总报办结`;
}

function officeLine(office: OfficeLine, { on }: FanOutView): readonly CardElement[] {
  const state = office.paused ? '已暂停' : stateWords(office.state, office.percent);
  const reply = office.lastReply;
  const who = reply === null ? null : `${plain(clip(reply.personName, 10))} ${momentWords(reply.at)}`;
  const asked = office.request === null ? null : `${requestWords(office.request)}，待批复`;
  const urged = office.urgedOn === null ? null : `${dayWords(office.urgedOn, on)}已催办`;
  const said = reply === null || reply.note === '' ? null : plain(clip(reply.note, NOTE_LENGTH));
  const more = dotted([said, asked === null ? null : plain(asked), urged]);
  return [
    markdown(`**${plain(clip(office.officeName, 16))}**　${dotted([state, who])}`),
    ...(more === '' ? [] : [note(more, { margin: '-4px 0px 0px 0px' })]),
  ];
}

function step({ cardId, taskId }: FanOutView, a: z.infer<typeof FanOutStep>['a']) {
  return { a, v: 1, c: cardId, t: taskId } as const;
}
