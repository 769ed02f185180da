/** Names of the fields that the review's forms have. */
export const REVIEW_FIELD = { year: 'year', words: 'words', reason: 'reason' } as const;
