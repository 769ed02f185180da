import { describe, expect, it } from 'vitest';
import { daysOfSpeaking, verdict } from '../../../tests/support/mornings.ts';
import { aPart, saidAt } from '../../../tests/support/parts.ts';

describe('a duty without an end', () => {
  const duty = (part: Parameters<typeof aPart>[0] = {}) =>
    aPart({ rule: { kind: 'standing', cadence: 'quarter', phrase: '及时更新', place: 'text' }, dueOn: null, ...part });

  it('is asked about ten and three working days before its quarter ends, and never late', () => {
    expect(daysOfSpeaking(duty(), '2026-01-01', '2026-04-30')).toEqual([
      '2026-03-17 heartbeat',
      '2026-03-26 heartbeat',
    ]);
  });

  it('is left alone once it is confirmed in the quarter, until the next one ends', () => {
    const confirmed = duty({ state: 'working', replies: [saidAt('2026-02-02T10:00+08:00', { state: 'unchanged' })] });
    expect(verdict(confirmed, '2026-03-26')).toBe('answered');
    expect(daysOfSpeaking(confirmed, '2026-03-01', '2026-06-30')).toEqual([
      '2026-06-15 heartbeat',
      '2026-06-25 heartbeat',
    ]);
  });

  it('is not asked about twice on one day, nor before it is time', () => {
    expect(verdict(duty({ remindedOn: '2026-03-26' }), '2026-03-26')).toBe('reminded-already');
    expect(verdict(duty(), '2026-03-02')).toBe('not-due-soon');
  });

  it('is asked about anew in a new quarter, although it was asked about on the last days of the old one', () => {
    expect(verdict(duty({ remindedOn: '2026-03-31' }), '2026-06-25')).toBe('heartbeat');
  });
});
