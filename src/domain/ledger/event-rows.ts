import { officesAnsweredFor } from '../directory/answering.ts';
import type { Directory, Office } from '../directory/directory.ts';
import { findOffice } from '../directory/find-office.ts';
import type { OfficeRole } from '../plan/import-report.ts';
import { owingOffices } from './bear-occurrences.ts';
import { type EventGroup, eventGroups } from './event-clocks.ts';
import type { LedgerTask } from './plan.ts';

/** A row that waits for an event, as one person may register it. */
export interface EventRow {
  readonly task: LedgerTask;
  readonly group: EventGroup;
  /** The offices among which the person chooses whose event it is; empty where the row names them. */
  readonly offices: readonly Pick<Office, 'id' | 'name'>[];
  /** Whether it may be left open: then every office of the row owes a part. */
  readonly everyOffice: boolean;
}

const OWING: readonly OfficeRole[] = ['lead', 'joint', 'responsible'];

/**
 * The rows for which somebody may register events: those that an office of theirs owes or leads, for administrators all. Where the
 * event decides whose it is (文件起草处室), any office may come forward for itself.
 */
export function eventRowsFor(input: {
  readonly tasks: readonly LedgerTask[];
  readonly directory: Directory;
  readonly personId: string;
  readonly isAdministrator: boolean;
}): readonly EventRow[] {
  const own = officesAnsweredFor(input.directory, input.personId);
  return input.tasks.flatMap((task) => {
    const groups = eventGroups(task);
    const choice = groups.length === 0 ? undefined : choiceFor(task, own, input);
    return choice ? groups.map((group) => ({ task, group, ...choice })) : [];
  });
}

/** The offices that owe a part of one event of a row: those it names, and the chosen one in place of its roster. */
export function owingOfEvent(
  task: Pick<LedgerTask, 'offices'>,
  officeId: string | null,
  directory: Directory,
): ReturnType<typeof owingOffices> {
  const owing = owingOffices(task, directory);
  if (officeId === null) return owing;
  const named = namedOffices(task, directory);
  if (named.some((office) => office.officeId === officeId)) return named;
  const dynamic = task.offices.find(({ fanOut, role }) => fanOut === 'event' && OWING.includes(role));
  const role = owing.find((office) => office.officeId === officeId)?.role ?? dynamic?.role ?? 'responsible';
  return [...named, { officeId, role }];
}

type Choice = Pick<EventRow, 'offices' | 'everyOffice'>;

function choiceFor(
  task: LedgerTask,
  own: readonly Office[],
  { directory, isAdministrator }: { directory: Directory; isAdministrator: boolean },
): Choice | undefined {
  const owing = new Set(owingOffices(task, directory).map(({ officeId }) => officeId));
  const named = new Set(namedOffices(task, directory).map(({ officeId }) => officeId));
  const ownIds = own.map(({ id }) => id);
  const decides = isAdministrator || leadIds(task, directory).some((id) => ownIds.includes(id));
  const isDynamic = task.offices.some(({ fanOut, role }) => fanOut === 'event' && OWING.includes(role));
  if (isDynamic || (owing.size === 0 && isAdministrator)) {
    const offices = decides ? directory.offices : own;
    return offices.length === 0 ? undefined : { offices, everyOffice: false };
  }
  if (!decides && !ownIds.some((id) => owing.has(id))) return undefined;
  const members = directory.offices.filter(({ id }) => owing.has(id) && !named.has(id));
  const ownMembers = members.filter(({ id }) => ownIds.includes(id));
  return decides || ownMembers.length === 0
    ? { offices: members, everyOffice: true }
    : { offices: ownMembers, everyOffice: false };
}

function namedOffices(task: Pick<LedgerTask, 'offices'>, directory: Directory) {
  return owingOffices({ offices: task.offices.filter(({ fanOut }) => fanOut === null) }, directory);
}

function leadIds(task: Pick<LedgerTask, 'offices'>, directory: Directory): readonly string[] {
  return task.offices.flatMap(({ role, name, fanOut }) => {
    const found = role === 'lead' && fanOut === null ? findOffice(directory, name) : undefined;
    return found?.kind === 'found' ? [found.office.id] : [];
  });
}
