import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMs, type Instant, instantOf } from '../calendar/civil-date.ts';
import { backOff, createLimits, take, waitFor } from './send-limits.ts';

const START = instantOf('2026-03-30T09:00+08:00');

interface Sent {
  readonly target: string;
  readonly at: Instant;
}

const asked = fc.array(
  fc.record({
    target: fc.nat({ max: 80 }).map((n) => `person:ou_${n}`),
    /** Milliseconds since the one before. */
    after: fc.oneof({ weight: 99, arbitrary: fc.nat({ max: 8 }) }, { weight: 1, arbitrary: fc.nat({ max: 3000 }) }),
    pauseMs: fc.oneof({ weight: 99, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat({ max: 2000 }) }),
  }),
  { maxLength: 1200, size: 'max' },
);

/** A sender who waits exactly as long as told. */
function sendEverything(wishes: readonly { target: string; after: number; pauseMs: number | null }[]): readonly Sent[] {
  const limits = createLimits();
  const sent: Sent[] = [];
  let now = START;
  for (const { target, after, pauseMs } of wishes) {
    now = addMs(now, after);
    if (pauseMs !== null) backOff(limits, target, addMs(now, pauseMs), now);
    now = addMs(now, waitFor(limits, target, now));
    expect(waitFor(limits, target, now)).toBe(0);
    take(limits, target, now);
    sent.push({ target, at: now });
  }
  return sent;
}

/** The most calls in any stretch of this length; the times rise. */
function busiest(times: readonly Instant[], ms: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] ?? at) <= at - ms) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe('send limits, whatever is asked of them', () => {
  it('never exceed what the platform allows in any second and any minute, overall and per person', () => {
    fc.assert(
      fc.property(asked, (wishes) => {
        const sent = sendEverything(wishes);
        const times = sent.map(({ at }) => at);
        expect(busiest(times, 1000)).toBeLessThanOrEqual(50);
        expect(busiest(times, 60_000)).toBeLessThanOrEqual(1000);
        for (const target of new Set(sent.map((each) => each.target))) {
          const own = sent.filter((each) => each.target === target).map(({ at }) => at);
          expect(busiest(own, 1000)).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never hold anybody up for longer than a minute without a pause, and the wait told is the wait needed', () => {
    fc.assert(
      fc.property(asked, fc.nat({ max: 100_000 }), (wishes, later) => {
        const limits = createLimits();
        let now = START;
        for (const { target, after } of wishes) {
          now = addMs(now, after);
          const waitMs = waitFor(limits, target, now);
          expect(waitMs).toBeLessThanOrEqual(60_000);
          if (waitMs === 0) take(limits, target, now);
        }
        expect(waitFor(limits, 'person:ou_0', addMs(now, 60_000 + later))).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});
