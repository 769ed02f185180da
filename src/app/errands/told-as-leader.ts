import type { SentCard } from '../../domain/delivery/message.ts';

/** The step of the ladder at which the leader whom the plan's row names is told. */
const NAMED_LEADER = 2;

/**
 * Whether a card told its owner about a late part as the leader in charge of it. The plan may name a leader who holds no post in
 * the part's office: what we told them about they may act on.
 */
export function toldAsLeader(card: SentCard | undefined, personId: string, partId: string): boolean {
  return card?.kind === 'morning' && card.personId === personId && card.ui.steps?.[partId] === NAMED_LEADER;
}
