import type { Deps } from '../app/deps.ts';
import type { RecordActRefusal } from '../app/record-act.ts';
import { actRefusalText, notPermittedText } from '../cards/act-text.ts';
import type { Toast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, standingToast, withCard } from './pressed-card.ts';

/** The answer to an act that does not count: who may not touch the part leaves the card as it is, all others see how it stands. */
export async function actRefusalReply(
  deps: Deps,
  refusal: RecordActRefusal,
  card: SentCard | undefined,
): Promise<CardReply> {
  if ('part' in refusal) return withCard(deps, actRefusalToast(refusal), card);
  if (refusal.kind !== 'not-permitted') return accessReply(refusal);
  return { toast: { type: 'warning', text: notPermittedText(refusal.act, refusal.officeName) }, card: null };
}

function actRefusalToast(refusal: Extract<RecordActRefusal, { readonly part: unknown }>): Toast {
  if (refusal.kind === 'event-seen') return standingToast(refusal.part);
  return { type: refusal.kind === 'stale' ? 'info' : 'warning', text: actRefusalText(refusal) };
}
