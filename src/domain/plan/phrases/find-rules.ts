import { findQuotas, findRates } from './find-amounts.ts';
import { findClocks } from './find-clocks.ts';
import { findDates } from './find-dates.ts';
import { findAwaiting, findStanding } from './find-open-ends.ts';
import { findPeriods } from './find-periods.ts';
import { type Finding, findAll, type Phrase, type PhraseContext } from './finding.ts';

/** In order of precedence: what one has read, the later ones leave alone. */
const FINDERS = [findRates, findQuotas, findClocks, findPeriods, findDates, findAwaiting, findStanding];

/** Everything that the words state, in their order. */
export function findRules(phrase: Phrase, context: PhraseContext): readonly Finding[] {
  return findAll(FINDERS, phrase, context);
}
