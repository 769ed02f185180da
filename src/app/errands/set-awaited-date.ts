import { type CivilDate, civilDateOf, yearOf } from '../../domain/calendar/civil-date.ts';
import { isProvisional } from '../../domain/calendar/working-calendar.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { decideAwaitedDate } from '../../domain/ledger/awaited-date.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { currentPart } from '../answerable-part.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { findActablePart, type RecordActRefusal } from '../record-act.ts';
import { patchableSince, updatesOf } from '../refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'admins'>;

/**
 * Records the date that somebody else has set (补时限), for every office that waits for it: their parts become ordinary ones, and
 * each office is told with its next card. All in one transaction.
 *
 * @returns the offices that now have the date
 */
export async function setAwaitedDate(
  deps: Needs,
  request: {
    readonly partId: string;
    readonly version: number;
    readonly dueOn: CivilDate | null;
    /** The document that sets it, in the person's words. */
    readonly note: string;
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly card: SentCard | undefined;
  },
): Promise<Outcome<readonly string[], RecordActRefusal>> {
  const at = deps.clock.now();
  const { note, card } = request;
  const access = await findActablePart(deps, request, 'date');
  if (!access.ok) return access;
  const { part, person } = access.value;
  if (part.version !== request.version) return refused({ kind: 'stale', part });
  const [calendar, parts] = await Promise.all([
    loadCalendar(deps),
    deps.ledger.findParts({ occurrenceIds: [part.occurrenceId] }),
  ]);
  const decided = decideAwaitedDate(parts, { dueOn: request.dueOn, note, at, calendar });
  if (!decided.ok) return refused({ ...decided.error, part });
  const moves = decided.value;
  const dueOn = moves[0]?.move.dueOn ?? part.dueOn;

  const partIds = moves.map((each) => each.part.id);
  const cards = await deps.ledger.findLiveCards({ partIds: [...partIds, part.id], since: patchableSince(at) });
  const committed = await deps.ledger.commit({
    at,
    event: { id: request.eventId, kind: 'part-act' },
    parts: moves.map(({ part: { id, version }, move }) => ({ id, expectedVersion: version, ...move })),
    acts: moves.map((each) => ({
      partId: each.part.id,
      act: {
        id: deps.ids.next('act'),
        at,
        personId: person.id,
        personName: person.name,
        kind: 'date',
        note,
        reasons: [],
        dueOn,
        beforeOn: each.part.dueOn,
        officeId: null,
      },
    })),
    occurrenceChanges: [
      {
        id: part.occurrenceId,
        event: part.event,
        eventOn: part.eventOn,
        eventAt: part.eventAt,
        dueOn,
        dueAt: null,
        provisional: dueOn !== null && isProvisional(calendar, yearOf(dueOn)),
      },
    ],
    cardChanges: card ? [{ id: card.id, ui: { ...card.ui, form: null } }] : [],
    messages: await updatesOf(
      deps,
      cards.filter(({ id }) => id !== card?.id),
      { mark: `date:${part.occurrenceId}:${request.eventId}`, at },
    ),
    audit: moves.map((each) => ({
      actor: person.id,
      action: 'part.date',
      subject: { type: 'part', id: each.part.id },
      detail: { from: each.part.state, to: each.move.state, note, dueOn, on: civilDateOf(at) },
    })),
  });
  if (committed.ok) return ok(moves.map((each) => each.part.officeName));
  const kind = committed.error.kind === 'event-seen' ? 'event-seen' : 'stale';
  return refused({ kind, part: await currentPart(deps, part) });
}
