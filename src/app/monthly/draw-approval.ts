import { monthlyApprovalCard } from '../../cards/monthly-approval-card.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';

/** What was typed into the form of 不发 before it was refused, and why. */
export interface DropProblem {
  readonly error: string;
  readonly reason: string;
}

/** The card on which a summary is approved, as it stands now. A summary that was decided has nothing to send any more. */
export async function drawApproval(
  deps: Pick<Deps, 'quotas'>,
  card: SentCard,
  problem: DropProblem | null = null,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const summary = await deps.quotas.findSummary(card.subject ?? '');
  if (!summary) return { card: {}, open: false, formOpen: true };
  const later = await deps.quotas.findSummaries(summary.month);
  const isDraft = summary.state === 'draft';
  const writing = isDraft && card.ui.writing === true;
  const json = monthlyApprovalCard({
    cardId: card.id,
    summary,
    replaced: later.some(({ id, draftedAt }) => id !== summary.id && draftedAt >= summary.draftedAt),
    writing: writing ? (problem ?? { error: null, reason: '' }) : null,
  });
  return { card: json, open: isDraft, formOpen: writing };
}
