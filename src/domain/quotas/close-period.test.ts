import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { aSubmission } from '../../../tests/support/quotas.ts';
import { civil, formatInstant, instantOf } from '../calendar/civil-date.ts';
import { closesAt, correctionsSince, submissionAt } from './close-period.ts';
import type { Submission, SubmissionAct } from './submission.ts';

/** An item of 20 April that `office-2` made too; `on` are the days of what was done, at ten. */
function anItem(acts: readonly (readonly [SubmissionAct['kind'], on: string])[], over: Partial<Submission> = {}) {
  const done = acts.map(([kind, on]) => [kind, `${on}T10:00+08:00`] as const);
  return aSubmission('2026-04-20', { jointOfficeIds: ['office-2'], ...over, done });
}

describe('a period', () => {
  it.each([
    ['2026-03-31', '2026-04-04T00:00+08:00', '1, 2 and 3 April'],
    ['2026-04-30', '2026-05-09T00:00+08:00', 'after the holiday of 1–5 May: 6, 7 and 8 May'],
    ['2026-09-30', '2026-10-11T00:00+08:00', 'after 1–7 October: 8, 9 and the make-up Saturday of the 10th'],
  ])('that ends on %s is open until %s (%s)', (endsOn, at) => {
    expect(formatInstant(closesAt({ endsOn: civil(endsOn) }, CALENDAR)).slice(0, 16)).toBe(at.slice(0, 16));
  });
});

describe('a submission as it stood at a moment', () => {
  const moment = instantOf('2026-04-22T10:00+08:00');

  it('is not there at the moment it comes', () => {
    expect(submissionAt(anItem([], { submittedAt: moment }), moment)).toBeNull();
  });

  it('has what was done before the moment, and not what is done at it', () => {
    const item = anItem([
      ['accept', '2026-04-21'],
      ['split', '2026-04-21'],
      ['reopen', '2026-04-22'],
    ]);
    const before = { state: 'accepted', credits: ['office-1', 'office-2'], version: 3 };
    expect(submissionAt(item, moment)).toMatchObject({ ...before, decidedAt: instantOf('2026-04-21T10:00+08:00') });
    expect(item).toMatchObject({ state: 'submitted', version: 4, decidedAt: moment });
  });

  it('has not been decided while nothing was done about it', () => {
    expect(submissionAt(anItem([['accept', '2026-04-22']]), moment)).toMatchObject({ decidedAt: null, version: 1 });
  });
});

describe('更正', () => {
  const closedAt = closesAt({ endsOn: civil('2026-04-30') }, CALENDAR);

  it('is what counts otherwise than when the period was closed', () => {
    const acceptedLater = anItem([['accept', '2026-05-12']]);
    expect(correctionsSince([acceptedLater], closedAt)).toMatchObject([{ before: { state: 'submitted' } }]);
    const splitLater = anItem([
      ['accept', '2026-05-07'],
      ['split', '2026-05-12'],
    ]);
    expect(correctionsSince([splitLater], closedAt)).toMatchObject([{ before: { credits: ['office-1'] } }]);
  });

  it('is not what was decided by then, nor what came back to where it was', () => {
    const inTime = anItem([['accept', '2026-05-08']]);
    const back = anItem([
      ['accept', '2026-05-08'],
      ['reopen', '2026-05-12'],
      ['accept', '2026-05-13'],
    ]);
    expect(correctionsSince([inTime, back], closedAt)).toEqual([]);
  });

  it('is what came after the close and was accepted, and not what came after it and was not', () => {
    const late = { submittedAt: instantOf('2026-05-11T09:00+08:00') };
    const accepted = anItem([['accept', '2026-05-12']], late);
    expect(correctionsSince([accepted, anItem([], late)], closedAt)).toEqual([{ submission: accepted, before: null }]);
  });
});
