import type { CardUi, SentCard } from '../../domain/delivery/message.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { type ActAccessRefusal, findActablePart } from '../record-act.ts';
import { deskFormFits } from './draw-desk.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'directory' | 'admins'>;

/** Opens the form of 退文 or 不同意 at a desk, closing any other; `kind: null` closes it. Nothing in the ledger changes. */
export async function setDeskForm(
  deps: Needs,
  request: {
    readonly card: SentCard;
    readonly partId: string;
    readonly version: number;
    readonly kind: 'return' | 'refuse' | null;
    readonly actorOpenId: string;
    readonly eventId: string;
  },
): Promise<Outcome<null, ActAccessRefusal | { readonly kind: 'stale' | 'event-seen'; readonly part: Part }>> {
  const { card, partId, kind } = request;
  const access = await findActablePart(deps, request, kind ?? actOf(card.ui) ?? 'refuse');
  if (!access.ok) return access;
  const { part } = access.value;
  const form = kind && { partId, kind };
  if (form && !(part.version === request.version && deskFormFits(part, form))) return refused({ kind: 'stale', part });
  const committed = await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: request.eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, form } }],
    audit: [],
  });
  return committed.ok ? ok(null) : refused({ kind: 'event-seen', part });
}

function actOf({ form }: CardUi): 'return' | 'refuse' | undefined {
  return form?.kind === 'return' || form?.kind === 'refuse' ? form.kind : undefined;
}
