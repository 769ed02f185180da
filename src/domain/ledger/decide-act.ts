import { addMonths, type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { type Outcome, ok, refused } from '../outcome.ts';
import type { Part } from './part.ts';
import type { PartAct, PartActKind, PartRequest, ReturnReason } from './part-act.ts';
import { NEXT, standingOf } from './part-states.ts';

/** What somebody wants to do about a part. */
export interface ActDraft {
  readonly kind: PartActKind;
  readonly note: string;
  readonly reasons?: readonly ReturnReason[];
  /** With `ask-extension` the new date, `snooze` and `pause` the day on which it speaks again, `date` the awaited date. */
  readonly dueOn?: CivilDate | null;
  /** With `ask-transfer`. */
  readonly office?: { readonly id: string; readonly name: string } | null;
}

/** What an act changes in a part; what is absent stays. */
export interface ActMove {
  readonly state: Part['state'];
  readonly percent?: number | null;
  readonly dueOn?: CivilDate;
  readonly closedOn?: CivilDate | null;
  readonly request?: PartRequest | null;
  readonly snoozedUntil?: CivilDate | null;
  readonly pausedUntil?: CivilDate | null;
  /** The office has to hear of it with its next card. */
  readonly newsOn?: CivilDate;
  /** Null: with its new date it is reminded of and escalated as if for the first time. */
  readonly remindedOn?: null;
  readonly escalated?: 0;
}

export type ActRefusal =
  /** The part has changed since the button was drawn. */
  | { readonly kind: 'stale' }
  /** Its state does not allow that: it is closed, or not reported yet. */
  | { readonly kind: 'not-in-this-state'; readonly state: Part['state'] }
  | { readonly kind: 'request-open'; readonly request: PartRequest }
  | { readonly kind: 'no-request' }
  | { readonly kind: 'note-missing' }
  | { readonly kind: 'reasons-missing' }
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-over'; readonly on: CivilDate; readonly today: CivilDate }
  /** An extension has to lie behind the date that holds. */
  | { readonly kind: 'date-not-later'; readonly on: CivilDate; readonly dueOn: CivilDate }
  | { readonly kind: 'date-too-far'; readonly on: CivilDate; readonly until: CivilDate; readonly today: CivilDate }
  /** There is no date to put off. */
  | { readonly kind: 'not-dated' }
  | { readonly kind: 'office-missing' }
  | { readonly kind: 'own-office' }
  | { readonly kind: 'snoozed-out'; readonly most: number }
  /** An overdue part is not put off by its own office. */
  | { readonly kind: 'overdue' }
  | { readonly kind: 'urged-already'; readonly at: Instant }
  | { readonly kind: 'not-paused' };

/** 稍后提醒 is possible so often, and each time for so many working days at most. */
export const SNOOZES = { times: 2, workingDays: 5 } as const;
/** A new date lies within two years, a pause within one. */
const LONGEST_MONTHS = { date: 24, pause: 12 } as const;

/**
 * Whether an act counts, and what it changes. Who may do it is decided elsewhere.
 *
 * @param version the version that the pressed button was drawn with; null for words, which are not drawn
 */
export function decideAct(
  part: Part,
  draft: ActDraft,
  { version, at, calendar }: { version: number | null; at: Instant; calendar: WorkingCalendar },
): Outcome<ActMove, ActRefusal> {
  const decided = decide(part, draft, { version, at, calendar });
  return decided.ok && TOLD.includes(draft.kind) ? ok({ ...decided.value, newsOn: civilDateOf(at) }) : decided;
}

/** What the office has not done itself, and would not hear of otherwise. */
const TOLD: readonly PartActKind[] = ['grant', 'refuse', 'return', 'reopen', 'urge', 'instruct', 'date', 'restart'];

function decide(
  part: Part,
  draft: ActDraft,
  { version, at, calendar }: { version: number | null; at: Instant; calendar: WorkingCalendar },
): Decision {
  const next = NEXT[part.state][draft.kind];
  if (next === undefined) return refused({ kind: 'not-in-this-state', state: part.state });
  if (version !== null && version !== part.version) return refused({ kind: 'stale' });
  const state = draft.kind === 'date' ? next : standingOf(part, next);
  const around = { part, draft, state, at, today: civilDateOf(at), calendar };
  switch (draft.kind) {
    case 'ask-extension':
    case 'ask-excuse':
    case 'ask-transfer':
      return asked(around);
    case 'withdraw':
      return part.request ? ok({ state, request: null }) : refused({ kind: 'no-request' });
    case 'grant':
      return part.request ? ok(granted(part, part.request)) : refused({ kind: 'no-request' });
    case 'refuse':
      if (!part.request) return refused({ kind: 'no-request' });
      return draft.note === '' ? refused({ kind: 'note-missing' }) : ok({ state, request: null });
    case 'pass':
      return ok({ state });
    case 'return':
      return returned(around);
    case 'reopen':
      return draft.note === '' ? refused({ kind: 'note-missing' }) : ok({ state, closedOn: null });
    case 'instruct':
      return draft.note === '' ? refused({ kind: 'note-missing' }) : ok({ state });
    case 'urge':
      return urged(around);
    case 'snooze':
      return snoozed(around);
    case 'pause':
      return paused(around);
    case 'resume':
      return part.pausedUntil === null ? refused({ kind: 'not-paused' }) : ok({ state, pausedUntil: null });
    case 'date':
      return dated(around);
    case 'restart':
      return ok({ state, remindedOn: null, escalated: 0 });
    case 'stop':
      return ok({ state, closedOn: around.today, request: null });
  }
}

/** The part after an act. */
export function partAfterAct(part: Part, move: ActMove): Part {
  return { ...part, ...move, version: part.version + 1 };
}

/** The newest act of these kinds. */
export function latestAct(part: Pick<Part, 'acts'>, ...kinds: readonly PartActKind[]): PartAct | undefined {
  return part.acts.findLast(({ kind }) => kinds.includes(kind));
}

interface Around {
  readonly part: Part;
  readonly draft: ActDraft;
  readonly state: Part['state'];
  readonly at: Instant;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}

type Decision = Outcome<ActMove, ActRefusal>;

function asked({ part, draft, state, at, today }: Around): Decision {
  if (part.request) return refused({ kind: 'request-open', request: part.request });
  if (draft.note === '') return refused({ kind: 'note-missing' });
  const request = { at, personName: '', reason: draft.note, dueOn: null, officeId: null, officeName: null };
  if (draft.kind === 'ask-excuse') return ok({ state, request: { ...request, kind: 'excuse' } });
  if (draft.kind === 'ask-transfer') {
    const office = draft.office ?? null;
    if (!office) return refused({ kind: 'office-missing' });
    if (office.id === part.officeId) return refused({ kind: 'own-office' });
    return ok({ state, request: { ...request, kind: 'transfer', officeId: office.id, officeName: office.name } });
  }
  if (part.dueOn === null || part.dueAt !== null || part.pastAtBirth) return refused({ kind: 'not-dated' });
  const on = draft.dueOn ?? null;
  const problem = dateProblem(on, today, LONGEST_MONTHS.date);
  if (on === null || problem) return refused(problem ?? { kind: 'date-missing' });
  if (on <= part.dueOn) return refused({ kind: 'date-not-later', on, dueOn: part.dueOn });
  return ok({ state, request: { ...request, kind: 'extension', dueOn: on } });
}

function granted(part: Part, request: PartRequest): ActMove {
  if (request.kind !== 'extension') return { state: 'excused', request: null };
  const date = request.dueOn === null ? {} : { dueOn: request.dueOn };
  return { state: part.state, request: null, ...date, remindedOn: null, escalated: 0, snoozedUntil: null };
}

function returned({ part, draft, state }: Around): Decision {
  const reasons = draft.reasons ?? [];
  if (reasons.length === 0) return refused({ kind: 'reasons-missing' });
  if (reasons.includes('other') && draft.note === '') return refused({ kind: 'note-missing' });
  return ok({ state, closedOn: null, remindedOn: null, snoozedUntil: null, ...percentBefore(part) });
}

/** What was not accepted is as far as it was before it was reported. */
function percentBefore({ state, replies }: Part): Pick<ActMove, 'percent'> {
  const done = replies.findLast((reply) => reply.undoneAt === null);
  return state === 'reported' && done?.state === 'done' ? { percent: done.before.percent } : {};
}

function urged({ part, state, today }: Around): Decision {
  const last = urgedOn(part, today);
  return last ? refused({ kind: 'urged-already', at: last.at }) : ok({ state, snoozedUntil: null });
}

/** The 催办 of that day: one a day is enough. */
export function urgedOn(part: Pick<Part, 'acts'>, today: CivilDate): PartAct | undefined {
  const last = latestAct(part, 'urge');
  return last && civilDateOf(last.at) >= today ? last : undefined;
}

function snoozed({ part, draft, state, today, calendar }: Around): Decision {
  if (part.acts.filter(({ kind }) => kind === 'snooze').length >= SNOOZES.times) {
    return refused({ kind: 'snoozed-out', most: SNOOZES.times });
  }
  if (part.dueOn !== null && part.dueOn < today) return refused({ kind: 'overdue' });
  const on = draft.dueOn ?? null;
  if (on === null) return refused({ kind: 'date-missing' });
  if (on <= today) return refused({ kind: 'date-over', on, today });
  const until = latestSnoozeDay(part, today, calendar);
  return on > until ? refused({ kind: 'date-too-far', on, until, today }) : ok({ state, snoozedUntil: on });
}

/** The last day that 稍后提醒 may name: the due date at most. */
export function latestSnoozeDay(
  { dueOn }: Pick<Part, 'dueOn'>,
  today: CivilDate,
  calendar: WorkingCalendar,
): CivilDate {
  const last = addWorkingDays(calendar, today, SNOOZES.workingDays);
  return dueOn !== null && dueOn < last ? dueOn : last;
}

function paused({ draft, state, today }: Around): Decision {
  const on = draft.dueOn ?? null;
  const problem = dateProblem(on, today, LONGEST_MONTHS.pause);
  if (on === null || problem) return refused(problem ?? { kind: 'date-missing' });
  return draft.note === '' ? refused({ kind: 'note-missing' }) : ok({ state, pausedUntil: on });
}

function dated({ draft, state, today }: Around): Decision {
  const on = draft.dueOn ?? null;
  const problem = dateProblem(on, today, LONGEST_MONTHS.date);
  if (on === null || problem) return refused(problem ?? { kind: 'date-missing' });
  return ok({ state, dueOn: on, remindedOn: null });
}

function dateProblem(on: CivilDate | null, today: CivilDate, months: number): ActRefusal | undefined {
  if (on === null) return { kind: 'date-missing' };
  if (on < today) return { kind: 'date-over', on, today };
  const until = addMonths(today, months);
  return on > until ? { kind: 'date-too-far', on, until, today } : undefined;
}
