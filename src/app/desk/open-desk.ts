import type { DeskRefusal } from '../../cards/desk/desk-text.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { personByOpenId } from '../../domain/directory/answering.ts';
import { deskDecision, deskPage } from '../../domain/ledger/desk-queue.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { findAdministrator } from '../review/administrator.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { deskOwner, GOVERNING, loadDesk } from './load-desk.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'admins'>;

/**
 * Queues the desk of whoever asks for it, as a card of its own: 主管机构 and administrators review everything; leads and leaders get
 * it while a request waits for their decision. The same event again queues nothing.
 */
export async function openDesk(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string },
): Promise<Outcome<null, DeskRefusal>> {
  const administrator = await findAdministrator(deps, request.actorOpenId);
  const governing = administrator.ok;
  const person = administrator.ok
    ? administrator.value
    : personByOpenId(await deps.directory.load(), request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const queue = await loadDesk(deps, { personId: person.id, governing });
  if (!governing && queue.length === 0) return refused({ kind: 'nothing-to-decide' });
  const { ids } = deskPage({ queue: queue.map(({ id }) => id), page: 1, shown: [], decided: [] });
  await sendAskedCard(deps, {
    kind: 'desk',
    person: { ...person, openId: request.actorOpenId },
    eventId: request.eventId,
    partIds: ids,
    ui: { page: 1 },
    ...(governing && { subject: GOVERNING }),
  });
  return ok(null);
}

/** Fills a page of a desk: what was decided lately stays in its place, and the next in line come up. Closes an open form. */
export async function fillDesk(
  deps: Needs,
  card: SentCard,
  turn: { readonly page: number; readonly eventId: string | null },
): Promise<void> {
  const [queue, shown] = await Promise.all([
    loadDesk(deps, deskOwner(card)),
    deps.ledger.findParts({ ids: card.partIds, publishedOnly: false }),
  ]);
  const decided = shown.flatMap((part) => {
    const decision = deskDecision(part);
    return decision ? [{ id: part.id, at: decision.at }] : [];
  });
  const { ids, page } = deskPage({
    queue: queue.map(({ id }) => id),
    page: turn.page,
    shown: card.partIds,
    decided: decided.toSorted((a, b) => a.at - b.at).map(({ id }) => id),
  });
  await deps.ledger.commit({
    at: deps.clock.now(),
    ...(turn.eventId !== null && { event: { id: turn.eventId, kind: 'card-action' } }),
    cardChanges: [{ id: card.id, ui: { ...card.ui, form: null, page }, partIds: ids }],
    audit: [],
  });
}
