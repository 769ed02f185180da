import type { Instant } from '../../domain/calendar/civil-date.ts';
import { nearDuplicates } from '../../domain/quotas/near-duplicates.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { Deps } from '../deps.ts';

export interface ReturnedSubmission {
  readonly submission: Submission;
  /** Why, in people's words. */
  readonly reason: string;
  readonly returnedAt: Instant;
}

/**
 * What was returned to offices since a moment and was not submitted anew, newest event first: for the card of the day of whoever
 * submitted it (`submission.personId`).
 */
export async function findReturnedSubmissions(
  deps: Pick<Deps, 'quotas'>,
  { officeIds, since }: { readonly officeIds: readonly string[]; readonly since: Instant },
): Promise<readonly ReturnedSubmission[]> {
  if (officeIds.length === 0) return [];
  const changed = await deps.quotas.findSubmissions({ officeIds, changedSince: since });
  const own = changed.filter(({ officeId }) => officeIds.includes(officeId));
  const alive = own.filter(({ state }) => state === 'submitted' || state === 'accepted');
  return own.flatMap((submission): readonly ReturnedSubmission[] => {
    const act = submission.acts.findLast(({ kind }) => kind === 'return');
    if (submission.state !== 'returned' || !act || act.at < since) return [];
    const anew = alive.some((later) => later.submittedAt > act.at && nearDuplicates(later, [submission]).length > 0);
    return anew ? [] : [{ submission, reason: act.reason, returnedAt: act.at }];
  });
}
