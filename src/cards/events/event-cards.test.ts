import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../../domain/calendar/civil-date.ts';
import { type ClockRule, type EventTime, eventDates } from '../../domain/ledger/event-clocks.ts';
import { findCardFault } from '../../emulator/card-json/card-rules.ts';
import type { CardJson } from '../card.ts';
import { fitsCard } from '../card-size.ts';
import { clockCard } from './clock-card.ts';
import { eventCard } from './event-card.ts';
import type { ClockCardView, ClockPartView, EventRowView, EventView } from './event-view.ts';

const RULE: ClockRule = {
  kind: 'within',
  event: '批准发出',
  n: 20,
  unit: 'working_day',
  before: false,
  phrase: '批准发出之日起20个工作日内公开',
  place: 'deadline-cell',
};
const FIVE: ClockRule = { ...RULE, event: '重大突发舆情事件', n: 5, unit: 'hour', phrase: '最迟在5小时内发布权威信息' };
const DAY: ClockRule = { ...FIVE, n: 24, phrase: '在24小时内举行新闻发布会' };
const STARTED = instantOf('2017-10-01T22:30+08:00');
const BASE = { cardId: 'card-1', today: civil('2017-09-20') } as const;
const ROW: EventRowView = {
  id: 'rule-1',
  no: '3(9)',
  text: '主动公开城市更新项目实施方案批复信息',
  event: '批准发出',
  rules: [RULE],
};
const BAD_LINK = '链接打不开：请填写以 http:// 或 https:// 开头的网址';
const BLANK = { title: '', date: '2017-09-20', time: '', office: '' };

function clockOf(rule: ClockRule, time: EventTime, offices: EventView['clocks'][number]['offices']) {
  const dates = eventDates(rule, time, CALENDAR);
  if (!dates.ok) throw new Error(dates.error.kind);
  return { rule, ...dates.value, offices };
}

const EVENT: EventView = {
  eventId: 'card-1',
  title: '某路改造批复',
  no: '3(9)',
  text: ROW.text,
  byHour: false,
  clocks: [clockOf(RULE, civil('2017-09-18'), [{ name: '土地整备处', state: '待办', open: true }])],
  open: true,
  stopped: false,
  reopenable: false,
  corrections: [],
};

const HOURS: EventView = {
  ...EVENT,
  title: '某路段塌陷',
  no: '4',
  text: '加强舆情回应',
  byHour: true,
  clocks: [FIVE, DAY].map((rule) => clockOf(rule, STARTED, [{ name: '法规处', state: '待办', open: true }])),
};

function inState(state: string): Pick<EventView, 'open' | 'clocks'> {
  return { open: false, clocks: [clockOf(RULE, civil('2017-09-18'), [{ name: '土地整备处', state, open: false }])] };
}

const part = (id: string, over: Partial<ClockPartView> = {}): ClockPartView => ({
  partId: id,
  version: 1,
  officeName: '法规处',
  state: 'open',
  done: null,
  form: { link: '', error: null },
  ...over,
});
const CLOCK: ClockCardView = {
  cardId: 'card-2',
  eventId: 'card-1',
  title: '某路段塌陷',
  text: '加强舆情回应。遇重大突发舆情事件，最迟在5小时内发布权威信息，在24小时内举行新闻发布会',
  now: instantOf('2017-10-01T22:31+08:00'),
  milestones: [
    { rule: FIVE, eventAt: STARTED, dueAt: instantOf('2017-10-02T03:30+08:00'), parts: [part('part-1')] },
    { rule: DAY, eventAt: STARTED, dueAt: instantOf('2017-10-02T22:30+08:00'), parts: [part('part-2')] },
  ],
  stoppable: true,
  reopenable: false,
};
const DONE: ClockPartView = part('part-1', {
  state: 'done',
  form: null,
  done: {
    replyId: 'reply-1',
    personName: '李强',
    at: instantOf('2017-10-02T04:35+08:00'),
    link: 'https://www.example.gov.cn/notice/1',
    undoable: true,
  },
});

/** Every part has an id of its own. */
function inMilestone(parts: readonly ClockPartView[], index: number): readonly ClockPartView[] {
  return parts.map((each) => ({ ...each, partId: `${each.partId}-${index}` }));
}

function clockWith(parts: readonly ClockPartView[], over: Partial<ClockCardView> = {}): CardJson {
  const milestones = CLOCK.milestones.map((milestone, index) => ({ ...milestone, parts: inMilestone(parts, index) }));
  return clockCard({ ...CLOCK, milestones, ...over });
}

const CARDS: Readonly<Record<string, CardJson>> = {
  'event-list': eventCard({
    ...BASE,
    look: 'list',
    rows: [ROW, { ...ROW, id: 'rule-2', no: '4', text: '加强舆情回应', event: FIVE.event, rules: [FIVE, DAY] }],
    page: 1,
    pages: 2,
  }),
  'event-form': eventCard({
    ...BASE,
    look: 'form',
    row: ROW,
    byHour: false,
    back: true,
    form: { values: BLANK, error: null, offices: [] },
  }),
  'event-form-error': eventCard({
    ...BASE,
    look: 'form',
    row: { ...ROW, event: FIVE.event, rules: [FIVE, DAY] },
    byHour: true,
    back: false,
    form: {
      values: { ...BLANK, title: '某路段塌陷', time: '25:00', office: 'office-2' },
      error: '请填写几点几分，如 09:30',
      offices: [
        { value: 'every', text: '全部（2 个）' },
        { value: 'office-2', text: '信息中心' },
      ],
    },
  }),
  'event-registered': eventCard({ ...BASE, look: 'event', event: EVENT, correction: null }),
  'event-corrected': eventCard({
    ...BASE,
    look: 'event',
    correction: null,
    event: {
      ...EVENT,
      corrections: [
        {
          personName: '张敏',
          at: instantOf('2017-09-20T09:12+08:00'),
          note: '发生日期 2017年9月15日 改为 2017年9月18日',
        },
      ],
    },
  }),
  'event-correcting': eventCard({
    ...BASE,
    look: 'event',
    event: EVENT,
    correction: { values: { ...BLANK, title: EVENT.title, date: '2017-09-18' }, error: null, offices: [] },
  }),
  'event-stopped': eventCard({
    ...BASE,
    look: 'event',
    correction: null,
    event: { ...EVENT, ...inState('已停止'), stopped: true },
  }),
  'event-done': eventCard({ ...BASE, look: 'event', correction: null, event: { ...EVENT, ...inState('已报办结') } }),
  'event-many-offices': eventCard({
    ...BASE,
    today: civil('2017-12-20'),
    look: 'event',
    correction: null,
    event: {
      ...EVENT,
      clocks: [
        {
          ...clockOf(
            { ...RULE, before: true, event: '会议召开', n: 5 },
            civil('2018-01-18'),
            Array.from({ length: 7 }, (_, index) => ({ name: `第${index}处`, state: '待办', open: index > 2 })),
          ),
          provisional: true,
        },
      ],
    },
  }),
  'event-correcting-error': eventCard({
    ...BASE,
    look: 'event',
    event: HOURS,
    correction: {
      values: { ...BLANK, title: HOURS.title, date: '2017-10-01', time: '22:30' },
      error: '标题和日期没有变化；不改请点“取消”',
      offices: [],
    },
  }),
  'event-hours': eventCard({ ...BASE, look: 'event', correction: null, event: HOURS }),
  'event-gone': eventCard({ ...BASE, look: 'gone' }),
  'clock-open': clockCard(CLOCK),
  'clock-late': clockCard({ ...CLOCK, now: instantOf('2017-10-02T04:00+08:00') }),
  'clock-error': clockWith([part('part-1', { form: { link: '已发', error: BAD_LINK } })]),
  'clock-one-done': clockCard({
    ...CLOCK,
    milestones: CLOCK.milestones.map((each, index) => (index === 0 ? { ...each, parts: [DONE] } : each)),
  }),
  'clock-leader': clockWith([part('part-1', { form: null }), part('part-2', { form: null, officeName: '信息中心' })], {
    stoppable: false,
    now: instantOf('2017-10-02T04:00+08:00'),
  }),
  'clock-all-done': clockWith([DONE]),
  'clock-several-offices': clockWith([
    DONE,
    part('part-2', { officeName: '信息中心' }),
    part('part-3', { officeName: '办公室', state: 'excused', form: null }),
    part('part-4', { officeName: '应急处', form: null }),
  ]),
  'clock-stopped': clockWith([part('part-1', { state: 'stopped', form: null })]),
};

describe('the cards of events and hour clocks', () => {
  it.each(Object.entries(CARDS))('%s: is taken by the platform and looks as agreed', async (name, card) => {
    expect(findCardFault(card, () => true)).toBeNull();
    expect(fitsCard(card)).toBe(true);
    await expect(`${JSON.stringify(card, null, 2)}\n`).toMatchFileSnapshot(`../../../tests/golden/${name}.json`);
  });

  it('never grow over what the platform takes, whatever people write and however many clocks a row has', () => {
    const text = fc.oneof(hostileText(), fc.constantFrom('|'.repeat(5000), '😀'.repeat(3000), '"\\'.repeat(2000)));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (words, clocks) => {
        const many = <T>(value: T, n: number): T[] => Array.from({ length: n }, () => value);
        const row = {
          ...ROW,
          no: words,
          text: words,
          event: words,
          rules: many({ ...RULE, event: words, phrase: words, n: 250 }, clocks),
        };
        const parts = Array.from({ length: 60 }, (_, index) =>
          part(`part-${index}`, { officeName: words, form: { link: words, error: words } }),
        );
        const event: EventView = {
          ...EVENT,
          title: words,
          text: words,
          clocks: many(
            {
              ...clockOf(
                { ...RULE, n: 250 },
                civil('2017-01-03'),
                many({ name: words, state: '办理中 60 %', open: true }, 4),
              ),
              rule: { ...RULE, event: words },
            },
            clocks,
          ),
          corrections: many({ personName: words, at: STARTED, note: words }, 3),
        };
        const form = { values: { title: words, date: words, time: words, office: words }, error: words, offices: [] };
        const views = [
          eventCard({ ...BASE, look: 'list', rows: many(row, 8), page: 2, pages: 9 }),
          eventCard({ ...BASE, look: 'form', row, byHour: true, back: true, form }),
          eventCard({ ...BASE, look: 'event', event, correction: form }),
          clockCard({
            ...CLOCK,
            title: words,
            text: words,
            milestones: Array.from({ length: clocks }, (_, index) => ({
              rule: { ...FIVE, phrase: words },
              eventAt: STARTED,
              dueAt: STARTED,
              parts: inMilestone(parts, index),
            })),
          }),
        ];
        for (const [at, card] of views.entries()) {
          expect([at, findCardFault(card, () => true)]).toEqual([at, null]);
          expect([at, fitsCard(card)]).toEqual([at, true]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
