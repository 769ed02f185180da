import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { addDays, type CivilDate, civil, daysBetween, weekdayOf } from '../calendar/civil-date.ts';
import { isWorkingDay, workingDaysBetween } from '../calendar/working-calendar.ts';
import { proposeDays } from './propose-days.ts';

const FIRST = civil('2017-01-01');
const LAST = civil('2017-12-31');
const days = fc.integer({ min: 0, max: 364 }).map((day) => addDays(FIRST, day));

/** Days whose neighbour is a holiday, not a weekend: what a leader would be off for. */
function isBesideRest(day: CivilDate): boolean {
  return [-1, 1].some((away) => !isWorkingDay(CALENDAR, addDays(day, away)));
}

describe('the days that are proposed to leaders', () => {
  it('are working days from Tuesday to Thursday, never beside a day of rest, ten working days ahead or more', () => {
    fc.assert(
      fc.property(days, (today) => {
        for (const day of proposeDays(CALENDAR, { today, until: LAST })) {
          expect([2, 3, 4]).toContain(weekdayOf(day));
          expect(isWorkingDay(CALENDAR, day)).toBe(true);
          expect(isBesideRest(day)).toBe(false);
          expect(workingDaysBetween(CALENDAR, addDays(today, 1), addDays(day, 1))).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  it('are three in the order of the year, more than a week apart, the first within a month, and none after the period', () => {
    fc.assert(
      fc.property(days, days, (today, until) => {
        const proposed = proposeDays(CALENDAR, { today, until });
        expect(proposed.length).toBeLessThanOrEqual(3);
        for (const day of proposed) expect(day <= until).toBe(true);
        proposed.slice(1).forEach((day, index) => {
          expect(daysBetween(proposed[index] ?? day, day)).toBeGreaterThanOrEqual(8);
        });
        if (daysBetween(today, until) < 70) return;
        expect(proposed).toHaveLength(3);
        expect(daysBetween(today, proposed[0] ?? LAST)).toBeLessThanOrEqual(31);
      }),
    );
  });

  it.each([
    ['2017-05-15', ['2017-06-01', '2017-06-13', '2017-06-21']],
    // National Day and Mid-Autumn rest from 1 to 8 October 2017; the 9th is a Monday.
    ['2017-09-18', ['2017-10-10', '2017-10-18', '2017-10-26']],
    ['2017-12-13', ['2017-12-27']],
    ['2017-12-18', []],
  ])('on %s are %j', (today, proposed) => {
    expect(proposeDays(CALENDAR, { today: civil(today), until: LAST })).toEqual(proposed);
  });
});
