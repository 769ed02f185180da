import { groupBy } from '../../domain/group-by.ts';
import { periodsOf, type RulePeriod } from '../../domain/ledger/periods.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { QuotaRule } from '../../domain/quotas/quota-rule.ts';
import type { Deps } from '../deps.ts';
import { countersOn } from '../quotas/load-counters.ts';

/**
 * Where quotas of a plan stand in the periods of its year, by rule, then period, then office. Periods that were over when the plan
 * was issued are none of its own: nobody owed anything then.
 *
 * @param isCounted which of the periods to count
 */
export async function countYear(
  deps: { readonly quotas: Pick<Deps['quotas'], 'tally'> },
  { plan, rules }: { readonly plan: Pick<Plan, 'year' | 'issuedOn'>; readonly rules: readonly QuotaRule[] },
  isCounted: (period: RulePeriod) => boolean,
): Promise<readonly Counter[]> {
  // Rules of one length share their periods, and the counts in them.
  const counted = await Promise.all(
    [...groupBy(rules, ({ per }) => per)].flatMap(([per, own]) =>
      periodsOf({ period: per, due: null }, plan.year)
        .filter(({ endsOn }) => plan.issuedOn === null || endsOn >= plan.issuedOn)
        .filter(isCounted)
        .map(({ endsOn }) => countersOn(deps, own, endsOn)),
    ),
  );
  const ofRule = groupBy(counted.flat(), ({ rule }) => rule);
  return rules.flatMap((rule) => ofRule.get(rule) ?? []);
}
