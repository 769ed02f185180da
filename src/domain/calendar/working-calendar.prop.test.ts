import fc from 'fast-check';
import { describe, it } from 'vitest';
import { buildWorkingCalendar } from './build-working-calendar.ts';
import { addDays, civil, daysBetween, weekdayOf } from './civil-date.ts';
import { countDays } from './count-days.ts';
import {
  addWorkingDays,
  firstWorkingDayOfWeek,
  firstWorkingDayOnOrAfter,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  workingDaysBetween,
} from './working-calendar.ts';

const calendar = buildWorkingCalendar();
const START = civil('2015-06-01');

/** Any day from a year before the first notice to a year and a half after the last. */
const aDay = fc.integer({ min: 0, max: 4750 }).map((days) => addDays(START, days));
const aSpan = fc.integer({ min: 1, max: 60 });

describe('a due date in working days', () => {
  it('never falls on a day of rest, forwards or backwards', () => {
    fc.assert(
      fc.property(aDay, aSpan, fc.boolean(), (from, n, back) =>
        isWorkingDay(calendar, addWorkingDays(calendar, from, back ? -n : n)),
      ),
    );
  });

  it('is later for a longer limit and never earlier for a later event', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 10 }), fc.integer({ min: -40, max: 40 }), (from, later, n) => {
        const due = addWorkingDays(calendar, from, n);
        return (
          n === 0 ||
          (due < addWorkingDays(calendar, from, n + 1) && due <= addWorkingDays(calendar, addDays(from, later), n))
        );
      }),
    );
  });

  it('is as many working days away as the limit says', () => {
    fc.assert(
      fc.property(
        aDay,
        aSpan,
        (from, n) => workingDaysBetween(calendar, from, addWorkingDays(calendar, from, n)) === n,
      ),
    );
  });

  it('can be counted back to a working day it was counted from', () => {
    fc.assert(
      fc.property(aDay, aSpan, (day, n) => {
        const from = firstWorkingDayOnOrAfter(calendar, day);
        return addWorkingDays(calendar, addWorkingDays(calendar, from, n), -n) === from;
      }),
    );
  });

  it('is the last day of the list that people see, which has no gaps and counts as many days as the limit', () => {
    fc.assert(
      fc.property(aDay, aSpan, fc.boolean(), (from, n, before) => {
        const { dueOn, days } = countDays(calendar, { from, n, unit: 'working_day', before });
        return (
          dueOn === addWorkingDays(calendar, from, before ? -n : n) &&
          days.at(-1)?.on === dueOn &&
          days.filter(({ counts }) => counts).length === n &&
          days.every(({ on }, index) => on === addDays(from, before ? -index : index))
        );
      }),
    );
  });
});

describe('counting between two days', () => {
  it('is the opposite the other way round, and adds up over a day between', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), (a, first, second) => {
        const [b, c] = [addDays(a, first), addDays(a, first + second)];
        const whole = workingDaysBetween(calendar, a, c);
        return (
          whole === workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c) &&
          workingDaysBetween(calendar, c, a) + whole === 0 &&
          whole <= daysBetween(a, c)
        );
      }),
    );
  });
});

describe('the nearest working day', () => {
  it('lies at most a long holiday away, with only rest between', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const before = lastWorkingDayOnOrBefore(calendar, day);
        const after = firstWorkingDayOnOrAfter(calendar, day);
        const between = workingDaysBetween(calendar, before, after);
        return (
          before <= day && day <= after && between === (before === after ? 0 : 1) && daysBetween(before, after) <= 11
        );
      }),
    );
  });

  it('of a week is the same whichever day of the week asks', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const monday = addDays(day, 1 - weekdayOf(day));
        const first = firstWorkingDayOfWeek(calendar, day);
        return (
          first === firstWorkingDayOfWeek(calendar, monday) && (first === undefined || isWorkingDay(calendar, first))
        );
      }),
    );
  });
});
