import { describe, expect, it } from 'vitest';
import { aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import { activityLight, timeLight, wasLate } from './lights.ts';

const MONDAY = civil('2026-03-30');

describe('is it late?', () => {
  it.each([
    ['green', 'more than ten working days are left', aPart({ dueOn: '2026-04-15' })],
    ['yellow', 'ten working days are left', aPart({ dueOn: '2026-04-14' })],
    ['yellow', 'it is due today', aPart({ dueOn: '2026-03-30' })],
    ['red', 'the date is over', aPart({ dueOn: '2026-03-29' })],
    ['red', 'the date is over and somebody works on it', aPart({ dueOn: '2026-03-27', state: 'working' })],
    ['yellow', 'the date was only hoped for', aPart({ dueOn: '2026-03-27', rule: byRule('2026-03-27', true) })],
    ['grey', 'there is no date', aPart({ dueOn: null })],
    ['grey', 'the date was over at birth', aPart({ dueOn: '2026-01-31', pastAtBirth: true })],
    ['blue', 'it was closed in time', aPart({ state: 'reported', closedOn: '2026-03-27' })],
    ['purple', 'it was closed late', aPart({ state: 'signed-off', closedOn: '2026-03-28' })],
    ['blue', 'it was closed without a date', aPart({ dueOn: null, state: 'reported', closedOn: '2026-03-28' })],
    [
      'blue',
      'it was closed after a date that was only hoped for',
      aPart({ rule: byRule('2026-03-27', true), state: 'reported', closedOn: '2026-03-28' }),
    ],
  ])('%s: %s', (colour, _, part) => {
    expect(timeLight(part, MONDAY, CALENDAR)).toBe(colour);
  });

  it('a date that was kept on a day of rest was kept', () => {
    expect(wasLate(aPart({ dueOn: '2026-03-29', state: 'reported', closedOn: '2026-03-29' }))).toBe(false);
  });
});

describe('is anything moving?', () => {
  const undoneAt = instantOf('2026-03-29T10:00+08:00');
  it.each([
    ['grey', 'nobody ever answered', []],
    ['grey', 'the only answer was taken back', [saidAt('2026-03-29T09:00+08:00', { undoneAt })]],
    ['green', 'somebody answered thirty days ago', [saidAt('2026-02-28T09:00+08:00')]],
    ['yellow', 'nobody has answered for longer', [saidAt('2026-02-27T23:59+08:00')]],
  ])('%s: %s', (colour, _, replies) => {
    expect(activityLight(aPart({ replies }), MONDAY)).toBe(colour);
  });
});
