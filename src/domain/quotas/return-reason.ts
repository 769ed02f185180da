/** Coded reasons of 退回: a repetition, not what it is submitted as, wrong in fact, a link that does not open, another one. */
export const SUBMISSION_RETURN_REASONS = ['duplicate', 'not-the-matter', 'untrue', 'link-broken', 'other'] as const;

export type SubmissionReturnReason = (typeof SUBMISSION_RETURN_REASONS)[number];
