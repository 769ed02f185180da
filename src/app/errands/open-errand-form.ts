import type { SentCard } from '../../domain/delivery/message.ts';
import { isAwaitingDate } from '../../domain/ledger/awaited-date.ts';
import { NEXT } from '../../domain/ledger/part-states.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { findActablePart, type RecordActRefusal } from '../record-act.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'admins'>;

/** Opens the form of 批示 or 补时限 under its line, closing any other; `open: false` closes it. Nothing in the ledger changes. */
export async function setErrandForm(
  deps: Needs,
  request: {
    readonly card: SentCard;
    readonly partId: string;
    readonly version: number;
    readonly kind: 'instruct' | 'date';
    readonly open: boolean;
    readonly actorOpenId: string;
    readonly eventId: string;
  },
): Promise<Outcome<null, RecordActRefusal>> {
  const { card, kind } = request;
  const access = await findActablePart(deps, request, kind);
  if (!access.ok) return access;
  const { part } = access.value;
  if (request.open && part.version !== request.version) return refused({ kind: 'stale', part });
  const possible = kind === 'date' ? isAwaitingDate(part) : NEXT[part.state].instruct !== undefined;
  if (request.open && !possible) return refused({ kind: 'not-in-this-state', state: part.state, part });
  const form = request.open ? { partId: request.partId, kind } : null;
  const committed = await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: request.eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, form } }],
    audit: [],
  });
  return committed.ok ? ok(null) : refused({ kind: 'event-seen', part });
}
