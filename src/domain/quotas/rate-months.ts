import { addMonths, type CivilDate, civil, endOfMonth } from '../calendar/civil-date.ts';
import type { Plan } from '../ledger/plan.ts';
import type { RateRule } from './quota-rule.ts';

/** `YYYY-MM` of the month before the one that a day lies in: the newest whose numbers are complete. */
export function monthBefore(on: CivilDate): string {
  return addMonths(on, -1).slice(0, 7);
}

export function monthOfDay(on: CivilDate): string {
  return on.slice(0, 7);
}

/** The month some months after or before a month, both `YYYY-MM`. */
export function shiftMonth(month: string, by: number): string {
  return addMonths(civil(`${month}-01`), by).slice(0, 7);
}

/** Rates that are reported for a month: not of a plan that was issued after it. */
export function ratesOfMonth(
  rates: readonly RateRule[],
  plans: readonly Pick<Plan, 'id' | 'issuedOn'>[],
  month: string,
): readonly RateRule[] {
  const last = endOfMonth(civil(`${month}-01`));
  const issued = new Map(plans.map(({ id, issuedOn }) => [id, issuedOn]));
  return rates.filter(({ planId }) => (issued.get(planId) ?? last) <= last);
}
