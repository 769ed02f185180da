import { addDays, type CivilDate, civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../domain/delivery/message.ts';
import { leadOfficeOf } from '../domain/ledger/fan-out.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'ledger' | 'directory' | 'ids'>;

/** The platform refuses changes of cards older than that. */
const PATCHABLE_DAYS = 14;

/** The day of the oldest cards that can still be changed. */
export function patchableSince(at: Instant): CivilDate {
  return addDays(civilDateOf(at), -PATCHABLE_DAYS + 1);
}

/**
 * Messages that bring every other copy of a part up to date: the deputy's card, yesterday's card, the head's.
 *
 * @param except the card whose button was pressed; it is replaced by the answer itself
 */
export async function cardUpdatesFor(
  deps: Needs,
  { part, except, at }: { readonly part: Part; readonly except: string | null; readonly at: Instant },
): Promise<readonly NewMessage[]> {
  const partIds = [part.id, ...(await leadsOwn(deps, part))];
  const cards = await deps.ledger.findLiveCards({ partIds, since: patchableSince(at) });
  const others = cards.filter(({ id }) => id !== except);
  return updatesOf(deps, others, { mark: `${part.id}:${part.version + 1}`, at });
}

/** The lead's row says how many offices have reported: it changes with each of them. */
async function leadsOwn(deps: Pick<Deps, 'ledger' | 'directory'>, part: Part): Promise<readonly string[]> {
  if (part.leadOffice === null) return [];
  const lead = leadOfficeOf(await deps.directory.load(), part);
  if (!lead || lead.id === part.officeId) return [];
  const parts = await deps.ledger.findParts({ occurrenceIds: [part.occurrenceId], withReplies: false });
  return parts.filter(({ officeId }) => officeId === lead.id).map(({ id }) => id);
}

/** Messages that draw anew every card that shows one of these parts, after the plan took them away. */
export async function updatesOfCards(
  deps: Needs,
  { parts, mark, at }: { readonly parts: readonly Part[]; readonly mark: string; readonly at: Instant },
): Promise<readonly NewMessage[]> {
  if (parts.length === 0) return [];
  const partIds = parts.map(({ id }) => id);
  return updatesOf(deps, await deps.ledger.findLiveCards({ partIds, since: patchableSince(at) }), { mark, at });
}

/** Messages that draw cards anew. @param mark tells this change from every other one of the same card */
export async function updatesOf(
  deps: Pick<Deps, 'directory' | 'ids'>,
  cards: readonly SentCard[],
  { mark, at }: { readonly mark: string; readonly at: Instant },
): Promise<readonly NewMessage[]> {
  if (cards.length === 0) return [];
  const { people } = await deps.directory.load();
  return cards.flatMap((card): readonly NewMessage[] => {
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
