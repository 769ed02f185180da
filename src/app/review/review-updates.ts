import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { NewMessage } from '../../domain/delivery/message.ts';
import type { Deps } from '../deps.ts';
import { patchableSince, updatesOf } from '../refresh-cards.ts';

/**
 * Messages that bring every card about a version up to date: the administrators' reviews and the offices' confirmations.
 *
 * @param except the card whose button was pressed; it is replaced by the answer itself
 * @param mark tells this change from every other one
 */
export async function reviewUpdates(
  deps: Pick<Deps, 'ledger' | 'directory' | 'ids'>,
  { versionId, except, at, mark }: { versionId: string; except: string | null; at: Instant; mark: string },
): Promise<readonly NewMessage[]> {
  const cards = await deps.ledger.findReviewCards({ subject: versionId, since: patchableSince(at) });
  return updatesOf(
    deps,
    cards.filter(({ id }) => id !== except),
    { mark, at },
  );
}
