import { monthSpan } from '../calendar/month.ts';
import type { Plan } from '../ledger/plan.ts';
import type { RateRule } from './quota-rule.ts';

/** Rates that are reported for a month: not of a plan that was issued after it. */
export function ratesOfMonth(
  rates: readonly RateRule[],
  plans: readonly Pick<Plan, 'id' | 'issuedOn'>[],
  month: string,
): readonly RateRule[] {
  const last = monthSpan(month).to;
  const issued = new Map(plans.map(({ id, issuedOn }) => [id, issuedOn]));
  return rates.filter(({ planId }) => (issued.get(planId) ?? last) <= last);
}
