import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import { nextRuns, planSlots, type Schedule } from './slots.ts';

const DAILY: Schedule = {
  name: 'morning-cards',
  days: 'working-day',
  at: '09:00',
  windowEnds: '17:30',
  pausedUntil: null,
};
const WEEKLY: Schedule = { ...DAILY, name: 'weekly-digest', days: 'week-start' };
const MONTHLY: Schedule = { ...DAILY, name: 'monthly-summary', days: 'month-closed' };

/** What is decided at a moment in Shanghai, `2026-03-30 09:00`, in short. */
function decided(schedule: Schedule, moment: string, lastOn?: string): readonly string[] {
  return planSlots({
    schedules: [schedule],
    lastOn: new Map(lastOn === undefined ? [] : [[schedule.name, civil(lastOn)]]),
    now: instantOf(`${moment.replace(' ', 'T')}+08:00`),
    calendar: CALENDAR,
  }).map(({ on, action, why }) => [on, action, why].filter(Boolean).join(' '));
}

describe('the cards of a working day', () => {
  it.each([
    ['before nine nothing is due', '2026-03-30 08:59', '2026-03-27', []],
    ['at nine they run', '2026-03-30 09:00', '2026-03-27', ['2026-03-30 run']],
    ['five minutes later is still on time', '2026-03-30 09:05', '2026-03-27', ['2026-03-30 run']],
    ['six minutes later is catching up', '2026-03-30 09:06', '2026-03-27', ['2026-03-30 catch-up was-down']],
    ['the end of the window is inside it', '2026-03-30 17:30', '2026-03-27', ['2026-03-30 catch-up was-down']],
    ['after the window the day is skipped', '2026-03-30 17:31', '2026-03-27', ['2026-03-30 skip window-over']],
    ['once a day is enough', '2026-03-30 15:00', '2026-03-30', []],
    ['a clock that was set back repeats nothing', '2026-03-30 09:00', '2026-04-01', []],
    ['a Sunday is no working day', '2026-03-29 09:00', '2026-03-27', []],
    ['a holiday is no working day', '2026-05-01 09:00', '2026-04-30', []],
    ['a make-up Saturday is one', '2026-05-09 09:00', '2026-05-08', ['2026-05-09 run']],
    ['a new program does not ask about the past', '2026-03-30 09:00', undefined, ['2026-03-30 run']],
    [
      'days without the program are recorded as skipped, days of rest left out',
      '2026-03-31 09:00',
      '2026-03-26',
      ['2026-03-27 skip was-down', '2026-03-30 skip was-down', '2026-03-31 run'],
    ],
    ['on a day of rest too', '2026-03-28 12:00', '2026-03-26', ['2026-03-27 skip was-down']],
  ])('%s', (_, moment, lastOn, decisions) => {
    expect(decided(DAILY, moment, lastOn)).toEqual(decisions);
  });

  it('after weeks without the program only the last fortnight is listed, oldest first', () => {
    const decisions = decided(DAILY, '2026-03-31 09:00', '2025-12-31');
    expect(decisions).toHaveLength(11);
    expect(decisions[0]).toBe('2026-03-17 skip was-down');
    expect(decisions.at(-1)).toBe('2026-03-31 run');
  });
});

describe('the digest at the beginning of a week', () => {
  it.each([
    ['Monday', '2026-03-30 09:00', ['2026-03-30 run']],
    ['Tuesday is not the beginning', '2026-03-31 09:00', []],
    ['Tuesday after a holiday on Monday', '2026-04-07 09:00', ['2026-04-07 run']],
    ['2017-10-09 after the long holiday', '2017-10-09 09:00', ['2017-10-09 run']],
    ['no day of a week that is off altogether', '2017-10-04 09:00', []],
    ['a Friday, where the holiday took the days before', '2017-02-03 09:00', ['2017-02-03 run']],
    ['and not the make-up Saturday after it', '2017-02-04 09:00', []],
    ['a make-up Sunday that is the only working day of its week', '2016-02-14 09:00', ['2016-02-14 run']],
    ['and the Monday after it', '2016-02-15 09:00', ['2016-02-15 run']],
  ])('%s', (_, moment, decisions) => {
    expect(decided(WEEKLY, moment)).toEqual(decisions);
  });

  it('that was missed is skipped, not posted in the middle of the week', () => {
    expect(decided(WEEKLY, '2026-04-01 09:00', '2026-03-23')).toEqual(['2026-03-30 skip was-down']);
  });
});

describe('the summary of a month', () => {
  it.each([
    ['2017-12-06, the fourth working day', '2017-12-06 09:00', ['2017-12-06 run']],
    ['the day before, on which the month is closed', '2017-12-05 09:00', []],
    ['the day after', '2017-12-07 09:00', []],
    ['2017-10-12, after the long holiday', '2017-10-12 09:00', ['2017-10-12 run']],
    ['a make-up Saturday that is the fourth', '2026-05-09 09:00', ['2026-05-09 run']],
    ['later on its day', '2017-12-06 14:00', ['2017-12-06 catch-up was-down']],
  ])('%s', (_, moment, decisions) => {
    expect(decided(MONTHLY, moment)).toEqual(decisions);
  });

  it('that was missed is skipped, with the reason on record', () => {
    expect(decided(MONTHLY, '2017-12-08 09:00', '2017-11-06')).toEqual(['2017-12-06 skip was-down']);
  });

  it('runs once a month', () => {
    const next = nextRuns(MONTHLY, instantOf('2017-09-25T10:00+08:00'), CALENDAR, 3);
    expect(next).toEqual(['2017-10-12', '2017-11-06', '2017-12-06']);
  });
});

describe('a pause', () => {
  const PAUSED = { ...DAILY, pausedUntil: civil('2026-04-01') };

  it('is recorded day by day and ends on its day', () => {
    expect(decided(PAUSED, '2026-03-31 09:00', '2026-03-30')).toEqual(['2026-03-31 skip paused']);
    expect(decided(PAUSED, '2026-04-01 09:00', '2026-03-31')).toEqual(['2026-04-01 run']);
  });

  it('is left out of the next runs', () => {
    const next = (schedule: Schedule, moment: string) => nextRuns(schedule, instantOf(moment), CALENDAR, 3);
    expect(next(PAUSED, '2026-03-30T08:00+08:00')).toEqual(['2026-04-01', '2026-04-02', '2026-04-03']);
    expect(next(DAILY, '2026-04-02T08:59+08:00')).toEqual(['2026-04-02', '2026-04-03', '2026-04-07']);
    expect(next(DAILY, '2026-04-02T09:00+08:00')).toEqual(['2026-04-03', '2026-04-07', '2026-04-08']);
    expect(next(WEEKLY, '2017-09-25T10:00+08:00')).toEqual(['2017-10-09', '2017-10-16', '2017-10-23']);
  });
});

describe('several schedules', () => {
  it('are decided each for itself', () => {
    const lastOn = new Map([['morning-cards' as const, civil('2026-03-30')]]);
    const now = instantOf('2026-03-30T09:00:30+08:00');
    expect(planSlots({ schedules: [DAILY, WEEKLY], lastOn, now, calendar: CALENDAR })).toEqual([
      { schedule: 'weekly-digest', on: '2026-03-30', action: 'run', why: null },
    ]);
  });
});
