import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { Span } from '../domain/calendar/month.ts';
import type { Part } from '../domain/ledger/part.ts';
import { countDone, DONE_STATES, isDone, OPEN_STATES } from '../domain/reports/counted-parts.ts';
import type { DatedPart } from '../domain/reports/weekly-digest.ts';
import type { AlikePage } from '../ports/ledger-store.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'ledger'>;

/** Whose parts: of all offices, unless some are named. */
export interface OfOffices {
  readonly officeIds?: readonly string[] | undefined;
}

/**
 * The parts that the numbers of a digest are formed from, but for what is done altogether: open ones whose date is over or comes by a
 * day, and those closed in a span. Each kind in the plans' order, without what was said about them.
 */
export async function loadDigestParts(
  { ledger }: Needs,
  { until, closedOn, officeIds }: OfOffices & { readonly until: CivilDate; readonly closedOn: Span },
): Promise<readonly Part[]> {
  const common = { ...(officeIds && { officeIds }), withReplies: false };
  const [open, closed] = await Promise.all([
    ledger.findParts({ ...common, states: OPEN_STATES, dueOnOrBefore: until }),
    ledger.findParts({ ...common, states: DONE_STATES, closedOn }),
  ]);
  return [...open, ...closed];
}

/** How many parts are done, without loading them. */
export async function countDoneParts(deps: Needs, of: OfOffices = {}): Promise<number> {
  return countDone(await doneGroups(deps, of));
}

/** All of them, in the plans' order: for those who want to see what a rate is formed from. */
export async function loadDoneParts({ ledger }: Needs): Promise<readonly DatedPart[]> {
  return (await ledger.findParts({ states: DONE_STATES, withReplies: false })).filter(isDone);
}

/** Some of them, without loading the others. */
export async function findDoneParts(
  deps: Needs,
  { officeIds, ...page }: OfOffices & Pick<AlikePage, 'skip' | 'take'>,
): Promise<readonly DatedPart[]> {
  const groups = (await doneGroups(deps, { officeIds })).filter(isDone);
  const parts = await deps.ledger.findAlike({ ...queryOf({ officeIds }), withReplies: false }, { ...page, groups });
  return parts.filter(isDone);
}

function doneGroups({ ledger }: Needs, of: OfOffices) {
  return ledger.countAlike(queryOf(of));
}

function queryOf({ officeIds }: OfOffices) {
  return { ...(officeIds && { officeIds }), states: DONE_STATES };
}
