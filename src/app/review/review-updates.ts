import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { NewMessage } from '../../domain/delivery/message.ts';
import type { Deps } from '../deps.ts';
import { patchableSince } from '../refresh-cards.ts';

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
  const { people } = await deps.directory.load();
  return cards
    .filter(({ id }) => id !== except)
    .flatMap((card): readonly NewMessage[] => {
      const openId = people.find(({ id }) => id === card.personId)?.openId;
      if (!openId) return [];
      return [
        {
          id: deps.ids.next('message'),
          key: `card-update:${card.id}:${mark}`,
          to: { type: 'person', personId: card.personId, openId },
          purpose: 'card-update',
          body: { type: 'card-update', cardId: card.id },
          dueAt: at,
        },
      ];
    });
}
