import type { z } from 'zod';
import { isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { setOpenForm } from '../app/open-form.ts';
import type { PartCancel, PartOpen } from '../cards/actions.ts';
import { refusalToast } from '../cards/text.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

type FormButton = z.infer<typeof PartOpen> | z.infer<typeof PartCancel>;

/** 填进展 and 有困难 open the form under their row; 取消 closes it. */
export async function openOrCloseForm(deps: Deps, { action, press, card }: Press<FormButton>): Promise<CardReply> {
  if (!card) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  if (isFromOldCard(card, action.o === 1)) return oldCardReply(deps, action.p, press, card);
  const opened = await setOpenForm(deps, {
    card,
    partId: action.p,
    version: action.n,
    form: action.a === 'part.open' ? { partId: action.p, kind: action.k } : null,
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
  });
  if (opened.ok) return withCard(deps, null, card);
  if (opened.error.kind === 'event-seen') return withCard(deps, null, card);
  if ('part' in opened.error) return withCard(deps, standingToast(opened.error.part), card);
  return accessReply(opened.error);
}
