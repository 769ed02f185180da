import type { z } from 'zod';
import { isFromOldCard } from '../app/answerable-part.ts';
import type { Deps } from '../app/deps.ts';
import { drawMorning } from '../app/draw-morning.ts';
import { type HeartbeatRefusal, recordHeartbeats } from '../app/errands/record-heartbeats.ts';
import type { BeatReport } from '../cards/actions.ts';
import { type BeatFormError, parseBeatForm, typedBeats } from '../cards/errands/beat-fields.ts';
import { BEATS_OVERTAKEN, BEATS_SEEN, beatErrorText, beatsDoneText } from '../cards/errands/errand-text.ts';
import { oldCardToast, refusalToast } from '../cards/text.ts';
import { officesAnsweredFor, personByOpenId } from '../domain/directory/answering.ts';
import type { CardReply } from '../ports/inbound.ts';
import { accessReply, type Press, withCard } from './pressed-card.ts';

type Report = Press<z.infer<typeof BeatReport>>;

/** 提交 of the heartbeats on a card. */
export async function reportHeartbeats(deps: Deps, { action, press, card }: Report): Promise<CardReply> {
  if (card?.kind !== 'morning') return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  if (!(await isLiaison(deps, press.actorOpenId))) return refusalReply(deps, { kind: 'unknown-person' }, card);
  if (isFromOldCard(card, action.o === 1)) {
    return withCard(deps, oldCardToast(card.supersededOn, '提交'), card);
  }
  const read = parseBeatForm(press.form);
  if (!read.ok) return formReply(deps, { action, press, card }, read.error);
  const recorded = await recordHeartbeats(deps, {
    ...read.value,
    actorOpenId: press.actorOpenId,
    eventId: press.eventId,
    card,
  });
  if (!recorded.ok) return refusalReply(deps, recorded.error, card);
  const type = recorded.value.overtaken > 0 ? 'info' : 'success';
  return withCard(deps, { type, text: beatsDoneText(recorded.value) }, card);
}

/** The form comes back with what was chosen and typed, and stays as it is until its next 提交. */
async function formReply(deps: Deps, { press, card }: Report, refusal: BeatFormError): Promise<CardReply> {
  const text = beatErrorText(refusal);
  const fresh = card && (await deps.ledger.findCard(card.id));
  if (!fresh) return { toast: { type: 'warning', text }, card: null };
  const ui = { ...fresh.ui, writing: true };
  await deps.ledger.commit({ at: deps.clock.now(), cardChanges: [{ id: fresh.id, ui }], audit: [] });
  const problem = { error: text, ...typedBeats(press.form) };
  const drawn = await drawMorning(deps, { ...fresh, ui }, undefined, problem);
  return { toast: { type: 'warning', text }, card: drawn.card };
}

function refusalReply(deps: Deps, refusal: HeartbeatRefusal, card: Report['card']): Promise<CardReply> | CardReply {
  switch (refusal.kind) {
    case 'event-seen':
      return withCard(deps, { type: 'info', text: BEATS_SEEN }, card);
    case 'all-overtaken':
      return withCard(deps, { type: 'info', text: BEATS_OVERTAKEN }, card);
    case 'unknown-person':
    case 'not-yours':
    case 'part-gone':
    case 'plan-gone':
      return accessReply(refusal);
  }
}

/** A form that says nothing is answered only to somebody who might have filled it in. */
async function isLiaison(deps: Deps, openId: string): Promise<boolean> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, openId);
  return person !== undefined && officesAnsweredFor(directory, person.id).length > 0;
}
