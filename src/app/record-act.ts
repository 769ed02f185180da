import type { SentCard } from '../domain/delivery/message.ts';
import { officesOf, personByOpenId } from '../domain/directory/answering.ts';
import type { Person } from '../domain/directory/directory.ts';
import { type ActDraft, type ActRefusal, decideAct, partAfterAct } from '../domain/ledger/decide-act.ts';
import { mayAct, standingsOf } from '../domain/ledger/may-act.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { PartAct } from '../domain/ledger/part-act.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import type { PartChange } from '../ports/ledger-store.ts';
import { type AccessRefusal, currentPart } from './answerable-part.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { toldAsLeader } from './errands/told-as-leader.ts';
import { cardUpdatesFor } from './refresh-cards.ts';
import { isAdministrator } from './review/administrator.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'admins'>;

/** Why somebody may not do that to a part. */
export type ActAccessRefusal =
  | AccessRefusal
  | { readonly kind: 'not-permitted'; readonly act: ActDraft['kind']; readonly officeName: string };

/** Refused, with the part as it stands where there is one. */
export type RecordActRefusal =
  | ActAccessRefusal
  | ((ActRefusal | { readonly kind: 'event-seen' }) & { readonly part: Part });

/**
 * Records what somebody does about a part besides its office's answer: a request and its decision, review, 批示, 催办, a pause, an
 * awaited date. The part, the act, the audit row, the updates of every card that shows it and the event that caused it go in one
 * transaction. A granted 转交 gives the other office a part of its own.
 */
export async function recordAct(
  deps: Needs,
  request: {
    readonly partId: string;
    /** Null for words, which no card has drawn. */
    readonly version: number | null;
    readonly draft: ActDraft;
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly card: SentCard | undefined;
    /** Further changes of the same part, such as an hour clock's new end. */
    readonly change?: Partial<PartChange>;
  },
): Promise<Outcome<{ readonly act: PartAct; readonly part: Part }, RecordActRefusal>> {
  const at = deps.clock.now();
  const { draft, card } = request;
  const access = await findActablePart(deps, request, draft.kind);
  if (!access.ok) return access;
  const { part, person } = access.value;
  const calendar = await loadCalendar(deps);
  const move = decideAct(part, draft, { version: request.version, at, calendar });
  if (!move.ok) return refused({ ...move.error, part });

  const asked = move.value.request && { ...move.value.request, personName: person.name };
  const change = { ...move.value, ...(asked && { request: asked }), ...request.change };
  const act: PartAct = {
    id: deps.ids.next('act'),
    at,
    personId: person.id,
    personName: person.name,
    kind: draft.kind,
    note: draft.note,
    reasons: draft.reasons ?? [],
    dueOn: draft.dueOn ?? (isDecision(draft) ? (part.request?.dueOn ?? null) : null),
    beforeOn: part.dueOn,
    officeId: draft.office?.id ?? null,
  };
  const handedTo = draft.kind === 'grant' && part.request?.kind === 'transfer' ? part.request.officeId : null;
  const committed = await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'part-act' },
    parts: [{ id: part.id, expectedVersion: part.version, ...change }],
    acts: [{ partId: part.id, act }],
    ...(handedTo !== null && {
      handedOver: [{ fromPartId: part.id, id: deps.ids.next('part'), officeId: handedTo }],
    }),
    cardChanges: card ? [{ id: card.id, ui: { ...card.ui, form: null } }] : [],
    messages: await cardUpdatesFor(deps, { part, except: card?.id ?? null, at }),
    audit: [
      {
        actor: person.id,
        action: `part.${draft.kind}`,
        subject: { type: 'part', id: part.id },
        detail: { from: part.state, to: change.state, act: act.id, note: draft.note, dueOn: change.dueOn ?? null },
      },
    ],
  });
  if (committed.ok) return ok({ act, part: { ...partAfterAct(part, move.value), acts: [...part.acts, act] } });
  const kind = committed.error.kind === 'event-seen' ? 'event-seen' : 'stale';
  return refused({ kind, part: await currentPart(deps, part) });
}

function isDecision({ kind }: ActDraft): boolean {
  return kind === 'grant' || kind === 'refuse';
}

/** Finds a part for somebody who may do that to it. The person is the one the platform names, never one in a payload. */
export async function findActablePart(
  deps: Pick<Deps, 'ledger' | 'directory' | 'admins'>,
  {
    partId,
    actorOpenId,
    card,
  }: { readonly partId: string; readonly actorOpenId: string; readonly card?: SentCard | undefined },
  act: ActDraft['kind'],
): Promise<Outcome<{ readonly part: Part; readonly person: Person }, ActAccessRefusal>> {
  const [directory, [part], administrator] = await Promise.all([
    deps.directory.load(),
    deps.ledger.findParts({ ids: [partId], publishedOnly: false }),
    isAdministrator(deps, actorOpenId),
  ]);
  const person = personByOpenId(directory, actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  if (!part) return refused({ kind: 'part-gone' });
  const standings = new Set(standingsOf(directory, { personId: person.id, isAdministrator: administrator }, part));
  if (toldAsLeader(card, person.id, part.id)) standings.add('leader');
  if (!mayAct(standings, act, part)) {
    const { officeName } = part;
    if (standings.size > 0) return refused({ kind: 'not-permitted', act, officeName });
    return refused({
      kind: 'not-yours',
      officeName,
      yourOffices: officesOf(directory, person.id).map(({ name }) => name),
    });
  }
  const plan = await deps.ledger.findPlan(part.planId);
  return plan?.state === 'published' ? ok({ part, person }) : refused({ kind: 'plan-gone' });
}
