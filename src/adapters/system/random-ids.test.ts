import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../tests/support/test-clock.ts';
import { RandomIds } from './random-ids.ts';

describe('ids', () => {
  it('are short, say what they are of, and are never the same', () => {
    const ids = new RandomIds(new TestClock());
    const made = Array.from({ length: 2000 }, () => ids.next('occurrence-of-something'));
    expect(new Set(made).size).toBe(2000);
    for (const id of made) expect(id).toMatch(/^occurrence-[0-9a-z]{20}$/);
    expect(ids.next('part')).toMatch(/^part-[0-9a-z]{20}$/);
    expect(Math.max(...made.map((id) => id.length))).toBeLessThanOrEqual(32);
  });

  it('sort in the order in which they were made', () => {
    const clock = new TestClock();
    const ids = new RandomIds(clock);
    const made = Array.from({ length: 200 }, (_, index) => {
      if (index % 7 === 0) clock.pass(1);
      return ids.next('part');
    });
    expect(made.toSorted()).toEqual(made);
  });

  it('differ between two programs that start at the same instant', () => {
    expect(new RandomIds(new TestClock()).next('card')).not.toBe(new RandomIds(new TestClock()).next('card'));
  });
});
