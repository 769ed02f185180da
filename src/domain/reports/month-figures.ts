import type { Instant } from '../calendar/civil-date.ts';
import type { Span } from '../calendar/month.ts';
import type { Counter } from '../quotas/count-quotas.ts';
import type { RateRule } from '../quotas/quota-rule.ts';
import type { RateReading } from '../quotas/rates.ts';
import type { Submission } from '../quotas/submission.ts';
import type { Tally } from '../quotas/tally.ts';
import type { Counted } from './records-behind.ts';

/** What was to be done in a month, and how much of it was. */
export interface CompletionFigures {
  /** 本月办结, in time or late. */
  readonly closed: Counted;
  /** Of those, the ones closed by their date. */
  readonly onTime: Counted;
  /** Due in the month or before, and still open at the instant of the summary. */
  readonly overdue: Counted;
}

/** One office under one quota, or the whole plan. */
export interface OfficeFigures {
  /** Null where the whole plan counts together. */
  readonly officeId: string | null;
  readonly officeName: string | null;
  readonly submitted: Counted;
  readonly accepted: Counted;
  readonly returned: number;
  /** Not decided yet. */
  readonly waiting: number;
  readonly late: number;
  readonly target: number;
  readonly met: boolean;
}

/** A quota that is neither the month's news nor its press conferences: other matters, other periods, other scopes. */
export interface OtherFigures {
  readonly matter: string;
  readonly phrase: string;
  readonly per: Counter['rule']['per'];
  readonly periodKey: string;
  /** Whether the period lasts beyond the month: what is missing can still be made up for. */
  readonly goesOn: boolean;
  readonly offices: readonly OfficeFigures[];
}

export interface NewsFigures {
  /** In the order of the offices file. */
  readonly offices: readonly OfficeFigures[];
  readonly submitted: Counted;
  readonly accepted: Counted;
  readonly late: number;
  /** Offices that reached their target, of {@link offices}. */
  readonly met: number;
  readonly target: number;
  /** News of offices that owe none: in no other number of the summary. */
  readonly beside: Pick<Tally, 'submitted' | 'accepted'>;
}

export interface PressFigures {
  readonly held: Counted;
  readonly target: number;
  readonly met: boolean;
  /** Accepted ones, oldest first. */
  readonly events: readonly Pick<Submission, 'id' | 'eventOn' | 'title'>[];
}

export interface RateFigures {
  readonly rule: RateRule;
  readonly officeName: string;
  /** Null where the office has not entered the month's figures. */
  readonly reading: RateReading | null;
  /** Of the month before, or null. */
  readonly before: RateReading | null;
}

/** A submission of the month before that changed what it counts as after that month was closed. */
export interface Correction {
  readonly submission: Pick<Submission, 'id' | 'title' | 'matter' | 'state' | 'credits' | 'eventOn'>;
  /** How it stood when the month was closed; null where it came later. */
  readonly before: Pick<Submission, 'state' | 'credits'> | null;
}

/** Everything that the leadership group, the circular and the tables say about a month: formed here and nowhere else. */
export interface MonthFigures {
  /** `YYYY-MM` */
  readonly month: string;
  readonly span: Span;
  readonly at: Instant;
  readonly completion: CompletionFigures;
  /** By the outermost heading of the plan, in the plan's order; null stands for rows without one. */
  readonly areas: readonly (CompletionFigures & { readonly area: string | null })[];
  /** Null where no plan in force asks for them. */
  readonly press: PressFigures | null;
  readonly news: NewsFigures | null;
  readonly others: readonly OtherFigures[];
  /** News of the last months against their quota, oldest first and this month last; empty where there is no such quota. */
  readonly trend: readonly { readonly month: string; readonly accepted: number; readonly target: number }[];
  readonly rates: readonly RateFigures[];
  readonly corrections: readonly Correction[];
}

/** What the on-time rate is a share of: what was closed, and what is still open and late. */
export function onTimeTotal({ closed, overdue }: CompletionFigures): number {
  return closed.value + overdue.value;
}

/** Whether a month is before the year of every plan in force: nobody owed anything in it yet. */
export function isBeforePlans(month: string, plans: readonly { readonly year: number }[]): boolean {
  return plans.length > 0 && plans.every(({ year }) => year > Number(month.slice(0, 4)));
}
