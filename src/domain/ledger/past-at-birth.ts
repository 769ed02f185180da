import { addMonths, type CivilDate } from '../calendar/civil-date.ts';
import type { Part, Reply, ReplyState } from './part.ts';
import { periodsOf } from './periods.ts';

/** What an office says about a part whose date was over when the plan was issued: 已完成 with its day, or 未完成 with a new date. */
export interface PastAnswer {
  readonly state: ReplyState;
  /** With `done`: the day on which it was completed. */
  readonly completedOn?: CivilDate;
  /** With `progress`: the date that holds from now on. */
  readonly newDueOn?: CivilDate;
}

export type PastProblem =
  /** The part asks for a day and the answer has none, or the other way round: a button of before it changed. */
  | { readonly kind: 'other-question' }
  | { readonly kind: 'completed-in-future'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'new-date-over'; readonly on: CivilDate; readonly today: CivilDate }
  | { readonly kind: 'new-date-too-far'; readonly on: CivilDate; readonly until: CivilDate }
  | { readonly kind: 'new-date-unchanged'; readonly on: CivilDate };

/** A new date lies within two years. */
const LONGEST_MONTHS = 24;

/** What is wrong with the days of an answer; `undefined` where nothing is. An ordinary part takes no days at all. */
export function pastProblem(
  part: Pick<Part, 'pastAtBirth' | 'dueOn'>,
  { state, completedOn, newDueOn }: PastAnswer,
  today: CivilDate,
): PastProblem | undefined {
  if (!part.pastAtBirth) return completedOn || newDueOn ? { kind: 'other-question' } : undefined;
  if (state === 'done' && completedOn) {
    return completedOn > today ? { kind: 'completed-in-future', on: completedOn, today } : undefined;
  }
  return state === 'progress' && newDueOn ? newDateProblem(part, newDueOn, today) : { kind: 'other-question' };
}

function newDateProblem(part: Pick<Part, 'dueOn'>, on: CivilDate, today: CivilDate): PastProblem | undefined {
  const until = addMonths(today, LONGEST_MONTHS);
  if (on < today) return { kind: 'new-date-over', on, today };
  if (on > until) return { kind: 'new-date-too-far', on, until };
  // Possible where a plan bears a date of issue that is still to come.
  return on === part.dueOn ? { kind: 'new-date-unchanged', on } : undefined;
}

/**
 * The date that a part goes back to when this answer is taken back, or null where the answer did not change it.
 *
 * A part that was past at birth takes no other answer before its new date, and has its own date no more afterwards: the answer
 * that holds alone beside a changed date is the one that changed it.
 */
export function dueOnBefore(
  part: Pick<Part, 'dueOn' | 'rule' | 'period' | 'replies' | 'acts'>,
  reply: Reply,
): CivilDate | null {
  // Another date was granted: that was no answer, and does not go with one.
  if (part.acts.some(({ kind, dueOn }) => kind === 'grant' && dueOn !== null)) return null;
  const born = dueOnAtBirth(part);
  if (born === null || born === part.dueOn || reply.state !== 'progress') return null;
  const holding = part.replies.filter(({ undoneAt }) => undoneAt === null);
  return holding[0]?.id === reply.id ? born : null;
}

/** The date that the plan itself gives a part, whatever the office has agreed since; null where it gives none. */
export function dueOnAtBirth({ rule, period }: Pick<Part, 'rule' | 'period'>): CivilDate | null {
  if (rule.kind === 'by') return rule.on;
  if (rule.kind !== 'every' || period === null) return null;
  return periodsOf(rule, Number(period.slice(0, 4))).find(({ key }) => key === period)?.dueOn ?? null;
}
