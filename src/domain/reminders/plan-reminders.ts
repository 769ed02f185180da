import { type CivilDate, civilDateOf } from '../calendar/civil-date.ts';
import { isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Directory, Reachable } from '../directory/directory.ts';
import { isAway, type Recipient, recipientOf } from '../directory/find-office.ts';
import { heartbeatOf } from '../ledger/heartbeat.ts';
import type { Part } from '../ledger/part.ts';
import { unansweredActs } from '../ledger/part-story.ts';
import type { Errand, Errands } from './errand.ts';
import { type Ladder, ladderOn, OVERDUE } from './ladder.ts';
import { mergeByPerson } from './merge-by-person.ts';
import { quietSince, saidOn } from './quiet-after-answer.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import { isClosed, isDated, isOverdue, isPaused, isSoft } from './urgency.ts';

/** One person's card of the day, with the parts that are the reason for it. */
export interface PlannedReminder {
  readonly person: Reachable;
  readonly officeName: string;
  /** What the person answers for. */
  readonly partIds: readonly string[];
  /** Other people's parts that the person has to see. */
  readonly errands: Errands;
  /** The most urgent rung among the parts; where there is none, why else the card is sent. */
  readonly reason: ReminderReason;
}

export type ReminderReason = 'overdue' | `T-${number}` | 'news' | 'heartbeat' | 'past-at-birth' | Errand['as'];

/** Why a part says nothing today. `past-at-birth`: it was asked about, once and for all. */
export type SilentReason =
  | 'rest-day'
  | 'answered'
  | 'reminded-already'
  | 'not-due-soon'
  | 'no-date'
  | 'past-at-birth'
  | 'target-date-over'
  | 'paused'
  | 'snoozed'
  | 'hour-clock'
  | 'no-liaison'
  | 'no-open-id'
  | 'outside-window';

export interface ReminderPlan {
  readonly send: readonly PlannedReminder[];
  readonly silent: readonly { readonly partId: string; readonly reason: SilentReason }[];
}

/**
 * Decides who gets the card of the day, and says why the rest is silent.
 *
 * A part speaks when it has reached a rung of the ladder (T-10, T-3, T-0, then overdue) that nobody was reminded of or has
 * answered since. There is no look-back window: a rung that was missed, for instance because the plan came into force later,
 * is caught up on the next working day. A part whose date was over when the plan was issued has no ladder: it is asked about
 * once. A duty without an end is asked about before its period ends, until somebody confirms it. What the office has to be told
 * (退文, 批示, 催办, a new date) goes with its next card. One person gets one card a day, whatever the number of parts, errands,
 * offices and plans.
 *
 * @param errands what people have to see of other people's parts
 */
export function planReminders(input: {
  readonly parts: readonly Part[];
  readonly errands?: readonly Errand[];
  readonly directory: Directory;
  readonly today: CivilDate;
  readonly policy: ReminderPolicy;
  readonly calendar: WorkingCalendar;
}): ReminderPlan {
  const due: DuePart[] = [];
  const silent: { partId: string; reason: SilentReason }[] = [];
  const ladders = {
    dated: ladderOn(input.policy.ladder, input.calendar),
    event: ladderOn(input.policy.eventLadder, input.calendar),
    heartbeat: ladderOn(input.policy.heartbeatLadder, input.calendar),
    notice: ladderOn([0], input.calendar),
  };
  const quiet = quietSince(input);
  const recipients = new Map<string, Recipient>();
  for (const part of input.parts) {
    const recipient = recipients.get(part.officeId) ?? recipientOf(input.directory, part.officeId, input.today);
    recipients.set(part.officeId, recipient);
    const verdict = judge(asHeardBy(recipient, part, input.directory), { ...input, ladders, quiet });
    if (typeof verdict === 'string') {
      silent.push({ partId: part.id, reason: verdict });
      continue;
    }
    if (recipient.kind === 'found') due.push({ part, speaks: verdict, person: recipient.person });
    else silent.push({ partId: part.id, reason: recipient.kind === 'no-open-id' ? 'no-open-id' : 'no-liaison' });
  }
  const errands = isWorkingDay(input.calendar, input.today) ? (input.errands ?? []) : [];
  return { send: mergeByPerson(due, errands), silent };
}

/**
 * The part as whoever gets its card has heard of it: a reminder of a day on which they were on leave went to somebody else. So
 * nothing is lost on their return, and what was answered meanwhile stays quiet.
 */
function asHeardBy(recipient: Recipient, part: Part, directory: Directory): Part {
  if (recipient.kind !== 'found' || part.remindedOn === null) return part;
  return isAway(directory, recipient.person.id, part.remindedOn) ? { ...part, remindedOn: null } : part;
}

/** What a part speaks for: a rung in working days, or something that is no rung. */
export type Speaks = { readonly rung: number } | { readonly for: 'news' | 'heartbeat' | 'past-at-birth' };

export interface DuePart {
  readonly part: Part;
  readonly speaks: Speaks;
  readonly person: PlannedReminder['person'];
}

interface Judging {
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
  readonly ladders: {
    readonly dated: Ladder;
    readonly event: Ladder;
    readonly heartbeat: Ladder;
    readonly notice: Ladder;
  };
  /** What was answered on this day or later is not asked again although it is overdue. */
  readonly quiet: CivilDate;
}

/** What a part speaks for, or why it is silent. */
function judge(part: Part, around: Judging): SilentReason | Speaks {
  const { today, calendar } = around;
  if (isClosed(part) && part.newsOn === null) return 'answered';
  if (isLeftToClock(part, today)) return 'hour-clock';
  if (part.pastAtBirth && part.remindedOn !== null && part.newsOn === null) return 'past-at-birth';
  if (isPaused(part, today)) return 'paused';
  if (!isWorkingDay(calendar, today)) return 'rest-day';
  if (part.newsOn !== null) return { for: 'news' };
  if (part.snoozedUntil !== null && today < part.snoozedUntil) return 'snoozed';
  if (part.rule.kind === 'standing') return judgeHeartbeat(part, around);
  if (part.dueOn === null) return 'no-date';
  if (!isDated(part)) return { for: 'past-at-birth' };
  if (part.rule.kind === 'from') return judgeNotice(part, part.dueOn, around);
  if (isSoft(part) && part.dueOn < today) return 'target-date-over';
  return judgeDate(part, part.dueOn, around);
}

/** An hour clock speaks for itself while it runs. What is late on a later day, or came back (退文), is a row like all others. */
function isLeftToClock(part: Part, today: CivilDate): boolean {
  const returned = part.newsOn !== null && unansweredActs(part).some(({ kind }) => kind === 'return');
  return part.dueAt !== null && !returned && !isOverdue(part, today);
}

/** What holds from a day on is said once, on that day, or as soon after it as somebody can be told. */
function judgeNotice(part: Part, dueOn: CivilDate, { today, ladders }: Judging): SilentReason | Speaks {
  if (part.remindedOn !== null && ladders.notice(dueOn, part.remindedOn) !== null) return 'reminded-already';
  return ladders.notice(dueOn, today) === null ? 'not-due-soon' : { rung: 0 };
}

function judgeDate(part: Part, dueOn: CivilDate, { today, quiet, ladders }: Judging): SilentReason | Speaks {
  const ladder = part.rule.kind === 'within' ? ladders.event : ladders.dated;
  const rung = ladder(dueOn, today);
  if (rung === null) return 'not-due-soon';
  if (part.remindedOn !== null && part.remindedOn >= today) return 'reminded-already';
  const answeredOn = lastAnswerOn(part);
  if (rung !== OVERDUE) return unheard(part, { rung, on: (day) => ladder(dueOn, day), answeredOn });
  const said = saidOn(part);
  return said !== null && said >= quiet ? 'answered' : { rung };
}

function judgeHeartbeat(part: Part, { today, ladders }: Judging): SilentReason | Speaks {
  const heartbeat = heartbeatOf(part, today);
  if (!heartbeat || heartbeat.confirmed) return 'answered';
  const { endsOn } = heartbeat.period;
  const rung = ladders.heartbeat(endsOn, today);
  if (rung === null) return 'not-due-soon';
  if (part.remindedOn !== null && part.remindedOn >= today) return 'reminded-already';
  const on = (day: CivilDate) => (day < heartbeat.period.startsOn ? null : ladders.heartbeat(endsOn, day));
  const verdict = unheard(part, { rung, on, answeredOn: null });
  return typeof verdict === 'string' ? verdict : { for: 'heartbeat' };
}

/** Whether nobody was reminded of a rung or has answered since. */
function unheard(
  part: Part,
  {
    rung,
    on,
    answeredOn,
  }: {
    readonly rung: number;
    readonly on: (day: CivilDate) => number | null;
    readonly answeredOn: CivilDate | null;
  },
): SilentReason | Speaks {
  if (answeredOn !== null && on(answeredOn) === rung) return 'answered';
  if (part.remindedOn !== null && on(part.remindedOn) === rung) return 'reminded-already';
  return { rung };
}

function lastAnswerOn(part: Part): CivilDate | null {
  const answer = part.replies.findLast((reply) => reply.undoneAt === null);
  return answer ? civilDateOf(answer.at) : null;
}
