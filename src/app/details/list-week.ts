import { civilDateOf, type Instant } from '../../domain/calendar/civil-date.ts';
import { isWeeklyNumber, type ReportNumber } from '../../domain/reports/details-source.ts';
import { digestRows } from '../../domain/reports/digest-details.ts';
import { type Listing, type PageAsked, pageAt, wholeOf } from '../../domain/reports/listing.ts';
import { type DatedPart, reportedWeek, weekOf } from '../../domain/reports/weekly-digest.ts';
import { type Deps, loadCalendar } from '../deps.ts';
import { countDoneParts, findDoneParts, loadDigestParts, type OfOffices } from '../load-digest-parts.ts';

/**
 * The rows behind a number of the weekly digest of an instant, as they stand now.
 *
 * @param of when the digest was drawn
 */
export async function listWeek(
  deps: Pick<Deps, 'ledger' | 'settings'>,
  asked: OfOffices &
    PageAsked & { readonly of: Instant; readonly number: ReportNumber | undefined; readonly now: Instant },
): Promise<Listing> {
  const { of, now, officeIds, size } = asked;
  const number = isWeeklyNumber(asked.number) ? asked.number : 'overdue';
  const today = civilDateOf(now);
  const calendar = await loadCalendar(deps);
  const closedOn = reportedWeek(civilDateOf(of), calendar);
  const [parts, done] = await Promise.all([
    // The weeks of an old digest lie before this one.
    loadDigestParts(deps, { until: weekOf(today).to, closedOn, officeIds }),
    countDoneParts(deps, { officeIds }),
  ]);
  const rows = digestRows({ parts, of, today, calendar });
  const counts = [
    { number: 'completion', count: done + rows.overdue.length },
    { number: 'overdue', count: rows.overdue.length },
    { number: 'closed', count: rows.closed.length },
    { number: 'dueNext', count: rows.dueNext.length },
  ] as const;
  const count = counts.find((each) => each.number === number)?.count ?? 0;
  const { skip, ...page } = pageAt(count, asked);
  const shown = await rowsShown();
  return {
    number,
    counts,
    groups: wholeOf(
      shown.map((part) => ({ kind: 'part', part, closedSince: null })),
      count,
    ),
    page,
    posted: null,
  };

  /** What is done is looked for a page at a time; behind it stands what is overdue. */
  async function rowsShown(): Promise<readonly DatedPart[]> {
    if (number !== 'completion') return rows[number].slice(skip, skip + size);
    const some = skip < done ? await findDoneParts(deps, { officeIds, skip, take: size }) : [];
    return [...some, ...rows.overdue.slice(Math.max(0, skip - done))].slice(0, size);
  }
}
