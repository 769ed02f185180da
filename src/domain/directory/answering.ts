import type { Directory, Office, Person, PostRole, Reachable } from './directory.ts';

/** Who may answer for an office: its liaisons, and its head. */
const ANSWERING: readonly PostRole[] = ['liaison-a', 'liaison-b', 'head'];

/** The offices that a person may answer for, in the directory's order. */
export function officesAnsweredFor(directory: Directory, personId: string): readonly Office[] {
  const ids = new Set(
    directory.posts
      .filter((post) => post.personId === personId && ANSWERING.includes(post.role))
      .map(({ officeId }) => officeId),
  );
  return directory.offices.filter(({ id }) => ids.has(id));
}

/** Every office in which a person holds a post of any kind. */
export function officesOf(directory: Directory, personId: string): readonly Office[] {
  const ids = new Set(directory.posts.filter((post) => post.personId === personId).map(({ officeId }) => officeId));
  return directory.offices.filter(({ id }) => ids.has(id));
}

/** The active person behind the platform's open_id. */
export function personByOpenId(directory: Directory, openId: string): Person | undefined {
  return directory.people.find((person) => person.openId === openId && person.active);
}

/** Those of some people whom a message can reach: still there, known to the platform, and not turned down by it. Each once. */
export function reachable(people: readonly Person[]): readonly Reachable[] {
  const found = people.flatMap((person): readonly Reachable[] => {
    const { active, openId, unreachableOn } = person;
    return active && openId !== null && unreachableOn === null ? [{ ...person, openId }] : [];
  });
  return [...new Map(found.map((person) => [person.id, person])).values()];
}
