import type { z } from 'zod';
import { isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { undoReply } from '../app/undo-reply.ts';
import type { PartUndo } from '../cards/actions.ts';
import { doneToast, refusalToast } from '../cards/text.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, oldCardReply, type Press, standingToast, withCard } from './pressed-card.ts';

/** 撤回 of an answer, within 24 hours. */
export async function undo(deps: Deps, { action, press, card }: Press<z.infer<typeof PartUndo>>): Promise<CardReply> {
  if (card && isFromOldCard(card, action.o === 1)) return oldCardReply(deps, action.p, press, card);
  const undone = await undoReply(deps, {
    partId: action.p,
    replyId: action.r,
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
    card,
  });
  if (undone.ok) {
    const { state, percent } = undone.value.part;
    return withCard(deps, doneToast({ kind: 'undone', state, percent }), card);
  }
  switch (undone.error.kind) {
    case 'unknown-person':
    case 'not-yours':
    case 'part-gone':
    case 'plan-gone':
      return accessReply(undone.error);
    case 'already-undone':
    case 'event-seen':
      return withCard(deps, doneToast({ kind: 'already-undone' }), card);
    case 'too-late':
      return withCard(deps, refusalToast({ kind: 'undo-too-late' }), card);
    case 'plan-changed':
      return withCard(deps, refusalToast({ kind: 'undo-plan-changed' }), card);
    case 'not-the-latest':
      return withCard(deps, refusalToast({ kind: 'undo-superseded' }), card);
    case 'nothing-to-undo':
    case 'signed-off':
    case 'stale':
      return withCard(deps, standingToast(undone.error.part), card);
  }
}
