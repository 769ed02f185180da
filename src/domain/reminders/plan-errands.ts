import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Directory, Reachable } from '../directory/directory.ts';
import { recipientOf } from '../directory/find-office.ts';
import { groupBy } from '../group-by.ts';
import type { Part } from '../ledger/part.ts';
import { isReturnedOften } from '../ledger/part-story.ts';
import type { DraftTask } from '../plan/import-report.ts';
import type { Errand, EscalationStep } from './errand.ts';
import { chainOf, deciders, governing, stagnationHearers } from './errand-people.ts';
import { quietSince, saidOn } from './quiet-after-answer.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import { isOverdue, isPaused } from './urgency.ts';

const STEPS: readonly EscalationStep[] = [1, 2, 3];

export interface PlannedErrands {
  readonly errands: readonly Errand[];
  /** Parts whose escalation went a step up. */
  readonly escalated: readonly { readonly partId: string; readonly step: EscalationStep }[];
  /** Parts whose lead is told that nothing moves. */
  readonly stagnant: readonly string[];
  /** Parts that are late enough for a step at which nobody can be told: the next step is tried at its own time. */
  readonly unheard: readonly { readonly partId: string; readonly step: EscalationStep }[];
}

export interface ErrandInput {
  /** Overdue and open ones; those that wait for a date, for a decision, or on which nothing moves, are named below. */
  readonly parts: readonly Part[];
  readonly requests: readonly Part[];
  /** Only on the first working day of a week. */
  readonly awaiting: readonly Part[];
  readonly stagnant: readonly Part[];
  /** How many parts are reported and wait for 审核. */
  readonly reported: number;
  /** How many 报送 wait for 审核, of events that are over. */
  readonly submissions: number;
  /** The people that a row of the plan names (牵头领导, 责任人), by the row's id. */
  readonly peopleOf?: ReadonlyMap<string, DraftTask['people']>;
  readonly directory: Directory;
  /** open_ids of the first administrators. */
  readonly admins: readonly string[];
  readonly today: CivilDate;
  readonly policy: ReminderPolicy;
  readonly calendar: WorkingCalendar;
}

/**
 * What people have to see today of parts that they do not answer for: what is late, one step up at a time; what stands still; what
 * waits for their decision; whose date they have to enter. Nothing on a day of rest. Whoever answers for a part sees it in their
 * own rows and gets no errand about it.
 */
export function planErrands(input: ErrandInput): PlannedErrands {
  if (!isWorkingDay(input.calendar, input.today)) return { errands: [], escalated: [], stagnant: [], unheard: [] };
  const escalation = escalate(input);
  const stagnation = standstills(input);
  return {
    errands: [...reviews(input), ...escalation.errands, ...returned(input), ...stagnation.errands, ...awaited(input)],
    escalated: escalation.escalated,
    stagnant: stagnation.told,
    unheard: escalation.unheard,
  };
}

/** Working days late at which each step is due, as the last due date that is late enough for it. */
function stepDates({ policy, calendar, today }: ErrandInput): readonly CivilDate[] {
  return policy.escalation.map((late) => addDays(addWorkingDays(calendar, addDays(today, 1), -late), -1));
}

/** Nobody is reported upwards before their own office could hear of it on an earlier day, and never two steps on one day. */
function escalate(input: ErrandInput) {
  const dates = stepDates(input);
  const quiet = quietSince(input);
  const errands: Errand[] = [];
  const escalated: { partId: string; step: EscalationStep }[] = [];
  const unheard: { partId: string; step: EscalationStep }[] = [];
  for (const part of input.parts.filter((each) => isEscalating(each, input.today))) {
    const said = saidOn(part);
    if (said !== null && said >= quiet) continue;
    const own = recipientOf(input.directory, part.officeId, input.today);
    const heard = own.kind === 'found' && own.person.unreachableOn === null;
    if (heard && (part.remindedOn === null || part.remindedOn >= input.today)) continue;
    for (const step of STEPS.filter((each) => each > part.escalated && isLate(part, dates[each - 1]))) {
      const people = chainOf(part, step, input);
      if (people.length === 0) {
        unheard.push({ partId: part.id, step });
        continue;
      }
      escalated.push({ partId: part.id, step });
      const others = people.filter(({ id }) => own.kind !== 'found' || id !== own.person.id);
      errands.push(...others.map((person) => errandOf(person, part.officeName, part.id, 'escalated')));
      break;
    }
  }
  return { errands, escalated, unheard };
}

function isEscalating(part: Part, today: CivilDate): boolean {
  return part.dueAt === null && isOverdue(part, today);
}

function isLate(part: Part, last: CivilDate | undefined): boolean {
  return part.dueOn !== null && last !== undefined && part.dueOn <= last;
}

/**
 * What was returned for the third time goes to the office's 负责人 together with the news of it to the office: later it is said no
 * more.
 */
function returned(input: ErrandInput): readonly Errand[] {
  const often = input.parts.filter(
    (part) => part.newsOn !== null && part.dueAt === null && !isPaused(part, input.today) && isReturnedOften(part),
  );
  return often.flatMap((part) => {
    const own = recipientOf(input.directory, part.officeId, input.today);
    return chainOf(part, 1, input)
      .filter(({ id }) => own.kind !== 'found' || id !== own.person.id)
      .map((person) => errandOf(person, part.officeName, part.id, 'returned'));
  });
}

/** 停滞 goes to whoever leads the row, not to the office that stands still. */
function standstills(input: ErrandInput) {
  const errands: Errand[] = [];
  const told: string[] = [];
  for (const part of input.stagnant) {
    if (part.pastAtBirth || part.dueAt !== null || isPaused(part, input.today)) continue;
    if (part.rule.kind === 'from' || part.state === 'undated') continue;
    const people = stagnationHearers(part, input);
    errands.push(...people.map((person) => errandOf(person, part.officeName, part.id, 'stagnant')));
    if (people.length > 0) told.push(part.id);
  }
  return { errands, told };
}

/** The governing office sees its desk as a whole, others the requests that they may decide. */
function reviews(input: ErrandInput): readonly Errand[] {
  const desk = governing(input);
  const waiting = input.reported > 0 || input.submissions > 0 || input.requests.length > 0;
  const byDesk = new Set(desk.map(({ id }) => id));
  return [
    ...(waiting ? desk.map((person) => errandOf(person, officeOf(input.directory, person), null, 'review')) : []),
    ...input.requests.flatMap((part) =>
      deciders(part, input)
        .filter(({ id }) => !byDesk.has(id))
        .map((person) => errandOf(person, part.officeName, part.id, 'review')),
    ),
  ];
}

/** One errand for each occurrence: its date is entered once for all offices. */
function awaited(input: ErrandInput): readonly Errand[] {
  const open = input.awaiting.filter((part) => part.dueOn === null && !isPaused(part, input.today));
  const first = [...groupBy(open, ({ occurrenceId }) => occurrenceId).values()].flatMap(([part]) => part ?? []);
  return governing(input).flatMap((person) =>
    first.map((part) => errandOf(person, officeOf(input.directory, person), part.id, 'awaited')),
  );
}

function errandOf(person: Reachable, officeName: string, partId: string | null, as: Errand['as']): Errand {
  return { person, officeName, partId, as };
}

function officeOf({ posts, offices }: Directory, { id }: Reachable): string {
  const own = posts.filter(({ personId }) => personId === id);
  const post = own.find(({ role }) => role === 'governing') ?? own[0];
  return offices.find((office) => office.id === post?.officeId)?.name ?? '';
}
