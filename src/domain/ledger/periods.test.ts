import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civil, dayOf, endOfMonth, yearOf } from '../calendar/civil-date.ts';
import type { Period } from '../plan/rule.ts';
import { nextPeriodDue, periodsOf } from './periods.ts';

const PERIODS: readonly Period[] = ['week', 'month', 'quarter', 'half_year', 'year'];

describe('the periods of a year', () => {
  it.each([
    ['year', 1, '2017', '2017-01-01', '2017-12-31'],
    ['half_year', 2, '2017-H2', '2017-07-01', '2017-12-31'],
    ['quarter', 4, '2017-Q4', '2017-10-01', '2017-12-31'],
    ['month', 12, '2017-12', '2017-12-01', '2017-12-31'],
    ['week', 52, '2017-W52', '2017-12-25', '2017-12-31'],
  ] as const)('of a rule for every %s are %i, the last being %s', (period, count, key, startsOn, endsOn) => {
    const periods = periodsOf({ period, due: null }, 2017);
    expect(periods).toHaveLength(count);
    expect(periods.at(-1)).toEqual({ key, startsOn, endsOn, dueOn: endsOn });
  });

  it.each([
    ['2018-12-31', '2019-W01'],
    ['2021-01-03', '2020-W53'],
    ['2017-01-01', '2016-W52'],
    ['2017-11-30', '2017-W48'],
  ])('put the week of %s where ISO 8601 does: %s', (date, key) => {
    expect(nextPeriodDue({ period: 'week', due: null }, civil(date)).key).toBe(key);
  });

  it.each(PERIODS)(
    'of a rule for every %s have unique keys in order and leave no day out, over many years',
    (period) => {
      const years = Array.from({ length: 30 }, (_, index) => 2010 + index);
      const periods = years.flatMap((year) => periodsOf({ period, due: null }, year));
      const keys = periods.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.toSorted()).toEqual(keys);
      for (const [index, { startsOn }] of periods.entries()) {
        const before = periods[index - 1];
        if (before) expect(startsOn).toBe(addDays(before.endsOn, 1));
      }
    },
  );
});

describe('the due date inside a period', () => {
  it.each([
    ['month', null, '2017-02', '2017-02-28'],
    ['month', 'end', '2020-02', '2020-02-29'],
    ['month', '10', '2017-02', '2017-02-10'],
    ['month', '31', '2017-02', '2017-02-28'],
    ['month', '31', '2017-03', '2017-03-31'],
    ['month', '30', '2017-04', '2017-04-30'],
    ['month', '01-05', '2017-04', '2017-04-05'],
    ['year', '01-31', '2017', '2017-01-31'],
    ['year', '02-29', '2017', '2017-02-28'],
    ['year', '02-29', '2020', '2020-02-29'],
    ['year', '02-end', '2017', '2017-02-28'],
    ['year', '02-end', '2016', '2016-02-29'],
    ['year', 'end', '2017', '2017-12-31'],
    ['year', '20', '2017', '2017-12-20'],
    ['quarter', '25', '2017-Q3', '2017-09-25'],
    ['quarter', '01-10', '2017-Q3', '2017-07-10'],
    ['quarter', '02-end', '2016-Q1', '2016-02-29'],
    ['half_year', '06-20', '2017-H2', '2017-12-20'],
    ['week', '05', '2017-W48', '2017-12-01'],
    ['week', '5', '2017-W48', '2017-12-01'],
    ['quarter', '03-end', '2017-Q2', '2017-06-30'],
    ['year', '09-end', '2017', '2017-09-30'],
    ['week', 'end', '2017-W48', '2017-12-03'],
  ] as const)('every %s, due %s: in %s on %s', (period, due, key, dueOn) => {
    const found = periodsOf({ period, due }, Number(key.slice(0, 4))).find((one) => one.key === key);
    expect(found?.dueOn).toBe(dueOn);
  });

  it('C14: the 31st clamps each month anew and never drifts to the 28th', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 31 }), (year, day) =>
        periodsOf({ period: 'month', due: String(day).padStart(2, '0') }, year).every(
          ({ startsOn, dueOn }) => dayOf(dueOn) === Math.min(day, dayOf(endOfMonth(startsOn))),
        ),
      ),
    );
  });

  it('always lies in its period', () => {
    const aDue = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .map(([m, d]) => `${two(m)}-${two(d)}`);
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), aDue, (year, due) =>
        periodsOf({ period: 'year', due }, year).every(
          ({ startsOn, dueOn, endsOn }) => startsOn <= dueOn && dueOn <= endsOn,
        ),
      ),
    );
  });

  it.each([
    ['year', '13-01'],
    ['year', '00-10'],
    ['month', '32'],
    ['month', '02-10'],
    ['quarter', '04-01'],
    ['week', '08'],
    ['week', '01-05'],
    ['year', '月底'],
  ] as const)('every %s cannot be due on %s', (period, due) => {
    expect(() => periodsOf({ period, due }, 2017)).toThrow('due day');
  });
});

describe('the period of a day', () => {
  it('without a day of its own is due at its end, so the day lies in it', () => {
    const aDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(civil('2010-01-01'), days));
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), aDay, (period, day) => {
        const { startsOn, endsOn } = nextPeriodDue({ period, due: null }, day);
        return startsOn <= day && day <= endsOn;
      }),
      { numRuns: 60 },
    );
  });

  it('once the due day is over, the next one is due', () => {
    const rule = { period: 'year', due: '01-31' } as const;
    expect(nextPeriodDue(rule, civil('2017-01-31')).dueOn).toBe('2017-01-31');
    expect(nextPeriodDue(rule, civil('2017-02-01'))).toMatchObject({ key: '2018', dueOn: '2018-01-31' });
    expect(yearOf(nextPeriodDue({ period: 'week', due: '01' }, civil('2018-12-31')).endsOn)).toBe(2019);
  });
});

function two(value: number): string {
  return String(value).padStart(2, '0');
}
