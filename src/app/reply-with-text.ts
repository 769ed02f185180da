import type { NewMessage, Recipient } from '../domain/delivery/message.ts';
import type { TextMessage } from '../ports/inbound.ts';
import type { Deps } from './deps.ts';

/**
 * Queues a text for whoever wrote, in the chat where it was written. The same event again queues nothing.
 *
 * @param privately what else the person alone reads, where the chat is a group
 */
export async function replyWithText(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger'>,
  message: TextMessage,
  text: string,
  privately: string | null = null,
): Promise<void> {
  const at = deps.clock.now();
  const person: Recipient = { type: 'person', personId: message.senderOpenId, openId: message.senderOpenId };
  const inGroup = message.chatType === 'group';
  const answer = (key: string, to: Recipient, said: string): NewMessage => ({
    id: deps.ids.next('message'),
    key: `${key}:${message.eventId}`,
    to,
    purpose: 'notice',
    body: { type: 'text', text: said },
    dueAt: at,
  });
  await deps.ledger.commit({
    at,
    event: { id: message.eventId, kind: 'text' },
    messages: [
      answer('reply', inGroup ? { type: 'group', chatId: message.chatId } : person, text),
      ...(inGroup && privately !== null ? [answer('reply-private', person, privately)] : []),
    ],
    audit: [],
  });
}
