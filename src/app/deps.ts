import { buildWorkingCalendar } from '../domain/calendar/build-working-calendar.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import type { ReminderPolicy } from '../domain/reminders/reminder-policy.ts';
import type { ChatGateway } from '../ports/chat-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { DirectoryStore } from '../ports/directory-store.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import type { Ids } from '../ports/ids.ts';
import type { LedgerStore } from '../ports/ledger-store.ts';
import type { Log } from '../ports/log.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { PaperFile } from '../ports/paper-file.ts';
import type { QuotaStore } from '../ports/quota-store.ts';
import type { ScheduleStore } from '../ports/schedule-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { TableFile } from '../ports/table-file.ts';

/** Everything that use cases reach the outside through. Each names what it needs with `Pick<Deps, …>`. */
export interface Deps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly ledger: LedgerStore;
  readonly outbox: Outbox;
  readonly quotas: QuotaStore;
  readonly directory: DirectoryStore;
  readonly schedules: ScheduleStore;
  readonly settings: SettingsStore;
  readonly documents: DocumentReader;
  readonly tables: TableFile;
  readonly papers: PaperFile;
  readonly chat: ChatGateway;
  readonly policy: ReminderPolicy;
  /** open_ids of the first administrators. */
  readonly admins: readonly string[];
}

/** The calendar in force: the announced years, and what an administrator loaded on top. */
export async function loadCalendar(deps: Pick<Deps, 'settings'>): Promise<WorkingCalendar> {
  return buildWorkingCalendar(await deps.settings.importedYears());
}
