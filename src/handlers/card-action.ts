import type { Deps } from '../app/deps.ts';
import { parseAction } from '../cards/actions.ts';
import { refusalToast } from '../cards/text.ts';
import type { CardAction, CardReply } from '../ports/inbound.ts';
import { answerPart } from './answer-part.ts';
import { handleConfirmation } from './confirmation.ts';
import { handleDesk } from './desk.ts';
import { openDigestDetails, showDetails } from './details.ts';
import { handleErrand } from './errand.ts';
import { handleEvent } from './event.ts';
import { answerNone } from './event-none.ts';
import { handleFanOut } from './fan-out.ts';
import { reportHeartbeats } from './heartbeat.ts';
import { handleLookBack } from './look-back.ts';
import { handleMonthly } from './monthly.ts';
import { turnToList } from './my-tasks.ts';
import { openOrCloseForm } from './open-form.ts';
import { handlePaper } from './paper.ts';
import { findPressedCard } from './pressed-card.ts';
import { handleRate } from './rate.ts';
import { handleRequest } from './request.ts';
import { handleReview } from './review.ts';
import { handleSubmission } from './submission.ts';
import { handleSubmissionReview } from './submission-review.ts';
import { undo } from './undo.ts';

/** Answers one press on a card: parse → permit → use case → reply. Never throws for a person's mistake. */
export async function handleCardAction(deps: Deps, press: CardAction): Promise<CardReply> {
  const action = parseAction(press.payload);
  if (!action) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  // Buttons on the cards of groups, which belong to nobody.
  if (action.a === 'digest.details') return openDigestDetails(deps, { action, press });
  if (action.a === 'paper.send') return handlePaper(deps, { action, press });
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
    case 'part.more':
    case 'part.seen':
    case 'part.withdraw':
    case 'part.resubmit':
    case 'part.ask':
      return handleRequest(deps, { action, press, card });
    case 'beat.report':
      return reportHeartbeats(deps, { action, press, card });
    case 'desk.open':
    case 'desk.page':
    case 'desk.pass':
    case 'desk.grant':
    case 'desk.write-return':
    case 'desk.write-refuse':
    case 'desk.return':
    case 'desk.refuse':
    case 'desk.cancel':
    case 'desk.reopen':
      return handleDesk(deps, { action, press, card });
    case 'look-back.holds':
    case 'look-back.write':
    case 'look-back.rebound':
    case 'look-back.cancel':
    case 'look-back.undo':
      return handleLookBack(deps, { action, press, card });
    case 'leader.write':
    case 'leader.instruct':
    case 'leader.urge':
    case 'leader.cancel':
    case 'awaited.write':
    case 'awaited.date':
    case 'awaited.cancel':
      return handleErrand(deps, { action, press, card });
    case 'fan-out.open':
    case 'fan-out.urge':
    case 'fan-out.page':
    case 'fan-out.close':
      return handleFanOut(deps, { action, press, card });
    case 'event.open':
    case 'event.choose':
    case 'event.register':
    case 'event.write':
    case 'event.correct':
    case 'event.stop':
    case 'event.reopen':
    case 'event.cancel':
    case 'clock.done':
      return handleEvent(deps, { action, press, card });
    case 'submission.open':
    case 'submission.plan':
    case 'submission.send':
    case 'submission.cancel':
    case 'submission.withdraw':
    case 'submission.restore':
    case 'submission.file':
    case 'quotas.mine':
    case 'quotas.none':
      return handleSubmission(deps, { action, press, card });
    case 'submissions.open':
    case 'submissions.queue':
    case 'submissions.decided':
    case 'submissions.accept-all':
    case 'submissions.accept':
    case 'submissions.write-return':
    case 'submissions.return':
    case 'submissions.cancel':
    case 'submissions.reopen':
    case 'submissions.split':
    case 'submissions.join':
      return handleSubmissionReview(deps, { action, press, card });
    case 'details.show':
      return showDetails(deps, { action, press, card });
    case 'summary.approve':
    case 'summary.write':
    case 'summary.drop':
    case 'summary.cancel':
    case 'summary.redraft':
      return handleMonthly(deps, { action, press, card });
    case 'event.none':
      return answerNone(deps, { action, press, card });
    case 'rate.open':
    case 'rate.month':
    case 'rate.report':
    case 'rate.write':
    case 'rate.cancel':
    case 'rate.undo':
      return handleRate(deps, { action, press, card });
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
