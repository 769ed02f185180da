import { monthSpan, monthsUpTo, type Span, shiftMonth } from '../../domain/calendar/month.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { closesAt, correctionsSince } from '../../domain/quotas/close-period.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { NEWS, PRESS } from '../../domain/quotas/matter.ts';
import type { QuotaRule } from '../../domain/quotas/quota-rule.ts';
import { OPEN_STATES } from '../../domain/reports/counted-parts.ts';
import type { Correction, MonthFigures } from '../../domain/reports/month-figures.ts';
import { monthlySummary } from '../../domain/reports/monthly-summary.ts';
import type { SubmissionRecord } from '../../ports/quota-store.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import type { OfOffices } from '../load-digest-parts.ts';
import { countersOn, loadCounters } from '../quotas/load-counters.ts';

export type MonthNeeds = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

export interface LoadedMonth {
  readonly figures: MonthFigures;
  readonly directory: Directory;
  /** In force, in their order. */
  readonly plans: readonly Plan[];
  /** Of the month's last day: what {@link MonthFigures} was formed from. */
  readonly counters: readonly Counter[];
}

const TREND_MONTHS = 6;

/**
 * A month's figures as everything stands now.
 *
 * @param withRecords also names the submissions behind every number: for scripts and papers, not for a card
 */
export async function loadMonth(
  deps: MonthNeeds,
  { month, withRecords }: { readonly month: string; readonly withRecords: boolean },
): Promise<LoadedMonth> {
  const span = monthSpan(month);
  const at = deps.clock.now();
  const [{ rules, rates, counters, directory }, allPlans] = await Promise.all([
    loadCounters(deps, span.to),
    deps.ledger.listPlans(),
  ]);
  const plans = allPlans.filter(({ state }) => state === 'published');
  const news = rules.filter(({ matter, per, scope }) => matter === NEWS && per === 'month' && scope === 'each-office');
  const [parts, tallies, press, records, before, rateEntries, corrections] = await Promise.all([
    loadMonthParts(deps, { span, plans }),
    deps.quotas.tally(span),
    deps.quotas.findSubmissions({ span, matter: PRESS, states: ['accepted'] }),
    withRecords ? loadRecords(deps.quotas, counters) : [],
    loadTrend(deps, news, month),
    rates.length === 0 ? [] : deps.quotas.findRates({ from: shiftMonth(month, -1), to: month }),
    loadCorrections(deps, shiftMonth(month, -1)),
  ]);
  const officeNames = new Map(directory.offices.map(({ id, name }) => [id, name]));
  const figures = monthlySummary({
    month,
    at,
    parts,
    counters,
    officeNames,
    tallies,
    records,
    press,
    before,
    rates,
    rateEntries: rateEntries.filter(({ withdrawn }) => !withdrawn),
    corrections,
  });
  return { figures, directory, plans, counters };
}

/** Submissions of a month that have changed what they count as since it was closed. */
export async function loadCorrections(
  deps: Pick<Deps, 'quotas' | 'settings'>,
  month: string,
): Promise<readonly Correction[]> {
  const span = monthSpan(month);
  const closedAt = closesAt({ endsOn: span.to }, await loadCalendar(deps));
  return correctionsSince(await deps.quotas.findSubmissions({ span, changedSince: closedAt }), closedAt);
}

/** What was closed in the month, and what is still open of what was due by its end, in the plans' order. */
export async function loadMonthParts(
  { ledger }: Pick<Deps, 'ledger'>,
  { span, plans, officeIds }: OfOffices & { readonly span: Span; readonly plans: readonly Plan[] },
): Promise<readonly Part[]> {
  const common = { ...(officeIds && { officeIds }), withReplies: false };
  const [open, closed] = await Promise.all([
    ledger.findParts({ ...common, states: OPEN_STATES, dueOnOrBefore: span.to }),
    ledger.findParts({ ...common, closedOn: span }),
  ]);
  return inPlanOrder([...closed, ...open], plans);
}

export function inPlanOrder(parts: readonly Part[], plans: readonly Plan[]): readonly Part[] {
  const place = new Map(plans.map(({ id }, index) => [id, index]));
  return parts.toSorted((a, b) => (place.get(a.planId) ?? 0) - (place.get(b.planId) ?? 0) || a.taskOrder - b.taskOrder);
}

async function loadTrend(deps: Pick<Deps, 'quotas'>, news: readonly QuotaRule[], month: string) {
  if (news.length === 0) return [];
  const months = monthsUpTo(month, TREND_MONTHS).slice(0, -1);
  return Promise.all(
    months.map(async (each) => ({ month: each, counters: await countersOn(deps, news, monthSpan(each).to) })),
  );
}

/** Of every period that a counter counts in. */
export async function loadRecords(
  quotas: Pick<Deps['quotas'], 'findRecords'>,
  counters: readonly Counter[],
): Promise<readonly SubmissionRecord[]> {
  const spans = new Map(
    counters.map(({ period: { startsOn: from, endsOn: to } }) => [`${from} ${to}`, { from, to }] as const),
  );
  const found = await Promise.all([...spans.values()].map((span) => quotas.findRecords(span)));
  return [...new Map(found.flat().map((record) => [record.id, record])).values()];
}
