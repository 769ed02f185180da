import type { CardUi, SentCard } from '../domain/delivery/message.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { isClosed } from '../domain/reminders/urgency.ts';
import { type AccessRefusal, findAnswerablePart, formFits } from './answerable-part.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory'>;

export type OpenFormRefusal =
  | AccessRefusal
  | { readonly kind: 'already-closed' | 'stale' | 'event-seen'; readonly part: Part };

/** Opens the form of one row on a card, closing any other; `form: null` closes it. Nothing in the ledger changes. */
export async function setOpenForm(
  deps: Needs,
  request: {
    readonly card: SentCard;
    readonly partId: string;
    readonly version: number;
    readonly form: CardUi['form'];
    readonly actorOpenId: string;
    readonly eventId: string;
  },
): Promise<Outcome<SentCard, OpenFormRefusal>> {
  const access = await findAnswerablePart(deps, request);
  if (!access.ok) return access;
  const { part } = access.value;
  if (request.form && isClosed(part)) return refused({ kind: 'already-closed', part });
  if (request.form && !(part.version === request.version && formFits(part, request.form))) {
    return refused({ kind: 'stale', part });
  }
  const ui: CardUi = { ...request.card.ui, form: request.form };
  const committed = await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: request.eventId, kind: 'card-action' },
    cardChanges: [{ id: request.card.id, ui }],
    audit: [],
  });
  return committed.ok ? ok({ ...request.card, ui }) : refused({ kind: 'event-seen', part });
}
