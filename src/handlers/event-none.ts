import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { reportNone } from '../app/events/quiet-events.ts';
import type { EventNone } from '../cards/actions.ts';
import { eventRefusalToast } from '../cards/events/event-text.ts';
import { refusalToast } from '../cards/text.ts';
import { personByOpenId } from '../domain/directory/answering.ts';
import type { CardReply } from '../ports/inbound.ts';
import { type Press, withCard } from './pressed-card.ts';

/** 本月没有: a person answers for themselves what their own card asks. */
export async function answerNone(deps: Deps, { press, card }: Press<z.infer<typeof EventNone>>): Promise<CardReply> {
  if (!card?.ui.quiet) return { toast: refusalToast({ kind: 'unknown-button' }), card: null };
  const person = personByOpenId(await deps.directory.load(), press.actorOpenId);
  if (!person) return { toast: refusalToast({ kind: 'unknown-person' }), card: null };
  if (person.id !== card.personId) return { toast: eventRefusalToast({ kind: 'not-your-card' }), card: null };
  await reportNone(deps, { card, personId: person.id, eventId: press.eventId });
  return withCard(deps, { type: 'success', text: '已记零报告，下月再问' }, card);
}
