import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { Absence, Directory, Person } from '../domain/directory/directory.ts';
import type { OfficeInput } from '../domain/directory/office-input.ts';
import type { AuditEntry } from './ledger-store.ts';

/** Offices, rosters, people and their posts. */
export interface DirectoryStore {
  load(): Promise<Directory>;
  /** Inserts and updates in one transaction; nothing is deleted. People are the same where open_id, else mobile, else e-mail, else name and office agree. */
  save(
    offices: readonly OfficeInput[],
    audit: readonly AuditEntry[],
  ): Promise<{ readonly added: number; readonly changed: number; readonly unchanged: number }>;
  /** Somebody who holds no post yet; the same open_id gives the same person. */
  addPerson(person: { readonly name: string; readonly openId: string }): Promise<Person>;
  setOpenIds(found: readonly { readonly personId: string; readonly openId: string }[]): Promise<void>;
  setActive(personId: string, active: boolean): Promise<void>;
  /** `on` null: messages reach the person again. An offices file that names the person says so too. */
  setUnreachable(personId: string, on: CivilDate | null): Promise<void>;
  /**
   * 请假. Days that the person's other absences have already are joined with these to one absence.
   *
   * @returns the absence as it stands then; null where the event was handled before, and nothing has changed
   */
  addAbsence(absence: Absence, change: AbsenceChange): Promise<Absence | null>;
  /**
   * 销假: whoever is away comes back today, and leaves that have not begun are called off.
   *
   * @returns the absences that held until now, empty where there were none; null where the event was handled before
   */
  endAbsence(personId: string, today: CivilDate, change: AbsenceChange): Promise<readonly Absence[] | null>;
}

/** What caused a change of absences: its event counts once. */
export interface AbsenceChange {
  readonly eventId: string;
  readonly audit: readonly AuditEntry[];
}
