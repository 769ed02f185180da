import { type CivilDate, civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import type { NewMessage, SentCard } from '../domain/delivery/message.ts';
import { invariant } from '../domain/invariant.ts';
import type { Part } from '../domain/ledger/part.ts';
import { type PlannedReminder, planReminders, type ReminderPlan } from '../domain/reminders/plan-reminders.ts';
import { heldOutsideWindow, isInSendWindow } from '../domain/reminders/send-window.ts';
import { lastDateWithin } from '../domain/reminders/urgency.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { bearDueOccurrences } from './publish-plan.ts';
import { patchableSince } from './refresh-cards.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory' | 'settings' | 'policy'>;

const PEOPLE_PER_COMMIT = 50;
const OPEN_STATES = ['open', 'working', 'blocked', 'undated'] as const;

/** What the morning would send at this instant, without writing anything. Every open part is listed, sent or silent. */
export async function previewMorningCards(deps: Needs): Promise<ReminderPlan> {
  return (await plan(deps, undefined)).plan;
}

/**
 * Queues the card of the day for everybody who has something due. Safe to repeat: whoever has a card of the day gets no other,
 * and what falls due in between is for the next morning. An earlier card of the same person is marked as replaced and brought up
 * to date; one that never arrived is not sent any more, and its parts are on the new card. Outside the send window nothing is
 * queued.
 */
export async function sendMorningCards(deps: Needs): Promise<ReminderPlan & { /** Cards. */ readonly queued: number }> {
  await bearDueOccurrences(deps);
  const now = deps.clock.now();
  const { plan: reminders, parts } = await plan(deps, deps.policy.ladder[0] ?? 0);
  const partById = new Map(parts.map((part) => [part.id, part]));
  let queued = 0;
  for (let from = 0; from < reminders.send.length; from += PEOPLE_PER_COMMIT) {
    queued += await queueCards(deps, reminders.send.slice(from, from + PEOPLE_PER_COMMIT), partById, now);
  }
  return { ...reminders, queued };
}

async function plan(deps: Needs, ladderTop: number | undefined) {
  const now = deps.clock.now();
  const { parts, directory, calendar } = await load(deps, ladderTop);
  const planned = planReminders({ parts, directory, today: civilDateOf(now), policy: deps.policy, calendar });
  return { parts, plan: isInSendWindow(now) ? planned : heldOutsideWindow(planned) };
}

async function load(deps: Needs, ladderTop: number | undefined) {
  const calendar = await loadCalendar(deps);
  const horizon =
    ladderTop === undefined
      ? {}
      : { dueOnOrBefore: lastDateWithin(ladderTop, civilDateOf(deps.clock.now()), calendar) };
  const [found, directory, unsent] = await Promise.all([
    deps.ledger.findParts({ states: OPEN_STATES, ...horizon }),
    deps.directory.load(),
    deps.ledger.findUnsentCards({ since: patchableSince(deps.clock.now()) }),
  ]);
  const unreachable = new Set(directory.people.flatMap(({ id, unreachableOn }) => (unreachableOn ? [id] : [])));
  const today = civilDateOf(deps.clock.now());
  const lost = unsent.filter((card) => isMorning(card) && (card.on < today || unreachable.has(card.personId)));
  const parts = withoutLostReminders(found, lost);
  return { parts, directory, calendar };
}

/** A reminder whose card has not arrived on its day, or cannot arrive, was none. */
function withoutLostReminders(parts: readonly Part[], unsent: readonly SentCard[]): readonly Part[] {
  const lost = new Set(unsent.flatMap(({ on, partIds }) => partIds.map((id) => `${id} ${on}`)));
  return parts.map((part) => (lost.has(`${part.id} ${part.remindedOn}`) ? { ...part, remindedOn: null } : part));
}

function isMorning(card: SentCard): boolean {
  return card.kind === 'morning';
}

/** @returns how many cards were queued */
async function queueCards(
  deps: Needs,
  planned: readonly PlannedReminder[],
  partById: ReadonlyMap<string, Part>,
  at: Instant,
): Promise<number> {
  const on = civilDateOf(at);
  const query = { personIds: planned.map(({ person }) => person.id), since: patchableSince(at) };
  const [live, unsent] = await Promise.all([deps.ledger.findLiveCards(query), deps.ledger.findUnsentCards(query)]);
  const known = [...live, ...unsent].filter(isMorning);
  const served = new Set(known.filter((card) => card.on === on).map(({ personId }) => personId));
  const reminders = planned.filter(({ person }) => !served.has(person.id));
  const older = known.filter((card) => card.on < on && !served.has(card.personId));
  const cards = reminders.map(({ person, partIds }) => newCard(deps.ids.next('card'), person.id, partIds, on));
  const committed = await deps.ledger.commit({
    at,
    newCards: cards,
    cardChanges: older.map(({ id }) => ({ id, supersededOn: on, ui: { form: null } })),
    parts: reminders.flatMap(({ partIds }) =>
      partIds.map((id) => {
        const part = partById.get(id);
        invariant(part, 'a planned part was loaded');
        return { id, expectedVersion: part.version, remindedOn: on };
      }),
    ),
    messages: [
      ...reminders.map((reminder, index): NewMessage => cardMessage(deps, reminder, cards[index], at)),
      ...older.filter(isSent).map((card): NewMessage => updateMessage(deps, card, reminders, at)),
    ],
    audit: reminders.map(({ person, partIds, reason }) => ({
      actor: 'system',
      action: 'card.queued',
      subject: { type: 'person', id: person.id },
      detail: { on, reason, parts: partIds },
    })),
  });
  invariant(committed.ok, 'a reminder changes no part that could be stale');
  return reminders.length;
}

function isSent(card: SentCard): boolean {
  return card.messageId !== null;
}

function newCard(id: string, personId: string, partIds: readonly string[], on: CivilDate): SentCard {
  const blank = { ui: { form: null }, messageId: null, sentAt: null, supersededOn: null };
  return { id, kind: 'morning', personId, on, partIds, ...blank };
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

function updateMessage(deps: Needs, card: SentCard, reminders: readonly PlannedReminder[], dueAt: Instant): NewMessage {
  const owner = reminders.find(({ person }) => person.id === card.personId)?.person;
  invariant(owner, 'a replaced card belongs to somebody who gets a new one');
  return {
    id: deps.ids.next('message'),
    key: `card-update:${card.id}:superseded`,
    to: { type: 'person', personId: owner.id, openId: owner.openId },
    purpose: 'card-update',
    body: { type: 'card-update', cardId: card.id },
    dueAt,
  };
}
