import type { CivilDate } from '../calendar/civil-date.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
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

/** Every act that a state allows, and who does it; all others are refused. */
const ALLOWED: Readonly<Record<SubmissionState, Partial<Record<SubmissionActKind, SubmissionStanding>>>> = {
  submitted: { accept: 'reviewer', return: 'reviewer', withdraw: 'office', split: 'reviewer', join: 'reviewer' },
  accepted: { reopen: 'reviewer', split: 'reviewer', join: 'reviewer' },
  returned: { reopen: 'reviewer' },
  withdrawn: { reopen: 'office' },
  none: { withdraw: 'office' },
};

const STATE_AFTER = {
  accept: 'accepted',
  return: 'returned',
  reopen: 'submitted',
  withdraw: 'withdrawn',
} as const satisfies Partial<Record<SubmissionActKind, SubmissionState>>;

/** Whether somebody may do that to a submission as it stands: what a card offers. */
export function mayDecide(
  submission: Submission,
  kind: SubmissionActKind,
  standings: ReadonlySet<SubmissionStanding>,
): boolean {
  const by = allowedTo(submission, kind);
  return by !== undefined && standings.has(by) && !isPointless(submission, kind);
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
  if (!isEverAllowed(kind, standings)) return refused({ kind: 'not-permitted' });
  if (isPointless(submission, kind)) return refused({ kind: 'already' });
  const by = allowedTo(submission, kind);
  if (version !== submission.version || by === undefined) return refused({ kind: 'stale' });
  if (!standings.has(by)) return refused({ kind: 'not-permitted' });
  if (by === 'office' && request.closed) return refused({ kind: 'closed' });
  if (kind === 'accept' && submission.eventOn > today) return refused({ kind: 'not-yet', on: submission.eventOn });
  if (kind === 'return' && request.reason.trim() === '') return refused({ kind: 'reason-missing' });
  return ok(afterAct(submission, submission, kind));
}

/** Where an act leaves a submission: split and join change whom it is credited to, all others its state. */
export function afterAct(
  { officeId, jointOfficeIds }: Pick<Submission, 'officeId' | 'jointOfficeIds'>,
  { state, credits }: Pick<Submission, 'state' | 'credits'>,
  kind: SubmissionActKind,
): Pick<Submission, 'state' | 'credits'> {
  if (kind === 'split') return { state, credits: [officeId, ...jointOfficeIds] };
  if (kind === 'join') return { state, credits: [officeId] };
  return { state: STATE_AFTER[kind], credits };
}

function allowedTo(submission: Submission, kind: SubmissionActKind): SubmissionStanding | undefined {
  // 零报告 that was taken back is said again, not reopened: there is nothing to review.
  return kind === 'reopen' && submission.isNil ? undefined : ALLOWED[submission.state][kind];
}

/** Whether it is theirs to do in any state. */
function isEverAllowed(kind: SubmissionActKind, standings: ReadonlySet<SubmissionStanding>): boolean {
  return Object.values(ALLOWED).some(({ [kind]: by }) => by !== undefined && standings.has(by));
}

function isPointless(submission: Submission, kind: SubmissionActKind): boolean {
  const { state, credits } = afterAct(submission, submission, kind);
  return state === submission.state && credits.length === submission.credits.length;
}
