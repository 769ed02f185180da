import { civilDateOf } from '../domain/calendar/civil-date.ts';
import type { CardUi, SentCard } from '../domain/delivery/message.ts';
import { unsentCard } from '../domain/delivery/unsent-card.ts';
import type { Reachable } from '../domain/directory/directory.ts';
import type { Deps } from './deps.ts';

/** Queues a card that a person has asked for, by a word or a button, as a message of its own. The same event again queues nothing. */
export async function sendAskedCard(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger'>,
  asked: {
    readonly kind: SentCard['kind'];
    readonly person: Reachable;
    readonly eventId: string;
    readonly partIds: readonly string[];
    readonly ui?: Partial<CardUi>;
    readonly subject?: string;
  },
): Promise<void> {
  const at = deps.clock.now();
  const { kind, person, eventId, ...about } = asked;
  const card = unsentCard({ id: deps.ids.next('card'), kind, personId: person.id, on: civilDateOf(at), ...about });
  await deps.ledger.commit({
    at,
    event: { id: eventId, kind: `ask-${kind}` },
    newCards: [card],
    messages: [
      {
        id: deps.ids.next('message'),
        key: `asked-${kind}:${eventId}`,
        to: { type: 'person', personId: person.id, openId: person.openId },
        purpose: kind === 'mine' ? 'my-tasks' : 'asked-card',
        body: { type: 'ledger-card', cardId: card.id },
        dueAt: at,
      },
    ],
    audit: [],
  });
}
