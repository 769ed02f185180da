import { type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import type { SubmissionReturnReason } from './return-reason.ts';

/** `submitted` 待审核 · `accepted` 采用 · `returned` 退回 · `withdrawn` 撤回, by its office · `none` 零报告: there was nothing. */
export type SubmissionState = 'submitted' | 'accepted' | 'returned' | 'withdrawn' | 'none';

/**
 * What was done about a submission after it came: `accept` 采用, `return` 退回 with its reason, `reopen` back to 待审核 (更正),
 * `withdraw` by its office, `split` credits all offices that made it together, `join` its own office alone again.
 */
export type SubmissionActKind = 'accept' | 'return' | 'reopen' | 'withdraw' | 'split' | 'join';

export interface SubmissionAct {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string;
  readonly personName: string;
  readonly kind: SubmissionActKind;
  /** Why it was returned or reopened, in people's words; empty elsewhere. */
  readonly reason: string;
  /** Of a return, in the order of the form; empty elsewhere. */
  readonly reasons: readonly SubmissionReturnReason[];
}

/** A file as the platform keeps it: the message that brought it, and its key there. */
export interface SubmittedFile {
  readonly name: string;
  readonly messageId: string;
  readonly fileKey: string;
}

/** One thing that an office did and that quotas count: an item of news (报送), a press conference (发布会), an explainer (解读). */
export interface Submission {
  readonly id: string;
  /** What it counts as, see `matterOf`: `信息`, `发布会`, `图文解读` … */
  readonly matter: string;
  /** At most 100 characters; empty where there was nothing. */
  readonly title: string;
  /** 零报告: the office says that there was nothing. It has no title, and counts as no submission. */
  readonly isNil: boolean;
  readonly link: string | null;
  readonly file: SubmittedFile | null;
  /** The day of what it tells of: it counts in the period of this day, whenever it comes (按活动日期计). */
  readonly eventOn: CivilDate;
  readonly officeId: string;
  /** Offices that made it together with `officeId`, without that. */
  readonly jointOfficeIds: readonly string[];
  readonly submittedAt: Instant;
  readonly personId: string;
  readonly personName: string;
  /** The last day on which it is in time: one working day after the event. Later is 迟报: it counts, and is shown as late. */
  readonly promptBy: CivilDate;
  readonly state: SubmissionState;
  /** The offices it is credited to in equal shares: `officeId` alone, unless the reviewer has split it. */
  readonly credits: readonly string[];
  /** When the state was decided last, or null. */
  readonly decidedAt: Instant | null;
  /** Grows by one with every act; a button carries the version it was drawn with. */
  readonly version: number;
  /** Oldest first. */
  readonly acts: readonly SubmissionAct[];
}

/** Whether it stands among what was submitted (报送): not taken back, and not the word that there was nothing. */
export function isSubmitted({ state }: Pick<Submission, 'state'>): boolean {
  return state !== 'withdrawn' && state !== 'none';
}

/** 迟报, whatever becomes of it. */
export function isLate({ submittedAt, promptBy }: Pick<Submission, 'submittedAt' | 'promptBy'>): boolean {
  return civilDateOf(submittedAt) > promptBy;
}
