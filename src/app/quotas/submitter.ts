import { type CivilDate, endOfMonth, type Instant } from '../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { officesAnsweredFor, personByOpenId } from '../../domain/directory/answering.ts';
import type { Directory, Office, Person } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { closesAt } from '../../domain/quotas/close-period.ts';
import type { Deps } from '../deps.ts';

/** Somebody who submits for offices. */
export interface Submitter {
  readonly person: Person & { readonly openId: string };
  /** At least one, in the directory's order. */
  readonly offices: readonly [Office, ...Office[]];
  readonly directory: Directory;
}

export async function loadSubmitter(
  deps: Pick<Deps, 'directory'>,
  openId: string,
): Promise<Outcome<Submitter, { readonly kind: 'unknown-person' | 'no-office' }>> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, openId);
  if (!person) return refused({ kind: 'unknown-person' });
  const [first, ...more] = officesAnsweredFor(directory, person.id);
  if (!first) return refused({ kind: 'no-office' });
  return ok({ person: { ...person, openId }, offices: [first, ...more], directory });
}

/** The moment after which what an event of this day counts as is changed as a 更正: its month is closed (关账). */
export function closesAfter(eventOn: CivilDate, calendar: WorkingCalendar): Instant {
  return closesAt({ endsOn: endOfMonth(eventOn) }, calendar);
}
