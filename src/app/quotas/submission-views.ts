import type { SubmissionView } from '../../cards/quotas/submission-view.ts';
import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { correctionsSince } from '../../domain/quotas/close-period.ts';
import { mayDecide, type SubmissionStanding } from '../../domain/quotas/decide-submission.ts';
import type { Duplicate } from '../../domain/quotas/near-duplicates.ts';
import { isLate, type Submission, type SubmissionActKind } from '../../domain/quotas/submission.ts';
import { closesAfter } from './submitter.ts';

const ACTS: readonly SubmissionActKind[] = ['accept', 'return', 'reopen', 'withdraw', 'split', 'join'];

interface Around {
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly duplicates: ReadonlyMap<string, readonly Duplicate<Submission>[]>;
  /** What the reader is to a submission. */
  readonly standingsFor: (submission: Submission) => ReadonlySet<SubmissionStanding>;
}

/** Submissions as cards show them. */
export function submissionViews(submissions: readonly Submission[], around: Around): readonly SubmissionView[] {
  const names = new Map(around.directory.offices.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? '（已撤销单位）';
  return submissions.map((submission) => {
    const { id, version, matter, title, link, file, eventOn, state, personName, submittedAt } = submission;
    const closed = around.now >= closesAfter(eventOn, around.calendar);
    return {
      id,
      version,
      matter,
      title,
      link,
      fileName: file?.name ?? null,
      eventOn,
      officeName: nameOf(submission.officeId),
      jointNames: submission.jointOfficeIds.map(nameOf),
      split: submission.credits.length > 1,
      late: isLate(submission),
      state,
      personName,
      submittedAt,
      decision: decisionOf(submission),
      correction: closed && isCorrection(submission, around.calendar),
      duplicates: (around.duplicates.get(id) ?? []).map(({ of, by }) => ({
        by,
        matter: of.matter,
        officeName: nameOf(of.officeId),
        eventOn: of.eventOn,
        title: of.title,
      })),
      acts: actsOf(submission, around.standingsFor(submission), closed),
    };
  });
}

function decisionOf({ acts }: Submission): SubmissionView['decision'] {
  return acts.findLast(({ kind }) => kind === 'accept' || kind === 'return') ?? null;
}

function isCorrection(submission: Submission, calendar: WorkingCalendar): boolean {
  if (submission.state === 'submitted') return true;
  return correctionsSince([submission], closesAfter(submission.eventOn, calendar)).length > 0;
}

/** After the close only the reviewer changes anything. */
function actsOf(submission: Submission, standings: ReadonlySet<SubmissionStanding>, closed: boolean) {
  const mine = closed ? new Set([...standings].filter((standing) => standing === 'reviewer')) : standings;
  return ACTS.filter((kind) => mayDecide(submission, kind, mine));
}

export function officeStandings(
  officeIds: readonly string[],
): (submission: Submission) => ReadonlySet<SubmissionStanding> {
  return ({ officeId }) => new Set<SubmissionStanding>(officeIds.includes(officeId) ? ['office'] : []);
}

export function reviewerStandings(): ReadonlySet<SubmissionStanding> {
  return new Set<SubmissionStanding>(['reviewer']);
}
