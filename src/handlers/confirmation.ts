import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { answerConfirmation, type ConfirmRefusal, findConfirmer } from '../app/review/answer-confirmation.ts';
import { drawConfirmation, type WordsProblem } from '../app/review/draw-review.ts';
import type { Confirm, ConfirmPage } from '../cards/actions.ts';
import { LONGEST_REASON } from '../cards/review/confirm-card.ts';
import { REVIEW_FIELD } from '../cards/review/review-fields.ts';
import { reviewDoneToast, reviewRefusalToast } from '../cards/review/review-text.ts';
import { refusalToast, type Toast } from '../cards/text.ts';
import { clip } from '../cards/words.ts';
import type { CardUi, SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import type { Press } from './pressed-card.ts';

type ConfirmAction = z.infer<typeof Confirm> | z.infer<typeof ConfirmPage>;

/** Answers a press on an office's confirmation card: 确认无误, 提出异议, a page. */
export async function handleConfirmation(
  deps: Deps,
  { action, press, card }: Press<ConfirmAction>,
): Promise<CardReply> {
  if (card?.kind !== 'confirm') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const { actorOpenId, eventId } = press;
  switch (action.a) {
    case 'confirm.page':
      return turn(deps, card, actorOpenId, { page: action.g, writing: false });
    case 'confirm.write':
      return turn(deps, card, actorOpenId, { writing: true });
    case 'confirm.yes': {
      const answered = await answerConfirmation(deps, { card, reason: null, actorOpenId, eventId });
      return answered.ok
        ? show(deps, card, { writing: false }, reviewDoneToast({ kind: 'confirmed' }))
        : refuse(deps, card, answered.error);
    }
    case 'confirm.object': {
      const typed = press.form[REVIEW_FIELD.reason];
      const reason = clip(typeof typed === 'string' ? typed : '', LONGEST_REASON);
      const answered = await answerConfirmation(deps, { card, reason, actorOpenId, eventId });
      if (answered.ok) return show(deps, card, { writing: false }, reviewDoneToast({ kind: 'objected' }));
      if (answered.error.kind !== 'reason-missing') return refuse(deps, card, answered.error);
      const toast = reviewRefusalToast(answered.error);
      return show(deps, card, { writing: true }, toast, { value: reason, error: toast.text });
    }
  }
}

/** Turning a page or opening the form changes the card for its office only. */
async function turn(
  deps: Deps,
  card: SentCard,
  actorOpenId: string,
  change: Pick<CardUi, 'page' | 'writing'>,
): Promise<CardReply> {
  const confirmer = await findConfirmer(deps, { card, actorOpenId });
  if (!confirmer.ok && confirmer.error.kind !== 'review-over') return refuse(deps, card, confirmer.error);
  const ui = { ...card.ui, ...change };
  await deps.ledger.commit({ at: deps.clock.now(), cardChanges: [{ id: card.id, ui }], audit: [] });
  return show(deps, card, change, confirmer.ok ? null : reviewRefusalToast({ kind: 'review-over' }));
}

async function show(
  deps: Deps,
  card: SentCard,
  change: Pick<CardUi, 'page' | 'writing'>,
  toast: Toast | null,
  problem?: WordsProblem,
): Promise<CardReply> {
  return { toast, card: await drawConfirmation(deps, { ...card, ui: { ...card.ui, ...change } }, problem) };
}

async function refuse(deps: Deps, card: SentCard, refusal: ConfirmRefusal): Promise<CardReply> {
  switch (refusal.kind) {
    case 'unknown-person':
    case 'not-yours':
      return { toast: refusalToast(refusal), card: null };
    case 'review-over':
    case 'reason-missing':
      return { toast: reviewRefusalToast(refusal), card: await drawConfirmation(deps, card) };
  }
}
