import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { Span } from '../domain/calendar/month.ts';
import type { LedgerIssue, LedgerTask } from '../domain/ledger/plan.ts';
import type { MonthlySummary } from '../domain/quotas/monthly-summary.ts';
import type { RateEntry } from '../domain/quotas/rates.ts';
import type { Submission, SubmissionState } from '../domain/quotas/submission.ts';
import type { Tally } from '../domain/quotas/tally.ts';
import type { SummaryRecord } from '../domain/reports/records-behind.ts';

/** Submissions, rates and monthly summaries, to be read. They are written by {@link LedgerStore.commit}, with what causes them. */
export interface QuotaStore {
  /** The rows of plans in force that have a quota or a rate, in the order of the plans and of their rows. */
  loadQuotaTasks(): Promise<readonly LedgerTask[]>;
  /** 疑点 `unassigned-rule` of the versions in force of plans in force: what only their prose states. */
  loadUnassignedRules(): Promise<readonly Pick<LedgerIssue, 'id' | 'planId' | 'kind' | 'phrases'>[]>;
  findSubmission(id: string): Promise<Submission | undefined>;
  /** Newest event first, then newest submission. */
  findSubmissions(query: SubmissionQuery): Promise<readonly Submission[]>;
  countSubmissions(query: SubmissionQuery): Promise<number>;
  /** The same as `tallySubmissions` of every submission, without loading them. */
  tally(span: Span): Promise<readonly Tally[]>;
  /** What those numbers count: every submission of the span that was not withdrawn, without its words, oldest event first. */
  findRecords(span: Span): Promise<readonly SubmissionRecord[]>;
  /** The newest entry of every rule, office and month from one month to another (`YYYY-MM`, both included), oldest month first. */
  findRates(months: { readonly from: string; readonly to: string }): Promise<readonly RateEntry[]>;
  findSummary(id: string): Promise<MonthlySummary | undefined>;
  /** Of a month (`YYYY-MM`), oldest first. */
  findSummaries(month: string): Promise<readonly MonthlySummary[]>;
}

/** A submission as far as numbers go. */
export interface SubmissionRecord extends SummaryRecord {
  readonly isLate: boolean;
}

export interface SubmissionQuery {
  readonly span?: Span;
  readonly matter?: string;
  readonly states?: readonly SubmissionState[];
  /** Submitted by, made together with, or credited to one of these offices. */
  readonly officeIds?: readonly string[];
  readonly ids?: readonly string[];
  /** Submitted or decided at this moment or later. */
  readonly changedSince?: Instant;
  /** Submitted on this day or later, for the search for duplicates. */
  readonly eventSince?: CivilDate;
  /** From 0. */
  readonly skip?: number;
  readonly limit?: number;
}
