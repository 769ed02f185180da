import type { Recipient } from '../domain/delivery/message.ts';
import type { TextMessage } from '../ports/inbound.ts';
import type { Deps } from './deps.ts';

/** Queues a text for whoever wrote, in the chat where it was written. The same event again queues nothing. */
export async function replyWithText(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger'>,
  message: TextMessage,
  text: string,
): Promise<void> {
  const at = deps.clock.now();
  const to: Recipient =
    message.chatType === 'group'
      ? { type: 'group', chatId: message.chatId }
      : { type: 'person', personId: message.senderOpenId, openId: message.senderOpenId };
  await deps.ledger.commit({
    at,
    event: { id: message.eventId, kind: 'text' },
    messages: [
      {
        id: deps.ids.next('message'),
        key: `reply:${message.eventId}`,
        to,
        purpose: 'notice',
        body: { type: 'text', text },
        dueAt: at,
      },
    ],
    audit: [],
  });
}
