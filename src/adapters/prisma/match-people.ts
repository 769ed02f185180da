import type { Directory, Person } from '../../domain/directory/directory.ts';
import type { OfficeInput } from '../../domain/directory/office-input.ts';

type Row = OfficeInput['people'][number] & { readonly officeId: string };
type Contact = 'openId' | 'mobile' | 'email';

/** Strongest first. */
const CONTACTS: readonly Contact[] = ['openId', 'mobile', 'email'];

export interface PeopleMatch {
  /** The person's id for each row. */
  readonly idOfRow: readonly string[];
  readonly added: readonly Person[];
  readonly changed: readonly Person[];
}

/**
 * Says which person each row means: by open_id, else mobile, else e-mail, else name and office. A weaker sign never overrules a
 * stronger one that differs, and two rows of one name with different numbers are two people.
 */
export function matchPeople(old: Directory, rows: readonly Row[], nextId: () => string): PeopleMatch {
  const people = new Map(old.people.map((person) => [person.id, person]));
  const officesOf = new Map<string, Set<string>>();
  for (const { personId, officeId } of old.posts) addTo(officesOf, personId, officeId);
  const idOfRow: string[] = rows.map(() => '');
  const taken = new Set<string>();

  const assign = (index: number, row: Row, person: Person) => {
    idOfRow[index] = person.id;
    taken.add(person.id);
    people.set(person.id, updated(person, row));
    addTo(officesOf, person.id, row.officeId);
  };
  const byContact = (row: Row, contact: Contact) =>
    row[contact] === null
      ? undefined
      : find(people, (person) => person[contact] === row[contact] && !overruled(person, row, contact));
  const byName = (row: Row) =>
    find(people, (person) => {
      if (person.name !== row.name || !officesOf.get(person.id)?.has(row.officeId)) return false;
      return (
        !differ(person, row, 'openId') &&
        !(taken.has(person.id) && CONTACTS.some((contact) => differ(person, row, contact)))
      );
    });

  for (const contact of CONTACTS) {
    rows.forEach((row, index) => {
      const person = idOfRow[index] === '' ? byContact(row, contact) : undefined;
      if (person) assign(index, row, person);
    });
  }
  rows.forEach((row, index) => {
    if (idOfRow[index] !== '') return;
    const newcomer = CONTACTS.map((contact) => byContact(row, contact)).find((person) => person !== undefined);
    assign(index, row, newcomer ?? byName(row) ?? blankPerson(nextId(), row.name));
  });

  const before = new Map(old.people.map((person) => [person.id, person]));
  const now = [...people.values()];
  return {
    idOfRow,
    added: now.filter(({ id }) => !before.has(id)),
    changed: now.filter((person) => {
      const known = before.get(person.id);
      return (
        known !== undefined &&
        (known.name !== person.name || CONTACTS.some((contact) => known[contact] !== person[contact]))
      );
    }),
  };
}

function find(people: ReadonlyMap<string, Person>, test: (person: Person) => boolean): Person | undefined {
  for (const person of people.values()) if (test(person)) return person;
  return undefined;
}

function overruled(person: Person, row: Row, by: Contact): boolean {
  return CONTACTS.slice(0, CONTACTS.indexOf(by)).some((stronger) => differ(person, row, stronger));
}

function differ(person: Person, row: Row, contact: Contact): boolean {
  return person[contact] !== null && row[contact] !== null && person[contact] !== row[contact];
}

function updated(person: Person, row: Row): Person {
  const { name } = row;
  const openId = row.openId ?? person.openId;
  return { ...person, name, mobile: row.mobile ?? person.mobile, email: row.email ?? person.email, openId };
}

function blankPerson(id: string, name: string): Person {
  return { id, name, mobile: null, email: null, openId: null, active: true, unreachableOn: null };
}

function addTo(groups: Map<string, Set<string>>, key: string, value: string): void {
  const group = groups.get(key);
  if (group) group.add(value);
  else groups.set(key, new Set([value]));
}
