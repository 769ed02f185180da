import { addDays } from '../../domain/calendar/civil-date.ts';
import { DUPLICATE_DAYS, wasSubmittedAnew } from '../../domain/quotas/near-duplicates.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { Deps } from '../deps.ts';

/** Of submissions that were returned, those whose offices have not mended and submitted them anew. Nothing is asked where none was. */
export async function withoutSubmittedAnew(
  deps: Pick<Deps, 'quotas'>,
  returned: readonly Submission[],
): Promise<readonly Submission[]> {
  const [earliest] = returned.map(({ eventOn }) => eventOn).toSorted();
  if (earliest === undefined) return [];
  const later = await deps.quotas.findSubmissions({
    officeIds: [...new Set(returned.map(({ officeId }) => officeId))],
    states: ['submitted', 'accepted'],
    eventSince: addDays(earliest, -DUPLICATE_DAYS),
  });
  return returned.filter((each) => !wasSubmittedAnew(each, later));
}
