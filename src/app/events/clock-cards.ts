import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import { unsentCard } from '../../domain/delivery/unsent-card.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import type { Directory, Reachable } from '../../domain/directory/directory.ts';
import { clockAudience } from '../../domain/ledger/hour-clock.ts';
import type { Deps } from '../deps.ts';

type Needs = Pick<Deps, 'ids'>;

interface ClockPart {
  readonly id: string;
  readonly officeId: string;
}

/** The first card of an hour clock to everybody who answers for it and the 主管机构, each once for ever. */
export function clockCards(
  deps: Needs,
  {
    eventId,
    parts,
    directory,
    at,
  }: { eventId: string; parts: readonly ClockPart[]; directory: Directory; at: Instant },
): { readonly cards: readonly SentCard[]; readonly messages: readonly NewMessage[] } {
  const officeIds = parts.map(({ officeId }) => officeId);
  const made = clockAudience(directory, officeIds, 'office').map((person) =>
    clockCard(deps, { person, key: `clock:${eventId}:start:${person.id}`, eventId, parts, directory, at }),
  );
  return { cards: made.map(({ card }) => card), messages: made.map(({ message }) => message) };
}

/** One person's card of an hour clock: of an office that owes it with its own parts, for all others with all of them. */
export function clockCard(
  deps: Needs,
  about: {
    readonly person: Reachable;
    readonly key: string;
    readonly eventId: string;
    readonly parts: readonly ClockPart[];
    readonly directory: Directory;
    readonly at: Instant;
  },
): { readonly card: SentCard; readonly message: NewMessage } {
  const { person, parts, at } = about;
  const own = new Set(officesAnsweredFor(about.directory, person.id).map(({ id }) => id));
  const governs = about.directory.posts.some(({ personId, role }) => personId === person.id && role === 'governing');
  const ownParts = parts.filter(({ officeId }) => own.has(officeId));
  const shown = governs || ownParts.length === 0 ? parts : ownParts;
  const card = unsentCard({
    id: deps.ids.next('card'),
    kind: 'clock',
    personId: person.id,
    on: civilDateOf(at),
    partIds: shown.map(({ id }) => id),
    subject: about.eventId,
  });
  const message: NewMessage = {
    id: deps.ids.next('message'),
    key: about.key,
    to: { type: 'person', personId: person.id, openId: person.openId },
    purpose: 'hour-clock',
    body: { type: 'ledger-card', cardId: card.id },
    dueAt: at,
  };
  return { card, message };
}
