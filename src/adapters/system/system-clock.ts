import { addMs, type Instant, instantFromMs } from '../../domain/calendar/civil-date.ts';
import type { Clock } from '../../ports/clock.ts';

/** The machine's time. */
export class SystemClock implements Clock {
  now(): Instant {
    return instantFromMs(Date.now());
  }
}

/** Starts at an instant of our choosing and runs on from there (`DUBAN_CLOCK`); the demo moves it. */
export class ShiftedClock implements Clock {
  readonly #real: Clock;
  #shiftMs: number;

  constructor(startAt: Instant, real: Clock = new SystemClock()) {
    this.#real = real;
    this.#shiftMs = startAt - real.now();
  }

  now(): Instant {
    return addMs(this.#real.now(), this.#shiftMs);
  }

  /** It is this instant now and runs on. */
  moveTo(at: Instant): void {
    this.#shiftMs = at - this.#real.now();
  }
}
