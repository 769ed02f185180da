import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { openDetails, turnDetails } from '../app/details/open-details.ts';
import type { DetailsStep, DigestDetails } from '../cards/actions.ts';
import { doneToast, refusalToast } from '../cards/text.ts';
import { instantFromMs } from '../domain/calendar/civil-date.ts';
import type { CardAction, CardReply } from '../ports/inbound.ts';
import { type Press, withCard } from './pressed-card.ts';

/** 查看明细 on a digest or a summary, which belongs to a group: whoever presses it gets the rows in their own chat. */
export async function openDigestDetails(
  deps: Deps,
  { action, press }: { readonly action: z.infer<typeof DigestDetails>; readonly press: CardAction },
): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const at = instantFromMs(action.t);
  const source =
    action.m === undefined ? ({ kind: 'week', at } as const) : ({ kind: 'month', at, month: action.m } as const);
  const opened = await openDetails(deps, { actorOpenId, eventId, source });
  return { toast: opened.ok ? doneToast({ kind: 'list-sent' }) : refusalToast(opened.error), card: null };
}

/** Another number on the details card, or another page of it. */
export async function showDetails(
  deps: Deps,
  { action, press, card }: Press<z.infer<typeof DetailsStep>>,
): Promise<CardReply> {
  if (card?.kind !== 'details') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const { actorOpenId, eventId } = press;
  const turned = await turnDetails(deps, { card, number: action.k, page: action.g, actorOpenId, eventId });
  return turned.ok ? withCard(deps, null, card) : { toast: refusalToast({ kind: 'unknown-button' }), card: null };
}
