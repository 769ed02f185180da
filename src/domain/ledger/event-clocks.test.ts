import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { civil, formatInstant, instantOf } from '../calendar/civil-date.ts';
import {
  bornOfEvent,
  type ClockRule,
  type EventGroup,
  eventDates,
  eventGroups,
  eventIdOf,
  eventTimeProblem,
  occurrenceIdsOf,
} from './event-clocks.ts';

function within(over: Partial<ClockRule> = {}): ClockRule {
  const rule = { kind: 'within', event: '批准发出', n: 20, unit: 'working_day', before: false } as const;
  return { ...rule, phrase: '批准发出之日起20个工作日内公开', place: 'text', ...over };
}

const FIVE = within({ event: '重大突发舆情事件', n: 5, unit: 'hour', phrase: '最迟在5小时内发布权威信息' });
const DAY = within({ event: '重大突发舆情事件', n: 24, unit: 'hour', phrase: '在24小时内举行新闻发布会' });

function groupsOf(...rules: ClockRule[]): readonly EventGroup[] {
  return eventGroups({ text: '', rules, ruleIds: rules.map((_, index) => `rule-${index + 1}`) });
}

describe('what starts together', () => {
  it('all hours of a row from one moment: two milestones', () => {
    const groups = groupsOf(FIVE, { ...DAY, event: '' });
    expect(groups).toMatchObject([{ id: 'rule-1', event: '重大突发舆情事件', byHour: true }]);
    expect(groups[0]?.clocks.map(({ ruleId }) => ruleId)).toEqual(['rule-1', 'rule-2']);
  });

  it('days by what they name: 咨询 2 days and 投诉 20 days are two events', () => {
    const groups = groupsOf(within({ event: '咨询' }), within({ event: '投诉' }), within({ event: '咨询', n: 2 }));
    expect(groups.map(({ event, clocks }) => `${event} ${clocks.length}`)).toEqual(['咨询 2', '投诉 1']);
  });

  it('days that name the event of an hour clock start with it', () => {
    expect(groupsOf(FIVE, within({ event: FIVE.event, n: 7, unit: 'day' }))).toHaveLength(1);
  });

  it('other rules of the row start nothing', () => {
    const by = { kind: 'by', on: civil('2017-06-30'), soft: false, phrase: '', place: 'text' } as const;
    expect(eventGroups({ text: '', rules: [by, within()], ruleIds: ['rule-1', 'rule-2'] })).toMatchObject([
      { id: 'rule-2' },
    ]);
  });
});

describe('when a clock falls due (B1, C11)', () => {
  it.each([
    ['20 working days over National Day, 09-30 worked', within(), '2017-09-18', '2017-10-20'],
    ['the event on a Saturday: Monday is day 1', within({ n: 1 }), '2017-09-16', '2017-09-18'],
    ['the event on a make-up Saturday is not counted either', within({ n: 1 }), '2017-09-30', '2017-10-09'],
    ['the event on the eve of the holidays', within({ n: 1 }), '2017-09-29', '2017-09-30'],
    ['calendar days end on a day of rest', within({ n: 15, unit: 'day' }), '2017-09-18', '2017-10-03'],
    ['backwards from a meeting', within({ n: 5, before: true }), '2017-10-13', '2017-09-30'],
    ['同步 is due on the day itself', within({ n: 0 }), '2017-09-18', '2017-09-18'],
  ])('%s', (_, rule, event, due) => {
    expect(eventDates(rule, civil(event), CALENDAR)).toMatchObject({ ok: true, value: { dueOn: due, dueAt: null } });
  });

  it('hours run across midnight, and over holidays', () => {
    const dates = eventDates(FIVE, instantOf('2017-10-01T22:30+08:00'), CALENDAR);
    expect(dates).toMatchObject({ ok: true, value: { eventOn: '2017-10-01', dueOn: '2017-10-02', days: [] } });
    expect(dates.ok && dates.value.dueAt !== null && formatInstant(dates.value.dueAt)).toBe(
      '2017-10-02T03:30:00+08:00',
    );
  });

  it('a count into a year without a notice is provisional', () => {
    expect(eventDates(within(), civil('2031-03-03'), CALENDAR)).toMatchObject({
      ok: true,
      value: { provisional: true },
    });
  });
});

describe('when an event may have been', () => {
  const now = instantOf('2017-09-20T10:00+08:00');
  const problem = (time: Parameters<typeof eventTimeProblem>[0], ...rules: ClockRule[]) =>
    eventTimeProblem(time, { group: { clocks: rules.map((rule) => ({ ruleId: '', rule })) }, year: 2017, now })?.kind;

  it.each([
    ['today', '2017-09-20', within(), undefined],
    ['tomorrow', '2017-09-21', within(), 'not-yet'],
    ['a meeting to come', '2017-12-01', within({ before: true }), undefined],
    ['last year', '2016-12-30', within(), 'before-the-plan'],
    ['a meeting of last year', '2016-12-30', within({ before: true }), 'before-the-plan'],
  ])('%s', (_, on, rule, expected) => {
    expect(problem(civil(on), rule)).toBe(expected);
  });

  it('a moment later today is not yet; a phone may be half a minute ahead', () => {
    expect(problem(instantOf('2017-09-20T11:00+08:00'), FIVE)).toBe('not-yet');
    expect(problem(instantOf('2017-09-20T10:00:30+08:00'), FIVE)).toBeUndefined();
  });
});

describe('what an event bears', () => {
  it('an occurrence for each clock, a part for each office, under keys that come but once', () => {
    const [group] = groupsOf(FIVE, DAY);
    let ids = 0;
    const born =
      group &&
      bornOfEvent({
        task: { id: 'task-1', planId: 'plan-1' },
        group,
        eventId: 'card-7',
        title: '某路段塌陷',
        time: instantOf('2017-10-01T22:30+08:00'),
        owing: [
          { officeId: 'office-1', role: 'lead' },
          { officeId: 'office-2', role: 'responsible' },
        ],
        calendar: CALENDAR,
        nextId: (kind) => `${kind}-${++ids}`,
      });
    expect(born).toMatchObject({
      ok: true,
      value: [
        {
          id: 'card-7.1',
          key: 'event:card-7',
          ruleId: 'rule-1',
          event: '某路段塌陷',
          dueOn: '2017-10-02',
          parts: [{ id: 'part-1', state: 'open' }, { id: 'part-2' }],
        },
        { id: 'card-7.2', key: 'event:card-7', ruleId: 'rule-2', dueOn: '2017-10-02', parts: [{}, {}] },
      ],
    });
    expect(eventIdOf('card-7.2')).toBe('card-7');
    expect(occurrenceIdsOf('card-7')).toContain('card-7.2');
  });

  it('a misprinted length bears nothing', () => {
    const [group] = groupsOf(within({ n: 99_999 }));
    const born =
      group &&
      bornOfEvent({
        task: { id: 'task-1', planId: 'plan-1' },
        group,
        eventId: 'card-7',
        title: '甲',
        time: civil('2017-09-18'),
        owing: [],
        calendar: CALENDAR,
        nextId: (kind) => kind,
      });
    expect(born).toMatchObject({ ok: false, error: { kind: 'span-too-long' } });
  });
});
