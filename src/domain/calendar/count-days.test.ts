import { describe, expect, it } from 'vitest';
import { buildWorkingCalendar } from './build-working-calendar.ts';
import { civil } from './civil-date.ts';
import { countDays } from './count-days.ts';

const calendar = buildWorkingCalendar();

describe('the day-by-day list', () => {
  const { dueOn, days, provisional } = countDays(calendar, {
    from: civil('2017-09-18'),
    n: 20,
    unit: 'working_day',
    before: false,
  });

  it('ends on the due date', () => {
    expect(dueOn).toBe('2017-10-20');
    expect(days.at(-1)).toEqual({ on: '2017-10-20', counts: true, why: '周五' });
    expect(provisional).toBe(false);
  });

  it('begins with the event, which does not count', () => {
    expect(days[0]).toEqual({ on: '2017-09-18', counts: false, why: '周一，当日不计入' });
    expect(days[1]).toEqual({ on: '2017-09-19', counts: true, why: '周二' });
  });

  it('shows the make-up Saturday as counted and every day of the holiday as not', () => {
    expect(days.find(({ on }) => on === '2017-09-30')).toEqual({ on: '2017-09-30', counts: true, why: '调休上班' });
    const holiday = days.filter(({ on }) => '2017-10-01' <= on && on <= '2017-10-08');
    expect(holiday).toHaveLength(8);
    expect(holiday.every(({ counts, why }) => !counts && why === '中秋节、国庆节放假')).toBe(true);
  });
});

describe('counting', () => {
  it('backwards from a meeting gives the last day to be ready', () => {
    const span = { from: civil('2017-10-10'), n: 3, unit: 'working_day', before: true } as const;
    expect(countDays(calendar, span).dueOn).toBe('2017-09-29');
    expect(
      countDays(calendar, span)
        .days.map(({ on }) => on)
        .slice(0, 3),
    ).toEqual(['2017-10-10', '2017-10-09', '2017-10-08']);
  });

  it('calendar days counts every day, may end on a day of rest, and is never provisional', () => {
    const counted = countDays(calendar, { from: civil('2027-12-30'), n: 3, unit: 'day', before: false });
    expect(counted.dueOn).toBe('2028-01-02');
    expect(counted.days.slice(1).every(({ counts }) => counts)).toBe(true);
    expect(counted.provisional).toBe(false);
  });

  it('nothing falls on the day of the event', () => {
    expect(countDays(calendar, { from: civil('2017-10-01'), n: 0, unit: 'working_day', before: false })).toMatchObject({
      dueOn: '2017-10-01',
      provisional: false,
    });
  });

  it('into a year that is not announced says 暂定 on its days and marks the date provisional', () => {
    const counted = countDays(calendar, { from: civil('2026-12-30'), n: 3, unit: 'working_day', before: false });
    expect(counted).toMatchObject({ dueOn: '2027-01-05', provisional: true });
    expect(counted.days.map(({ why }) => why)).toEqual([
      '周三，当日不计入',
      '周四',
      '元旦放假（暂定）',
      '周六（暂定）',
      '周日（暂定）',
      '周一（暂定）',
      '周二（暂定）',
    ]);
  });
});
