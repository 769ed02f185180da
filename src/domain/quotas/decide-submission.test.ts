import { describe, expect, it } from 'vitest';
import { civil, instantOf } from '../calendar/civil-date.ts';
import { decideSubmission, mayDecide, type SubmissionStanding } from './decide-submission.ts';
import type { Submission, SubmissionActKind, SubmissionState } from './submission.ts';

function aSubmission(more: Partial<Submission> = {}): Submission {
  return {
    id: 's-1',
    matter: '信息',
    title: '推进会',
    isNil: false,
    link: null,
    file: null,
    eventOn: civil('2017-11-20'),
    officeId: 'office-1',
    jointOfficeIds: ['office-2'],
    submittedAt: instantOf('2017-11-21T09:00+08:00'),
    personId: 'p-1',
    personName: '张敏',
    promptBy: civil('2017-11-21'),
    state: 'submitted',
    credits: ['office-1'],
    decidedAt: null,
    version: 1,
    acts: [],
    ...more,
  };
}

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
    const submission = aSubmission({ state, isNil: state === 'none' });
    expect(decide(submission, kind)).toBe(byReviewer);
    expect(decide(submission, kind, { standings: OFFICE })).toBe(byOffice);
    expect(decide(submission, kind, { standings: [] })).toBe('not-permitted');
  });

  it('a button that was drawn before somebody was quicker does nothing', () => {
    expect(decide(aSubmission({ version: 3 }), 'accept', { version: 2 })).toBe('stale');
    expect(decide(aSubmission({ state: 'accepted', version: 2 }), 'accept', { version: 1 })).toBe('already');
  });

  it('after the close the reviewer still decides, the office withdraws nothing', () => {
    expect(decide(aSubmission(), 'accept', { closed: true })).toBe('accepted 1');
    expect(decide(aSubmission(), 'withdraw', { closed: true, standings: OFFICE })).toBe('closed');
  });

  it('what is still to be held is not credited', () => {
    expect(decide(aSubmission({ eventOn: civil('2017-11-25') }), 'accept')).toBe('not-yet');
    expect(decide(aSubmission({ eventOn: civil('2017-11-22') }), 'accept')).toBe('accepted 1');
  });

  it('退回 needs a reason', () => {
    expect(decide(aSubmission(), 'return', { reason: ' ' })).toBe('reason-missing');
  });

  it('only what several offices made can be split, and it can be joined again', () => {
    expect(decide(aSubmission({ jointOfficeIds: [] }), 'split')).toBe('already');
    expect(decide(aSubmission({ credits: ['office-1', 'office-2'] }), 'join')).toBe('submitted 1');
  });

  it('a card offers what would count', () => {
    const offered = (submission: Submission, standings: readonly SubmissionStanding[]) =>
      (['accept', 'return', 'reopen', 'withdraw', 'split', 'join'] as const).filter((kind) =>
        mayDecide(submission, kind, new Set(standings)),
      );
    expect(offered(aSubmission(), REVIEWER)).toEqual(['accept', 'return', 'split']);
    expect(offered(aSubmission(), OFFICE)).toEqual(['withdraw']);
    expect(offered(aSubmission({ state: 'withdrawn', isNil: true }), OFFICE)).toEqual([]);
  });
});
