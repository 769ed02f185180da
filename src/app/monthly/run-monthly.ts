import { civilDateOf } from '../../domain/calendar/civil-date.ts';
import { lastMonthOver, monthsUpTo } from '../../domain/calendar/month.ts';
import { correctSummary } from './correct-summary.ts';
import { type DraftNeeds, type DraftReport, draftMonthlySummary } from './draft-summary.ts';

/** Months of which a change is still corrected: the year before. */
const CORRECTED_MONTHS = 12;

/** What is done once a month has been closed: its draft, and corrections of the months before. */
export async function runMonthly(deps: DraftNeeds): Promise<DraftReport & { readonly corrections: number }> {
  const month = lastMonthOver(civilDateOf(deps.clock.now()));
  const corrections = await correctPosted(deps);
  return { ...(await draftMonthlySummary(deps, { month })), corrections };
}

/**
 * Drafts a 更正 of every month whose posted numbers have changed: once a morning, so that a reviewer who corrects five items asks for
 * one approval.
 *
 * @returns how many were drafted
 */
export async function correctPosted(deps: DraftNeeds): Promise<number> {
  const last = lastMonthOver(civilDateOf(deps.clock.now()));
  let drafted = 0;
  for (const month of monthsUpTo(last, CORRECTED_MONTHS + 1)) {
    const { why } = await correctSummary(deps, { month });
    drafted += why === null ? 1 : 0;
  }
  return drafted;
}
