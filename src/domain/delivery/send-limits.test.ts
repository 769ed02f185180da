import { describe, expect, it } from 'vitest';
import { addMs, instantOf } from '../calendar/civil-date.ts';
import { backOff, createLimits, take, waitFor } from './send-limits.ts';

const NINE = instantOf('2026-03-30T09:00+08:00');
const CHEN = 'person:ou_chen';
const LIN = 'person:ou_lin';

/** As many as may go to these people at this instant. */
function sendAll(limits: ReturnType<typeof createLimits>, targets: readonly string[], at = NINE): number {
  const allowed = targets.filter((target) => {
    if (waitFor(limits, target, at) > 0) return false;
    take(limits, target, at);
    return true;
  });
  return allowed.length;
}

describe('send limits', () => {
  it('the first message goes at once', () => {
    expect(waitFor(createLimits(), CHEN, NINE)).toBe(0);
  });

  it('one person gets at most four a second, others are not held up', () => {
    const limits = createLimits();
    expect(sendAll(limits, Array(10).fill(CHEN))).toBe(4);
    expect(waitFor(limits, CHEN, NINE)).toBe(1000);
    expect(waitFor(limits, LIN, NINE)).toBe(0);
    expect(waitFor(limits, CHEN, addMs(NINE, 1000))).toBe(0);
  });

  it('all together get at most 45 a second and 950 a minute', () => {
    const limits = createLimits();
    const many = Array.from({ length: 100 }, (_, index) => `person:ou_${index}`);
    let sent = 0;
    for (let second = 0; second < 30; second += 1) sent += sendAll(limits, many, addMs(NINE, second * 1000));
    expect(sent).toBe(950);
    expect(waitFor(limits, CHEN, addMs(NINE, 29_999))).toBe(30_001);
  });

  it('a pause the platform asked for holds up one person only', () => {
    const limits = createLimits();
    backOff(limits, CHEN, addMs(NINE, 7000), NINE);
    expect(waitFor(limits, CHEN, NINE)).toBe(7000);
    expect(waitFor(limits, LIN, NINE)).toBe(0);
  });

  it('a pause of everything holds up everybody, and a shorter one does not cut it', () => {
    const limits = createLimits();
    backOff(limits, null, addMs(NINE, 7000), NINE);
    backOff(limits, null, addMs(NINE, 1000), NINE);
    expect(waitFor(limits, CHEN, NINE)).toBe(7000);
  });

  it('a nonsensical pause ends after ten minutes', () => {
    const limits = createLimits();
    backOff(limits, null, addMs(NINE, 1e12), NINE);
    expect(waitFor(limits, CHEN, NINE)).toBe(600_000);
    expect(waitFor(limits, CHEN, addMs(NINE, 600_000))).toBe(0);
  });

  it('a clock that was set back a day does not silence the bot', () => {
    const limits = createLimits();
    sendAll(limits, Array(4).fill(CHEN));
    backOff(limits, CHEN, addMs(NINE, 7000), NINE);
    expect(waitFor(limits, CHEN, addMs(NINE, -86_400_000))).toBe(0);
  });

  it('remembers no more than a minute of calls and a thousand pauses', () => {
    const limits = createLimits();
    for (let index = 0; index < 5000; index += 1) {
      take(limits, `person:ou_${index}`, addMs(NINE, index * 100));
      backOff(limits, `group:oc_${index}`, addMs(NINE, 600_000), addMs(NINE, index));
    }
    expect(limits.sentAt.length).toBeLessThanOrEqual(1200);
    expect(limits.sentTo.size).toBeLessThanOrEqual(20);
    expect(limits.quietTargets.size).toBeLessThanOrEqual(1000);
  });
});
