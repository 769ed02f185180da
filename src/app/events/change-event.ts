import type { EventForm } from '../../cards/events/event-form.ts';
import { type EventRefusal, standDownText, standUpText } from '../../cards/events/event-text.ts';
import { timeChangeNote } from '../../cards/events/time-change-note.ts';
import type { Instant } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { NewMessage, SentCard } from '../../domain/delivery/message.ts';
import { type ActDraft, type ActMove, decideAct } from '../../domain/ledger/decide-act.ts';
import { type EventDates, type EventTime, eventDates, eventTimeProblem } from '../../domain/ledger/event-clocks.ts';
import { stepsOverAtBirth } from '../../domain/ledger/hour-clock.ts';
import { mayAct, standingsOf } from '../../domain/ledger/may-act.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import { reopenable, stateBeforeStop } from '../../domain/ledger/reopen-event.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { LedgerChange } from '../../ports/ledger-store.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { patchableSince, updatesOf } from '../refresh-cards.ts';
import { untilCommitted } from '../until-committed.ts';
import { type EventActor, partsOfEvent } from './load-events.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'admins'>;

interface ChangeRequest {
  readonly card: SentCard;
  /** The event's own id. */
  readonly subject: string;
  readonly actor: EventActor;
  readonly eventId: string;
}

/** Whether somebody may correct or stop an event: whose office owes a part of it, who leads the row, the 主管机构. */
export function mayChangeEvent({ directory, person, isAdministrator }: EventActor, parts: readonly Part[]): boolean {
  return parts.some((part) =>
    mayAct(standingsOf(directory, { personId: person.id, isAdministrator }, part), 'restart', part),
  );
}

type Changed = Outcome<null, EventRefusal>;

/** Gives an event another date, moment or title: every clock is counted again, and what held before is kept with each part. */
export function correctEvent(deps: Needs, request: ChangeRequest & { readonly form: EventForm }): Promise<Changed> {
  return untilCommitted(() => correctOnce(deps, request));
}

async function correctOnce(
  deps: Needs,
  request: ChangeRequest & { readonly form: EventForm },
): Promise<Changed | 'stale'> {
  const around = await load(deps, request);
  if (!around.ok) return around;
  const { parts, first, year, calendar, at } = around.value;
  const { title, time } = request.form;
  if (title === first.event && time === (first.eventAt ?? first.eventOn)) return refused({ kind: 'unchanged' });
  const clocks = clocksOf(parts);
  const problem = eventTimeProblem(time, { group: { clocks }, year, now: at });
  if (problem) return refused(problem);
  const datesOf = new Map<string, EventDates>();
  for (const { occurrenceId, rule } of clocks) {
    const dates = eventDates(rule, time, calendar);
    if (!dates.ok) return refused({ kind: 'span-too-long' });
    datesOf.set(occurrenceId, dates.value);
  }
  const draft: ActDraft = { kind: 'restart', note: timeChangeNote(first, { title, time }) };
  const moved = movedParts(parts, draft, { at, calendar });
  if (moved.length === 0) return refused({ kind: 'nothing-open' });
  return save(deps, request, {
    at,
    draft,
    moved,
    datesOf,
    occurrences: [...datesOf].map(([id, dates]) => occurrence(id, title, dates)),
    time,
  });
}

/** 撤销登记 or 误报: what is open of the event stops for good; the record stays. */
export function stopEvent(deps: Needs, request: ChangeRequest): Promise<Changed> {
  return untilCommitted(() => stopOnce(deps, request));
}

async function stopOnce(deps: Needs, request: ChangeRequest): Promise<Changed | 'stale'> {
  const around = await load(deps, request);
  if (!around.ok) return around;
  const { parts, first, calendar, at } = around.value;
  const draft: ActDraft = { kind: 'stop', note: '' };
  const moved = movedParts(parts, draft, { at, calendar });
  if (moved.length === 0) return refused({ kind: 'nothing-open' });
  const told = first.dueAt === null ? [] : await tellCalled(deps, request, { at, what: 'stop', title: first.event });
  return save(deps, request, { at, draft, moved, datesOf: new Map(), occurrences: [], told });
}

/** Whether somebody may take back that an event was stopped: who stopped it, and the 主管机构. */
export function mayReopenEvent(
  { directory, person, isAdministrator }: EventActor,
  parts: readonly Part[],
  at: Instant,
): boolean {
  const stopped = reopenable(parts, at);
  const [part] = stopped?.parts ?? [];
  if (!stopped || !part) return false;
  const standings = standingsOf(directory, { personId: person.id, isAdministrator }, part);
  return stopped.stop.personId === person.id || mayAct(standings, 'reopen', part);
}

/** 恢复登记: what was stopped by mistake goes on with the dates that it had, where it stood. */
export function reopenEvent(deps: Needs, request: ChangeRequest): Promise<Changed> {
  return untilCommitted(() => reopenOnce(deps, request));
}

async function reopenOnce(deps: Needs, request: ChangeRequest): Promise<Changed | 'stale'> {
  const parts = await partsOfEvent(deps, request.subject);
  const at = deps.clock.now();
  const stopped = reopenable(parts, at);
  const [first] = stopped?.parts ?? [];
  const plan = first && (await deps.ledger.findPlan(first.planId));
  if (!stopped || !first) return refused({ kind: 'nothing-to-reopen' });
  if (plan?.state !== 'published') return refused({ kind: 'event-gone' });
  if (!mayReopenEvent(request.actor, parts, at)) return refused({ kind: 'not-yours-to-reopen' });
  const draft: ActDraft = { kind: 'reopen', note: '停止有误，恢复登记' };
  const moved = movedParts(stopped.parts, draft, { at, calendar: await loadCalendar(deps) }).map(({ part, move }) => ({
    part,
    move: { ...move, state: stateBeforeStop(part) },
  }));
  const told = first.dueAt === null ? [] : await tellCalled(deps, request, { at, what: 'reopen', title: first.event });
  return save(deps, request, { at, draft, moved, datesOf: new Map(), occurrences: [], told });
}

/** Opens or closes the form of a correction on a card. */
export async function writeCorrection(
  deps: Pick<Deps, 'clock' | 'ledger'>,
  { card, eventId, writing }: { card: SentCard; eventId: string; writing: boolean },
): Promise<void> {
  await deps.ledger.commit({
    at: deps.clock.now(),
    event: { id: eventId, kind: 'card-action' },
    cardChanges: [{ id: card.id, ui: { ...card.ui, writing } }],
    audit: [],
  });
}

async function load(deps: Needs, { subject, actor }: ChangeRequest) {
  const [parts, calendar] = await Promise.all([partsOfEvent(deps, subject), loadCalendar(deps)]);
  const [first] = parts;
  const plan = first && (await deps.ledger.findPlan(first.planId));
  if (!first || plan?.state !== 'published') return refused({ kind: 'event-gone' } as const);
  if (!mayChangeEvent(actor, parts)) {
    const officeNames = [...new Set(parts.map(({ officeName }) => officeName))];
    return refused({ kind: 'not-permitted', officeNames } as const);
  }
  return ok({ parts, first, year: plan.year, calendar, at: deps.clock.now() });
}

function clocksOf(parts: readonly Part[]) {
  const byOccurrence = new Map(parts.map(({ occurrenceId, rule }) => [occurrenceId, rule]));
  return [...byOccurrence].flatMap(([occurrenceId, rule]) =>
    rule.kind === 'within' ? [{ occurrenceId, ruleId: '', rule }] : [],
  );
}

interface Moved {
  readonly part: Part;
  readonly move: ActMove;
}

/** Closed parts stay as they are. */
function movedParts(
  parts: readonly Part[],
  draft: ActDraft,
  { at, calendar }: { at: Instant; calendar: WorkingCalendar },
): readonly Moved[] {
  return parts.flatMap((part) => {
    const decided = decideAct(part, draft, { version: null, at, calendar });
    return decided.ok ? [{ part, move: decided.value }] : [];
  });
}

function occurrence(id: string, event: string, { eventOn, eventAt, dueOn, dueAt, provisional }: EventDates) {
  return { id, event, eventOn, eventAt, dueOn, dueAt, provisional };
}

const AUDITED: Partial<Readonly<Record<ActDraft['kind'], string>>> = {
  stop: 'event.stopped',
  reopen: 'event.reopened',
};

async function save(
  deps: Needs,
  { card, actor, subject, eventId }: ChangeRequest,
  change: {
    readonly at: Instant;
    readonly draft: ActDraft;
    readonly moved: readonly Moved[];
    readonly datesOf: ReadonlyMap<string, EventDates>;
    readonly occurrences: NonNullable<LedgerChange['occurrenceChanges']>;
    readonly time?: EventTime;
    readonly told?: readonly NewMessage[];
  },
): Promise<Changed | 'stale'> {
  const { at, draft, moved, datesOf } = change;
  const partIds = moved.map(({ part }) => part.id);
  const others = (await deps.ledger.findLiveCards({ partIds, since: patchableSince(at) })).filter(
    ({ id }) => id !== card.id,
  );
  const committed = await deps.ledger.commit({
    at,
    event: { id: eventId, kind: 'card-action' },
    occurrenceChanges: change.occurrences,
    parts: moved.map(({ part, move }) => {
      const dates = datesOf.get(part.occurrenceId);
      const when = dates && { dueOn: dates.dueOn, dueAt: dates.dueAt, ...toldSteps(dates, at) };
      return { id: part.id, expectedVersion: part.version, ...move, ...when };
    }),
    acts: moved.map(({ part }) => ({ partId: part.id, act: actOf(deps, { part, draft, actor, at, datesOf }) })),
    cardChanges: [{ id: card.id, ui: { ...card.ui, form: null, writing: false } }],
    messages: [...(await updatesOf(deps, others, { mark: `${draft.kind}:${eventId}`, at })), ...(change.told ?? [])],
    audit: [
      {
        actor: actor.person.id,
        action: AUDITED[draft.kind] ?? 'event.corrected',
        subject: { type: 'event', id: subject },
        detail: {
          parts: partIds,
          note: draft.note,
          from: moved[0]?.part.eventAt ?? moved[0]?.part.eventOn ?? null,
          ...(change.time !== undefined && { to: change.time }),
        },
      },
    ],
  });
  // The same press again: the card shows how it stands.
  return committed.ok || committed.error.kind === 'event-seen' ? ok(null) : 'stale';
}

/** An hour clock with another moment begins its steps anew, without those that its corrected card says already. */
function toldSteps({ eventAt, dueAt }: EventDates, at: Instant): { readonly escalated?: number } {
  return dueAt === null ? {} : { escalated: stepsOverAtBirth({ eventAt, dueAt }, at) };
}

function actOf(
  deps: Needs,
  about: { part: Part; draft: ActDraft; actor: EventActor; at: Instant; datesOf: ReadonlyMap<string, EventDates> },
): PartAct {
  const { part, draft, actor, at, datesOf } = about;
  return {
    id: deps.ids.next('act'),
    at,
    personId: actor.person.id,
    personName: actor.person.name,
    kind: draft.kind,
    note: draft.note,
    reasons: [],
    dueOn: datesOf.get(part.occurrenceId)?.dueOn ?? null,
    beforeOn: part.dueOn,
    officeId: null,
  };
}

/**
 * Whoever was called to an hour clock hears that it was none, or that it is one after all; their cards say so too, but nobody looks
 * at them again.
 */
async function tellCalled(
  deps: Needs,
  { actor, subject, eventId }: ChangeRequest,
  { at, what, title }: { at: Instant; what: 'stop' | 'reopen'; title: string | null },
): Promise<readonly NewMessage[]> {
  const text = (what === 'stop' ? standDownText : standUpText)(title ?? '', actor.person.name);
  const cards = await deps.ledger.findCardsAbout([subject]);
  const called = new Set(
    cards.filter(({ kind, messageId }) => kind === 'clock' && messageId !== null).map(({ personId }) => personId),
  );
  return actor.directory.people.flatMap((person): readonly NewMessage[] => {
    const { id, openId, active } = person;
    if (!called.has(id) || id === actor.person.id || !active || openId === null) return [];
    return [
      {
        id: deps.ids.next('message'),
        key: `clock:${subject}:${what}:${id}:${eventId}`,
        to: { type: 'person', personId: id, openId },
        purpose: 'hour-clock',
        body: { type: 'text', text },
        dueAt: at,
      },
    ];
  });
}
