import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { OutboxMessage } from '../../domain/delivery/message.ts';
import { recipientOf } from '../../domain/directory/find-office.ts';
import type { Deps } from '../deps.ts';

/**
 * A confirmation card or a notice that the platform turned down for good goes to whoever stands in for the office: the deputy, then
 * the head. Where there is nobody else it stays 未送达.
 */
export async function sendToStandIn(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>,
  message: OutboxMessage,
): Promise<void> {
  // Both purposes name the office at the end of their key.
  const officeId = /:(office-[^:]+)/.exec(message.key)?.[1];
  const at = deps.clock.now();
  const recipient =
    officeId === undefined ? undefined : recipientOf(await deps.directory.load(), officeId, civilDateOf(at));
  if (message.to.type !== 'person' || recipient?.kind !== 'found' || recipient.person.id === message.to.personId)
    return;
  const { id: personId, openId } = recipient.person;
  const card = message.body.type === 'ledger-card' ? await deps.ledger.findCard(message.body.cardId) : undefined;
  const fresh = card && { ...card, id: deps.ids.next('card'), personId, messageId: null, sentAt: null };
  await deps.ledger.commit({
    at,
    ...(fresh && { newCards: [fresh] }),
    messages: [
      {
        id: deps.ids.next('message'),
        key: `${message.key}:${personId}`,
        to: { type: 'person', personId, openId },
        purpose: message.purpose,
        body: fresh ? { type: 'ledger-card', cardId: fresh.id } : message.body,
        dueAt: at,
      },
    ],
    audit: [],
  });
}
