import type { NoDraft } from '../../cards/monthly-approval-text.ts';
import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import { unsentCard } from '../../domain/delivery/unsent-card.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { invariant } from '../../domain/invariant.ts';
import type { MonthlySummary } from '../../domain/quotas/monthly-summary.ts';
import type { MonthFigures } from '../../domain/reports/month-figures.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { updatesOf } from '../refresh-cards.ts';
import { approversOf } from './approvers.ts';
import { drawMonthlySummary, valuesOf } from './draw-monthly-summary.ts';

export type DraftNeeds = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

export interface DraftReport {
  /** Cards for those who approve. */
  readonly queued: number;
  /** Why there is no draft; null where there is one. */
  readonly why: NoDraft | null;
}

/** Drafts the summary of a month and asks for its approval, unless that was done before. @param eventId of the press behind it */
export async function draftMonthlySummary(
  deps: DraftNeeds,
  { month, eventId = null }: { readonly month: string; readonly eventId?: string | null },
): Promise<DraftReport> {
  const before = await deps.quotas.findSummaries(month);
  if (before.some(({ state }) => state !== 'dropped')) return { queued: 0, why: 'drafted-before' };
  const { why, figures, card, numbers, directory } = await drawMonthlySummary(deps, { month, withRecords: false });
  if (why !== null) return { queued: 0, why };
  const draft = { figures, card, numbers: valuesOf(numbers), directory };
  return saveDraft(deps, { ...draft, isCorrection: false, before, eventId });
}

/** Keeps a draft as it is and sends it to everybody who may approve it; drafts of the month that wait still are dropped. */
export async function saveDraft(
  deps: DraftNeeds,
  draft: Pick<MonthlySummary, 'isCorrection' | 'numbers'> & {
    readonly figures: Pick<MonthFigures, 'month' | 'at'>;
    readonly card: CardJson;
    readonly directory: Directory;
    /** What there is of the month already. */
    readonly before: readonly MonthlySummary[];
    readonly eventId: string | null;
  },
): Promise<DraftReport> {
  const approvers = approversOf(draft.directory);
  if (approvers.length === 0) return { queued: 0, why: 'nobody-approves' };
  const { isCorrection, numbers, card, before, eventId } = draft;
  // What changes while the draft is drawn is not in its numbers: it is looked for from that instant on.
  const { month, at } = draft.figures;
  const summary: MonthlySummary = {
    id: deps.ids.next('summary'),
    month,
    isCorrection,
    numbers,
    card,
    draftedAt: at,
    state: 'draft',
    decidedAt: null,
    decidedBy: null,
    reason: '',
  };
  const about = { kind: 'monthly', on: civilDateOf(at), subject: summary.id } as const;
  const cards = approvers.map((person) => ({
    person,
    card: unsentCard({ ...about, id: deps.ids.next('card'), personId: person.id }),
  }));
  const committed = await deps.ledger.commit({
    at,
    ...(eventId !== null && { event: { id: eventId, kind: 'card-action' } }),
    newSummaries: [summary],
    summaryChanges: before.flatMap(({ id, state }) =>
      state === 'draft' ? [{ id, state: 'dropped' as const, decidedAt: at, decidedBy: null, reason: '' }] : [],
    ),
    newCards: cards.map((each) => each.card),
    messages: [
      ...cards.map(({ person, card: { id: cardId } }) => ({
        id: deps.ids.next('message'),
        // The number of drafts before: two processes that draft at once ask for the same messages.
        key: `monthly-draft:${month}:${before.length}:${person.id}`,
        to: { type: 'person' as const, personId: person.id, openId: person.openId },
        purpose: 'monthly-draft' as const,
        body: { type: 'ledger-card' as const, cardId },
        dueAt: at,
      })),
      ...(await updatesOfSummaries(deps, before, { mark: summary.id, at, except: null })),
    ],
    audit: [
      {
        actor: 'system',
        action: 'summary.drafted',
        subject: { type: 'summary', id: summary.id },
        detail: { month, isCorrection, approvers: approvers.length },
      },
    ],
  });
  if (committed.ok) return { queued: cards.length, why: null };
  invariant(
    committed.error.kind === 'event-seen' || committed.error.kind === 'summary-decided',
    'a draft changes nothing but drafts',
  );
  return { queued: 0, why: 'drafted-before' };
}

/** Messages that draw anew the cards on which summaries were, or are to be, approved. */
export async function updatesOfSummaries(
  deps: Pick<Deps, 'ledger' | 'directory' | 'ids'>,
  summaries: readonly Pick<MonthlySummary, 'id'>[],
  { mark, at, except }: { readonly mark: string; readonly at: Instant; readonly except: string | null },
) {
  const cards = await deps.ledger.findCardsAbout(summaries.map(({ id }) => id));
  const shown = cards.filter(({ id, messageId }) => messageId !== null && id !== except);
  return updatesOf(deps, shown, { mark: `summary:${mark}`, at });
}
