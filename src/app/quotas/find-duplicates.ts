import { addDays, type CivilDate } from '../../domain/calendar/civil-date.ts';
import { DUPLICATE_DAYS, type Duplicate, nearDuplicates } from '../../domain/quotas/near-duplicates.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { Deps } from '../deps.ts';

/** By submission, the earlier ones that it is likely to repeat, among those that count or wait for review. */
export async function findDuplicates(
  deps: Pick<Deps, 'quotas'>,
  submissions: readonly Submission[],
): Promise<ReadonlyMap<string, readonly Duplicate<Submission>[]>> {
  const asked = submissions.filter(({ state }) => state === 'submitted');
  const days = asked.map(({ eventOn }) => eventOn).toSorted();
  const [first] = days;
  const last: CivilDate | undefined = days.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const others = await deps.quotas.findSubmissions({
    span: { from: addDays(first, -DUPLICATE_DAYS), to: addDays(last, DUPLICATE_DAYS) },
    states: ['submitted', 'accepted'],
  });
  return new Map(asked.map((submission) => [submission.id, nearDuplicates(submission, others)]));
}
