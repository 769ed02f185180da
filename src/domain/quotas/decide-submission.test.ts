import { describe, expect, it } from 'vitest';
import { aSubmission } from '../../../tests/support/quotas.ts';
import { civil } from '../calendar/civil-date.ts';
import { decideSubmission, mayDecide, type SubmissionStanding } from './decide-submission.ts';
import type { Submission, SubmissionActKind, SubmissionState } from './submission.ts';

/** Made together with `office-2`. */
const anItem = (over: Partial<Submission> = {}) => aSubmission('2017-11-20', { jointOfficeIds: ['office-2'], ...over });

const OFFICE: readonly SubmissionStanding[] = ['office'];
const REVIEWER: readonly SubmissionStanding[] = ['reviewer'];

function decide(
  submission: Submission,
  kind: SubmissionActKind,
  more: {
    standings?: readonly SubmissionStanding[];
    version?: number;
    reason?: string;
    closed?: boolean;
    today?: string;
  } = {},
) {
  const decided = decideSubmission(submission, {
    kind,
    version: more.version ?? submission.version,
    standings: new Set(more.standings ?? REVIEWER),
    reason: more.reason ?? '内容不实',
    today: civil(more.today ?? '2017-11-22'),
    closed: more.closed ?? false,
  });
  return decided.ok ? `${decided.value.state} ${decided.value.credits.length}` : decided.error.kind;
}

describe('what becomes of a submission', () => {
  it.each<[SubmissionState, SubmissionActKind, string, string]>([
    ['submitted', 'accept', 'accepted 1', 'not-permitted'],
    ['submitted', 'return', 'returned 1', 'not-permitted'],
    ['submitted', 'withdraw', 'not-permitted', 'withdrawn 1'],
    ['submitted', 'split', 'submitted 2', 'not-permitted'],
    ['submitted', 'reopen', 'already', 'already'],
    ['submitted', 'join', 'already', 'not-permitted'],
    ['accepted', 'accept', 'already', 'not-permitted'],
    ['accepted', 'return', 'stale', 'not-permitted'],
    ['accepted', 'reopen', 'submitted 1', 'not-permitted'],
    ['accepted', 'split', 'accepted 2', 'not-permitted'],
    ['accepted', 'withdraw', 'not-permitted', 'stale'],
    ['returned', 'return', 'already', 'not-permitted'],
    ['returned', 'accept', 'stale', 'not-permitted'],
    ['returned', 'reopen', 'submitted 1', 'not-permitted'],
    ['returned', 'withdraw', 'not-permitted', 'stale'],
    ['withdrawn', 'withdraw', 'not-permitted', 'already'],
    ['withdrawn', 'reopen', 'not-permitted', 'submitted 1'],
    ['withdrawn', 'accept', 'stale', 'not-permitted'],
    ['none', 'withdraw', 'not-permitted', 'withdrawn 1'],
    ['none', 'accept', 'stale', 'not-permitted'],
    ['none', 'reopen', 'stale', 'stale'],
  ])('%s, %s: for the reviewer %s, for its office %s', (state, kind, byReviewer, byOffice) => {
    const submission = anItem({ state, isNil: state === 'none' });
    expect(decide(submission, kind)).toBe(byReviewer);
    expect(decide(submission, kind, { standings: OFFICE })).toBe(byOffice);
    expect(decide(submission, kind, { standings: [] })).toBe('not-permitted');
  });

  it('a button that was drawn before somebody was quicker does nothing', () => {
    expect(decide(anItem({ version: 3 }), 'accept', { version: 2 })).toBe('stale');
    expect(decide(anItem({ state: 'accepted', version: 2 }), 'accept', { version: 1 })).toBe('already');
  });

  it('after the close the reviewer still decides, the office withdraws nothing', () => {
    expect(decide(anItem(), 'accept', { closed: true })).toBe('accepted 1');
    expect(decide(anItem(), 'withdraw', { closed: true, standings: OFFICE })).toBe('closed');
  });

  it('what is still to be held is not credited', () => {
    expect(decide(anItem({ eventOn: civil('2017-11-25') }), 'accept')).toBe('not-yet');
    expect(decide(anItem({ eventOn: civil('2017-11-22') }), 'accept')).toBe('accepted 1');
  });

  it('退回 needs a reason', () => {
    expect(decide(anItem(), 'return', { reason: ' ' })).toBe('reason-missing');
  });

  it('only what several offices made can be split, and it can be joined again', () => {
    expect(decide(anItem({ jointOfficeIds: [] }), 'split')).toBe('already');
    expect(decide(anItem({ credits: ['office-1', 'office-2'] }), 'join')).toBe('submitted 1');
  });

  it('a card offers what would count', () => {
    const offered = (submission: Submission, standings: readonly SubmissionStanding[]) =>
      (['accept', 'return', 'reopen', 'withdraw', 'split', 'join'] as const).filter((kind) =>
        mayDecide(submission, kind, new Set(standings)),
      );
    expect(offered(anItem(), REVIEWER)).toEqual(['accept', 'return', 'split']);
    expect(offered(anItem(), OFFICE)).toEqual(['withdraw']);
    expect(offered(anItem({ state: 'accepted' }), REVIEWER)).toEqual(['reopen', 'split']);
    expect(offered(anItem({ state: 'withdrawn' }), OFFICE)).toEqual(['reopen']);
    expect(offered(anItem({ state: 'none', isNil: true }), OFFICE)).toEqual(['withdraw']);
    expect(offered(anItem({ state: 'withdrawn', isNil: true }), OFFICE)).toEqual([]);
  });
});
