import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { SubmissionActKind, SubmissionState } from '../../domain/quotas/submission.ts';
import type { SubmissionDraft } from '../../domain/quotas/submission-draft.ts';

/** One submission. Texts are as people wrote them: the card escapes and shortens. */
export interface SubmissionView {
  readonly id: string;
  readonly version: number;
  readonly matter: string;
  /** Empty for 零报告. */
  readonly title: string;
  readonly link: string | null;
  readonly fileName: string | null;
  readonly eventOn: CivilDate;
  readonly officeName: string;
  readonly jointNames: readonly string[];
  /** Credited to all that made it together. */
  readonly split: boolean;
  /** 迟报 */
  readonly late: boolean;
  readonly state: SubmissionState;
  readonly personName: string;
  readonly submittedAt: Instant;
  /** How it was decided last. */
  readonly decision: { readonly personName: string; readonly at: Instant; readonly reason: string } | null;
  /** What it counts as has changed since its month was closed, or would. */
  readonly correction: boolean;
  readonly duplicates: readonly DuplicateView[];
  /** What the reader may do. */
  readonly acts: readonly SubmissionActKind[];
}

export interface DuplicateView {
  readonly by: 'link' | 'title';
  readonly matter: string;
  readonly officeName: string;
  readonly eventOn: CivilDate;
  readonly title: string;
}

export interface OfficeChoice {
  readonly id: string;
  readonly name: string;
}

/** The card of 报送: its form, or what was recorded with it. */
export type SubmissionCardView = { readonly cardId: string; readonly today: CivilDate } & (
  | {
      readonly look: 'form';
      readonly draft: SubmissionDraft;
      readonly matters: readonly string[];
      /** The offices that the person answers for; asked only where there are several. */
      readonly offices: readonly OfficeChoice[];
      /** 联合报送单位: all others. */
      readonly others: readonly OfficeChoice[];
      /** A file that the person sends is for 报送. */
      readonly byFile: boolean;
    }
  | {
      readonly look: 'result';
      readonly submission: SubmissionView;
      /** Where the quotas of its matter stand that its office has a share in, in the period of its event. */
      readonly counters: readonly Counter[];
    }
  | { readonly look: 'gone' }
);

/** 本月报送 of one person. */
export interface MyQuotasView {
  readonly cardId: string;
  readonly today: CivilDate;
  /** `YYYY-MM` */
  readonly month: string;
  readonly offices: readonly {
    readonly id: string;
    readonly name: string;
    /** In the order of the rules; those of the whole plan among them. */
    readonly counters: readonly Counter[];
    /** Matters in which 零报告 is allowed and nothing was submitted yet. */
    readonly nil: readonly string[];
  }[];
  readonly rows: readonly SubmissionView[];
  readonly total: number;
  readonly page: { readonly number: number; readonly of: number };
}

/** The queue of whoever reviews, oldest event first, or what was decided, newest event first. */
export interface SubmissionsView {
  readonly cardId: string;
  readonly today: CivilDate;
  readonly at: Instant;
  readonly view: 'queue' | 'decided';
  /** Of everything, on this page or not. */
  readonly waiting: number;
  /** Registered for a coming day: they are reviewed from that day on. */
  readonly coming: number;
  readonly rows: readonly SubmissionView[];
  readonly page: { readonly number: number; readonly of: number };
  readonly returning: {
    readonly id: string;
    readonly error: string | null;
    readonly values: { readonly note: string; readonly reasons: readonly string[] };
  } | null;
}
