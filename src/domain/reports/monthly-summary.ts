import { civilDateOf, type Instant } from '../calendar/civil-date.ts';
import { monthSpan } from '../calendar/month.ts';
import { groupBy } from '../group-by.ts';
import type { Part } from '../ledger/part.ts';
import type { Counter } from '../quotas/count-quotas.ts';
import { NEWS } from '../quotas/matter.ts';
import type { RateRule } from '../quotas/quota-rule.ts';
import { type RateEntry, readRate } from '../quotas/rates.ts';
import type { Submission } from '../quotas/submission.ts';
import { hundredths, type Tally } from '../quotas/tally.ts';
import { isOverdue } from '../reminders/urgency.ts';
import { isCounted, isDone } from './counted-parts.ts';
import { highestByOffice, newsOf, pressOf } from './month-counters.ts';
import type {
  CompletionFigures,
  Correction,
  MonthFigures,
  NewsFigures,
  OfficeFigures,
  OtherFigures,
  PressFigures,
  RateFigures,
} from './month-figures.ts';
import { type Counted, type RecordsBehind, recordsBehind, type SummaryRecord } from './records-behind.ts';

/** What the summary asks of a part. */
export type SummaryPart = Pick<
  Part,
  'id' | 'state' | 'dueOn' | 'pastAtBirth' | 'rule' | 'pausedUntil' | 'closedOn' | 'area'
>;

export interface MonthInput {
  readonly month: string;
  readonly at: Instant;
  /** In the plan's order: those closed in the month, and open ones whose date is over, among any others. */
  readonly parts: readonly SummaryPart[];
  /** Of the month's last day. */
  readonly counters: readonly Counter[];
  readonly officeNames: ReadonlyMap<string, string>;
  /** Of the month's span. */
  readonly tallies: readonly Tally[];
  /** Submissions behind the counters, to name them; without them the numbers are the same and name none. */
  readonly records: readonly SummaryRecord[];
  /** Accepted press conferences of the month. */
  readonly press: readonly Pick<Submission, 'id' | 'eventOn' | 'title'>[];
  /** Counters of the months before, oldest first, without this one. */
  readonly before: readonly { readonly month: string; readonly counters: readonly Counter[] }[];
  readonly rates: readonly RateRule[];
  /** Of this month and of the one before. */
  readonly rateEntries: readonly RateEntry[];
  readonly corrections: readonly Correction[];
}

/**
 * The month for the leadership group.
 *
 * The parts of {@link isCounted} are in it, as in the weekly digest. What an office did late is counted in the month in which it did
 * it. Of several monthly quotas of news that one office owes the highest counts.
 */
export function monthlySummary(input: MonthInput): MonthFigures {
  const span = monthSpan(input.month);
  const counted = input.parts.filter(isCounted);
  const today = civilDateOf(input.at);
  const completionOf = (parts: readonly (typeof counted)[number][]): CompletionFigures => {
    const closed = parts.filter(
      (part) => isDone(part) && part.closedOn !== null && span.from <= part.closedOn && part.closedOn <= span.to,
    );
    return {
      closed: countOf(closed),
      onTime: countOf(closed.filter(({ closedOn, dueOn }) => closedOn !== null && closedOn <= dueOn)),
      overdue: countOf(parts.filter((part) => isOverdue(part, today) && part.dueOn <= span.to)),
    };
  };
  const areas = [...groupBy(counted, ({ area: [outermost] }) => outermost ?? null)]
    .map(([area, parts]) => ({ area, ...completionOf(parts) }))
    .filter(({ closed, overdue }) => closed.value + overdue.value > 0);
  return {
    month: input.month,
    span,
    at: input.at,
    completion: completionOf(counted),
    areas,
    ...quotaFigures(input),
    rates: rateFigures(input),
    corrections: input.corrections,
  };
}

/** The month's input with its records sorted. */
type Sorted = MonthInput & { readonly behind: RecordsBehind };

function quotaFigures(month: MonthInput): Pick<MonthFigures, 'press' | 'news' | 'others' | 'trend'> {
  const input: Sorted = { ...month, behind: recordsBehind(month.records) };
  const news = newsOf(input.counters);
  const press = pressOf(input.counters);
  const others = input.counters.filter((counter) => !news.includes(counter) && !press.includes(counter));
  const [conference] = press.toSorted((a, b) => b.target - a.target);
  const months = [...input.before, { month: input.month, counters: input.counters }].map(({ month, counters }) => {
    const offices = highestByOffice(newsOf(counters));
    return { month, accepted: sumOf(offices, 'accepted'), target: sumOf(offices, 'target') };
  });
  const begun = months.findIndex(({ month, accepted }) => accepted > 0 || month === input.month);
  return {
    news: news.length === 0 ? null : newsFigures(highestByOffice(news), input),
    press: conference ? pressFigures(conference, input) : null,
    others: [...groupBy(others, ({ rule }) => rule.ruleId).values()].flatMap(([first, ...more]) =>
      first ? [otherFigures([first, ...more], first, input)] : [],
    ),
    // Months before the first that anything was accepted in say nothing about the offices.
    trend: news.length === 0 ? [] : months.slice(begun),
  };
}

function newsFigures(counters: readonly Counter[], input: Sorted): NewsFigures {
  const offices = counters.map((counter) => officeFigures(counter, input));
  const owing = new Set(counters.map(({ officeId }) => officeId));
  const besides = input.tallies.filter(({ matter, officeId }) => matter === NEWS && !owing.has(officeId));
  return {
    offices,
    submitted: totalOf(counters, 'submitted', offices),
    accepted: totalOf(counters, 'accepted', offices),
    late: sumOf(counters, 'late'),
    met: counters.filter(({ met }) => met).length,
    target: sumOf(counters, 'target'),
    beside: { submitted: sumOf(besides, 'submitted'), accepted: sumOf(besides, 'accepted') },
  };
}

function totalOf(
  counters: readonly Counter[],
  of: 'submitted' | 'accepted',
  offices: readonly OfficeFigures[],
): Counted {
  const parts = [...new Set(offices.flatMap((office) => office[of].parts))];
  return { value: sumOf(counters, of), parts };
}

function pressFigures(counter: Counter, input: MonthInput): PressFigures {
  const events = input.press.toSorted((a, b) => (a.eventOn < b.eventOn ? -1 : Number(a.eventOn > b.eventOn)));
  const parts = events.map(({ id }) => id);
  return { held: { value: counter.accepted, parts }, target: counter.target, met: counter.met, events };
}

function otherFigures(counters: readonly Counter[], first: Counter, input: Sorted): OtherFigures {
  const { key: periodKey, endsOn } = first.period;
  const { matter, phrase, per } = first.rule;
  const offices = counters.map((counter) => officeFigures(counter, input));
  return { matter, phrase, per, periodKey, goesOn: endsOn > monthSpan(input.month).to, offices };
}

function officeFigures(counter: Counter, { officeNames, behind }: Sorted): OfficeFigures {
  const { officeId, submitted, accepted, returned, late, target, met } = counter;
  const records = behind(counter);
  return {
    officeId,
    officeName: officeId === null ? null : (officeNames.get(officeId) ?? officeId),
    submitted: { value: submitted, parts: records.map(({ id }) => id) },
    accepted: { value: accepted, parts: records.filter(({ state }) => state === 'accepted').map(({ id }) => id) },
    returned,
    waiting: hundredths(submitted - accepted - returned),
    late,
    target,
    met,
  };
}

function rateFigures({ rates, rateEntries, officeNames, month }: MonthInput): readonly RateFigures[] {
  const keyOf = (ruleId: string, officeId: string, isBefore: boolean) => `${ruleId} ${officeId} ${isBefore}`;
  const entries = new Map(
    rateEntries.map((entry) => [keyOf(entry.ruleId, entry.officeId, entry.month !== month), entry]),
  );
  return rates.flatMap((rule) =>
    rule.officeIds.map((officeId) => {
      const readingOf = (isBefore: boolean) => {
        const entry = entries.get(keyOf(rule.ruleId, officeId, isBefore));
        return entry ? readRate(entry, rule.min) : null;
      };
      const officeName = officeNames.get(officeId) ?? officeId;
      return { rule, officeName, reading: readingOf(false), before: readingOf(true) };
    }),
  );
}

function countOf(parts: readonly SummaryPart[]): Counted {
  return { value: parts.length, parts: parts.map(({ id }) => id) };
}

function sumOf<K extends string>(items: readonly Readonly<Record<K, number>>[], of: K): number {
  return hundredths(items.reduce((sum, item) => sum + item[of], 0));
}
