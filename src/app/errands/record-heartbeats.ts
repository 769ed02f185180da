import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor, officesOf, personByOpenId } from '../../domain/directory/answering.ts';
import type { Directory, Person } from '../../domain/directory/directory.ts';
import { decideReply } from '../../domain/ledger/decide-reply.ts';
import { heartbeatOf } from '../../domain/ledger/heartbeat.ts';
import type { Part, Reply } from '../../domain/ledger/part.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';

import type { AccessRefusal } from '../answerable-part.ts';
import type { Deps } from '../deps.ts';
import { patchableSince, updatesOf } from '../refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

/** What somebody says of one duty without an end. */
export interface HeartbeatAnswer {
  readonly partId: string;
  /** The part's version when the question was drawn. */
  readonly version: number;
  readonly answer: 'updated' | 'unchanged' | 'trouble';
}

export interface RecordedHeartbeats {
  readonly recorded: number;
  /** They are the statements with which the duties close for the year. */
  readonly closed: number;
  /** Not recorded: somebody else has answered, or something else has changed, since they were drawn. */
  readonly overtaken: number;
}

export type HeartbeatRefusal = AccessRefusal | { readonly kind: 'event-seen' } | { readonly kind: 'all-overtaken' };

/**
 * Records what a liaison says of several duties without an end, all in one transaction. The link goes with every 有更新, the
 * sentence with every 需协调. What has moved on since it was drawn is left as it is; the rest counts.
 */
export async function recordHeartbeats(
  deps: Needs,
  request: {
    readonly answers: readonly HeartbeatAnswer[];
    readonly link: string | null;
    readonly note: string;
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly card: SentCard | undefined;
  },
): Promise<Outcome<RecordedHeartbeats, HeartbeatRefusal>> {
  const at = deps.clock.now();
  const access = await findOwn(deps, request);
  if (!access.ok) return access;
  const { person, parts } = access.value;
  const moves = request.answers.flatMap((answer) => moveOf(answer, { ...request, parts, at }));
  if (moves.length === 0) return refused({ kind: 'all-overtaken' });

  const replies = moves.map(({ part, draft }) => ({
    partId: part.id,
    reply: {
      id: deps.ids.next('reply'),
      at,
      personId: person.id,
      personName: person.name,
      ...draft,
      before: { state: part.state, percent: part.percent },
      undoneAt: null,
    } satisfies Reply,
  }));
  const { card } = request;
  const committed = await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'card-action' },
    parts: moves.map(({ part, move }) => ({ id: part.id, expectedVersion: part.version, newsOn: null, ...move })),
    replies,
    cardChanges: card ? [{ id: card.id, ui: { ...card.ui, writing: false } }] : [],
    messages: await updatesOfOthers(deps, { parts: moves.map(({ part }) => part), request, at }),
    audit: moves.map(({ part, move }, index) => ({
      actor: person.id,
      action: `part.${move.state}`,
      subject: { type: 'part', id: part.id },
      detail: {
        from: part.state,
        reply: replies[index]?.reply.id,
        heartbeat: heartbeatOf(part, civilDateOf(at))?.period.key,
      },
    })),
  });
  if (!committed.ok) return refused({ kind: committed.error.kind === 'event-seen' ? 'event-seen' : 'all-overtaken' });
  const closed = moves.filter(({ move }) => move.state === 'reported').length;
  return ok({ recorded: moves.length, closed, overtaken: request.answers.length - moves.length });
}

/** The person and those of the parts that they answer for, as far as their plan is in force. */
async function findOwn(
  deps: Pick<Deps, 'ledger' | 'directory'>,
  { answers, actorOpenId }: { readonly answers: readonly HeartbeatAnswer[]; readonly actorOpenId: string },
): Promise<Outcome<{ readonly person: Person; readonly parts: readonly Part[] }, AccessRefusal>> {
  const ids = answers.map(({ partId }) => partId);
  const [directory, known, inForce] = await Promise.all([
    deps.directory.load(),
    deps.ledger.findParts({ ids, publishedOnly: false }),
    deps.ledger.findParts({ ids, withReplies: false }),
  ]);
  const person = personByOpenId(directory, actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const [first] = known;
  if (!first) return refused({ kind: 'part-gone' });
  const own = known.filter(({ officeId }) => isOwn(directory, person, officeId));
  if (own.length === 0) {
    const yourOffices = officesOf(directory, person.id).map(({ name }) => name);
    return refused({ kind: 'not-yours', officeName: first.officeName, yourOffices });
  }
  const running = new Set(inForce.map(({ id }) => id));
  const parts = own.filter(({ id }) => running.has(id));
  return parts.length === 0 ? refused({ kind: 'plan-gone' }) : ok({ person, parts });
}

function isOwn(directory: Directory, person: Person, officeId: string): boolean {
  return officesAnsweredFor(directory, person.id).some(({ id }) => id === officeId);
}

function moveOf(
  { partId, version, answer }: HeartbeatAnswer,
  around: {
    readonly parts: readonly Part[];
    readonly link: string | null;
    readonly note: string;
    readonly at: Instant;
  },
) {
  const part = around.parts.find(({ id }) => id === partId);
  if (part?.rule.kind !== 'standing') return [];
  const draft = {
    state: answer,
    note: answer === 'trouble' ? around.note : '',
    links: answer === 'updated' && around.link !== null ? [around.link] : [],
    percent: null,
    helpFrom: null,
  };
  const move = decideReply(part, draft, version, around.at);
  return move.ok ? [{ part, draft, move: move.value }] : [];
}

async function updatesOfOthers(
  deps: Needs,
  {
    parts,
    request,
    at,
  }: {
    readonly parts: readonly Part[];
    readonly request: { readonly card: SentCard | undefined; readonly eventId: string };
    readonly at: Instant;
  },
): Promise<readonly NewMessage[]> {
  const partIds = parts.map(({ id }) => id);
  const cards = await deps.ledger.findLiveCards({ partIds, since: patchableSince(at) });
  const others = cards.filter(({ id }) => id !== request.card?.id);
  return updatesOf(deps, others, { mark: `beats:${request.eventId}`, at });
}
