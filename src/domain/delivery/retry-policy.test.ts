import { describe, expect, it } from 'vitest';
import { instantOf } from '../calendar/civil-date.ts';
import { type FailedAttempt, MAX_ATTEMPTS, nextAttempt } from './retry-policy.ts';

const AT = instantOf('2026-03-30T09:00+08:00');
const DOWN: FailedAttempt = { code: 'unreachable', retryable: true, waitMs: null };

function pauseMs(attempts: number, jitter: number, failure = DOWN): number | 'fail' {
  const next = nextAttempt({ attempts, failure, at: AT, jitter });
  return next.kind === 'fail' ? 'fail' : next.at - AT;
}

describe('trying again', () => {
  it.each([
    [1, 0, 500],
    [1, 0.999_999, 1000],
    [2, 0, 1000],
    [5, 0, 8000],
    [9, 0, 128_000],
    [10, 0, 150_000],
    [99, 0.999_999, 300_000],
  ])('after attempt %i with jitter %f it waits %i ms', (attempts, jitter, expected) => {
    expect(pauseMs(attempts, jitter)).toBe(expected);
  });

  it('what cannot succeed is not tried again', () => {
    expect(pauseMs(1, 0, { code: 'recipient-left', retryable: false, waitMs: null })).toBe('fail');
  });

  it('a wrong secret is no fault of the message: it waits for the administrator', () => {
    expect(pauseMs(1, 0, { code: 'bad-credentials', retryable: false, waitMs: null })).toBe(500);
  });

  it('it never returns before the platform allows it', () => {
    expect(pauseMs(1, 0.5, { code: 'rate-limited', retryable: true, waitMs: 7000 })).toBe(7500);
    expect(pauseMs(10, 0, { code: 'rate-limited', retryable: true, waitMs: 7000 })).toBe(150_000);
  });

  it('a nonsensical wait is cut to an hour', () => {
    expect(pauseMs(1, 0, { code: 'rate-limited', retryable: true, waitMs: 1e12 })).toBe(3_600_000);
  });

  it('it gives up within a working day', () => {
    expect(pauseMs(MAX_ATTEMPTS, 0)).toBe('fail');
    const total = (jitter: number) =>
      Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => Number(pauseMs(index + 1, jitter))).reduce(
        (sum, ms) => sum + ms,
        0,
      );
    expect(total(0)).toBeGreaterThan(3.5 * 3_600_000);
    expect(total(0.999_999)).toBeLessThan(8 * 3_600_000);
  });
});
