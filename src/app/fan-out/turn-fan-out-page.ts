import type { SentCard } from '../../domain/delivery/message.ts';
import { personByOpenId } from '../../domain/directory/answering.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';

/** Remembers which page of offices a card shows. Only the person whose card it is turns its pages. */
export async function turnFanOutPage(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory'>,
  request: { readonly card: SentCard; readonly page: number; readonly actorOpenId: string; readonly eventId: string },
): Promise<Outcome<null, { readonly kind: 'unknown-person' | 'not-your-card' }>> {
  const { card, page, eventId } = request;
  const person = personByOpenId(await deps.directory.load(), request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (person.id !== card.personId) return refused({ kind: 'not-your-card' });
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, page } }],
    audit: [],
  });
  return ok(null);
}
