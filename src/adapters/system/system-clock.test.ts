import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../tests/support/test-clock.ts';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import { ShiftedClock, SystemClock } from './system-clock.ts';

describe('clocks', () => {
  it("the system's clock is the machine's", () => {
    const before = Date.now();
    expect(new SystemClock().now()).toBeGreaterThanOrEqual(before);
  });

  it('a shifted clock starts where it is told and runs on', () => {
    const real = new TestClock();
    const clock = new ShiftedClock(instantOf('2017-12-18T08:59:50+08:00'), real);
    expect(clock.now()).toBe(instantOf('2017-12-18T08:59:50+08:00'));
    real.pass(10_000);
    expect(clock.now()).toBe(instantOf('2017-12-18T09:00+08:00'));
  });

  it('it can be moved, forth and back, and runs on from there', () => {
    const real = new TestClock();
    const clock = new ShiftedClock(instantOf('2017-12-18T09:00+08:00'), real);
    clock.moveTo(instantOf('2017-12-19T09:00+08:00'));
    real.pass(1000);
    expect(clock.now()).toBe(instantOf('2017-12-19T09:00:01+08:00'));
    clock.moveTo(instantOf('2017-12-17T09:00+08:00'));
    expect(clock.now()).toBe(instantOf('2017-12-17T09:00+08:00'));
  });
});
