import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { formatInstant, instantOf } from '../calendar/civil-date.ts';
import { isInSendWindow, nextSendTime } from './send-window.ts';

describe('the send window', () => {
  it.each([
    ['inside it: now', '2026-03-30T11:11:11+08:00', '2026-03-30T11:11:11+08:00'],
    ['in the last minute: now', '2026-03-30T17:30:59+08:00', '2026-03-30T17:30:59+08:00'],
    ['before nine: at nine', '2026-03-30T03:00:00+08:00', '2026-03-30T09:00:00+08:00'],
    ['in the evening: the next morning', '2026-03-30T17:31:00+08:00', '2026-03-31T09:00:00+08:00'],
    ['on a Friday evening: on Monday', '2026-03-27T22:00:00+08:00', '2026-03-30T09:00:00+08:00'],
    ['at noon on a Saturday: on Monday', '2026-03-28T12:00:00+08:00', '2026-03-30T09:00:00+08:00'],
    ['at noon on a make-up Saturday: now', '2026-05-09T12:00:00+08:00', '2026-05-09T12:00:00+08:00'],
    ['on the eve of the October holiday: after it', '2017-09-30T18:00:00+08:00', '2017-10-09T09:00:00+08:00'],
  ])('%s', (_, now, opens) => {
    expect(formatInstant(nextSendTime(instantOf(now), CALENDAR))).toBe(opens);
  });

  it('knows the time of day alone', () => {
    expect(isInSendWindow(instantOf('2026-03-28T09:00+08:00'))).toBe(true);
    expect(isInSendWindow(instantOf('2026-03-30T08:59:59+08:00'))).toBe(false);
  });
});
