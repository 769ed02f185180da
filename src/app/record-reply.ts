import type { SentCard } from '../domain/delivery/message.ts';
import {
  decideReply,
  movedPart,
  type PartMove,
  type ReplyDraft,
  type ReplyRefusal,
} from '../domain/ledger/decide-reply.ts';
import type { Part, Reply } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { type AccessRefusal, currentPart, findAnswerablePart } from './answerable-part.ts';
import type { Deps } from './deps.ts';
import { cardUpdatesFor } from './refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

/** Refused, with the part as it stands where there is one. */
export type RecordRefusal =
  | AccessRefusal
  | ((ReplyRefusal | { readonly kind: 'event-seen' }) & { readonly part: Part });

/**
 * Records a liaison's answer: the part, the reply, the audit row, the updates of other cards and the event that caused it, in one
 * transaction. The same event again, a second press and a button of an older version change nothing and say how it stands.
 */
export async function recordReply(
  deps: Needs,
  request: {
    readonly partId: string;
    readonly version: number;
    readonly draft: ReplyDraft;
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly card: SentCard | undefined;
  },
): Promise<Outcome<{ readonly reply: Reply; readonly part: Part }, RecordRefusal>> {
  const at = deps.clock.now();
  const access = await findAnswerablePart(deps, request);
  if (!access.ok) return access;
  const { part, person } = access.value;
  const move = decideReply(part, request.draft, request.version, at);
  if (!move.ok) return refused({ ...move.error, part });

  const { state, note, links, percent, helpFrom } = request.draft;
  const before = { state: part.state, percent: part.percent };
  const personName = person.name;
  const reply: Reply = {
    id: deps.ids.next('reply'),
    at,
    personId: person.id,
    personName,
    state,
    note,
    links,
    percent,
    helpFrom,
    before,
    undoneAt: null,
  };
  const committed = await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'card-action' },
    parts: [{ id: part.id, expectedVersion: part.version, newsOn: null, ...move.value }],
    replies: [{ partId: part.id, reply }],
    cardChanges: request.card ? [{ id: request.card.id, ui: { ...request.card.ui, form: null } }] : [],
    messages: await cardUpdatesFor(deps, { part, except: request.card?.id ?? null, at }),
    audit: [
      {
        actor: person.id,
        action: `part.${move.value.state}`,
        subject: { type: 'part', id: part.id },
        detail: { from: part.state, reply: reply.id, percent: move.value.percent, ...statedDays(part, move.value) },
      },
    ],
  });
  if (committed.ok) return ok({ reply, part: movedPart(part, move.value) });
  const kind = committed.error.kind === 'event-seen' ? 'event-seen' : 'stale';
  return refused({ kind, part: await currentPart(deps, part) });
}

/** The days that only the audit keeps: of a part that was past at birth, when it was completed, or its old and its new date. */
function statedDays(part: Part, { closedOn, dueOn }: PartMove) {
  if (!part.pastAtBirth) return {};
  return dueOn === undefined ? { completedOn: closedOn } : { dueOn: { from: part.dueOn, to: dueOn } };
}
