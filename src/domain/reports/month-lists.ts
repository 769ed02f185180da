import { groupBy } from '../group-by.ts';
import { hundredths } from '../quotas/tally.ts';
import type { SummaryNumber } from './details-source.ts';
import { type ListedGroup, type ListedPart, type ListedRow, type ListedSubmission, wholeOf } from './listing.ts';
import type { MonthFigures, OfficeFigures } from './month-figures.ts';
import type { SummaryRecord } from './records-behind.ts';
import type { DatedPart } from './weekly-digest.ts';

/** The numbers of a month that have rows behind them, as far as its plans ask for them. */
export function monthCounts(
  figures: MonthFigures,
): readonly { readonly number: SummaryNumber; readonly count: number }[] {
  const { completion, press, news, others } = figures;
  return [
    { number: 'overdue', count: completion.overdue.value },
    { number: 'closed', count: completion.closed.value },
    { number: 'onTime', count: completion.onTime.value },
    ...(press ? [{ number: 'press', count: press.held.value } as const] : []),
    ...(news
      ? [
          { number: 'submitted', count: news.submitted.value } as const,
          { number: 'accepted', count: news.accepted.value } as const,
          { number: 'late', count: news.late } as const,
        ]
      : []),
    ...(others.length > 0
      ? [{ number: 'others', count: sumOf(othersOf(figures, () => []).map(({ count }) => count)) } as const]
      : []),
  ];
}

/** What stands behind the figures, by id. */
export interface Behind {
  readonly parts: ReadonlyMap<string, ListedPart>;
  readonly records: ReadonlyMap<string, SummaryRecord & { readonly isLate: boolean }>;
}

/**
 * Exactly the rows that one number of a month counts, in groups of which each is a number of the summary too: parts by the heading of
 * the plan, submissions by office, those of other quotas by quota.
 */
export function monthList(number: SummaryNumber, figures: MonthFigures, behind: Behind): readonly ListedGroup[] {
  const { completion, press, news } = figures;
  switch (number) {
    case 'overdue':
    case 'closed':
    case 'onTime':
      return byArea(completion[number].parts.flatMap((id) => behind.parts.get(id) ?? []));
    case 'press':
      return wholeOf((press?.held.parts ?? []).map(wholeRow));
    case 'submitted':
    case 'accepted':
      return (news?.offices ?? []).flatMap((office) => ofOffice(office, office[number], behind));
    case 'late':
      return (news?.offices ?? []).flatMap((office) => {
        const parts = office.submitted.parts.filter((id) => behind.records.get(id)?.isLate);
        return ofOffice(office, { value: office.late, parts }, behind);
      });
    case 'others':
      return othersOf(figures, ({ officeId, accepted }) =>
        officeId === null ? accepted.parts.map(wholeRow) : sharedRows(accepted.parts, behind),
      );
  }
}

/** A single heading says nothing. */
function byArea(rows: readonly ListedPart[]): readonly ListedGroup[] {
  const areas = [...groupBy(rows, ({ part }) => outermost(part))];
  if (areas.length <= 1) return wholeOf(rows);
  return areas.map(([area, own]) => ({ name: { kind: 'area', area }, count: own.length, rows: own }));
}

function outermost({ area: [first] }: DatedPart): string | null {
  return first ?? null;
}

function ofOffice(
  { officeName }: OfficeFigures,
  { value, parts }: OfficeFigures['accepted'],
  behind: Behind,
): readonly ListedGroup[] {
  const rows = sharedRows(parts, behind);
  return rows.length === 0 ? [] : [{ name: { kind: 'office', name: officeName ?? '' }, count: value, rows }];
}

function othersOf(
  { others }: MonthFigures,
  rowsFor: (office: OfficeFigures) => readonly ListedRow[],
): readonly ListedGroup[] {
  return others.map(({ matter, periodKey, offices }) => ({
    name: { kind: 'quota', matter, periodKey },
    count: sumOf(offices.map(({ accepted }) => accepted.value)),
    rows: offices.flatMap(rowsFor),
  }));
}

/** Of a number that an office shares with those it made a submission with. */
function sharedRows(ids: readonly string[], { records }: Behind): readonly ListedRow[] {
  return ids.map((id) => ({ ...wholeRow(id), share: 1 / Math.max(1, records.get(id)?.credits.length ?? 1) }));
}

function wholeRow(id: string): ListedSubmission {
  return { kind: 'submission', id, share: 1 };
}

function sumOf(counts: readonly number[]): number {
  return hundredths(counts.reduce((sum, count) => sum + count, 0));
}
