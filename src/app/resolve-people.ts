import type { Deps } from './deps.ts';

/**
 * Asks the platform for the open_ids of people whose mobile or e-mail is known, and remembers them. A platform that cannot be
 * asked now is asked again before the next morning's cards; those people are listed by `doctor` meanwhile.
 */
export async function resolvePeople(deps: Pick<Deps, 'chat' | 'directory' | 'log'>): Promise<number> {
  const { people } = await deps.directory.load();
  const unknown = people.filter(
    ({ openId, active, mobile, email }) => active && openId === null && (mobile ?? email) !== null,
  );
  if (unknown.length === 0) return 0;
  try {
    const found = await deps.chat.findOpenIds({
      mobiles: unknown.flatMap(({ mobile }) => mobile ?? []),
      emails: unknown.flatMap(({ email }) => email ?? []),
    });
    const matches = unknown.flatMap((person) => {
      const match = found.find(
        ({ mobile, email }) =>
          (mobile !== null && mobile === person.mobile) || (email !== null && email === person.email),
      );
      return match ? [{ personId: person.id, openId: match.openId }] : [];
    });
    await deps.directory.setOpenIds(matches);
    return matches.length;
  } catch (error) {
    deps.log.warn({ error, people: unknown.length }, 'people could not be looked up; the next morning tries again');
    return 0;
  }
}
