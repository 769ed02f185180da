import { addDays, type CivilDate, type Instant, instantAt } from '../calendar/civil-date.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { afterAct } from './decide-submission.ts';
import type { Submission, SubmissionAct } from './submission.ts';

const CLOSES_AFTER = 3;

/** 关账: the moment after which a change of a period's numbers is a 更正, the end of the third working day after it. */
export function closesAt(period: { readonly endsOn: CivilDate }, calendar: WorkingCalendar): Instant {
  return instantAt(addDays(closesOn(period, calendar), 1), '00:00');
}

/** The third working day after a period. */
export function closesOn({ endsOn }: { readonly endsOn: CivilDate }, calendar: WorkingCalendar): CivilDate {
  return addWorkingDays(calendar, endsOn, CLOSES_AFTER);
}

/** A submission as it stood at an instant (before which everything counts), or null where it was not there yet. */
export function submissionAt(submission: Submission, at: Instant): Submission | null {
  if (submission.submittedAt >= at) return null;
  const acts = submission.acts.filter((act) => act.at < at);
  return { ...submission, ...foldActs(submission, acts), acts };
}

/** State and credits that follow from the acts, oldest first. */
export function foldActs(
  submission: Pick<Submission, 'officeId' | 'jointOfficeIds' | 'isNil'>,
  acts: readonly SubmissionAct[],
): Pick<Submission, 'state' | 'credits' | 'decidedAt' | 'version'> {
  let standing: Pick<Submission, 'state' | 'credits'> = {
    state: submission.isNil ? 'none' : 'submitted',
    credits: [submission.officeId],
  };
  for (const { kind } of acts) standing = afterAct(submission, standing, kind);
  return { ...standing, decidedAt: acts.at(-1)?.at ?? null, version: acts.length + 1 };
}

/** Submissions of a span that have changed what they count as since it was closed: 更正, with both standings. */
export function correctionsSince(
  submissions: readonly Submission[],
  closedAt: Instant,
): readonly { readonly submission: Submission; readonly before: Submission | null }[] {
  return submissions.flatMap((submission) => {
    const before = submissionAt(submission, closedAt);
    const same =
      before !== null && before.state === submission.state && before.credits.join() === submission.credits.join();
    const nothing = before === null && submission.state !== 'accepted';
    return same || nothing ? [] : [{ submission, before }];
  });
}
