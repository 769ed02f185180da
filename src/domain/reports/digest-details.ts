import { type CivilDate, civilDateOf, type Instant } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { officesOf } from '../directory/answering.ts';
import type { Directory, PostRole } from '../directory/directory.ts';
import type { Part } from '../ledger/part.ts';
import { type DatedPart, weeklyDigest } from './weekly-digest.ts';

/** Rows behind the numbers of a digest, but for its rate: behind that stand all that are done, and what is overdue. */
export interface DigestRows {
  readonly overdue: readonly DatedPart[];
  readonly closed: readonly DatedPart[];
  readonly dueNext: readonly DatedPart[];
}

/**
 * The rows as they stand now: what was closed and what comes due in the weeks of the digest, and what is overdue today.
 *
 * @param of when the digest was drawn
 */
export function digestRows(input: {
  readonly parts: readonly Part[];
  readonly of: Instant;
  readonly today: CivilDate;
  readonly calendar: WorkingCalendar;
}): DigestRows {
  const { parts, calendar, today } = input;
  const then = weeklyDigest({ parts, calendar, today: civilDateOf(input.of) });
  const now = weeklyDigest({ parts, calendar, today });
  return {
    overdue: now.overdue.parts,
    closed: then.closed.parts,
    dueNext: then.dueNext.parts,
  };
}

const SEE_ALL: readonly PostRole[] = ['governing', 'leader-in-charge', 'top-leader', 'supervisor'];

/** The offices whose rows somebody may see: null for all, which leaders, 主管机构, 监督 and administrators do. */
export function officesSeen(
  directory: Directory,
  { personId, isAdministrator }: { readonly personId: string; readonly isAdministrator: boolean },
): readonly { readonly id: string; readonly name: string }[] | null {
  const seesAll = directory.posts.some((post) => post.personId === personId && SEE_ALL.includes(post.role));
  return isAdministrator || seesAll ? null : officesOf(directory, personId);
}
