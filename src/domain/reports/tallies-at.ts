import type { Instant } from '../calendar/civil-date.ts';
import type { Span } from '../calendar/month.ts';
import { submissionAt } from '../quotas/close-period.ts';
import type { Submission } from '../quotas/submission.ts';
import { type Tally, tallySubmissions } from '../quotas/tally.ts';

/**
 * The tallies of a span as they stood at an instant: those of now, with what has changed since put back.
 *
 * @param now of the span
 * @param changed every submission of the span that has changed since, as it is now
 */
export function talliesAt(
  now: readonly Tally[],
  { changed, span, at }: { readonly changed: readonly Submission[]; readonly span: Span; readonly at: Instant },
): readonly Tally[] {
  const tallies = new Map(now.map((tally) => [keyOf(tally), tally]));
  const add = (tally: Tally, sign: 1 | -1) => {
    tallies.set(keyOf(tally), sumOf(tallies.get(keyOf(tally)), tally, sign));
  };
  for (const tally of tallySubmissions(changed, span)) add(tally, -1);
  for (const tally of tallySubmissions(submissionsAt(changed, at), span)) add(tally, 1);
  return [...tallies.values()];
}

function keyOf({ matter, officeId }: Tally): string {
  return `${matter} ${officeId}`;
}

function sumOf(known: Tally | undefined, tally: Tally, sign: 1 | -1): Tally {
  const sum = (of: keyof Omit<Tally, 'matter' | 'officeId'>) => (known?.[of] ?? 0) + sign * tally[of];
  return {
    matter: tally.matter,
    officeId: tally.officeId,
    submitted: sum('submitted'),
    accepted: sum('accepted'),
    returned: sum('returned'),
    late: sum('late'),
    nil: sum('nil'),
  };
}

/** Those that were there at an instant, as they stood then. */
export function submissionsAt(submissions: readonly Submission[], at: Instant): readonly Submission[] {
  return submissions.flatMap((submission) => submissionAt(submission, at) ?? []);
}
