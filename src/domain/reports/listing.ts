import type { CivilDate } from '../calendar/civil-date.ts';
import type { ReportNumber } from './details-source.ts';
import type { DatedPart } from './weekly-digest.ts';

/** A row behind a number: an office's part of a deadline, or a submission as far as it is credited there. */
export type ListedRow = ListedPart | ListedSubmission;

export interface ListedPart {
  readonly kind: 'part';
  readonly part: DatedPart;
  /** Open as it stands here, and closed by now. */
  readonly closedSince: CivilDate | null;
}

export interface ListedSubmission {
  readonly kind: 'submission';
  readonly id: string;
  /** Of 1 that counts, where it is split. */
  readonly share: number;
}

export type GroupName =
  /** A heading of the plan, null for rows under none. */
  | { readonly kind: 'area'; readonly area: string | null }
  | { readonly kind: 'office'; readonly name: string }
  | { readonly kind: 'quota'; readonly matter: string; readonly periodKey: string };

/** Rows that make up a number together. */
export interface ListedGroup {
  /** Null where all rows are one group. */
  readonly name: GroupName | null;
  readonly count: number;
  readonly rows: readonly ListedRow[];
}

/** All rows as one group; none where there are none. @param count of rows that `rows` are some of */
export function wholeOf(rows: readonly ListedRow[], count = rows.length): readonly ListedGroup[] {
  return rows.length === 0 ? [] : [{ name: null, count, rows }];
}

/** What a report counts, in the order of its numbers, and a page of the rows behind one of them. */
export interface Listing {
  /** The one that is listed. */
  readonly number: ReportNumber;
  readonly counts: readonly { readonly number: ReportNumber; readonly count: number }[];
  /** Those that have rows on the page; their counts stay those of the whole group. */
  readonly groups: readonly ListedGroup[];
  readonly page: Page;
  /** What the report said, where the records do not give that any more. */
  readonly posted: number | null;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** Which page somebody wants, of how many rows. */
export interface PageAsked {
  readonly page: number;
  readonly size: number;
}

/** A page of so many rows in all; one beyond the last is the last. */
export function pageAt(total: number, { page, size }: PageAsked): Page & { readonly skip: number } {
  const of = Math.max(1, Math.ceil(total / size));
  const number = Math.min(page, of);
  return { number, of, skip: (number - 1) * size };
}

/** The rows of one page in their groups. */
export function pageOf(groups: readonly ListedGroup[], asked: PageAsked): Pick<Listing, 'groups' | 'page'> {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const { skip, ...page } = pageAt(total, asked);
  let left = skip;
  let room = asked.size;
  const shown: ListedGroup[] = [];
  for (const group of groups) {
    const rows = group.rows.slice(left, left + room);
    left = Math.max(0, left - group.rows.length);
    room -= rows.length;
    if (rows.length > 0) shown.push({ ...group, rows });
  }
  return { groups: shown, page };
}
