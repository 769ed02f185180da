import type { SubmitRefusal } from '../../cards/quotas/submission-text.ts';
import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { monthOfDay } from '../../domain/calendar/month.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { sendAskedCard } from '../send-asked-card.ts';
import { quotasSubject } from './submission-updates.ts';
import { loadSubmitter } from './submitter.ts';

/** 本月报送: queues the card with the person's own counters and submissions. The same event again queues nothing. */
export async function openMyQuotas(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>,
  request: { readonly actorOpenId: string; readonly eventId: string },
): Promise<Outcome<null, SubmitRefusal>> {
  const submitter = await loadSubmitter(deps, request.actorOpenId);
  if (!submitter.ok) return submitter;
  const { person } = submitter.value;
  await sendAskedCard(deps, {
    kind: 'my-quotas',
    person,
    eventId: request.eventId,
    partIds: [],
    ui: { page: 1, month: monthOfDay(civilDateOf(deps.clock.now())) },
    subject: quotasSubject(person.id),
  });
  return ok(null);
}

/** Turns to another page or month of somebody's own card. */
export async function turnMyQuotas(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  { card, page, month, eventId }: { card: SentCard; page: number; month: string; eventId: string },
): Promise<void> {
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, form: null, page, month } }],
    audit: [],
  });
}
