import type { CardUi, SentCard } from './message.ts';

/** A card that is about to be sent for the first time; nothing is open on it but what `ui` says. */
export function unsentCard({
  ui,
  partIds = [],
  ...card
}: Pick<SentCard, 'id' | 'kind' | 'personId' | 'on' | 'subject'> & {
  readonly partIds?: readonly string[];
  readonly ui?: Partial<CardUi>;
}): SentCard {
  return { ...card, partIds, ui: { form: null, ...ui }, messageId: null, sentAt: null, supersededOn: null };
}
