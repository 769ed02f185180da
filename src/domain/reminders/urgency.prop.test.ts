import fc from 'fast-check';
import { describe, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { addDays, civil } from '../calendar/civil-date.ts';
import { lastDateWithin, urgencyOf, workingDaysLeft } from './urgency.ts';

const aDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(civil('2016-01-01'), days));
const aSpan = fc.integer({ min: -40, max: 40 });

describe('however the holidays lie', () => {
  it('a list and a row say the same about a date', () => {
    fc.assert(
      fc.property(aDay, aSpan, (today, span) => {
        const dueOn = addDays(today, span);
        const left = workingDaysLeft(dueOn, today, CALENDAR);
        const said = left < 0 ? 'overdue' : left === 0 ? 'today' : left <= 3 ? 'soon' : 'later';
        return urgencyOf(dueOn, today, CALENDAR) === said;
      }),
    );
  });

  it('the last date within n working days has n left, and the next day has more', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 15 }), (today, n) => {
        const last = lastDateWithin(n, today, CALENDAR);
        return (
          workingDaysLeft(last, today, CALENDAR) === n && workingDaysLeft(addDays(last, 1), today, CALENDAR) === n + 1
        );
      }),
    );
  });

  it('fewer working days are left every day', () => {
    fc.assert(
      fc.property(
        aDay,
        aSpan,
        (today, span) =>
          workingDaysLeft(addDays(today, span), addDays(today, 1), CALENDAR) <=
          workingDaysLeft(addDays(today, span), today, CALENDAR),
      ),
    );
  });
});
