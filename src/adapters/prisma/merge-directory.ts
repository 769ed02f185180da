import type { Directory, Office, Person, Post } from '../../domain/directory/directory.ts';
import type { OfficeInput } from '../../domain/directory/office-input.ts';
import { matchPeople } from './match-people.ts';

/** What has to be written so that the directory contains the input. */
export interface DirectoryMerge {
  readonly newOffices: readonly Office[];
  readonly reordered: readonly Office[];
  readonly aliases: readonly { readonly officeId: string; readonly alias: string }[];
  readonly rosters: readonly { readonly officeId: string; readonly roster: string }[];
  readonly newPeople: readonly Person[];
  readonly changedPeople: readonly Person[];
  readonly posts: readonly Post[];
  /** Offices, each with its people. */
  readonly counts: { readonly added: number; readonly changed: number; readonly unchanged: number };
}

/** Nothing is taken away: aliases, rosters and posts are added to, empty cells leave what is known. */
export function mergeDirectory(
  old: Directory,
  inputs: readonly OfficeInput[],
  nextId: (kind: string) => string,
): DirectoryMerge {
  const names = [...new Set(inputs.map(({ name }) => name))];
  const known = new Map(old.offices.map((office) => [office.name, office]));
  const fresh = names.filter((name) => !known.has(name)).map((name) => blankOffice(nextId('office'), name));
  const offices = ordered(old.offices, fresh, names);
  const byName = new Map(offices.map((office) => [office.name, office]));
  const officeOf = ({ name }: OfficeInput): Office => known.get(name) ?? byName.get(name) ?? blankOffice('', name);

  const rows = inputs.flatMap((input) => input.people.map((person) => ({ ...person, officeId: officeOf(input).id })));
  const people = matchPeople(old, rows, () => nextId('person'));

  const heldPosts = new Set(old.posts.map(postKey));
  const posts = distinctBy(
    rows.map(({ officeId, role }, index): Post => ({ officeId, role, personId: people.idOfRow[index] ?? '' })),
    postKey,
  ).filter((post) => !heldPosts.has(postKey(post)));
  const aliases = distinctBy(
    inputs.flatMap((input) =>
      without(input.aliases, officeOf(input).aliases).map((alias) => ({ officeId: officeOf(input).id, alias })),
    ),
    ({ officeId, alias }) => JSON.stringify([officeId, alias]),
  );
  const rosters = distinctBy(
    inputs.flatMap((input) =>
      without(input.rosters, officeOf(input).rosters).map((roster) => ({ officeId: officeOf(input).id, roster })),
    ),
    ({ officeId, roster }) => JSON.stringify([officeId, roster]),
  );

  const changedIds = new Set(people.changed.map(({ id }) => id));
  const touched = new Set([...aliases, ...rosters, ...posts].map(({ officeId }) => officeId));
  rows.forEach(({ officeId }, index) => {
    if (changedIds.has(people.idOfRow[index] ?? '')) touched.add(officeId);
  });
  const changed = names.filter((name) => touched.has(known.get(name)?.id ?? '')).length;
  return {
    newOffices: offices.filter(({ name }) => !known.has(name)),
    reordered: offices.filter(({ name, order }) => (known.get(name)?.order ?? order) !== order),
    aliases,
    rosters,
    newPeople: people.added,
    changedPeople: people.changed,
    posts,
    counts: { added: fresh.length, changed, unchanged: names.length - fresh.length - changed },
  };
}

/** A file that names every office sets the order; otherwise new offices go to the end. */
function ordered(old: readonly Office[], fresh: readonly Office[], names: readonly string[]): readonly Office[] {
  const all = [...old, ...fresh];
  const place = new Map(names.map((name, index) => [name, index]));
  if (!all.every(({ name }) => place.has(name))) {
    const end = Math.max(-1, ...old.map(({ order }) => order)) + 1;
    return [...old, ...fresh.map((office, index) => ({ ...office, order: end + index }))];
  }
  return all.map((office) => ({ ...office, order: place.get(office.name) ?? office.order }));
}

function blankOffice(id: string, name: string): Office {
  return { id, name, aliases: [], rosters: [], order: 0 };
}

function without(values: readonly string[], known: readonly string[]): readonly string[] {
  return values.filter((value) => !known.includes(value));
}

function postKey({ officeId, personId, role }: Post): string {
  return JSON.stringify([officeId, personId, role]);
}

function distinctBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
