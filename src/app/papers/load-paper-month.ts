import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { lastMonthOver, monthSpan } from '../../domain/calendar/month.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { closesAt, closesOn } from '../../domain/quotas/close-period.ts';
import type { Correction, MonthFigures } from '../../domain/reports/month-figures.ts';
import { isBeforePlans } from '../../domain/reports/month-figures.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { loadCorrections, loadMonth } from '../monthly/load-month.ts';
import { standingOf } from './paper-facts.ts';

export type PaperNeeds = Pick<Deps, 'clock' | 'ledger' | 'quotas' | 'directory' | 'settings' | 'papers' | 'tables'>;

/** A month as its papers need it. */
export interface PaperMonth {
  readonly month: string;
  readonly figures: MonthFigures;
  readonly plans: readonly Plan[];
  readonly directory: Directory;
  readonly officeNames: ReadonlyMap<string, string>;
  readonly today: CivilDate;
  readonly closesOn: CivilDate;
  readonly isClosed: boolean;
  /** What has changed in the month itself since it was closed. */
  readonly ownCorrections: readonly Correction[];
  readonly standing: ReturnType<typeof standingOf>;
}

export type MonthRefusal =
  | { readonly kind: 'month-to-come'; readonly month: string }
  | { readonly kind: 'month-before-plans'; readonly month: string; readonly year: number }
  | { readonly kind: 'no-plan-in-force' };

/** @param month `YYYY-MM`, or null for the last one that is closed */
export async function loadPaperMonth(
  deps: PaperNeeds,
  month: string | null,
): Promise<Outcome<PaperMonth, MonthRefusal>> {
  const now = deps.clock.now();
  const today = civilDateOf(now);
  const calendar = await loadCalendar(deps);
  const chosen = month ?? lastMonthClosed(today, (endsOn) => closesAt({ endsOn }, calendar) <= now);
  const { from, to } = monthSpan(chosen);
  if (from > today) return refused({ kind: 'month-to-come', month: chosen });
  const [{ figures, plans, directory }, summaries] = await Promise.all([
    loadMonth(deps, { month: chosen, withRecords: true }),
    deps.quotas.findSummaries(chosen),
  ]);
  if (plans.length === 0) return refused({ kind: 'no-plan-in-force' });
  if (isBeforePlans(chosen, plans)) {
    const year = Math.min(...plans.map((plan) => plan.year));
    return refused({ kind: 'month-before-plans', month: chosen, year });
  }
  const isClosed = closesAt({ endsOn: to }, calendar) <= now;
  const ownCorrections = isClosed ? await loadCorrections(deps, chosen) : [];
  return ok({
    month: chosen,
    figures,
    plans,
    directory,
    officeNames: new Map(directory.offices.map(({ id, name }) => [id, name])),
    today,
    closesOn: closesOn({ endsOn: to }, calendar),
    isClosed,
    ownCorrections,
    standing: standingOf(summaries, { isClosed, changedSince: ownCorrections.length > 0 }),
  });
}

function lastMonthClosed(today: CivilDate, isClosed: (endsOn: CivilDate) => boolean): string {
  const over = lastMonthOver(today);
  return isClosed(monthSpan(over).to) ? over : lastMonthOver(monthSpan(over).from);
}
