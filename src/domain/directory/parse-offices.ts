import type { TableRow } from '../table-row.ts';
import { checkOffices } from './check-offices.ts';
import { EXAMPLE, isEmail, isMobile, isOpenId, splitNames, tidy, tidyMobile, tidyOrNothing } from './office-cells.ts';
import { type ColumnPlaces, columnPlaces, isOfficesHeader, type OfficeColumn } from './office-columns.ts';
import type { OfficeInput, PersonInput } from './office-input.ts';
import { nameKey } from './office-name.ts';
import type { ContactColumn, OfficeProblem } from './office-problem.ts';
import { parseRole } from './role-words.ts';

export interface ParsedOffices {
  /** In the order of the file. */
  readonly offices: readonly OfficeInput[];
  readonly problems: readonly OfficeProblem[];
}

/** An office while its rows are being read. */
export interface OfficeInProgress {
  readonly name: string;
  /** Of its first row. */
  readonly place: string;
  /** By key: the name as first written. */
  readonly aliases: Map<string, string>;
  readonly rosters: Map<string, string>;
  readonly people: PersonInProgress[];
}

/** A person's post while the rows are being read, with the row that states it. */
export type PersonInProgress = PersonInput & { readonly place: string };

const HEADER_WITHIN = 10;
const CONTACTS = [
  ['mobile', isMobile],
  ['email', isEmail],
  ['openId', isOpenId],
] as const satisfies readonly (readonly [ContactColumn, (text: string) => boolean])[];

/**
 * Reads the rows of an offices file.
 *
 * The header is looked for in the first ten rows; columns may stand in any order, unknown ones are ignored. An office may
 * take several rows, one a post; a row whose 单位 is empty belongs to the office above it.
 *
 * @returns every office that could be read, also where something is wrong: with a problem that {@link isBlocking} nothing
 * may be written
 */
export function parseOffices(rows: readonly TableRow[]): ParsedOffices {
  const header = findHeader(rows);
  if (!header) return { offices: [], problems: [{ kind: 'missing-header', place: null, columns: ['office'] }] };
  const { places, body } = header;
  const problems: OfficeProblem[] = [];
  if (places.has('name') && !places.has('role')) {
    problems.push({ kind: 'missing-header', place: null, columns: ['role'] });
  }
  const offices = readRows(body, places, problems);
  problems.push(...checkOffices(offices));
  return { offices: offices.map(finished), problems };
}

/** The row among the first ten that names the most columns, and what follows it. */
function findHeader(rows: readonly TableRow[]): { places: ColumnPlaces; body: readonly TableRow[] } | undefined {
  const found = rows
    .slice(0, HEADER_WITHIN)
    .map((row, at) => ({ row, at, places: columnPlaces(row.cells) }))
    .filter(({ row, places }) => isOfficesHeader(row.cells) || (places.has('office') && filled(row) === 1))
    .toSorted((a, b) => b.places.size - a.places.size || a.at - b.at)[0];
  return found && { places: found.places, body: rows.slice(found.at + 1) };
}

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}

function readRows(rows: readonly TableRow[], places: ColumnPlaces, problems: OfficeProblem[]): OfficeInProgress[] {
  const offices = new Map<string, OfficeInProgress>();
  let current: OfficeInProgress | 'example' | undefined;
  for (const row of rows) {
    const cell = (column: OfficeColumn) => row.cells[places.get(column) ?? -1] ?? '';
    const printed = tidyOrNothing(cell('office'));
    if (filled(row) === 0 || isOfficesHeader(row.cells)) continue;
    if (printed.startsWith(EXAMPLE)) {
      current = 'example';
      problems.push({ kind: 'example-row', place: row.place, value: printed });
    } else if (printed !== '') {
      current = officeNamed(printed, row.place, offices, problems);
    } else if (current === undefined) {
      problems.push({ kind: 'office-missing', place: row.place, name: tidyOrNothing(cell('name')) });
    }
    if (current === undefined || current === 'example') continue;
    addNames(current.aliases, cell('aliases'));
    addNames(current.rosters, cell('rosters'));
    addPosts(current, row.place, cell, places.has('role'), problems);
  }
  return [...offices.values()];
}

function officeNamed(
  printed: string,
  place: string,
  offices: Map<string, OfficeInProgress>,
  problems: OfficeProblem[],
): OfficeInProgress {
  const key = nameKey(printed);
  const known = offices.get(key);
  if (!known) {
    const office: OfficeInProgress = { name: printed, place, aliases: new Map(), rosters: new Map(), people: [] };
    offices.set(key, office);
    return office;
  }
  const said = problems.some((each) => each.kind === 'office-spelled-twice' && each.value === printed);
  if (known.name !== printed && !said) {
    problems.push({ kind: 'office-spelled-twice', place, office: known.name, value: printed });
  }
  return known;
}

function addNames(names: Map<string, string>, cell: string): void {
  for (const name of splitNames(cell)) {
    const key = nameKey(name);
    if (!names.has(key)) names.set(key, name);
  }
}

function addPosts(
  office: OfficeInProgress,
  place: string,
  cell: (column: OfficeColumn) => string,
  hasRoles: boolean,
  problems: OfficeProblem[],
): void {
  const name = tidyOrNothing(cell('name'));
  const person = {
    name,
    mobile: tidyMobile(cell('mobile')) || null,
    email: tidyOrNothing(cell('email')).replaceAll(' ', '') || null,
    openId: tidyOrNothing(cell('openId')).replaceAll(' ', '') || null,
    place,
  };
  const roles = splitNames(cell('role'));
  if (name === '') {
    const somebody = roles.length > 0 || person.mobile !== null || person.email !== null || person.openId !== null;
    if (somebody) problems.push({ kind: 'name-missing', place, office: office.name });
    return;
  }
  for (const [column, isGood] of CONTACTS) {
    const value = person[column];
    if (value !== null && !isGood(value)) problems.push({ kind: 'bad-contact', place, name, column, value });
  }
  if (roles.length === 0 && hasRoles) problems.push({ kind: 'unknown-role', place, name, value: '' });
  for (const word of roles) {
    const role = parseRole(word);
    if (role) office.people.push({ role, ...person });
    else problems.push({ kind: 'unknown-role', place, name, value: tidy(word) });
  }
}

/** The office as it is handed on: no alias that is its own name, no post twice, what one row leaves out taken from another. */
function finished(office: OfficeInProgress): OfficeInput {
  const own = nameKey(office.name);
  return {
    name: office.name,
    aliases: [...office.aliases].filter(([key]) => key !== own).map(([, name]) => name),
    rosters: [...office.rosters.values()],
    people: withoutRepeats(office.people.map((person) => completed(person, office.people))),
  };
}

/** Within one office, rows of the same name complete each other, unless they contradict each other anywhere. */
function completed(person: PersonInput, people: readonly PersonInput[]): PersonInput {
  const same = people.filter((each) => each.name === person.name);
  const values = (column: ContactColumn) => [
    ...new Set(same.map((each) => each[column]).filter((value) => value !== null)),
  ];
  const all = { mobile: values('mobile'), email: values('email'), openId: values('openId') };
  const agree = all.mobile.length < 2 && all.email.length < 2 && all.openId.length < 2;
  const { role, name, mobile, email, openId } = person;
  if (!agree) return { role, name, mobile, email, openId };
  return { role, name, mobile: all.mobile[0] ?? null, email: all.email[0] ?? null, openId: all.openId[0] ?? null };
}

function withoutRepeats(people: readonly PersonInput[]): readonly PersonInput[] {
  const byKey = new Map(
    people
      .toReversed()
      .map((each) => [[each.role, each.name, each.mobile, each.email, each.openId].join('\u0000'), each]),
  );
  return [...byKey.values()].reverse();
}
