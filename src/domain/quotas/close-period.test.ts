import { describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../tests/support/parts.ts';
import { civil, formatInstant, instantOf } from '../calendar/civil-date.ts';
import { closesAt, correctionsSince } from './close-period.ts';
import type { Submission, SubmissionAct } from './submission.ts';

function act(kind: SubmissionAct['kind'], at: string): SubmissionAct {
  return {
    id: `${kind}-${at}`,
    at: instantOf(`${at}T10:00+08:00`),
    personId: 'p',
    personName: '审核人',
    kind,
    reason: '',
  };
}

function anItem(acts: readonly SubmissionAct[], over: Partial<Submission> = {}): Submission {
  return {
    id: 's',
    matter: '信息',
    title: '便民服务进社区',
    isNil: false,
    link: null,
    file: null,
    eventOn: civil('2026-04-20'),
    officeId: 'a',
    jointOfficeIds: ['b'],
    submittedAt: instantOf('2026-04-21T09:00+08:00'),
    personId: 'p',
    personName: '联络人',
    promptBy: civil('2026-04-21'),
    state: 'submitted',
    credits: ['a'],
    decidedAt: acts.at(-1)?.at ?? null,
    version: acts.length + 1,
    acts,
    ...over,
  };
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

describe('更正', () => {
  const closedAt = closesAt({ endsOn: civil('2026-04-30') }, CALENDAR);

  it('is what counts otherwise than when the period was closed', () => {
    const acceptedLater = anItem([act('accept', '2026-05-12')], { state: 'accepted' });
    expect(correctionsSince([acceptedLater], closedAt)).toMatchObject([{ before: { state: 'submitted' } }]);
    const splitLater = anItem([act('accept', '2026-05-07'), act('split', '2026-05-12')], {
      state: 'accepted',
      credits: ['a', 'b'],
    });
    expect(correctionsSince([splitLater], closedAt)).toMatchObject([{ before: { credits: ['a'] } }]);
  });

  it('is not what was decided by then, nor what came back to where it was', () => {
    const inTime = anItem([act('accept', '2026-05-08')], { state: 'accepted' });
    const back = anItem([act('accept', '2026-05-08'), act('reopen', '2026-05-12'), act('accept', '2026-05-13')], {
      state: 'accepted',
    });
    expect(correctionsSince([inTime, back], closedAt)).toEqual([]);
  });

  it('is what came after the close and was accepted, and not what came after it and was not', () => {
    const late = { submittedAt: instantOf('2026-05-11T09:00+08:00') };
    const accepted = anItem([act('accept', '2026-05-12')], { ...late, state: 'accepted' });
    expect(correctionsSince([accepted, anItem([], late)], closedAt)).toEqual([{ submission: accepted, before: null }]);
  });
});
