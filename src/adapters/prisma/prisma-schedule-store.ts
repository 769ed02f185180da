import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { Schedule, ScheduleName } from '../../domain/reminders/slots.ts';
import type { ScheduleStore, SlotRecord } from '../../ports/schedule-store.ts';
import { fromJson, toBigInt, toCivilDate, toCivilDateOrNull, toInstant, toJson } from './columns.ts';
import type { Database } from './database.ts';

type Slot = { readonly schedule: ScheduleName; readonly on: CivilDate };
type SlotAt = Slot & { readonly at: Instant };

/** A run that has not ended by then died with its process; doing it again adds nothing, because every message has its key. */
const ABANDONED_AFTER_MS = 30_000;

export class PrismaScheduleStore implements ScheduleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly Schedule[]> {
    const rows = await this.#database.read((queries) => queries.schedule.findMany({ orderBy: { name: 'asc' } }));
    return rows.map((row) => ({
      name: row.name as ScheduleName,
      days: row.days as Schedule['days'],
      at: row.at,
      windowEnds: row.windowEnds,
      pausedUntil: toCivilDateOrNull(row.pausedUntil),
    }));
  }

  async lastSlots(): Promise<readonly SlotRecord[]> {
    const slots = { orderBy: { on: 'desc' as const }, take: 1 };
    const rows = await this.#database.read((queries) =>
      queries.schedule.findMany({ include: { slots }, orderBy: { name: 'asc' } }),
    );
    return rows
      .flatMap((row) => row.slots)
      .map((slot) => ({
        schedule: slot.scheduleName as ScheduleName,
        on: toCivilDate(slot.on),
        outcome: slot.outcome as SlotRecord['outcome'],
        startedAt: toInstant(slot.startedAt),
        report: fromJson(slot.report),
      }));
  }

  claimSlot(slot: SlotAt): Promise<boolean> {
    return this.#take(slot, 'running', {});
  }

  async finishSlot({ schedule, on }: Slot, report: Readonly<Record<string, unknown>>): Promise<void> {
    const where = { scheduleName: schedule, on, outcome: 'running' };
    const data = { outcome: 'done', report: toJson(report) };
    await this.#database.read((queries) => queries.scheduleSlot.updateMany({ where, data }));
  }

  async skipSlot(slot: SlotAt, reason: string): Promise<void> {
    await this.#take(slot, 'skipped', { reason });
  }

  // One statement, which tests what it changes: free, or left behind by a process that died.
  async #take({ schedule, on, at }: SlotAt, outcome: SlotRecord['outcome'], report: object): Promise<boolean> {
    const startedAt = toBigInt(at);
    const abandonedAt = startedAt - BigInt(ABANDONED_AFTER_MS);
    const count = await this.#database.read(
      (queries) => queries.$executeRaw`
        INSERT INTO "ScheduleSlot" ("scheduleName", "on", "outcome", "startedAt", "report")
        VALUES (${schedule}, ${on}, ${outcome}, ${startedAt}, ${toJson(report)})
        ON CONFLICT ("scheduleName", "on") DO UPDATE
        SET "outcome" = excluded."outcome", "startedAt" = excluded."startedAt", "report" = excluded."report"
        WHERE "outcome" = 'running' AND "startedAt" <= ${abandonedAt}`,
    );
    return count === 1;
  }
}
