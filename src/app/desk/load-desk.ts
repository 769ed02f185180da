import type { SentCard } from '../../domain/delivery/message.ts';
import { deskQueue } from '../../domain/ledger/desk-queue.ts';
import { mayAct, standingsOf } from '../../domain/ledger/may-act.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Deps } from '../deps.ts';

/** Whose desk it is. */
export interface DeskOwner {
  readonly personId: string;
  /** 主管机构 or an administrator: reviews, and decides on every request. */
  readonly governing: boolean;
}

/** Everything that waits for somebody's decision, oldest first; the parts without their replies. */
export async function loadDesk(
  deps: Pick<Deps, 'ledger' | 'directory'>,
  { personId, governing }: DeskOwner,
): Promise<readonly Part[]> {
  const [directory, reported, requested] = await Promise.all([
    deps.directory.load(),
    governing ? deps.ledger.findParts({ states: ['reported'], withReplies: false }) : [],
    deps.ledger.findParts({ withRequest: true, withReplies: false }),
  ]);
  const mine = requested.filter((part) => {
    return mayAct(standingsOf(directory, { personId, isAdministrator: governing }, part), 'grant', part);
  });
  return deskQueue([...reported, ...mine]);
}

/** A desk card remembers what its owner is: administrators may stand in no directory. */
export function deskOwner(card: Pick<SentCard, 'personId' | 'subject'>): DeskOwner {
  return { personId: card.personId, governing: card.subject === GOVERNING };
}

export const GOVERNING = 'governing';
