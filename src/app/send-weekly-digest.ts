import { WEEKLY_DEFINITIONS } from '../cards/weekly-definitions.ts';
import { weeklyDigestCard } from '../cards/weekly-digest-card.ts';
import { shareOf } from '../cards/words.ts';
import { addDays, type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import { groupBy } from '../domain/group-by.ts';
import { invariant } from '../domain/invariant.ts';
import { latestReply } from '../domain/ledger/decide-reply.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { WeeklyNumber } from '../domain/reports/details-source.ts';
import { monthSoFar } from '../domain/reports/month-counters.ts';
import {
  type DatedPart,
  reportedWeek,
  type WeeklyDigest,
  weeklyDigest,
  weekOf,
} from '../domain/reports/weekly-digest.ts';
import type { CardJson } from '../ports/chat-gateway.ts';
import { type Deps, loadCalendar } from './deps.ts';
import { countDoneParts, loadDigestParts } from './load-digest-parts.ts';
import { loadCounters } from './quotas/load-counters.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

export interface DrawnDigest {
  readonly digest: WeeklyDigest;
  /** The group that it goes to, or null while none is bound. */
  readonly to: string | null;
  readonly card: CardJson;
  /** Plans in force; without any there is nothing to report. */
  readonly plans: number;
}

/** The digest as it would be posted at this instant, without writing anything. */
export async function drawWeeklyDigest(deps: Needs): Promise<DrawnDigest> {
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const calendar = await loadCalendar(deps);
  const [parts, done, blocked, { counters, directory }, plans, to] = await Promise.all([
    loadDigestParts(deps, { until: weekOf(today).to, closedOn: reportedWeek(today, calendar) }),
    countDoneParts(deps),
    deps.ledger.findParts({ states: ['blocked'] }),
    loadCounters(deps, today),
    deps.ledger.listPlans(),
    deps.settings.groupChat('leaders'),
  ]);
  const digest = weeklyDigest({ parts, done, blocked, today, calendar });
  const inForce = plans.filter(({ state }) => state === 'published');
  const card = weeklyDigestCard({
    week: digest.week,
    asOf: addDays(today, -1),
    at: now,
    planTitles: inForce.map(({ title }) => title),
    numbers: {
      completion: digest.completion,
      overdue: digest.overdue.value,
      closed: digest.closed.value,
      dueNext: digest.dueNext.value,
    },
    decisions: digest.decisions.map((part) => ({
      ...itemOf([part]),
      note: noteOf(part),
      since: sinceOf(part) ?? today,
    })),
    turnedRed: overdueItems(digest.turnedRed),
    overdueBefore: overdueItems(digest.overdue.parts.filter((part) => !digest.turnedRed.includes(part))),
    dueNext: byRowAndDate(digest.dueNext.parts).map((parts) => ({ ...itemOf(parts), dueOn: dueOnOf(parts) })),
    paused: digest.paused.value,
    month: monthSoFar(counters, new Map(directory.offices.map(({ id, name }) => [id, name]))),
    provisional: digest.provisional,
  });
  return { digest, to, card, plans: inForce.length };
}

type QueuedDigest = { readonly queued: number; readonly why: string | null };

/** Queues the week's digest for the leadership group, once a week however often it is asked for. */
export async function sendWeeklyDigest(deps: Needs): Promise<QueuedDigest> {
  return queueWeeklyDigest(deps, await drawWeeklyDigest(deps));
}

/** The same for a digest that is drawn already. */
export async function queueWeeklyDigest(
  deps: Pick<Deps, 'clock' | 'ids' | 'ledger'>,
  { digest, to, card, plans }: DrawnDigest,
): Promise<QueuedDigest> {
  const at = deps.clock.now();
  if (plans === 0) return { queued: 0, why: 'no plan in force' };
  if (to === null) return { queued: 0, why: 'no leadership group bound' };
  const committed = await deps.ledger.commit({
    at,
    messages: [
      {
        id: deps.ids.next('message'),
        key: `weekly-digest:${to}:${digest.nextWeek.from}`,
        to: { type: 'group', chatId: to },
        purpose: 'weekly-digest',
        body: { type: 'card', card },
        dueAt: at,
      },
    ],
    audit: [
      {
        actor: 'system',
        action: 'digest.queued',
        subject: { type: 'group', id: to },
        detail: { week: digest.week, numbers: numbersOf(digest) },
      },
    ],
  });
  invariant(committed.ok, 'a digest changes no part that could be stale');
  return { queued: committed.value.messages, why: committed.value.messages === 0 ? 'queued before' : null };
}

/**
 * The four numbers with their definitions and the parts behind each, for scripts. 办结率 is in per cent.
 *
 * @param done every part that is done, see `loadDoneParts`; behind the rate stand these and what is overdue
 */
export function digestNumbers({ completion, overdue, closed, dueNext }: WeeklyDigest, done: readonly Part[]) {
  const share = shareOf(completion.done, completion.total) ?? 0;
  const number = (key: WeeklyNumber, value: number, parts: readonly Part[]) =>
    [key, { value, definition: WEEKLY_DEFINITIONS[key], parts: parts.map(({ id }) => id) }] as const;
  return Object.fromEntries([
    number('completion', share, [...done, ...overdue.parts]),
    number('overdue', overdue.value, overdue.parts),
    number('closed', closed.value, closed.parts),
    number('dueNext', dueNext.value, dueNext.parts),
  ]);
}

function numbersOf(digest: WeeklyDigest) {
  return {
    ...digest.completion,
    overdue: digest.overdue.value,
    closed: digest.closed.value,
    dueNext: digest.dueNext.value,
  };
}

/** Offices that owe the same row by the same day stand together: a leader reads a row once. */
function byRowAndDate(parts: readonly DatedPart[]): readonly (readonly DatedPart[])[] {
  return [...groupBy(parts, ({ taskId, dueOn }) => `${taskId} ${dueOn}`).values()];
}

function overdueItems(parts: readonly DatedPart[]) {
  return byRowAndDate(parts).map((group) => ({ ...itemOf(group), since: addDays(dueOnOf(group), 1) }));
}

function itemOf(parts: readonly Part[]) {
  const [first] = parts;
  invariant(first, 'a group has parts');
  return { no: first.taskNo, text: first.taskText, officeNames: parts.map(({ officeName }) => officeName) };
}

function dueOnOf([first]: readonly DatedPart[]): CivilDate {
  invariant(first, 'a group has parts');
  return first.dueOn;
}

function noteOf(part: Part): string {
  const reply = latestReply(part);
  return [reply?.note, reply?.helpFrom && `需${reply.helpFrom}协调`].filter(Boolean).join('；');
}

function sinceOf(part: Part) {
  const reply = latestReply(part);
  return reply && civilDateOf(reply.at);
}
