import type { EventForm } from '../../cards/events/event-form.ts';
import type { EventRefusal } from '../../cards/events/event-text.ts';
import { type CivilDate, civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import { bornOfEvent, eventTimeProblem } from '../../domain/ledger/event-clocks.ts';
import { owingOfEvent } from '../../domain/ledger/event-rows.ts';
import { stepsOverAtBirth } from '../../domain/ledger/hour-clock.ts';
import type { NewOccurrence } from '../../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { PartChange } from '../../ports/ledger-store.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { clockCards } from './clock-cards.ts';
import type { EventActor, PlannedEventRow } from './load-events.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'admins'>;

/** `again`: this card has registered it already. */
export interface Registered {
  /** The first date of its clocks. */
  readonly dueOn: CivilDate;
  readonly again: boolean;
}

/**
 * Registers an event: its occurrences and parts are born, an hour clock starts at once and tells everybody concerned, in one
 * transaction with the press that caused it. A card registers one event: its id is the event's, and a second press finds it.
 */
export async function registerEvent(
  deps: Needs,
  request: {
    readonly card: SentCard;
    readonly actor: EventActor;
    readonly row: PlannedEventRow;
    readonly form: EventForm;
  },
): Promise<Outcome<Registered, EventRefusal>> {
  const at = deps.clock.now();
  const { card, actor, form, row } = request;
  const problem = eventTimeProblem(form.time, { group: row.group, year: row.plan.year, now: at });
  if (problem) return refused(problem);
  const office = chosenOffice(row, form.officeId);
  if (!office.ok) return office;
  const twin = await findTwin(deps, row, { ...form, officeId: office.value });
  if (twin) return refused({ kind: 'already-registered', title: form.title, on: twin });

  const born = bornOfEvent({
    task: row.task,
    group: row.group,
    eventId: card.id,
    title: form.title,
    time: form.time,
    owing: owingOfEvent(row.task, office.value, actor.directory),
    draftedBy: row.task.offices.some(({ fanOut }) => fanOut === 'event') ? office.value : null,
    calendar: await loadCalendar(deps),
    nextId: (kind) => deps.ids.next(kind),
  });
  if (!born.ok) return refused({ kind: 'span-too-long' });
  const occurrences = born.value;
  const parts = occurrences.flatMap((occurrence) => occurrence.parts.map((part) => ({ ...part, occurrence })));
  const clocks = row.group.byHour
    ? clockCards(deps, { eventId: card.id, parts, directory: actor.directory, at })
    : null;
  const committed = await deps.ledger.commit({
    at,
    event: { id: `registered:${card.id}`, kind: 'card-action' },
    occurrences,
    parts: firstNotes(parts, actor, at),
    newCards: clocks?.cards ?? [],
    messages: clocks?.messages ?? [],
    cardChanges: [{ id: card.id, subject: card.id, partIds: parts.map(({ id }) => id), ui: { form: null } }],
    audit: [
      {
        actor: actor.person.id,
        action: 'event.registered',
        subject: { type: 'event', id: card.id },
        detail: {
          task: row.task.id,
          title: form.title,
          time: form.time,
          office: office.value,
          due: occurrences.map(({ dueOn, dueAt }) => dueAt ?? dueOn),
        },
      },
    ],
  });
  const dates = occurrences.flatMap(({ dueOn }) => dueOn ?? []);
  return ok({
    dueOn: dates.toSorted()[0] ?? civilDateOf(at),
    again: !committed.ok || committed.value.occurrences === 0,
  });
}

/** A person who may register for one office only is not asked which. */
function chosenOffice(row: PlannedEventRow, officeId: string | null): Outcome<string | null, EventRefusal> {
  const { offices, everyOffice } = row;
  const [only] = offices;
  if (officeId === null && !everyOffice && offices.length === 1 && only) return ok(only.id);
  if (officeId === null) return offices.length === 0 || everyOffice ? ok(null) : refused({ kind: 'office-missing' });
  return offices.some(({ id }) => id === officeId) ? ok(officeId) : refused({ kind: 'office-missing' });
}

/** The day of an event of the same row, office, title and time that is not stopped: a colleague was quicker. */
async function findTwin(
  deps: Needs,
  { task, group }: PlannedEventRow,
  { title, time, officeId }: EventForm,
): Promise<CivilDate | undefined> {
  const parts = await deps.ledger.findParts({ taskIds: [task.id], ruleKinds: ['within'], withReplies: false });
  const words = new Set(group.clocks.map(({ rule }) => rule.phrase));
  const twin = parts.find(
    (part) =>
      part.event === title &&
      part.state !== 'stopped' &&
      (officeId === null || part.officeId === officeId) &&
      (part.eventAt ?? part.eventOn) === time &&
      words.has(part.rule.phrase),
  );
  return twin?.eventOn ?? undefined;
}

/**
 * An office that did not register it itself hears of it with its next card; an hour clock that starts late does not repeat at once
 * what its first card says.
 */
function firstNotes(
  parts: readonly (NewOccurrence['parts'][number] & { readonly occurrence: NewOccurrence })[],
  { directory, person }: EventActor,
  at: Instant,
): readonly PartChange[] {
  const own = new Set(officesAnsweredFor(directory, person.id).map(({ id }) => id));
  return parts.flatMap(({ id, officeId, occurrence }): readonly PartChange[] => {
    const { eventAt = null, dueAt = null } = occurrence;
    if (dueAt !== null) {
      const escalated = stepsOverAtBirth({ eventAt, dueAt }, at);
      return escalated === 0 ? [] : [{ id, expectedVersion: 1, escalated }];
    }
    return own.has(officeId) ? [] : [{ id, expectedVersion: 1, newsOn: civilDateOf(at) }];
  });
}
