import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { approveSummary, dropSummary, type SummaryPress, turnDropForm } from '../app/monthly/approve-summary.ts';
import { correctSummary } from '../app/monthly/correct-summary.ts';
import { type DropProblem, drawApproval } from '../app/monthly/draw-approval.ts';
import { redraftSummary } from '../app/monthly/redraft-summary.ts';
import type { SummaryStep } from '../cards/actions.ts';
import {
  noDraftText,
  type SummaryRefusal,
  summaryDoneToast,
  summaryRefusalText,
  summaryRefusalToast,
} from '../cards/monthly-approval-text.ts';
import { refusalToast, type Toast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import type { Press } from './pressed-card.ts';

/** 同意发布, 不发 and 重新起草 of a month's summary. */
export async function handleMonthly(
  deps: Deps,
  { action, press, card }: Press<z.infer<typeof SummaryStep>>,
): Promise<CardReply> {
  if (card?.kind !== 'monthly') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const { actorOpenId, eventId } = press;
  const pressed = { summaryId: action.s, actorOpenId, eventId, card };
  switch (action.a) {
    case 'summary.approve':
      return approve(deps, pressed, card);
    case 'summary.write':
    case 'summary.cancel': {
      const turned = await turnDropForm(deps, { ...pressed, open: action.a === 'summary.write' });
      return turned.ok ? withSummary(deps, null, card) : refusalReply(deps, turned.error, card);
    }
    case 'summary.drop':
      return drop(deps, { ...pressed, reason: reasonIn(press.form) }, card);
    case 'summary.redraft': {
      const drafted = await redraftSummary(deps, pressed);
      if (drafted.ok) return withSummary(deps, summaryDoneToast('redrafted', drafted.value.month), card);
      const { error } = drafted;
      if (error.kind !== 'no-draft') return refusalReply(deps, error, card);
      return withSummary(deps, { type: 'info', text: noDraftText(error.why, error.month) }, card);
    }
  }
}

async function approve(deps: Deps, pressed: SummaryPress, card: SentCard): Promise<CardReply> {
  const approved = await approveSummary(deps, pressed);
  if (!approved.ok) return refusalReply(deps, approved.error, card);
  const { month } = approved.value;
  // What was decided about submissions while the draft waited is no part of it.
  await correctSummary(deps, { month });
  return withSummary(deps, summaryDoneToast('approved', month), card);
}

async function drop(
  deps: Deps,
  pressed: SummaryPress & { readonly reason: string },
  card: SentCard,
): Promise<CardReply> {
  const dropped = await dropSummary(deps, pressed);
  if (dropped.ok) return withSummary(deps, summaryDoneToast('dropped', dropped.value.month), card);
  const { error } = dropped;
  if (error.kind !== 'reason-missing' && error.kind !== 'reason-too-long') return refusalReply(deps, error, card);
  const problem = { error: summaryRefusalText(error), reason: pressed.reason };
  return withSummary(deps, summaryRefusalToast(error), card, problem);
}

function reasonIn(form: Readonly<Record<string, unknown>>): string {
  return typeof form.reason === 'string' ? form.reason : '';
}

/** Nobody's card changes for somebody who may not decide. */
async function refusalReply(deps: Deps, refusal: SummaryRefusal, card: SentCard): Promise<CardReply> {
  const toast = summaryRefusalToast(refusal);
  const stays = refusal.kind === 'unknown-person' || refusal.kind === 'not-approver' || refusal.kind === 'summary-gone';
  return stays ? { toast, card: null } : withSummary(deps, toast, card);
}

async function withSummary(
  deps: Deps,
  toast: Toast | null,
  card: SentCard,
  problem: DropProblem | null = null,
): Promise<CardReply> {
  const fresh = await deps.ledger.findCard(card.id);
  return { toast, card: fresh ? (await drawApproval(deps, fresh, problem)).card : null };
}
