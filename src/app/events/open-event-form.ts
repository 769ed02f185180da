import type { SentCard } from '../../domain/delivery/message.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { type EventSubject, subjectText } from './event-subject.ts';
import { loadActor, loadEventRows, type PlannedEventRow } from './load-events.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>;

export type OpenEventRefusal = { readonly kind: 'unknown-person' | 'no-events' };

/**
 * Sends the card of 登记触发: the rows that wait for events, or where there is one only, or the words name one, its form. Words
 * that name no row become the title. The same event again queues nothing.
 *
 * @param request.rowId a row or what starts it, from a button
 */
export async function openEventForm(
  deps: Needs,
  request: {
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly words: string | null;
    readonly rowId?: string | undefined;
  },
): Promise<Outcome<null, OpenEventRefusal>> {
  const actor = await loadActor(deps, request.actorOpenId);
  if (!actor) return refused({ kind: 'unknown-person' });
  const rows = await loadEventRows(deps, actor);
  if (rows.length === 0) return refused({ kind: 'no-events' });
  await sendAskedCard(deps, {
    kind: 'event',
    person: actor.person,
    eventId: request.eventId,
    partIds: [],
    ui: { page: 1 },
    subject: subjectText(firstLook(rows, request)),
  });
  return ok(null);
}

/** Turns an `event` card that nothing was registered on: to a page of the list, or to one row's form. */
export async function turnEventCard(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  { card, subject, page, eventId }: { card: SentCard; subject: EventSubject; page: number; eventId: string },
): Promise<void> {
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, subject: subjectText(subject), ui: { form: null, page } }],
    audit: [],
  });
}

function firstLook(
  rows: readonly PlannedEventRow[],
  { words, rowId }: { readonly words: string | null; readonly rowId?: string | undefined },
): EventSubject {
  const said = (words ?? '').replace(/\s+/gu, ' ').trim();
  const asked = rows.filter(({ task, group }) => rowId === task.id || rowId === group.id);
  const named = said === '' ? [] : rows.filter((row) => names(row, said));
  const [only] = [asked, named, rows].find(({ length }) => length === 1) ?? [];
  if (!only) return { at: 'list', words: named.length > 0 ? '' : said };
  return { at: 'form', rowId: only.group.id, words: named.length > 0 ? '' : said };
}

function names({ task, group }: PlannedEventRow, said: string): boolean {
  return task.no === said || task.text.includes(said) || (group.event !== '' && group.event.includes(said));
}
