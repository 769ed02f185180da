import { addMs, type CivilDate, civilDateOf, type Instant, yearOf } from '../calendar/civil-date.ts';
import type { CountedDay } from '../calendar/count-days.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { groupBy } from '../group-by.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import type { Rule } from '../plan/rule.ts';
import { deliverableClocks } from './deliverables.ts';
import { deadlineOf, type NoDeadline } from './due-dates.ts';
import type { LedgerTask, NewOccurrence } from './plan.ts';

export type ClockRule = Extract<Rule, { kind: 'within' }>;

/** The clocks of a row that one registration starts together. */
export interface EventGroup {
  /** The id of its first rule. */
  readonly id: string;
  /** What starts it, in the plan's words; empty where the plan does not say. */
  readonly event: string;
  readonly clocks: readonly { readonly ruleId: string; readonly rule: ClockRule }[];
  /** Counted from a moment, not from a day. */
  readonly byHour: boolean;
}

/** What is known once an event is: when it was, and when a clock that it starts falls due. */
export interface EventDates {
  readonly eventOn: CivilDate;
  /** Only of an hour clock. */
  readonly eventAt: Instant | null;
  readonly dueOn: CivilDate;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  /** Day by day; empty for an hour clock. */
  readonly days: readonly CountedDay[];
}

/** An event's day, or its moment where hours are counted. */
export type EventTime = CivilDate | Instant;

export type EventTimeProblem =
  | { readonly kind: 'before-the-plan'; readonly on: CivilDate; readonly year: number }
  /** Only what is counted backwards may lie ahead. */
  | { readonly kind: 'not-yet'; readonly on: CivilDate };

/** A phone may be a little ahead of us. */
const AHEAD_MS = 60_000;
/** More clocks than any row starts at once. */
const MOST_CLOCKS = 20;

/**
 * The clocks of a row by what starts them: all that count hours start from one moment (5 小时发布, 24 小时发布会), all that name the
 * same event from one day; what has to come with the document (三同步) starts with it.
 */
export function eventGroups(task: Pick<LedgerTask, 'text' | 'rules' | 'ruleIds'>): readonly EventGroup[] {
  const own = task.rules.flatMap((rule, index) => {
    const ruleId = task.ruleIds[index];
    return rule.kind === 'within' && ruleId !== undefined ? [{ ruleId, rule }] : [];
  });
  const clocks = [...own, ...deliverableClocks(task)];
  const hourEvents = clocks.filter(({ rule }) => rule.unit === 'hour').map(({ rule }) => rule.event);
  const startOf = ({ unit, event }: ClockRule) => {
    const withHours = unit === 'hour' || (event !== '' && hourEvents.includes(event));
    return withHours ? 'hours' : `day ${event}`;
  };
  return [...groupBy(clocks, ({ rule }) => startOf(rule)).values()].flatMap((group): readonly EventGroup[] => {
    const [first] = group;
    if (!first) return [];
    const byHour = group.some(({ rule }) => rule.unit === 'hour');
    const event = group.map(({ rule }) => rule.event).find((words) => words !== '') ?? '';
    return [{ id: first.ruleId, event, clocks: group.slice(0, MOST_CLOCKS), byHour }];
  });
}

/** Whether an event may have been then. @param year the plan's */
export function eventTimeProblem(
  time: EventTime,
  { group, year, now }: { group: Pick<EventGroup, 'clocks'>; year: number; now: Instant },
): EventTimeProblem | undefined {
  const on = dayOf(time);
  if (yearOf(on) < year) return { kind: 'before-the-plan', on, year };
  const ahead = typeof time === 'number' ? time > addMs(now, AHEAD_MS) : time > civilDateOf(now);
  const mayLieAhead = group.clocks.some(({ rule }) => rule.before);
  return ahead && !mayLieAhead ? { kind: 'not-yet', on } : undefined;
}

/** When one clock falls due. An hour clock's `dueOn` is the day of its end. */
export function eventDates(
  rule: ClockRule,
  time: EventTime,
  calendar: WorkingCalendar,
): Outcome<EventDates, NoDeadline> {
  const eventOn = dayOf(time);
  const computed = deadlineOf(rule, { event: time, today: eventOn, calendar });
  if (!computed.ok) return computed;
  const { dueOn, dueAt, days, provisional } = computed.value;
  const on = dueOn ?? (dueAt === null ? eventOn : civilDateOf(dueAt));
  const eventAt = typeof time === 'number' ? time : null;
  return ok({ eventOn, eventAt, dueOn: on, dueAt, days, provisional });
}

/**
 * What a registered event bears: one occurrence for each clock of the group, with a part for every office that owes one. The
 * same event id bears the same keys, so nothing is born twice.
 */
export function bornOfEvent(input: {
  readonly task: Pick<LedgerTask, 'id' | 'planId'>;
  readonly group: EventGroup;
  readonly eventId: string;
  readonly title: string;
  readonly time: EventTime;
  readonly owing: readonly { readonly officeId: string; readonly role: NewOccurrence['parts'][number]['role'] }[];
  /** 谁起草、谁解读: the office that alone owes what has to come with the document. */
  readonly draftedBy?: string | null;
  readonly calendar: WorkingCalendar;
  readonly nextId: (kind: string) => string;
}): Outcome<readonly NewOccurrence[], NoDeadline> {
  const born: NewOccurrence[] = [];
  for (const [index, { ruleId, rule }] of input.group.clocks.entries()) {
    const dates = eventDates(rule, input.time, input.calendar);
    if (!dates.ok) return refused(dates.error);
    const { days: _, ...when } = dates.value;
    const { deliverable } = rule;
    const drafters = input.owing.filter(({ officeId }) => officeId === input.draftedBy);
    const owing = deliverable === undefined || drafters.length === 0 ? input.owing : drafters;
    born.push({
      ...when,
      id: `${input.eventId}.${index + 1}`,
      planId: input.task.planId,
      taskId: input.task.id,
      ruleId,
      rule,
      key: `event:${input.eventId}${deliverable === undefined ? '' : `:${index + 1}`}`,
      period: null,
      event: input.title,
      pastAtBirth: false,
      parts: owing.map(({ officeId, role }) => ({ id: input.nextId('part'), officeId, role, state: 'open' })),
    });
  }
  return ok(born);
}

/** The event's title, with what of its bundle it is: `某办法 · 解读材料`. */
export function eventTitleOf({ event, rule }: { readonly event: string | null; readonly rule: Rule }): string | null {
  return event !== null && rule.kind === 'within' && rule.deliverable !== undefined
    ? `${event} · ${rule.deliverable}`
    : event;
}

/** The event that an occurrence was born of. */
export function eventIdOf(occurrenceId: string): string {
  return occurrenceId.replace(/\.\d+$/, '');
}

/** The ids of what an event may have born. */
export function occurrenceIdsOf(eventId: string): readonly string[] {
  return Array.from({ length: MOST_CLOCKS }, (_, index) => `${eventId}.${index + 1}`);
}

function dayOf(time: EventTime): CivilDate {
  return typeof time === 'number' ? civilDateOf(time) : time;
}
