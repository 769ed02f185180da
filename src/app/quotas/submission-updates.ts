import type { Instant } from '../../domain/calendar/civil-date.ts';
import { monthOfDay, monthSpan } from '../../domain/calendar/month.ts';
import type { NewMessage } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import { PRESS } from '../../domain/quotas/matter.ts';
import type { Submission } from '../../domain/quotas/submission.ts';
import type { Deps } from '../deps.ts';
import { patchableSince, updatesOf } from '../refresh-cards.ts';

/** What a review queue is about, whoever's it is. */
export const QUEUE = 'submissions';

/** What the 本月报送 of one person is about. */
export function quotasSubject(personId: string): string {
  return `my-quotas/${personId}`;
}

/** Result cards of a month that say the same numbers: more than a person looks back at. */
const SIBLINGS = 40;

/**
 * Messages that bring every open copy up to date: the result cards of the submissions and of others whose counts are the same, 本月报送
 * of everybody who answers for the offices, and the queues of whoever reviews.
 *
 * @param except the card whose button was pressed; it is replaced by the answer itself
 */
export async function submissionUpdates(
  deps: Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'ids'>,
  change: {
    readonly submissions: readonly Submission[];
    readonly except: string | null;
    readonly at: Instant;
    readonly mark: string;
  },
): Promise<readonly NewMessage[]> {
  const { submissions, except, at, mark } = change;
  const directory = await deps.directory.load();
  const officeIds = new Set(submissions.flatMap(({ officeId, jointOfficeIds }) => [officeId, ...jointOfficeIds]));
  const near = new Set(directory.posts.flatMap((post) => (officeIds.has(post.officeId) ? [post.personId] : [])));
  const answering = [...near].filter((id) =>
    officesAnsweredFor(directory, id).some((office) => officeIds.has(office.id)),
  );
  const related = await siblingIds(deps, submissions);
  const subjects = [...related, ...answering.map(quotasSubject)];
  const since = patchableSince(at);
  const [about, queues] = await Promise.all([
    deps.ledger.findCardsAbout(subjects),
    deps.ledger.findReviewCards({ subject: QUEUE, since }),
  ]);
  const live = about.filter((card) => card.messageId !== null && card.supersededOn === null && card.on >= since);
  return updatesOf(
    deps,
    [...live, ...queues].filter(({ id }) => id !== except),
    { mark, at },
  );
}

/** Everything of the same matter, month and office; press conferences count for all together. */
async function siblingIds(
  deps: Pick<Deps, 'quotas'>,
  submissions: readonly Submission[],
): Promise<ReadonlySet<string>> {
  const ids = new Set(submissions.map(({ id }) => id));
  const asked = new Set<string>();
  for (const { matter, eventOn, officeId, jointOfficeIds } of submissions) {
    const month = monthOfDay(eventOn);
    const key = `${matter} ${month} ${officeId}`;
    if (asked.has(key)) continue;
    asked.add(key);
    const found = await deps.quotas.findSubmissions({
      matter,
      span: monthSpan(month),
      ...(matter !== PRESS && { officeIds: [officeId, ...jointOfficeIds] }),
      limit: SIBLINGS,
    });
    for (const { id } of found) ids.add(id);
  }
  return ids;
}
