import type { NoDraft, SummaryRefusal } from '../../cards/monthly-approval-text.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { findApprover } from './approvers.ts';
import { correctSummary } from './correct-summary.ts';
import { type DraftNeeds, draftMonthlySummary } from './draft-summary.ts';

/** 重新起草 after 不发: a new draft from the numbers as they are now goes to everybody who may approve it. */
export async function redraftSummary(
  deps: DraftNeeds & Pick<Deps, 'admins'>,
  press: { readonly summaryId: string; readonly actorOpenId: string; readonly eventId: string },
): Promise<
  Outcome<{ readonly month: string }, SummaryRefusal | { readonly kind: 'no-draft'; why: NoDraft; month: string }>
> {
  const approver = await findApprover(deps, press.actorOpenId);
  if (!approver.ok) return approver;
  const summary = await deps.quotas.findSummary(press.summaryId);
  if (!summary) return refused({ kind: 'summary-gone' });
  const { month, isCorrection } = summary;
  const { why } = await (isCorrection ? correctSummary : draftMonthlySummary)(deps, { month, eventId: press.eventId });
  return why === null ? ok({ month }) : refused({ kind: 'no-draft', why, month });
}
