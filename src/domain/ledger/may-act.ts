import { officesAnsweredFor } from '../directory/answering.ts';
import type { Directory, PostRole } from '../directory/directory.ts';
import { leadOfficeOf } from './fan-out.ts';
import type { Part } from './part.ts';
import type { PartActKind } from './part-act.ts';

/**
 * What somebody is to a part: `office` answers for it · `lead` answers for the row's lead office, which is another · `leader` is the
 * office's head, leader in charge, or the head of the bureau · `governing` 主管机构 and administrators.
 */
export type Standing = 'office' | 'lead' | 'leader' | 'governing';

const LEADERS: readonly PostRole[] = ['head', 'leader-in-charge'];

const ALLOWED: Readonly<Record<PartActKind, readonly Standing[]>> = {
  'ask-extension': ['office'],
  'ask-excuse': ['office'],
  'ask-transfer': ['office'],
  withdraw: ['office'],
  snooze: ['office'],
  grant: ['governing', 'lead', 'leader'],
  refuse: ['governing', 'lead', 'leader'],
  pass: ['governing'],
  return: ['governing'],
  reopen: ['governing'],
  urge: ['governing', 'lead', 'leader'],
  instruct: ['leader'],
  pause: ['governing'],
  resume: ['governing'],
  date: ['governing'],
  restart: ['office', 'lead', 'governing'],
  stop: ['office', 'lead', 'governing'],
};

/** Who decides on a request: about dates not the lead, about whose part it is not the office's own head. */
const DECIDES = {
  extension: ['governing', 'leader'],
  excuse: ['governing', 'lead'],
  transfer: ['governing', 'lead'],
} as const satisfies Record<NonNullable<Part['request']>['kind'], readonly Standing[]>;

/** @param isAdministrator the person is one of the administrators, whatever posts they hold */
export function standingsOf(
  directory: Directory,
  { personId, isAdministrator }: { readonly personId: string; readonly isAdministrator: boolean },
  part: Pick<Part, 'officeId' | 'leadOffice'>,
): ReadonlySet<Standing> {
  const answersFor = officesAnsweredFor(directory, personId).map(({ id }) => id);
  const posts = directory.posts.filter((post) => post.personId === personId);
  const lead = leadOfficeOf(directory, part);
  const isLeader = posts.some(
    ({ role, officeId }) => role === 'top-leader' || (officeId === part.officeId && LEADERS.includes(role)),
  );
  const standings: [Standing, boolean][] = [
    ['office', answersFor.includes(part.officeId)],
    ['lead', lead !== null && lead.id !== part.officeId && answersFor.includes(lead.id)],
    ['leader', isLeader],
    ['governing', isAdministrator || posts.some(({ role }) => role === 'governing')],
  ];
  return new Set(standings.flatMap(([standing, holds]) => (holds ? [standing] : [])));
}

/** Whether somebody with these standings may do that to a part. */
export function mayAct(standings: ReadonlySet<Standing>, kind: PartActKind, part: Pick<Part, 'request'>): boolean {
  const allowed = (kind === 'grant' || kind === 'refuse') && part.request ? DECIDES[part.request.kind] : ALLOWED[kind];
  return allowed.some((standing) => standings.has(standing));
}
