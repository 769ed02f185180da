import type { CivilDate } from '../calendar/civil-date.ts';
import { compareTexts } from '../compare-texts.ts';
import { officesAnsweredFor } from '../directory/answering.ts';
import type { Directory, Office } from '../directory/directory.ts';
import { findOffice } from '../directory/find-office.ts';
import { groupBy } from '../group-by.ts';
import { isClosed, isDropped, isPaused } from '../reminders/urgency.ts';
import { urgedOn } from './decide-act.ts';
import type { Part } from './part.ts';

/** How the offices of one row stand in one occurrence, seen by whoever leads it. Each list in the offices' order. */
export interface FanOut {
  /** Reported or signed off; with `missing` those that owe something. */
  readonly done: readonly Part[];
  readonly missing: readonly Part[];
  /** 不涉及: apart, in no number. */
  readonly excused: readonly Part[];
  /** The lead office's own part, which sums the others up; null where the row has no lead, or it owes nothing itself. */
  readonly own: Part | null;
}

/**
 * @param parts those of one occurrence
 * @param leadId the row's lead office, see {@link leadOfficeOf}
 */
export function fanOutOf(parts: readonly Part[], leadId: string | null): FanOut {
  const own = parts.find(({ officeId }) => officeId === leadId) ?? null;
  const others = parts.filter((part) => part !== own && part.state !== 'stopped');
  return {
    done: others.filter((part) => isClosed(part) && !isDropped(part)),
    missing: others.filter((part) => !isClosed(part)),
    excused: others.filter(isDropped),
    own,
  };
}

/** The office that the plan names first as a row's lead, or null where it names none, or none that is known. */
export function leadOfficeOf(directory: Directory, { leadOffice }: Pick<Part, 'leadOffice'>): Office | null {
  const found = leadOffice === null ? null : findOffice(directory, leadOffice);
  return found?.kind === 'found' ? found.office : null;
}

/** The lead may sum up once nobody else owes anything. */
export function isReadyToClose({ missing, own }: FanOut): boolean {
  return own !== null && missing.length === 0 && !isClosed(own);
}

/** Whether 催办 of a missing part counts today: once a day, and not while it is paused. */
export function isUrgeable(part: Part, today: CivilDate): boolean {
  return !isPaused(part, today) && urgedOn(part, today) === undefined;
}

/**
 * The occurrence that a row's numbers speak of: of what repeats the period that runs, of dates and events the first in which
 * somebody is missing, else the last.
 *
 * @param parts of one row, whatever their occurrences
 * @param leadId as of {@link fanOutOf}
 * @returns its parts, none where the row has none
 */
export function currentOccurrence(parts: readonly Part[], leadId: string | null, today: CivilDate): readonly Part[] {
  const occurrences = [...groupBy(parts, ({ occurrenceId }) => occurrenceId).values()]
    .filter((own) => own.some((part) => part.state !== 'stopped'))
    .toSorted((a, b) => compareTexts(dueOf(a), dueOf(b)));
  const first = occurrences.find((own) => {
    const [part] = own;
    return part?.period == null ? fanOutOf(own, leadId).missing.length > 0 : dueOf(own) >= today;
  });
  return first ?? occurrences.at(-1) ?? [];
}

function dueOf(parts: readonly Part[]): string {
  return parts[0]?.dueOn ?? '9999-12-31';
}

/**
 * Whether somebody sees how all offices of a row stand, and may urge the missing: who answers for its lead office, its leaders in
 * charge, the head of the bureau, 主管机构 and administrators. The head of one of the other offices does not.
 */
export function mayOversee(
  directory: Directory,
  { personId, isAdministrator }: { readonly personId: string; readonly isAdministrator: boolean },
  parts: readonly Pick<Part, 'officeId' | 'leadOffice'>[],
): boolean {
  const posts = directory.posts.filter((post) => post.personId === personId);
  const officeIds = new Set(parts.map(({ officeId }) => officeId));
  return (
    isAdministrator ||
    posts.some(({ role }) => role === 'governing' || role === 'top-leader') ||
    posts.some(({ role, officeId }) => role === 'leader-in-charge' && officeIds.has(officeId)) ||
    parts.slice(0, 1).some((part) => {
      const lead = leadOfficeOf(directory, part);
      return lead !== null && officesAnsweredFor(directory, personId).some(({ id }) => id === lead.id);
    })
  );
}
