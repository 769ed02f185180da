import { type CivilDate, civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../domain/delivery/message.ts';
import { unsentCard } from '../domain/delivery/unsent-card.ts';
import { invariant } from '../domain/invariant.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { QuietEvent } from '../domain/ledger/quiet-events.ts';
import type { QuotaNotes, QuotaNudgePlan } from '../domain/quotas/plan-quota-nudges.ts';
import type { Errand } from '../domain/reminders/errand.ts';
import { type PlannedErrands, planErrands } from '../domain/reminders/plan-errands.ts';
import {
  type PlannedReminder,
  planReminders,
  type ReminderPlan,
  type SilentReason,
} from '../domain/reminders/plan-reminders.ts';
import { heldOutsideWindow, isInSendWindow } from '../domain/reminders/send-window.ts';
import type { PartChange } from '../ports/ledger-store.ts';
import { bearDueOccurrences } from './bear-due-occurrences.ts';
import type { Deps } from './deps.ts';
import { loadMorning } from './errands/load-morning.ts';
import { findQuietEvents, tellingSubject } from './events/quiet-events.ts';
import { findQuotaNudges } from './quotas/find-quota-nudges.ts';
import { patchableSince, updatesOf } from './refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'policy' | 'admins'>;

const PEOPLE_PER_COMMIT = 50;

/** How few messages a morning has made of how many matters. */
export interface MorningCounts {
  readonly cards: number;
  /** Parts that went with another one on the same card. */
  readonly merged: number;
  /** Parts that were due and silent: answered, reminded already, paused, put off. */
  readonly withheld: number;
}

/** The plan of a morning, the counters of 报送 among it. */
export interface MorningPlan extends ReminderPlan {
  readonly nudges: QuotaNudgePlan;
}

export interface MorningReport extends ReminderPlan {
  /** Cards. */
  readonly queued: number;
  readonly counts: MorningCounts;
  /** Late parts for a step of the ladder at which nobody can be told. */
  readonly unheard: PlannedErrands['unheard'];
}

/** What the morning would send at this instant, without writing anything. Every open part is listed, sent or silent. */
export async function previewMorningCards(deps: Needs): Promise<MorningPlan> {
  const { reminders, nudges } = await plan(deps, { every: true });
  return { ...reminders, nudges };
}

/**
 * Queues the card of the day for everybody who has something due. Safe to repeat: whoever has a card of the day gets no other,
 * and what falls due in between is for the next morning. An earlier card of the same person is marked as replaced and brought up
 * to date; one that never arrived is not sent any more, and its parts are on the new card. Outside the send window nothing is
 * queued.
 */
export async function sendMorningCards(deps: Needs): Promise<MorningReport> {
  await bearDueOccurrences(deps);
  const { reminders, parts, errands, nudges } = await plan(deps, { every: false });
  const notes = notesOf(errands, nudges);
  const queued: PlannedReminder[] = [];
  const byId = new Map(parts.map((part) => [part.id, part]));
  for (let from = 0; from < reminders.send.length; from += PEOPLE_PER_COMMIT) {
    queued.push(...(await queueCards(deps, reminders.send.slice(from, from + PEOPLE_PER_COMMIT), { byId, notes })));
  }
  return { ...reminders, queued: queued.length, counts: countsOf(queued, reminders), unheard: errands.unheard };
}

async function plan(deps: Needs, { every }: { readonly every: boolean }) {
  const morning = await loadMorning(deps, { every });
  const around = { ...morning, policy: deps.policy };
  const errands = planErrands({ ...around, admins: deps.admins });
  const nudges = await findQuotaNudges(deps, morning.today);
  const told = nudges.send.map((each): Errand => ({ ...each, partId: null, as: 'quota' }));
  const reminders = planReminders({ ...around, errands: [...errands.errands, ...told] });
  return {
    parts: [...morning.parts, ...morning.stagnant],
    errands,
    nudges,
    reminders: isInSendWindow(deps.clock.now()) ? reminders : heldOutsideWindow(reminders),
  };
}

const WITHHELD: readonly SilentReason[] = ['answered', 'reminded-already', 'paused', 'snoozed'];

function countsOf(queued: readonly PlannedReminder[], { silent }: ReminderPlan): MorningCounts {
  return {
    cards: queued.length,
    merged: queued.reduce((sum, reminder) => sum + Math.max(0, partsOn(reminder).length - 1), 0),
    withheld: silent.filter(({ reason }) => WITHHELD.includes(reason)).length,
  };
}

/** The step at which a part is told of, the parts that stand still, the counters: noted together with the card that says so. */
interface Notes {
  readonly steps: ReadonlyMap<string, number>;
  readonly stagnant: ReadonlySet<string>;
  /** By person, what their card says of 报送. */
  readonly quotas: ReadonlyMap<string, QuotaNotes>;
}

function notesOf({ escalated, stagnant }: PlannedErrands, nudges: QuotaNudgePlan): Notes {
  return {
    steps: new Map(escalated.map(({ partId, step }) => [partId, step])),
    stagnant: new Set(stagnant),
    quotas: new Map(nudges.send.map((each) => [each.person.id, each.notes])),
  };
}

/** @returns those that were queued */
async function queueCards(
  deps: Needs,
  planned: readonly PlannedReminder[],
  known: { readonly byId: ReadonlyMap<string, Part>; readonly notes: Notes },
): Promise<readonly PlannedReminder[]> {
  const at = deps.clock.now();
  const on = civilDateOf(at);
  const query = { personIds: planned.map(({ person }) => person.id), since: patchableSince(at) };
  const [live, unsent] = await Promise.all([deps.ledger.findLiveCards(query), deps.ledger.findUnsentCards(query)]);
  const earlier = [...live, ...unsent].filter(({ kind }) => kind === 'morning');
  const served = new Set(earlier.filter((card) => card.on === on).map(({ personId }) => personId));
  const reminders = planned.filter(({ person }) => !served.has(person.id));
  const older = earlier.filter((card) => card.on < on && !served.has(card.personId));
  const quiet = await findQuietEvents(deps, {
    personIds: reminders.filter(({ partIds }) => partIds.length > 0).map(({ person }) => person.id),
    directory: await deps.directory.load(),
    on,
  });
  const cards = reminders.map((reminder) =>
    newCard(deps.ids.next('card'), reminder, { on, notes: known.notes, quiet: quiet.get(reminder.person.id) }),
  );
  const committed = await deps.ledger.commit({
    at,
    newCards: cards,
    cardChanges: older.map(({ id, ui }) => ({ id, supersededOn: on, ui: { ...ui, form: null, writing: false } })),
    parts: reminders.flatMap((reminder) => changesOf(reminder, { ...known, on })),
    messages: [
      ...reminders.map((reminder, index): NewMessage => cardMessage(deps, reminder, cards[index], at)),
      ...(await updatesOf(deps, older.filter(isSent), { mark: 'superseded', at })),
    ],
    audit: reminders.map(({ person, partIds, errands, reason }) => ({
      actor: 'system',
      action: 'card.queued',
      subject: { type: 'person', id: person.id },
      detail: { on, reason, parts: partIds, ...(Object.keys(errands).length > 0 && { errands }) },
    })),
  });
  invariant(committed.ok, 'a reminder changes no part that could be stale');
  return reminders;
}

/** What a queued card notes on its parts: that their office was reminded, who above it was told, that its standstill was. */
function changesOf(
  { partIds, errands }: PlannedReminder,
  { byId, notes, on }: { readonly byId: ReadonlyMap<string, Part>; readonly notes: Notes; readonly on: CivilDate },
): readonly PartChange[] {
  const change = (id: string, what: Partial<PartChange>): PartChange => {
    const part = byId.get(id);
    invariant(part, 'a planned part was loaded');
    return { id, expectedVersion: part.version, ...what };
  };
  const told = [...partIds, ...(errands.escalated ?? [])].flatMap((id) => {
    const step = notes.steps.get(id);
    return step === undefined ? [] : [change(id, { escalated: step })];
  });
  const stagnant = (errands.stagnant ?? []).filter((id) => notes.stagnant.has(id));
  return [
    ...partIds.map((id) => change(id, { remindedOn: on })),
    ...told,
    ...stagnant.map((id) => change(id, { stagnantOn: on })),
  ];
}

function isSent(card: SentCard): boolean {
  return card.messageId !== null;
}

function partsOn({ partIds, errands }: PlannedReminder): readonly string[] {
  return [...new Set([...partIds, ...Object.values(errands).flat()])];
}

function newCard(
  id: string,
  reminder: PlannedReminder,
  {
    on,
    notes,
    quiet,
  }: {
    readonly on: SentCard['on'];
    readonly notes: Notes;
    /** What the card asks about once a month. */
    readonly quiet: readonly QuietEvent[] | undefined;
  },
): SentCard {
  const { person, errands } = reminder;
  const quotas = notes.quotas.get(person.id);
  const steps = (errands.escalated ?? []).flatMap((part) => {
    const step = notes.steps.get(part);
    return step === undefined ? [] : [[part, step] as const];
  });
  const ui = {
    ...(Object.keys(errands).length > 0 && { errands }),
    ...(steps.length > 0 && { steps: Object.fromEntries(steps) }),
    ...(quiet && { quiet: { events: quiet, none: false } }),
    ...(quotas && { quotas }),
  };
  const subject = quiet || quotas ? tellingSubject(person.id, on) : null;
  return unsentCard({ id, kind: 'morning', personId: person.id, on, partIds: partsOn(reminder), ui, subject });
}

function cardMessage(deps: Needs, { person }: PlannedReminder, card: SentCard | undefined, dueAt: Instant): NewMessage {
  invariant(card, 'every reminder has its card');
  return {
    id: deps.ids.next('message'),
    key: `morning-card:${person.id}:${card.on}`,
    to: { type: 'person', personId: person.id, openId: person.openId },
    purpose: 'morning-card',
    body: { type: 'ledger-card', cardId: card.id },
    dueAt,
  };
}
