import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSubmission, type Done } from '../../../tests/support/quotas.ts';
import { civil, formatInstant, instantFromMs, instantOf } from '../calendar/civil-date.ts';
import { hundredths, type Tally, tallySubmissions } from '../quotas/tally.ts';
import { submissionsAt, talliesAt } from './tallies-at.ts';

const SPAN = { from: civil('2017-11-01'), to: civil('2017-11-30') };
const OFFICES = ['office-1', 'office-2', 'office-3'];
const DAY = 86_400_000;
const START = instantOf('2017-11-01T09:00+08:00');
const onDay = (day: number) => instantFromMs(START + day * DAY);

const aHistory = fc
  .record({
    came: fc.nat({ max: 40 }),
    early: fc.nat({ max: 3 }),
    matter: fc.constantFrom('信息', '发布会'),
    officeId: fc.constantFrom(...OFFICES),
    isNil: fc.boolean(),
    acts: fc.array(
      fc.tuple(
        fc.constantFrom('accept', 'return', 'reopen', 'withdraw', 'split', 'join' as const),
        fc.integer({ min: 1, max: 9 }),
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ came, early, acts, officeId, ...about }) => {
    let day = came;
    const done = acts.map(([kind, after]): Done => {
      day += after;
      return [kind, formatInstant(onDay(day))];
    });
    const eventOn = formatInstant(onDay(came - early)).slice(0, 10);
    const joint = { officeId, jointOfficeIds: OFFICES.filter((id) => id !== officeId) };
    return aSubmission(eventOn, { ...about, ...joint, submittedAt: onDay(came), done });
  });

/** Without those that count nothing, in one order. */
function tidied(tallies: readonly Tally[]) {
  return tallies
    .map(({ matter, officeId, ...counts }) => [
      `${matter} ${officeId}`,
      Object.values(counts).map((count) => hundredths(count) + 0),
    ])
    .filter(([, counts]) => Array.isArray(counts) && counts.some((count) => count !== 0))
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
}

describe('what was counted at an instant', () => {
  it('is found from the counts of now and what has changed since, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(aHistory, { maxLength: 15 }), fc.nat({ max: 60 }), (submissions, day) => {
        const at = instantFromMs(onDay(day) + 1);
        const changed = submissions.filter(({ submittedAt, decidedAt }) => submittedAt >= at || (decidedAt ?? 0) >= at);
        const found = talliesAt(tallySubmissions(submissions, SPAN), { changed, span: SPAN, at });
        expect(tidied(found)).toEqual(tidied(tallySubmissions(submissionsAt(submissions, at), SPAN)));
      }),
      { numRuns: 300 },
    );
  });
});
