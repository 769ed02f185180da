import { type CivilDate, civilDateOf } from '../calendar/civil-date.ts';
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from '../calendar/working-calendar.ts';
import type { Directory, Person } from '../directory/directory.ts';
import { type Recipient, recipientOf } from '../directory/find-office.ts';
import { groupBy } from '../group-by.ts';
import type { Part } from '../ledger/part.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import { isClosed, isDated, isSoft, lastDateWithin } from './urgency.ts';

/** One person's card of the day, with the parts that are the reason for it. */
export interface PlannedReminder {
  readonly person: Person & { readonly openId: string };
  readonly officeName: string;
  readonly partIds: readonly string[];
  /** The most urgent rung among the parts; `past-at-birth` where there is none. */
  readonly reason: ReminderReason;
}

export type ReminderReason = 'overdue' | `T-${number}` | 'past-at-birth';

/** Why a part says nothing today. `past-at-birth`: it was asked about, once and for all. */
export type SilentReason =
  | 'rest-day'
  | 'answered'
  | 'reminded-already'
  | 'not-due-soon'
  | 'no-date'
  | 'past-at-birth'
  | 'target-date-over'
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
 * once. One person gets one card a day, whatever the number of parts, offices and plans.
 */
export function planReminders(input: {
  readonly parts: readonly Part[];
  readonly directory: Directory;
  readonly today: CivilDate;
  readonly policy: ReminderPolicy;
  readonly calendar: WorkingCalendar;
}): ReminderPlan {
  const due: DuePart[] = [];
  const silent: { partId: string; reason: SilentReason }[] = [];
  const ladder = ladderOf(input.policy, input.calendar);
  const recipients = new Map<string, Recipient>();
  for (const part of input.parts) {
    const verdict = judge(part, { ...input, ladder });
    if (typeof verdict === 'string') {
      silent.push({ partId: part.id, reason: verdict });
      continue;
    }
    const recipient = recipients.get(part.officeId) ?? recipientOf(input.directory, part.officeId);
    recipients.set(part.officeId, recipient);
    if (recipient.kind === 'found') due.push({ part, rung: verdict, person: recipient.person });
    else silent.push({ partId: part.id, reason: recipient.kind === 'no-open-id' ? 'no-open-id' : 'no-liaison' });
  }
  return { send: mergeByPerson(due), silent };
}

interface DuePart {
  readonly part: Part;
  readonly rung: number;
  readonly person: PlannedReminder['person'];
}

/** The rung that a part speaks for, or why it is silent. */
function judge(
  part: Part,
  { today, policy, calendar, ladder }: Parameters<typeof planReminders>[0] & { readonly ladder: Ladder },
): SilentReason | number {
  if (isClosed(part)) return 'answered';
  if (part.dueOn === null) return 'no-date';
  if (part.pastAtBirth && part.remindedOn !== null) return 'past-at-birth';
  if (!isWorkingDay(calendar, today)) return 'rest-day';
  if (!isDated(part)) return PAST;
  if (isSoft(part) && part.dueOn < today) return 'target-date-over';

  const rung = ladder(part.dueOn, today);
  if (rung === null) return 'not-due-soon';
  if (part.remindedOn !== null && part.remindedOn >= today) return 'reminded-already';
  const answeredOn = lastAnswerOn(part);
  if (rung === OVERDUE) {
    if (answeredOn && workingDaysBetween(calendar, answeredOn, today) < policy.quietAfterAnswer) return 'answered';
  } else {
    const seen = (day: CivilDate | null) => day !== null && ladder(part.dueOn, day) === rung;
    if (seen(answeredOn)) return 'answered';
    if (seen(part.remindedOn)) return 'reminded-already';
  }
  return rung;
}

const OVERDUE = -1;
/** Less urgent than any rung. */
const PAST = Number.POSITIVE_INFINITY;

/** The lowest rung that a date has reached on a day: a step of the ladder, `OVERDUE`, or null while the date is far off. */
type Ladder = (dueOn: CivilDate, day: CivilDate) => number | null;

/** Working days are counted once for each day that is asked about, not for each part. */
function ladderOf({ ladder }: ReminderPolicy, calendar: WorkingCalendar): Ladder {
  const reachOn = new Map<CivilDate, readonly { readonly step: number; readonly until: CivilDate }[]>();
  const steps = ladder.toSorted((a, b) => a - b);
  return (dueOn, day) => {
    if (dueOn < day) return OVERDUE;
    const reach = reachOn.get(day) ?? steps.map((step) => ({ step, until: lastDateWithin(step, day, calendar) }));
    reachOn.set(day, reach);
    return reach.find(({ until }) => dueOn <= until)?.step ?? null;
  };
}

function lastAnswerOn(part: Part): CivilDate | null {
  const answer = part.replies.findLast((reply) => reply.undoneAt === null);
  return answer ? civilDateOf(answer.at) : null;
}

function mergeByPerson(due: readonly DuePart[]): readonly PlannedReminder[] {
  return [...groupBy(due, ({ person }) => person.id).values()].flatMap((own): readonly PlannedReminder[] => {
    const [first] = own;
    if (!first) return [];
    const lowest = own.reduce((least, { rung }) => Math.min(least, rung), PAST);
    return [
      {
        person: first.person,
        officeName: first.part.officeName,
        partIds: own.map(({ part }) => part.id),
        reason: reasonOf(lowest),
      },
    ];
  });
}

function reasonOf(rung: number): ReminderReason {
  if (rung === PAST) return 'past-at-birth';
  return rung === OVERDUE ? 'overdue' : `T-${rung}`;
}
