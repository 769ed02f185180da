import type { Deps } from '../app/deps.ts';
import type { ActOnRefusal } from '../app/quotas/act-on-submission.ts';
import { actRefusedToast, submitRefusalText } from '../cards/quotas/submission-text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import { withCard } from './pressed-card.ts';

/** The answer to an act on a submission that does not count: who may not touch it leaves the card as it is, all others see how it stands. */
export async function refusedAct(deps: Deps, refusal: ActOnRefusal, card: SentCard | undefined): Promise<CardReply> {
  if (!('submission' in refusal)) {
    return { toast: { type: 'warning', text: submitRefusalText(refusal) }, card: null };
  }
  const toast = actRefusedToast(refusal, refusal);
  return refusal.kind === 'not-permitted' ? { toast, card: null } : withCard(deps, toast, card);
}
