import type { SubmittedFile } from './submission.ts';

/** What is filled in before something is recorded, as typed: a card keeps it until it can be read. */
export interface SubmissionDraft {
  readonly matter: string;
  readonly title: string;
  readonly link: string;
  /** As the date picker says it; empty where no day was chosen. */
  readonly date: string;
  readonly officeId: string;
  readonly jointOfficeIds: readonly string[];
  readonly file: SubmittedFile | null;
  /** What is wrong with it, or null. */
  readonly error: string | null;
}
