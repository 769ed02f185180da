import type { SentCard } from '../domain/delivery/message.ts';
import { decideUndo, movedPart, type UndoRefusal } from '../domain/ledger/decide-reply.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { type AccessRefusal, currentPart, findAnswerablePart } from './answerable-part.ts';
import type { Deps } from './deps.ts';
import { cardUpdatesFor } from './refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

export type UndoReplyRefusal =
  | AccessRefusal
  | ((UndoRefusal | { readonly kind: 'event-seen' | 'stale' }) & { readonly part: Part });

/** Takes an answer back within 24 hours; the part returns to where it stood, and the reply stays in the record as undone. */
export async function undoReply(
  deps: Needs,
  request: {
    readonly partId: string;
    readonly replyId: string;
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly card: SentCard | undefined;
  },
): Promise<Outcome<{ readonly part: Part }, UndoReplyRefusal>> {
  const at = deps.clock.now();
  const access = await findAnswerablePart(deps, request);
  if (!access.ok) return access;
  const { part, person } = access.value;
  const move = decideUndo(part, request.replyId, at);
  if (!move.ok) return refused({ ...move.error, part });

  const committed = await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'card-action' },
    parts: [{ id: part.id, expectedVersion: part.version, ...move.value }],
    undone: [{ replyId: request.replyId, byPersonId: person.id }],
    messages: await cardUpdatesFor(deps, { part, except: request.card?.id ?? null, at }),
    audit: [
      {
        actor: person.id,
        action: 'reply.undone',
        subject: { type: 'part', id: part.id },
        detail: {
          reply: request.replyId,
          backTo: move.value.state,
          ...(move.value.dueOn && { dueOn: { from: part.dueOn, to: move.value.dueOn } }),
        },
      },
    ],
  });
  if (committed.ok) return ok({ part: movedPart(part, move.value) });
  const kind = committed.error.kind === 'event-seen' ? 'event-seen' : 'stale';
  return refused({ kind, part: await currentPart(deps, part) });
}
