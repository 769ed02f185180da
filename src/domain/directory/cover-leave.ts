import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { officesAnsweredFor } from './answering.ts';
import type { Absence, Directory, Office, Person } from './directory.ts';
import { type AnsweringRole, isAway, recipientOf } from './find-office.ts';

/**
 * Who gets an office's cards on some days of a leave. `deputy`: somebody takes over · `unaffected`: they went to somebody else
 * before · `away`: the one who would is on leave too, and gets them nevertheless · `nobody`: they go on to the person on leave.
 */
export type Cover = { readonly office: Office; readonly fromOn: CivilDate; readonly toOn: CivilDate } & (
  | { readonly kind: 'deputy'; readonly person: Person; readonly as: AnsweringRole }
  | { readonly kind: 'unaffected'; readonly person: Person }
  | { readonly kind: 'away'; readonly person: Person }
  | { readonly kind: 'nobody' }
);

/**
 * Who takes over during a leave, for each office that the person answers for, in as few spans of days as there are changes.
 *
 * @param directory as it stands with the leave
 * @param today days that are over are left out
 */
export function coverOf(directory: Directory, absence: Absence, today: CivilDate): readonly Cover[] {
  const fromOn = absence.fromOn > today ? absence.fromOn : today;
  const others = {
    ...directory,
    absences: (directory.absences ?? []).filter(({ personId }) => personId !== absence.personId),
  };
  return officesAnsweredFor(directory, absence.personId).flatMap((office) => {
    const spans: Cover[] = [];
    for (let day = fromOn; day <= absence.toOn; day = addDays(day, 1)) {
      const cover = coverOn(directory, others, { office, day, personId: absence.personId });
      const last = spans.at(-1);
      if (last && isSame(last, cover)) spans[spans.length - 1] = { ...last, toOn: day };
      else spans.push(cover);
    }
    return spans;
  });
}

function coverOn(
  directory: Directory,
  without: Directory,
  { office, day, personId }: { readonly office: Office; readonly day: CivilDate; readonly personId: string },
): Cover {
  const about = { office, fromOn: day, toOn: day };
  const now = recipientOf(directory, office.id, day);
  if (now.kind !== 'found' || now.person.id === personId) return { ...about, kind: 'nobody' };
  const { person, as } = now;
  if (isAway(directory, person.id, day)) return { ...about, kind: 'away', person };
  const before = recipientOf(without, office.id, day);
  if (before.kind === 'found' && before.person.id === person.id) return { ...about, kind: 'unaffected', person };
  return { ...about, kind: 'deputy', person, as };
}

function isSame(a: Cover, b: Cover): boolean {
  const idOf = (cover: Cover) => ('person' in cover ? cover.person.id : null);
  return a.kind === b.kind && idOf(a) === idOf(b);
}
