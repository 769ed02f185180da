import { personByOpenId } from '../../domain/directory/answering.ts';
import type { Directory, Reachable } from '../../domain/directory/directory.ts';
import { occurrenceIdsOf } from '../../domain/ledger/event-clocks.ts';
import { type EventRow, eventRowsFor } from '../../domain/ledger/event-rows.ts';
import type { Part } from '../../domain/ledger/part.ts';
import type { Plan } from '../../domain/ledger/plan.ts';
import type { Deps } from '../deps.ts';
import { isAdministrator } from '../review/administrator.ts';

type Needs = Pick<Deps, 'ledger' | 'directory' | 'admins'>;

export interface EventActor {
  readonly person: Reachable;
  readonly isAdministrator: boolean;
  readonly directory: Directory;
}

/** The person behind an open_id, or undefined for a stranger. */
export async function loadActor(deps: Needs, openId: string): Promise<EventActor | undefined> {
  const [directory, administrator] = await Promise.all([deps.directory.load(), isAdministrator(deps, openId)]);
  const person = personByOpenId(directory, openId);
  return person && { person: { ...person, openId }, isAdministrator: administrator, directory };
}

/** Whoever a card was sent to, as the one who acts on it; undefined where nobody of an open_id is left. */
export async function loadReader(deps: Needs, personId: string): Promise<EventActor | undefined> {
  const openId = (await deps.directory.load()).people.find(({ id }) => id === personId)?.openId;
  return openId ? loadActor(deps, openId) : undefined;
}

/** A row that waits for events, with its plan. */
export type PlannedEventRow = EventRow & { readonly plan: Plan };

/** The rows of plans in force for which somebody may register events, in the order of the plans. */
export async function loadEventRows(deps: Needs, actor: EventActor): Promise<readonly PlannedEventRow[]> {
  const [plans, tasks] = await Promise.all([deps.ledger.listPlans(), deps.ledger.loadEventTasks()]);
  const { directory, isAdministrator: admin, person } = actor;
  const rows = eventRowsFor({ tasks, directory, personId: person.id, isAdministrator: admin });
  return rows.flatMap((row) => {
    const plan = plans.find(({ id }) => id === row.task.planId);
    return plan ? [{ ...row, plan }] : [];
  });
}

/** Whether any row that somebody answers for waits for events. */
export async function mayRegister(
  deps: Pick<Deps, 'ledger'>,
  directory: Directory,
  personId: string,
): Promise<boolean> {
  const tasks = await deps.ledger.loadEventTasks();
  return eventRowsFor({ tasks, directory, personId, isAdministrator: false }).length > 0;
}

/** Every part that an event has born, by clock and office; none where its plan or its row is not in force any more. */
export function partsOfEvent(deps: Pick<Deps, 'ledger'>, eventId: string): Promise<readonly Part[]> {
  return deps.ledger.findParts({ occurrenceIds: occurrenceIdsOf(eventId) });
}

/** Whether an event is a moment: an hour counts from it. */
export function isByHour(parts: readonly Part[]): boolean {
  return parts.some(({ eventAt }) => eventAt !== null);
}
