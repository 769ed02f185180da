import { addDays, type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { Absence, Directory, Person, PostRole } from '../../domain/directory/directory.ts';
import type { OfficeInput } from '../../domain/directory/office-input.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AbsenceChange, DirectoryStore } from '../../ports/directory-store.ts';
import type { Ids } from '../../ports/ids.ts';
import type { AuditEntry } from '../../ports/ledger-store.ts';
import { endAbsence, insertAbsence, loadAbsences } from './absence-rows.ts';
import { writeAudit } from './audit.ts';
import { toCivilDateOrNull } from './columns.ts';
import type { Database, Queries } from './database.ts';
import { type DirectoryMerge, mergeDirectory } from './merge-directory.ts';

const ROLES: readonly PostRole[] = [
  'liaison-a',
  'liaison-b',
  'head',
  'leader-in-charge',
  'top-leader',
  'governing',
  'supervisor',
];

/** How long an absence that is over is still read: longer than any run of days of rest. */
const ABSENCES_KEPT_DAYS = 30;

export class PrismaDirectoryStore implements DirectoryStore {
  readonly #database: Database;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(database: Database, { ids, clock }: { readonly ids: Ids; readonly clock: Clock }) {
    this.#database = database;
    this.#ids = ids;
    this.#clock = clock;
  }

  load(): Promise<Directory> {
    return this.#database.read((queries) => loadDirectory(queries, this.#absencesSince()));
  }

  save(offices: readonly OfficeInput[], audit: readonly AuditEntry[]): Promise<DirectoryMerge['counts']> {
    return this.#database.write(async (queries) => {
      const merge = mergeDirectory(await loadDirectory(queries, this.#absencesSince()), offices, (kind) =>
        this.#ids.next(kind),
      );
      await writeMerge(queries, merge);
      await queries.person.updateMany({ where: { unreachableOn: { not: null } }, data: { unreachableOn: null } });
      await writeAudit(queries, this.#clock.now(), audit);
      return merge.counts;
    });
  }

  addPerson({ name, openId }: { readonly name: string; readonly openId: string }): Promise<Person> {
    return this.#database.write(async (queries) => {
      const { people } = await loadDirectory(queries, this.#absencesSince());
      const known = people.find((person) => person.openId === openId && person.active);
      if (known) return known;
      const person = { id: this.#ids.next('person'), name, mobile: null, email: null, openId, active: true };
      await queries.person.create({ data: person });
      return { ...person, unreachableOn: null };
    });
  }

  async setOpenIds(found: readonly { readonly personId: string; readonly openId: string }[]): Promise<void> {
    await this.#database.write(async (queries) => {
      for (const { personId, openId } of found) {
        await queries.person.updateMany({ where: { id: personId }, data: { openId } });
      }
    });
  }

  async setActive(personId: string, active: boolean): Promise<void> {
    await this.#database.read((queries) => queries.person.updateMany({ where: { id: personId }, data: { active } }));
  }

  async setUnreachable(personId: string, on: CivilDate | null): Promise<void> {
    const data = { unreachableOn: on };
    await this.#database.read((queries) => queries.person.updateMany({ where: { id: personId }, data }));
  }

  addAbsence(absence: Absence, change: AbsenceChange): Promise<Absence | null> {
    const noted = { ...change, at: this.#clock.now(), id: this.#ids.next('absence') };
    return this.#database.write((queries) => insertAbsence(queries, absence, noted));
  }

  endAbsence(personId: string, today: CivilDate, change: AbsenceChange): Promise<readonly Absence[] | null> {
    const at = this.#clock.now();
    return this.#database.write((queries) => endAbsence(queries, { personId, today }, { ...change, at }));
  }

  #absencesSince(): CivilDate {
    return addDays(civilDateOf(this.#clock.now()), -ABSENCES_KEPT_DAYS);
  }
}

// Offices in their order, people in that of their ids, posts by office, then role. Aliases and rosters are read whole: asked for
// by office they would run into the limit of parameters at a thousand offices.
async function loadDirectory(queries: Queries, absencesSince: CivilDate): Promise<Directory> {
  const offices = await queries.office.findMany({
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
  });
  const aliases = groupBy(
    await queries.officeAlias.findMany({ orderBy: { alias: 'asc' } }),
    ({ officeId }) => officeId,
  );
  const rosters = groupBy(
    await queries.rosterMember.findMany({ orderBy: { roster: 'asc' } }),
    ({ officeId }) => officeId,
  );
  const people = await queries.person.findMany({ orderBy: { id: 'asc' } });
  const posts = await queries.post.findMany({ orderBy: [{ personId: 'asc' }] });
  const place = new Map(offices.map(({ id }, index) => [id, index]));
  const placeOf = (post: { readonly officeId: string; readonly role: PostRole }) =>
    (place.get(post.officeId) ?? 0) * ROLES.length + ROLES.indexOf(post.role);
  return {
    offices: offices.map((office) => ({
      ...office,
      aliases: (aliases.get(office.id) ?? []).map(({ alias }) => alias),
      rosters: (rosters.get(office.id) ?? []).map(({ roster }) => roster),
    })),
    people: people.map((person) => ({ ...person, unreachableOn: toCivilDateOrNull(person.unreachableOn) })),
    posts: posts.map((post) => ({ ...post, role: post.role as PostRole })).sort((a, b) => placeOf(a) - placeOf(b)),
    absences: await loadAbsences(queries, absencesSince),
  };
}

async function writeMerge(queries: Queries, merge: DirectoryMerge): Promise<void> {
  const data = <T>(rows: readonly T[]) => ({ data: [...rows] });
  await queries.office.createMany(data(merge.newOffices.map(({ id, name, order }) => ({ id, name, order }))));
  for (const { id, order } of merge.reordered) await queries.office.update({ where: { id }, data: { order } });
  await queries.officeAlias.createMany(data(merge.aliases));
  await queries.rosterMember.createMany(data(merge.rosters));
  await queries.person.createMany(data(merge.newPeople));
  for (const { id, name, mobile, email, openId } of merge.changedPeople) {
    await queries.person.update({ where: { id }, data: { name, mobile, email, openId } });
  }
  await queries.post.createMany(data(merge.posts));
}
