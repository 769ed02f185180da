import { addMs, type Instant, instantOf } from '../../src/domain/calendar/civil-date.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** Stands still until told. */
export class TestClock implements Clock {
  #now: Instant;

  constructor(at = '2026-03-30T09:00:00+08:00') {
    this.#now = instantOf(at);
  }

  now(): Instant {
    return this.#now;
  }

  moveTo(at: Instant): void {
    this.#now = at;
  }

  pass(ms: number): void {
    this.#now = addMs(this.#now, ms);
  }
}
