import { describe, expect, it } from 'vitest';
import { buildWorkingCalendar } from '../calendar/build-working-calendar.ts';
import { type CivilDate, civil, formatInstant, type Instant, instantOf } from '../calendar/civil-date.ts';
import type { Rule, RuleKind } from '../plan/rule.ts';
import { type ComputedDeadline, deadlineOf, reminderDayFor } from './due-dates.ts';

const calendar = buildWorkingCalendar();
const today = civil('2017-10-10');

describe('a fixed date', () => {
  it('is due on that day, whatever day it is', () => {
    expect(due({ kind: 'by', on: civil('2017-12-31'), soft: false })).toEqual({
      dueOn: '2017-12-31',
      dueAt: null,
      days: [],
      period: null,
      provisional: false,
    });
  });
});

describe('a clock that starts with an event', () => {
  it.each([
    ['批准发出之日起20个工作日内', 20, 'working_day', false, '2017-09-18', '2017-10-20'],
    ['3个工作日内, from a Saturday', 3, 'working_day', false, '2017-11-04', '2017-11-08'],
    ['10日内, ending on a day of rest', 10, 'day', false, '2017-09-25', '2017-10-05'],
    ['会前3个工作日', 3, 'working_day', true, '2017-10-10', '2017-09-29'],
    ['会前5日', 5, 'day', true, '2017-10-10', '2017-10-05'],
    ['当日', 0, 'day', false, '2017-10-10', '2017-10-10'],
  ] as const)('%s', (_, n, unit, before, event, dueOn) => {
    expect(due({ ...WITHIN, n, unit, before }, civil(event))).toMatchObject({ dueOn, dueAt: null, provisional: false });
  });

  it('shows the days that were counted', () => {
    const { days } = due({ ...WITHIN, n: 2, unit: 'working_day' }, civil('2017-09-29'));
    expect(days.map(({ on, counts }) => [on, counts])).toEqual([
      ['2017-09-29', false],
      ['2017-09-30', true],
      ...Array.from({ length: 8 }, (_, index) => [`2017-10-0${index + 1}`, false]),
      ['2017-10-09', true],
    ]);
  });

  it('in days starts on the day that it is in Beijing, also shortly after midnight there', () => {
    expect(due({ ...WITHIN, n: 1, unit: 'working_day' }, instantOf('2017-11-06T00:10+08:00')).dueOn).toBe('2017-11-07');
    expect(due({ ...WITHIN, n: 1, unit: 'working_day' }, instantOf('2017-11-06T23:50+08:00')).dueOn).toBe('2017-11-07');
  });

  it('is provisional where it runs into a year that is not announced', () => {
    expect(due({ ...WITHIN, n: 20, unit: 'working_day' }, civil('2026-12-21')).provisional).toBe(true);
    expect(due({ ...WITHIN, n: 5, unit: 'working_day' }, civil('2026-12-21')).provisional).toBe(false);
  });

  it.each([
    ['5小时内, over midnight on the eve of a holiday', 5, false, '2017-09-30T22:00+08:00', '2017-10-01T03:00:00+08:00'],
    ['24小时内, on a Saturday', 24, false, '2017-11-04T09:30+08:00', '2017-11-05T09:30:00+08:00'],
    ['2小时前', 2, true, '2017-11-04T09:30+08:00', '2017-11-04T07:30:00+08:00'],
  ] as const)('in hours runs day and night: %s', (_, n, before, event, end) => {
    const found = due({ ...WITHIN, n, unit: 'hour', before }, instantOf(event));
    expect(found.dueAt && formatInstant(found.dueAt)).toBe(end);
    expect(found).toMatchObject({ dueOn: null, days: [] });
  });

  it('has no due date before its event is registered', () => {
    expect(refusal(WITHIN)).toEqual({ kind: 'event-missing', event: '批准发出' });
  });

  it('in hours asks for the time of the event where only its day is known', () => {
    expect(refusal({ ...WITHIN, unit: 'hour' }, today)).toEqual({ kind: 'event-time-missing', event: '批准发出' });
  });

  it('of more than ten years is refused as a misprint', () => {
    expect(refusal({ ...WITHIN, n: 20_000 }, today)).toEqual({ kind: 'span-too-long', n: 20_000, most: 2500 });
  });
});

describe('a rule that repeats', () => {
  it.each([
    ['month', null, '2017-10', '2017-10-31'],
    ['quarter', null, '2017-Q4', '2017-12-31'],
    ['half_year', 'end', '2017-H2', '2017-12-31'],
    ['year', '01-31', '2018', '2018-01-31'],
    ['month', '09', '2017-11', '2017-11-09'],
    ['month', '10', '2017-10', '2017-10-10'],
  ] as const)('every %s (%s) answers with the next period that falls due: %s', (period, day, key, dueOn) => {
    expect(due({ kind: 'every', period, due: day, assumed: false })).toMatchObject({ dueOn, period: { key } });
  });
});

describe('a rule without an end', () => {
  it.each([
    { kind: 'standing', cadence: 'quarter' },
    { kind: 'awaiting', issuer: '市政府', document: null },
    { kind: 'from', on: today },
    { kind: 'quota', count: 2, per: 'month', of: '信息', scope: 'each-office', atLeast: true },
    { kind: 'rate', min: 70, of: '网上申办' },
  ] as const)('($kind) has no due date, so that it can never be late', (rule) => {
    expect(refusal(rule)).toEqual({ kind: 'no-deadline', rule: rule.kind });
  });
});

describe('the last reminder', () => {
  it.each([
    ['on a working day, goes out on that day', '2017-11-30', '2017-11-30'],
    ['on a Sunday, goes out on Friday', '2017-12-31', '2017-12-29'],
    ['in a holiday, goes out on the make-up Saturday before it', '2017-10-05', '2017-09-30'],
  ])('of a due date %s', (_, dueOn, day) => {
    expect(reminderDayFor(civil(dueOn), calendar)).toBe(day);
  });
});

const WITHIN = { kind: 'within', event: '批准发出', n: 20, unit: 'working_day', before: false } as const;

function computed(kind: RuleKind, event?: CivilDate | Instant) {
  const rule: Rule = { phrase: '', place: 'text', ...kind };
  return deadlineOf(rule, { event, today, calendar });
}

function due(kind: RuleKind, event?: CivilDate | Instant): ComputedDeadline {
  const outcome = computed(kind, event);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function refusal(kind: RuleKind, event?: CivilDate | Instant): unknown {
  const outcome = computed(kind, event);
  return outcome.ok ? 'computed' : outcome.error;
}
