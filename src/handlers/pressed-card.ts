import { type AccessRefusal, findAnswerablePart, type ReplacedCard } from '../app/answerable-part.ts';
import type { FormProblem } from '../app/card-rows.ts';
import type { Deps } from '../app/deps.ts';
import { drawCard } from '../app/draw-card.ts';
import { oldCardToast, refusalToast, type Toast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import { latestReply } from '../domain/ledger/decide-reply.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { CardAction, CardReply } from '../ports/inbound.ts';

/** What every handler of a card's button gets. */
export interface Press<A> {
  readonly action: A;
  readonly press: CardAction;
  /** Undefined where the registry does not know the card, for instance after a restore. */
  readonly card: SentCard | undefined;
}

/**
 * The registered card of a press. Where the program died between sending a card and noting its message id, the press itself
 * tells it.
 */
export async function findPressedCard(deps: Deps, cardId: string, press: CardAction): Promise<SentCard | undefined> {
  const card = (await deps.ledger.findCard(cardId)) ?? (await deps.ledger.findCardByMessage(press.messageId));
  if (!card || card.messageId !== null || press.messageId === '') return card;
  await deps.outbox.markCardSent(card.id, { at: press.at, messageId: press.messageId });
  return { ...card, messageId: press.messageId };
}

/** A toast together with the card as it stands now. */
export async function withCard(
  deps: Deps,
  toast: Toast | null,
  card: SentCard | undefined,
  problem?: FormProblem,
): Promise<CardReply> {
  const fresh = card && (await deps.ledger.findCard(card.id));
  return { toast, card: fresh ? (await drawCard(deps, fresh, problem)).card : null };
}

/** The answer to a press on a card that a newer one has replaced. */
export async function oldCardReply(
  deps: Deps,
  partId: string,
  press: CardAction,
  card: ReplacedCard,
): Promise<CardReply> {
  const access = await findAnswerablePart(deps, { partId, actorOpenId: press.actorOpenId });
  if (!access.ok) return accessReply(access.error);
  return withCard(deps, oldCardToast(card.supersededOn), card);
}

/** Nobody's card changes for somebody who may not touch it. */
export function accessReply(refusal: AccessRefusal): CardReply {
  return { toast: refusalToast(refusal), card: null };
}

/** How a part stands, said to somebody whose press came too late or twice. */
export function standingToast(part: Part): Toast {
  const reply = latestReply(part);
  if (part.state === 'signed-off') return refusalToast({ kind: 'signed-off', on: part.closedOn });
  if (part.state === 'reported' && reply) {
    return refusalToast({ kind: 'stale-reported', byName: reply.personName, at: reply.at });
  }
  return refusalToast({ kind: 'stale-state', state: part.state, percent: part.percent });
}
