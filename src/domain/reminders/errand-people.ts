import type { CivilDate } from '../calendar/civil-date.ts';
import { reachable } from '../directory/answering.ts';
import type { Directory, Person, PostRole, Reachable } from '../directory/directory.ts';
import { findOffice, isAway, recipientOf } from '../directory/find-office.ts';
import { leadOfficeOf } from '../ledger/fan-out.ts';
import { heartbeatOf } from '../ledger/heartbeat.ts';
import type { Part } from '../ledger/part.ts';
import type { DraftTask } from '../plan/import-report.ts';
import type { EscalationStep } from './errand.ts';

interface Around {
  readonly directory: Directory;
  readonly today: CivilDate;
}

type Row = Pick<Part, 'taskId' | 'officeId' | 'officeName'>;

/**
 * Who is told at a step: the office's 负责人 · the 牵头领导 or 分管领导 that the row names, else the office's 分管领导 · the 主要负责人
 * of the bureau, else the 主管机构. Who has left, cannot be reached or is on leave is not told.
 */
export function chainOf(
  part: Row,
  step: EscalationStep,
  around: Around & {
    readonly peopleOf?: ReadonlyMap<string, DraftTask['people']>;
    readonly admins: readonly string[];
  },
): readonly Reachable[] {
  switch (step) {
    case 1:
      return present(holders(around.directory, 'head', part.officeId), around);
    case 2: {
      const named = present(leadersInRow(part, around.directory, around.peopleOf?.get(part.taskId) ?? []), around);
      return named.length > 0 ? named : present(holders(around.directory, 'leader-in-charge', part.officeId), around);
    }
    case 3: {
      const top = present(holders(around.directory, 'top-leader'), around);
      return top.length > 0 ? top : governing(around);
    }
  }
}

/**
 * The leaders that a row names, as far as the directory knows them. Where it names several without saying who covers which office,
 * whoever is in charge of the office by the directory is meant; where nobody is, all of them.
 */
function leadersInRow(part: Row, directory: Directory, people: DraftTask['people']): readonly Person[] {
  const leaders = people.filter(({ role }) => /领导/.test(role) && !/小组/.test(role));
  const paired = leaders.filter(({ office }) => office !== null && isOffice(directory, office, part.officeId));
  const named = (paired.length > 0 ? paired : leaders.filter(({ office }) => office === null)).flatMap(
    ({ name }) => personNamed(directory, name) ?? [],
  );
  if (named.length <= 1) return named;
  const inCharge = new Set(holders(directory, 'leader-in-charge', part.officeId).map(({ id }) => id));
  const covering = named.filter(({ id }) => inCharge.has(id));
  return covering.length > 0 ? covering : named;
}

function isOffice(directory: Directory, printed: string, officeId: string): boolean {
  const found = findOffice(directory, printed);
  return found.kind === 'found' && found.office.id === officeId;
}

/** Names are not unique: of several people only one who holds a leader's post can be meant. */
function personNamed({ people, posts }: Directory, name: string): Person | undefined {
  const bare = name.replaceAll(/\s/g, '');
  const found = people.filter((person) => person.active && person.name.replaceAll(/\s/g, '') === bare);
  if (found.length <= 1) return found[0];
  const leads = found.filter(({ id }) =>
    posts.some(({ personId, role }) => personId === id && (role === 'leader-in-charge' || role === 'top-leader')),
  );
  return leads.length === 1 ? leads[0] : undefined;
}

/**
 * Who hears that nothing moves: the liaison of the row's lead, or the 主管机构 where the part is the lead's own. Never whoever
 * answers for the part. Of a duty without an end only once it is 久未更新.
 */
export function stagnationHearers(
  part: Part,
  around: Around & { readonly admins: readonly string[] },
): readonly Reachable[] {
  const { directory, today } = around;
  if (part.rule.kind === 'standing' && !heartbeatOf(part, today)?.stale) return [];
  const own = recipientOf(directory, part.officeId, today);
  const ownId = own.kind === 'found' ? own.person.id : null;
  const office = leadOfficeOf(directory, part);
  const lead = office && office.id !== part.officeId ? recipientOf(directory, office.id, today) : undefined;
  if (lead?.kind === 'found' && lead.person.id !== ownId) return [lead.person];
  return governing(around).filter(({ id }) => id !== ownId);
}

/**
 * Who besides the governing office decides on a request: about a date the office's 负责人 and 分管领导 (where it has neither, the
 * 主要负责人), about whose part it is the row's lead. Nobody decides on a request of their own.
 */
export function deciders(part: Part, around: Around): readonly Reachable[] {
  const { directory, today } = around;
  const { request } = part;
  if (request === null) return [];
  if (request.kind !== 'extension') {
    const office = leadOfficeOf(directory, part);
    if (!office || office.id === part.officeId) return [];
    const lead = recipientOf(directory, office.id, today);
    return lead.kind === 'found' ? [lead.person] : [];
  }
  const own = (['head', 'leader-in-charge'] as const).flatMap((role) => holders(directory, role, part.officeId));
  const leaders = own.length > 0 ? own : holders(directory, 'top-leader');
  return present(leaders, around).filter(({ name }) => name !== request.personName);
}

/** 主管机构 and administrators. Where all of them are on leave, all are told: somebody has to look. */
export function governing({
  directory,
  admins,
  today,
}: Around & { readonly admins: readonly string[] }): readonly Reachable[] {
  const first = directory.people.filter(({ openId }) => openId !== null && admins.includes(openId));
  const all = [...holders(directory, 'governing'), ...first];
  const there = present(all, { directory, today });
  return there.length > 0 ? there : reachable(all);
}

function holders({ people, posts }: Directory, role: PostRole, officeId?: string): readonly Person[] {
  const ids = posts.flatMap((post) =>
    post.role === role && (officeId === undefined || post.officeId === officeId) ? [post.personId] : [],
  );
  return ids.flatMap((id) => people.find((person) => person.id === id) ?? []);
}

function present(people: readonly Person[], { directory, today }: Around): readonly Reachable[] {
  return reachable(people).filter(({ id }) => !isAway(directory, id, today));
}
