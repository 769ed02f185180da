import type { Deps } from '../app/deps.ts';
import { parseAction } from '../cards/actions.ts';
import { refusalToast } from '../cards/text.ts';
import type { CardAction, CardReply } from '../ports/inbound.ts';
import { answerPart } from './answer-part.ts';
import { handleConfirmation } from './confirmation.ts';
import { turnToList } from './my-tasks.ts';
import { openOrCloseForm } from './open-form.ts';
import { findPressedCard } from './pressed-card.ts';
import { handleReview } from './review.ts';
import { undo } from './undo.ts';

/** Answers one press on a card: parse → permit → use case → reply. Never throws for a person's mistake. */
export async function handleCardAction(deps: Deps, press: CardAction): Promise<CardReply> {
  const action = parseAction(press.payload);
  if (!action) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const card = await findPressedCard(deps, action.c, press);
  switch (action.a) {
    case 'part.done':
    case 'part.report':
      return answerPart(deps, { action, press, card });
    case 'part.open':
    case 'part.cancel':
      return openOrCloseForm(deps, { action, press, card });
    case 'part.undo':
      return undo(deps, { action, press, card });
    case 'list.mine':
      return turnToList(deps, { action, press, card });
    case 'confirm.yes':
    case 'confirm.write':
    case 'confirm.object':
    case 'confirm.page':
      return handleConfirmation(deps, { action, press, card });
    case 'review.year':
    case 'review.sheet':
    case 'review.ask':
    case 'review.publish':
    case 'review.discard':
    case 'review.settle':
    case 'review.issue':
    case 'review.overview':
    case 'review.keep':
    case 'review.write':
    case 'review.as':
    case 'review.reopen':
    case 'review.take':
      return handleReview(deps, { action, press, card });
  }
}
