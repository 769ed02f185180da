import { type CivilDate, civilDateOf } from '../domain/calendar/civil-date.ts';
import { personByOpenId } from '../domain/directory/answering.ts';
import { type Cover, coverOf } from '../domain/directory/cover-leave.ts';
import type { Absence } from '../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../domain/outcome.ts';
import { type LeaveProblem, readLeave } from '../domain/words/read-leave.ts';
import { type Deps, loadCalendar } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'directory' | 'settings'>;

export type LeaveRefusal = { readonly kind: 'unknown-person' } | LeaveProblem;

export interface Leave {
  /** As it stands, joined with what was known. */
  readonly absence: Pick<Absence, 'fromOn' | 'toOn'>;
  readonly covers: readonly Cover[];
  readonly today: CivilDate;
}

/** 请假: cards go to the next in line from the first to the last day. Days that overlap a known leave are joined with it. */
export async function takeLeave(
  deps: Needs,
  request: { readonly actorOpenId: string; readonly eventId: string; readonly words: string },
): Promise<Outcome<Leave, LeaveRefusal>> {
  const person = personByOpenId(await deps.directory.load(), request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const today = civilDateOf(deps.clock.now());
  const read = readLeave(request.words, { today, calendar: await loadCalendar(deps) });
  if (!read.ok) return read;
  const asked = { personId: person.id, ...read.value };
  const stored = await deps.directory.addAbsence(asked, {
    eventId: `${request.eventId}:leave`,
    audit: [auditOf(person.id, 'person.away', { ...read.value })],
  });
  const absence = stored ?? asked;
  return ok({ absence, covers: coverOf(await deps.directory.load(), absence, today), today });
}

/** 销假: the person is back today; leaves to come are called off too. @returns what held until now, empty where nothing did */
export async function endLeave(
  deps: Pick<Deps, 'clock' | 'directory'>,
  request: { readonly actorOpenId: string; readonly eventId: string },
): Promise<
  Outcome<{ readonly ended: readonly Absence[]; readonly today: CivilDate }, { readonly kind: 'unknown-person' }>
> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, request.actorOpenId);
  if (!person) return refused({ kind: 'unknown-person' });
  const today = civilDateOf(deps.clock.now());
  const ended = await deps.directory.endAbsence(person.id, today, {
    eventId: `${request.eventId}:leave`,
    audit: [auditOf(person.id, 'person.back', { on: today })],
  });
  return ok({ ended: ended ?? [], today });
}

function auditOf(personId: string, action: string, detail: Readonly<Record<string, unknown>>) {
  return { actor: personId, action, subject: { type: 'person', id: personId }, detail };
}
