import type { CardAction } from '../../src/ports/inbound.ts';

/** A press as it comes from the platform: on no card that it names, and with no form, unless told otherwise. */
export function aPress(press: Pick<CardAction, 'eventId' | 'at' | 'actorOpenId' | 'payload'> & Partial<CardAction>) {
  return { messageId: '', chatId: '', form: {}, option: null, ...press } satisfies CardAction;
}
