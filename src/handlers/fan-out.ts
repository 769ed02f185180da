import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { type CloseRefusal, closeByLead } from '../app/fan-out/close-by-lead.ts';
import { type OverseeRefusal, openFanOut } from '../app/fan-out/open-fan-out.ts';
import { turnFanOutPage } from '../app/fan-out/turn-fan-out-page.ts';
import { urgeMissing } from '../app/fan-out/urge-missing.ts';
import type { FanOutStep } from '../cards/actions.ts';
import { fanOutRefusalText, notReadyToast, urgedToast } from '../cards/fan-out/fan-out-text.ts';
import { doneToast, refusalToast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardAction, CardReply } from '../ports/inbound.ts';
import { accessReply, type Press, standingToast, withCard } from './pressed-card.ts';

/** 各处室落实情况: the link on the lead's row sends the card; on it 催办未交, its pages and 汇总并报办结. */
export async function handleFanOut(
  deps: Deps,
  { action, press, card }: Press<z.infer<typeof FanOutStep>>,
): Promise<CardReply> {
  if (action.a === 'fan-out.open') {
    const partIds = card?.partIds ?? [];
    const sent = await openFanOut(deps, { ...actorOf(press), taskId: action.t, partIds });
    return sent.ok ? { toast: doneToast({ kind: 'list-sent' }), card: null } : overseeReply(sent.error);
  }
  if (card?.kind !== 'fan-out') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  switch (action.a) {
    case 'fan-out.page': {
      const turned = await turnFanOutPage(deps, { ...actorOf(press), card, page: action.g ?? 1 });
      if (turned.ok) return withCard(deps, null, card);
      const sent = await openFanOut(deps, { ...actorOf(press), taskId: action.t, partIds: card.partIds });
      return sent.ok ? { toast: doneToast({ kind: 'list-sent' }), card: null } : overseeReply(sent.error);
    }
    case 'fan-out.urge': {
      const done = await urgeMissing(deps, { ...actorOf(press), card });
      return done.ok ? withCard(deps, urgedToast(done.value.urged), card) : overseeReply(done.error);
    }
    case 'fan-out.close': {
      const closed = await closeByLead(deps, { ...actorOf(press), card });
      return closed.ok ? withCard(deps, doneToast({ kind: 'reported' }), card) : closeReply(deps, closed.error, card);
    }
  }
}

function actorOf({ actorOpenId, eventId }: CardAction) {
  return { actorOpenId, eventId };
}

/** Whoever may not see it leaves the card as it is. */
function overseeReply(refusal: OverseeRefusal): CardReply {
  if (refusal.kind === 'unknown-person') return accessReply(refusal);
  return { toast: { type: 'warning', text: fanOutRefusalText(refusal) }, card: null };
}

async function closeReply(deps: Deps, refusal: CloseRefusal, card: SentCard): Promise<CardReply> {
  if ('missing' in refusal) return withCard(deps, notReadyToast(refusal.missing), card);
  if (refusal.kind === 'nothing-to-close') return withCard(deps, null, card);
  if (isOverseeRefusal(refusal)) return overseeReply(refusal);
  return 'part' in refusal ? withCard(deps, standingToast(refusal.part), card) : accessReply(refusal);
}

function isOverseeRefusal(refusal: CloseRefusal): refusal is OverseeRefusal {
  return refusal.kind === 'not-overseer' || refusal.kind === 'single-office' || refusal.kind === 'nothing-born';
}
