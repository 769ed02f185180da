import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { Absence, Directory, Person } from '../../domain/directory/directory.ts';
import type { OfficeInput } from '../../domain/directory/office-input.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AbsenceChange, DirectoryStore } from '../../ports/directory-store.ts';
import type { AuditEntry } from '../../ports/ledger-store.ts';
import type { Database } from './database.ts';

/**
 * A directory store that reads offices and people once and keeps them while nothing has changed: every card needs them whole. What
 * this process changes goes through here; what another process writes shows in the file's data version.
 */
export class RememberedDirectory implements DirectoryStore {
  readonly #store: DirectoryStore;
  readonly #database: Database;
  readonly #clock: Clock;
  /** Grows before and after each change of ours: what was read meanwhile is not kept. */
  #changes = 0;
  #kept: { readonly directory: Directory; readonly mark: string } | undefined;

  constructor(store: DirectoryStore, { database, clock }: { readonly database: Database; readonly clock: Clock }) {
    this.#store = store;
    this.#database = database;
    this.#clock = clock;
  }

  async load(): Promise<Directory> {
    const mark = await this.#mark();
    if (this.#kept?.mark === mark) return this.#kept.directory;
    const directory = await this.#store.load();
    if (mark === (await this.#mark())) this.#kept = { directory, mark };
    return directory;
  }

  save(offices: readonly OfficeInput[], audit: readonly AuditEntry[]): ReturnType<DirectoryStore['save']> {
    return this.#change(() => this.#store.save(offices, audit));
  }

  addPerson(person: { readonly name: string; readonly openId: string }): Promise<Person> {
    return this.#change(() => this.#store.addPerson(person));
  }

  setOpenIds(found: readonly { readonly personId: string; readonly openId: string }[]): Promise<void> {
    return this.#change(() => this.#store.setOpenIds(found));
  }

  setActive(personId: string, active: boolean): Promise<void> {
    return this.#change(() => this.#store.setActive(personId, active));
  }

  setUnreachable(personId: string, on: CivilDate | null): Promise<void> {
    return this.#change(() => this.#store.setUnreachable(personId, on));
  }

  addAbsence(absence: Absence, change: AbsenceChange): Promise<Absence | null> {
    return this.#change(() => this.#store.addAbsence(absence, change));
  }

  endAbsence(personId: string, today: CivilDate, change: AbsenceChange): Promise<readonly Absence[] | null> {
    return this.#change(() => this.#store.endAbsence(personId, today, change));
  }

  async #change<T>(work: () => Promise<T>): Promise<T> {
    this.#changes += 1;
    try {
      return await work();
    } finally {
      this.#changes += 1;
    }
  }

  /** Absences of the past are not loaded, so that the day is part of it. */
  async #mark(): Promise<string> {
    return `${await this.#database.dataVersion()} ${this.#changes} ${civilDateOf(this.#clock.now())}`;
  }
}
