import { type Instant, instantFromMs } from '../calendar/civil-date.ts';
import { isMonth } from '../calendar/month.ts';

/** The four numbers of a weekly digest, in the order of their buttons. */
export const WEEKLY_NUMBERS = ['completion', 'overdue', 'closed', 'dueNext'] as const;

/** The numbers of a month's summary that have rows behind them, in the order of their buttons; `others` are all other quotas. */
export const SUMMARY_NUMBERS = [
  'overdue',
  'closed',
  'onTime',
  'press',
  'submitted',
  'accepted',
  'late',
  'others',
] as const;

export type WeeklyNumber = (typeof WEEKLY_NUMBERS)[number];
export type SummaryNumber = (typeof SUMMARY_NUMBERS)[number];
export type ReportNumber = WeeklyNumber | SummaryNumber;

/** Which report a card of details is about: the week's of an instant, or a month's (`YYYY-MM`) as it was drafted at an instant. */
export type DetailsSource =
  | { readonly kind: 'week'; readonly at: Instant }
  | { readonly kind: 'month'; readonly at: Instant; readonly month: string };

/** The source as the subject of a card; {@link sourceOf} reads it. */
export function subjectOf(source: DetailsSource): string {
  return source.kind === 'week' ? String(source.at) : `${source.month} ${source.at}`;
}

export function sourceOf(subject: string): DetailsSource {
  const [first = '', second] = subject.split(' ');
  if (second === undefined || !isMonth(first)) return { kind: 'week', at: instantFromMs(Number(first)) };
  return { kind: 'month', at: instantFromMs(Number(second)), month: first };
}

export function isWeeklyNumber(number: string | undefined): number is WeeklyNumber {
  return WEEKLY_NUMBERS.some((each) => each === number);
}

export function isSummaryNumber(number: string | undefined): number is SummaryNumber {
  return SUMMARY_NUMBERS.some((each) => each === number);
}
