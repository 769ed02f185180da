import { nameKey } from './office-name.ts';
import type { ContactColumn, OfficeProblem } from './office-problem.ts';
import type { OfficeInProgress, PersonInProgress } from './parse-offices.ts';

/** What only shows when the whole file has been read: names and numbers that collide, offices that nobody answers for. */
export function checkOffices(offices: readonly OfficeInProgress[]): readonly OfficeProblem[] {
  const people = offices.flatMap((office) => office.people);
  return [
    ...conflictingAliases(offices),
    ...differentMobiles(people),
    ...sharedContacts(people, 'mobile'),
    ...sharedContacts(people, 'openId'),
    ...withoutContact(offices),
    ...withoutLiaison(offices),
  ];
}

function conflictingAliases(offices: readonly OfficeInProgress[]): readonly OfficeProblem[] {
  const claims = new Map<string, { alias: string; by: OfficeInProgress[] }>();
  for (const office of offices) {
    const names = new Map([...office.aliases, [nameKey(office.name), office.name]]);
    for (const [key, alias] of names) {
      const claim = claims.get(key) ?? { alias, by: [] };
      claims.set(key, claim);
      claim.by.push(office);
    }
  }
  return [...claims.values()].flatMap(({ alias, by }) => {
    const second = by[1];
    return second
      ? [{ kind: 'conflicting-alias', place: second.place, alias, offices: by.map(({ name }) => name) } as const]
      : [];
  });
}

function differentMobiles(people: readonly PersonInProgress[]): readonly OfficeProblem[] {
  return grouped(people, ({ name }) => name).flatMap(([name, same]) => {
    const mobiles = distinct(same.map(({ mobile }) => mobile));
    const openIds = distinct(same.map(({ openId }) => openId));
    const place = same.find(({ mobile }) => mobile === mobiles[1])?.place;
    if (place === undefined || mobiles.length < 2 || openIds.length >= mobiles.length) return [];
    return [{ kind: 'different-mobiles', place, name, mobiles } as const];
  });
}

function sharedContacts(people: readonly PersonInProgress[], column: ContactColumn): readonly OfficeProblem[] {
  return grouped(people, (person) => person[column]).flatMap(([value, same]) => {
    const names = distinct(same.map(({ name }) => name));
    const place = same.find(({ name }) => name === names[1])?.place;
    return place === undefined ? [] : [{ kind: 'shared-contact', place, column, value, names } as const];
  });
}

function withoutContact(offices: readonly OfficeInProgress[]): readonly OfficeProblem[] {
  return offices.flatMap(({ people }) =>
    grouped(people, ({ name }) => name).flatMap(([name, [first, ...more]]) => {
      if (!first || [first, ...more].some(({ mobile, email, openId }) => mobile ?? email ?? openId)) return [];
      return [{ kind: 'no-contact', place: first.place, name, role: first.role } as const];
    }),
  );
}

function withoutLiaison(offices: readonly OfficeInProgress[]): readonly OfficeProblem[] {
  return offices
    .filter(({ people }) => !people.some(({ role }) => role === 'liaison-a' || role === 'liaison-b'))
    .map(({ name, place }) => ({ kind: 'no-liaison', place, office: name }) as const);
}

/** The items by a text, in the order in which each text comes first; items without the text are left out. */
function grouped<T>(
  items: readonly T[],
  textOf: (item: T) => string | null,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const text = textOf(item);
    if (text === null) continue;
    const group = groups.get(text);
    if (group) group.push(item);
    else groups.set(text, [item]);
  }
  return [...groups];
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
