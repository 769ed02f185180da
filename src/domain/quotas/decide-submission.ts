import type { CivilDate } from '../calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import { foldActs, STATE_AFTER } from './close-period.ts';
import type { Submission, SubmissionActKind, SubmissionState } from './submission.ts';

/** What somebody is to a submission: `office` answers for the office that made it, `reviewer` is 主管机构 or an administrator. */
export type SubmissionStanding = 'office' | 'reviewer';

export type SubmissionRefusal =
  | { readonly kind: 'not-permitted' }
  /** A second press: it stands already where the act would bring it. */
  | { readonly kind: 'already' }
  /** It has moved on since the button was drawn. */
  | { readonly kind: 'stale' }
  /** The month of the event is closed: only the reviewer changes what it counts. */
  | { readonly kind: 'closed' }
  /** Nothing that is still to come can be credited. */
  | { readonly kind: 'not-yet'; readonly on: CivilDate }
  | { readonly kind: 'reason-missing' };

type Rule = { readonly by: SubmissionStanding };

/** Every act that a state allows, and who does it; all others are refused. */
const ALLOWED: Readonly<Record<SubmissionState, Partial<Record<SubmissionActKind, Rule>>>> = {
  submitted: {
    accept: { by: 'reviewer' },
    return: { by: 'reviewer' },
    withdraw: { by: 'office' },
    split: { by: 'reviewer' },
    join: { by: 'reviewer' },
  },
  accepted: { reopen: { by: 'reviewer' }, split: { by: 'reviewer' }, join: { by: 'reviewer' } },
  returned: { reopen: { by: 'reviewer' } },
  withdrawn: { reopen: { by: 'office' } },
  none: { withdraw: { by: 'office' } },
};

/** Whether somebody may do that to a submission as it stands: what a card offers. */
export function mayDecide(
  submission: Submission,
  kind: SubmissionActKind,
  standings: ReadonlySet<SubmissionStanding>,
): boolean {
  const rule = ALLOWED[submission.state][kind];
  if (!rule || !standings.has(rule.by) || isPointless(submission, kind)) return false;
  return !(kind === 'reopen' && submission.isNil);
}

/**
 * Where a submission stands after an act: its new state and the offices it is credited to, or why nothing happens.
 *
 * @param request.version the one that the button was drawn with
 * @param request.closed the month of its event is closed
 */
export function decideSubmission(
  submission: Submission,
  request: {
    readonly kind: SubmissionActKind;
    readonly version: number;
    readonly standings: ReadonlySet<SubmissionStanding>;
    readonly reason: string;
    readonly today: CivilDate;
    readonly closed: boolean;
  },
): Outcome<Pick<Submission, 'state' | 'credits'>, SubmissionRefusal> {
  const { kind, version, standings, today } = request;
  if (!WHO[kind].some((standing) => standings.has(standing))) return refused({ kind: 'not-permitted' });
  if (isPointless(submission, kind)) return refused({ kind: 'already' });
  if (version !== submission.version) return refused({ kind: 'stale' });
  const rule = ALLOWED[submission.state][kind];
  if (!rule || (kind === 'reopen' && submission.isNil)) return refused({ kind: 'stale' });
  if (!standings.has(rule.by)) return refused({ kind: 'not-permitted' });
  if (rule.by === 'office' && request.closed) return refused({ kind: 'closed' });
  if (kind === 'accept' && submission.eventOn > today) return refused({ kind: 'not-yet', on: submission.eventOn });
  if (kind === 'return' && request.reason.trim() === '') return refused({ kind: 'reason-missing' });
  return ok(after(submission, kind));
}

const WHO: Readonly<Record<SubmissionActKind, readonly SubmissionStanding[]>> = {
  accept: ['reviewer'],
  return: ['reviewer'],
  split: ['reviewer'],
  join: ['reviewer'],
  reopen: ['reviewer', 'office'],
  withdraw: ['office'],
};

function isPointless(submission: Submission, kind: SubmissionActKind): boolean {
  if (kind === 'split' || kind === 'join') {
    return (
      submission.jointOfficeIds.length === 0 || after(submission, kind).credits.length === submission.credits.length
    );
  }
  return submission.state === STATE_AFTER[kind];
}

function after(submission: Submission, kind: SubmissionActKind): Pick<Submission, 'state' | 'credits'> {
  const { state, credits } = submission;
  if (kind === 'split' || kind === 'join') {
    const folded = foldActs(submission, [
      { id: '', at: submission.submittedAt, personId: '', personName: '', kind, reason: '' },
    ]);
    return { state, credits: folded.credits };
  }
  return { state: STATE_AFTER[kind], credits };
}
