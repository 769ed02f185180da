import { personByOpenId } from '../../domain/directory/answering.ts';
import type { Directory, Person, PostRole } from '../../domain/directory/directory.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import type { Deps } from '../deps.ts';
import { findAdministrator, isAdministrator } from '../review/administrator.ts';

const APPROVING: readonly PostRole[] = ['governing', 'leader-in-charge', 'top-leader'];

/** Who may approve what goes to the leadership group: 主管机构, 分管领导 and 主要负责人 that the platform knows. */
export function approversOf({ posts, people }: Directory): readonly (Person & { readonly openId: string })[] {
  const ids = new Set(posts.filter(({ role }) => APPROVING.includes(role)).map(({ personId }) => personId));
  return people.flatMap((person) =>
    ids.has(person.id) && person.active && person.openId !== null ? [{ ...person, openId: person.openId }] : [],
  );
}

/** The approver behind an open_id; administrators may approve as well. */
export async function findApprover(
  deps: Pick<Deps, 'directory' | 'admins'>,
  openId: string,
): Promise<Outcome<Person, { readonly kind: 'unknown-person' | 'not-approver' }>> {
  const directory = await deps.directory.load();
  const person = personByOpenId(directory, openId);
  if (person && approversOf(directory).some(({ id }) => id === person.id)) return ok(person);
  if (await isAdministrator(deps, openId)) {
    const administrator = await findAdministrator(deps, openId);
    if (administrator.ok) return administrator;
  }
  return refused({ kind: person ? 'not-approver' : 'unknown-person' });
}
