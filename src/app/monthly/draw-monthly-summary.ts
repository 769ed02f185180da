import type { NoDraft } from '../../cards/monthly-approval-text.ts';
import { type DefinedNumber, monthlyNumbers } from '../../cards/monthly-definitions.ts';
import { monthlySummaryCard } from '../../cards/monthly-summary-card.ts';
import type { MonthFigures } from '../../domain/reports/month-figures.ts';
import { isBeforePlans } from '../../domain/reports/month-figures.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import { type LoadedMonth, loadMonth, type MonthNeeds } from './load-month.ts';

export interface DrawnMonth extends Pick<LoadedMonth, 'directory'> {
  readonly figures: MonthFigures;
  /** By name, see `monthlyNumbers`. */
  readonly numbers: Readonly<Record<string, DefinedNumber>>;
  /** As the leadership group would get it. */
  readonly card: CardJson;
  /** The group that it goes to, or null while none is bound. */
  readonly to: string | null;
  /** Why there is nothing to draft; null where there is. */
  readonly why: Extract<NoDraft, 'no-plan' | 'no-quota' | 'no-group'> | null;
}

/** A month's summary as it would be drafted now, without writing anything. */
export async function drawMonthlySummary(
  deps: MonthNeeds,
  asked: { readonly month: string; readonly withRecords: boolean },
): Promise<DrawnMonth> {
  const [{ figures, plans, counters, directory }, to] = await Promise.all([
    loadMonth(deps, asked),
    deps.settings.groupChat('leaders'),
  ]);
  const [first, ...more] = plans;
  const planId = first && more.length === 0 ? first.id : null;
  const card = monthlySummaryCard({ figures, planTitles: plans.map(({ title }) => title), planId });
  return { figures, directory, numbers: monthlyNumbers(figures), card, to, why: whyNot() };

  function whyNot(): DrawnMonth['why'] {
    if (!first || isBeforePlans(asked.month, plans)) return 'no-plan';
    if (counters.length === 0) return 'no-quota';
    return to === null ? 'no-group' : null;
  }
}

/** The numbers alone, as they are kept with a draft. */
export function valuesOf(numbers: Readonly<Record<string, DefinedNumber>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(numbers).map(([name, { value }]) => [name, value]));
}
