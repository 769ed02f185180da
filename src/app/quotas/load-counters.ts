import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type Counter, countQuotas, spanKey, spansOf } from '../../domain/quotas/count-quotas.ts';
import { type QuotaRule, quotaRulesOf, type RateRule, rateRulesOf } from '../../domain/quotas/quota-rule.ts';
import { statedQuotas } from '../../domain/quotas/stated-quotas.ts';
import type { Tally } from '../../domain/quotas/tally.ts';
import { type Deps, loadCalendar } from '../deps.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** The quotas and rates of the plans in force. */
export interface Quotas {
  readonly rules: readonly QuotaRule[];
  readonly rates: readonly RateRule[];
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
}

export async function loadQuotas(deps: Needs): Promise<Quotas> {
  const [plans, rows, unassigned, directory, calendar] = await Promise.all([
    deps.ledger.listPlans(),
    deps.quotas.loadQuotaTasks(),
    deps.quotas.loadUnassignedRules(),
    deps.directory.load(),
    loadCalendar(deps),
  ]);
  const issuesOf = groupBy(unassigned, ({ planId }) => planId);
  const tasks = [...rows, ...plans.flatMap((plan) => statedQuotas(plan, issuesOf.get(plan.id) ?? []))];
  return {
    rules: quotaRulesOf(plans, tasks, directory),
    rates: rateRulesOf(plans, tasks, directory),
    directory,
    calendar,
  };
}

/** Where every quota stands in the period that a day lies in: the one source of these numbers. */
export async function loadCounters(
  deps: Needs,
  on: CivilDate,
): Promise<Quotas & { readonly counters: readonly Counter[] }> {
  const quotas = await loadQuotas(deps);
  return { ...quotas, counters: await countersOn(deps, quotas.rules, on) };
}

/** The same for rules that are loaded already: for a trend, or some of the rules. */
export async function countersOn(
  deps: { readonly quotas: Pick<Deps['quotas'], 'tally'> },
  rules: readonly QuotaRule[],
  on: CivilDate,
): Promise<readonly Counter[]> {
  const tallies = new Map<string, readonly Tally[]>();
  for (const span of spansOf(rules, on)) tallies.set(spanKey(span), await deps.quotas.tally(span));
  return countQuotas({ rules, tallies, on });
}
