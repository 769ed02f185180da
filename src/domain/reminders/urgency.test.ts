import { describe, expect, it } from 'vitest';
import { aPart, byRule, CALENDAR } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import { isClosed, isDated, isOverdue, lastDateWithin, urgencyOf, workingDaysLeft } from './urgency.ts';

describe('working days left', () => {
  it.each([
    ['the day itself', '2026-03-27', '2026-03-27', 0],
    ['the day before', '2026-03-27', '2026-03-26', 1],
    ['over a weekend', '2026-03-30', '2026-03-27', 1],
    ['a Sunday, on the Friday before: that is the last day on which it can be kept', '2026-03-29', '2026-03-27', 0],
    ['a Sunday, on the Thursday before', '2026-03-29', '2026-03-26', 1],
    ['a Sunday, on the Saturday before', '2026-03-29', '2026-03-28', 0],
    ['inside the October holiday, on its eve, a make-up Saturday', '2017-10-05', '2017-09-30', 0],
    ['inside the October holiday, on the Friday before', '2017-10-05', '2017-09-29', 1],
    ['over the October holiday', '2017-10-09', '2017-09-30', 1],
    ['a Friday, on Monday: one working day late', '2026-03-27', '2026-03-30', -1],
    ['a Friday, on Saturday: late at once, though no working day has passed', '2026-03-27', '2026-03-28', -1],
    ['three working days late', '2026-03-27', '2026-04-01', -3],
  ])('%s', (_, dueOn, today, left) => {
    expect(workingDaysLeft(civil(dueOn), civil(today), CALENDAR)).toBe(left);
  });
});

describe('the sections of a card', () => {
  it.each([
    ['2026-03-29', 'overdue'],
    ['2026-03-30', 'today'],
    ['2026-03-31', 'soon'],
    ['2026-04-02', 'soon'],
    ['2026-04-03', 'later'],
    ['2026-12-31', 'later'],
  ])('on Monday 2026-03-30 a date of %s is %s', (dueOn, urgency) => {
    expect(urgencyOf(civil(dueOn), civil('2026-03-30'), CALENDAR)).toBe(urgency);
  });

  it('what falls due on the days of rest behind the third working day is soon as well', () => {
    expect(urgencyOf(civil('2026-04-05'), civil('2026-03-31'), CALENDAR)).toBe('soon');
    expect(lastDateWithin(3, civil('2026-03-31'), CALENDAR)).toBe('2026-04-06');
  });
});

describe('逾期', () => {
  it.each([
    ['open and over', {}, true],
    ['in trouble and over', { state: 'blocked' }, true],
    ['due today', { dueOn: '2026-03-30' }, false],
    ['reported', { state: 'reported' }, false],
    ['signed off', { state: 'signed-off' }, false],
    ['without a date', { dueOn: null }, false],
    ['over before the plan was issued', { pastAtBirth: true }, false],
    ['only hoped for (力争)', { rule: byRule('2026-03-27', true) }, false],
  ] as const)('%s: %s', (_, part, overdue) => {
    expect(isOverdue(aPart(part), civil('2026-03-30'))).toBe(overdue);
  });

  it('what is reported is closed, what is only under way is not', () => {
    expect((['open', 'working', 'blocked', 'undated'] as const).some((state) => isClosed({ state }))).toBe(false);
    expect((['reported', 'signed-off'] as const).every((state) => isClosed({ state }))).toBe(true);
  });

  it('a date that was over at birth is no date to go by', () => {
    expect(isDated(aPart({ pastAtBirth: true }))).toBe(false);
    expect(isDated(aPart())).toBe(true);
  });
});
