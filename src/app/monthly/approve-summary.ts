import type { SummaryRefusal } from '../../cards/monthly-approval-text.ts';
import { LONGEST_REASON } from '../../cards/monthly-approval-text.ts';
import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import type { Person } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { MonthlySummary } from '../../domain/quotas/monthly-summary.ts';
import type { Deps } from '../deps.ts';
import { findApprover } from './approvers.ts';
import { updatesOfSummaries } from './draft-summary.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'admins'>;

export interface SummaryPress {
  readonly summaryId: string;
  readonly actorOpenId: string;
  readonly eventId: string;
  /** The card that was pressed; the answer itself replaces it. */
  readonly card: SentCard | undefined;
}

type Decided = Outcome<MonthlySummary, SummaryRefusal>;

/** 同意发布: the frozen card is queued for the leadership group, once. The first press wins; a later one hears who it was. */
export async function approveSummary(deps: Needs, press: SummaryPress): Promise<Decided> {
  const found = await findDraft(deps, press);
  if (!found.ok) return found;
  const chatId = await deps.settings.groupChat('leaders');
  if (chatId === null) return refused({ kind: 'no-group' });
  const { summary, person } = found.value;
  const at = deps.clock.now();
  const post: NewMessage = {
    id: deps.ids.next('message'),
    key: `monthly-summary:${chatId}:${summary.month}${summary.isCorrection ? `:${summary.id}` : ''}`,
    to: { type: 'group', chatId },
    purpose: 'monthly-summary',
    body: { type: 'card', card: summary.card },
    dueAt: at,
  };
  return decide(deps, press, { summary, person, state: 'posted', reason: '', messages: [post] });
}

/** 不发, with the reason: nothing is posted, and a new draft can be asked for. */
export async function dropSummary(deps: Needs, press: SummaryPress & { readonly reason: string }): Promise<Decided> {
  const found = await findDraft(deps, press);
  if (!found.ok) return found;
  const reason = press.reason.trim();
  const { length } = Array.from(reason);
  if (length === 0) return refused({ kind: 'reason-missing' });
  if (length > LONGEST_REASON) return refused({ kind: 'reason-too-long', length });
  return decide(deps, press, { ...found.value, state: 'dropped', reason, messages: [] });
}

/** Opens or closes the form of 不发. */
export async function turnDropForm(
  deps: Needs,
  press: SummaryPress & { readonly open: boolean },
): Promise<Outcome<null, SummaryRefusal>> {
  const found = await findDraft(deps, press);
  if (!found.ok) return found;
  const { card, eventId, open } = press;
  if (!card) return refused({ kind: 'summary-gone' });
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, writing: open } }],
    audit: [],
  });
  return ok(null);
}

async function findDraft(
  deps: Needs,
  { summaryId, actorOpenId }: SummaryPress,
): Promise<Outcome<{ readonly summary: MonthlySummary; readonly person: Person }, SummaryRefusal>> {
  const approver = await findApprover(deps, actorOpenId);
  if (!approver.ok) return approver;
  const summary = await deps.quotas.findSummary(summaryId);
  if (!summary) return refused({ kind: 'summary-gone' });
  if (summary.state !== 'draft') return refused({ kind: 'decided', summary });
  return ok({ summary, person: approver.value });
}

async function decide(
  deps: Needs,
  { eventId, card }: SummaryPress,
  decision: Pick<MonthlySummary, 'state' | 'reason'> & {
    readonly summary: MonthlySummary;
    readonly person: Person;
    readonly messages: readonly NewMessage[];
  },
): Promise<Decided> {
  const { summary, person, state, reason, messages } = decision;
  const at = deps.clock.now();
  const decided = { state, reason, decidedAt: at, decidedBy: person.name };
  const updates = await updatesOfSummaries(deps, [summary], { mark: eventId, at, except: card?.id ?? null });
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    summaryChanges: [{ id: summary.id, ...decided }],
    ...(card && { cardChanges: [{ id: card.id, ui: { ...card.ui, writing: false } }] }),
    messages: [...messages, ...updates],
    audit: [
      {
        actor: person.id,
        action: `summary.${state}`,
        subject: { type: 'summary', id: summary.id },
        detail: { month: summary.month, isCorrection: summary.isCorrection, reason },
      },
    ],
  });
  if (committed.ok) return ok({ ...summary, ...decided });
  const now = await deps.quotas.findSummary(summary.id);
  return refused(now ? { kind: 'decided', summary: now } : { kind: 'summary-gone' });
}
