import type { SubmitRefusal } from '../../cards/quotas/submission-text.ts';
import { civil, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { CardUi, SentCard } from '../../domain/delivery/message.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { SubmissionQuery } from '../../ports/quota-store.ts';
import type { Deps } from '../deps.ts';
import { findAdministrator } from '../review/administrator.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { QUEUE } from './submission-updates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'admins'>;

export const SUBMISSIONS_PER_PAGE = 8;

const EARLIEST = civil('2000-01-01');

type View = NonNullable<CardUi['submissions']>['view'];

/** 审核报送: queues the queue for whoever reviews. The same event again queues nothing. */
export async function openSubmissions(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string },
): Promise<Outcome<null, SubmitRefusal>> {
  const administrator = await findAdministrator(deps, request.actorOpenId);
  if (!administrator.ok) return refused({ kind: 'not-reviewer' });
  const { ids, page } = await pageOf(deps, 'queue', 1);
  await sendAskedCard(deps, {
    kind: 'submissions',
    person: { ...administrator.value, openId: request.actorOpenId },
    eventId: request.eventId,
    partIds: [],
    ui: { page, submissions: { view: 'queue', ids, returning: null } },
    subject: QUEUE,
  });
  return ok(null);
}

/** Fills a page anew; what was decided on it leaves, and the next in line come up. */
export async function fillSubmissions(
  deps: Needs,
  request: { readonly card: SentCard; readonly view: View; readonly page: number; readonly eventId: string },
): Promise<void> {
  const { card, view, eventId } = request;
  const { ids, page } = await pageOf(deps, view, request.page);
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, page, submissions: { view, ids, returning: null } } }],
    audit: [],
  });
}

/** Opens the form of 退回 under a row, closing any other; null closes it. */
export async function setReturning(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  { card, id, eventId }: { card: SentCard; id: string | null; eventId: string },
): Promise<void> {
  const { submissions } = card.ui;
  if (!submissions) return;
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, submissions: { ...submissions, returning: id } } }],
    audit: [],
  });
}

/** What a view holds: everything that waits and has been held by today, or everything that was decided. */
export function queryOf(view: View, today: ReturnType<typeof civilDateOf>): SubmissionQuery {
  if (view === 'decided') return { states: ['accepted', 'returned'] };
  return { states: ['submitted'], span: { from: EARLIEST, to: today } };
}

/** The queue goes from the oldest event on, what was decided from the newest. The store has the newest first. */
async function pageOf(
  deps: Needs,
  view: View,
  asked: number,
): Promise<{ readonly ids: readonly string[]; readonly page: number }> {
  const query = queryOf(view, civilDateOf(deps.clock.now()));
  const total = await deps.quotas.countSubmissions(query);
  const page = Math.min(Math.max(1, asked), Math.max(1, Math.ceil(total / SUBMISSIONS_PER_PAGE)));
  const before = (page - 1) * SUBMISSIONS_PER_PAGE;
  const limit = Math.min(SUBMISSIONS_PER_PAGE, total - before);
  if (limit <= 0) return { ids: [], page };
  const skip = view === 'decided' ? before : total - before - limit;
  const found = (await deps.quotas.findSubmissions({ ...query, skip, limit })).map(({ id }) => id);
  return { ids: view === 'decided' ? found : found.toReversed(), page };
}
