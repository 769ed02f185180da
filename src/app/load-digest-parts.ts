import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { Part } from '../domain/ledger/part.ts';
import type { Span } from '../domain/quotas/tally.ts';
import type { Deps } from './deps.ts';

/**
 * The parts that the numbers of a digest are formed from: open ones whose date is over or comes by a day, and closed ones. Each
 * kind in the plans' order, without what was said about them.
 *
 * @param closedOn leaves out what was closed on other days: everything but the rate can be formed from the rest
 */
export async function loadDigestParts(
  { ledger }: Pick<Deps, 'ledger'>,
  {
    until,
    officeIds,
    closedOn,
  }: { readonly until: CivilDate; readonly officeIds?: readonly string[]; readonly closedOn?: Span | undefined },
): Promise<readonly Part[]> {
  const common = { ...(officeIds && { officeIds }), withReplies: false };
  const [open, closed] = await Promise.all([
    ledger.findParts({ ...common, states: ['open', 'working', 'blocked', 'undated'], dueOnOrBefore: until }),
    ledger.findParts({ ...common, states: ['reported', 'signed-off'], ...(closedOn && { closedOn }) }),
  ]);
  return [...open, ...closed];
}
