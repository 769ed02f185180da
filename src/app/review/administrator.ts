import { personByOpenId } from '../../domain/directory/answering.ts';
import type { Person } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';

export interface NotAdministrator {
  readonly kind: 'not-administrator';
}

/** Whether somebody may import and publish plans. */
export async function isAdministrator(deps: Pick<Deps, 'directory' | 'admins'>, openId: string): Promise<boolean> {
  if (deps.admins.includes(openId)) return true;
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, openId);
  return directory.posts.some(({ personId, role }) => personId === person?.id && role === 'governing');
}

/**
 * The administrator behind an open_id: one of `DUBAN_ADMINS`, or somebody who holds the post 主管机构. One of the former who is in
 * no offices list yet gets a place in the directory, because cards and decisions belong to people.
 */
export async function findAdministrator(
  deps: Pick<Deps, 'directory' | 'admins'>,
  openId: string,
): Promise<Outcome<Person, NotAdministrator>> {
  if (!(await isAdministrator(deps, openId))) return refused({ kind: 'not-administrator' });
  const person = personByOpenId(await deps.directory.load(), openId);
  return ok(person ?? (await deps.directory.addPerson({ name: '管理员', openId })));
}
