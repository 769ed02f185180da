import { NUMBER_OF_LIST } from '../../cards/monthly-definitions.ts';
import type { Instant } from '../../domain/calendar/civil-date.ts';
import { isSummaryNumber, type ReportNumber, type SummaryNumber } from '../../domain/reports/details-source.ts';
import { type Listing, type PageAsked, pageOf } from '../../domain/reports/listing.ts';
import { monthCounts, monthList } from '../../domain/reports/month-lists.ts';
import type { Deps } from '../deps.ts';
import type { OfOffices } from '../load-digest-parts.ts';
import { loadMonthThen } from './load-month-then.ts';

type Needs = Pick<Deps, 'ledger' | 'quotas' | 'directory' | 'settings'>;

/** Numbers of submissions that are not loaded for the figures themselves. */
const OF_RECORDS: readonly SummaryNumber[] = ['submitted', 'accepted', 'late', 'others'];

/** The rows behind a number of the summary of a month, as they stood when it was drafted. */
export async function listMonth(
  deps: Needs,
  asked: OfOffices &
    PageAsked & { readonly month: string; readonly of: Instant; readonly number: ReportNumber | undefined },
): Promise<Listing> {
  const { month, of, officeIds } = asked;
  const number = isSummaryNumber(asked.number) ? asked.number : 'overdue';
  const withRecords = OF_RECORDS.includes(number);
  const { figures, behind } = await loadMonthThen(deps, { month, at: of, officeIds, withRecords });
  const counts = monthCounts(figures);
  const count = counts.find((each) => each.number === number)?.count ?? 0;
  const posted = officeIds ? null : await postedNumber(deps, { month, of, number });
  return {
    number,
    counts,
    ...pageOf(monthList(number, figures, behind), asked),
    posted: posted === count ? null : posted,
  };
}

/** As it is kept with the draft; null where there is none, or no such number. */
async function postedNumber(
  { quotas }: Pick<Deps, 'quotas'>,
  { month, of, number }: { readonly month: string; readonly of: Instant; readonly number: SummaryNumber },
): Promise<number | null> {
  const name = NUMBER_OF_LIST[number];
  const summary = (await quotas.findSummaries(month)).find(({ draftedAt }) => draftedAt === of);
  return (name === null ? null : summary?.numbers[name]) ?? null;
}
