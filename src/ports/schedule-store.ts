import type { CivilDate, Instant } from '../domain/calendar/civil-date.ts';
import type { Schedule, ScheduleName } from '../domain/reminders/slots.ts';

/** One run of a schedule: the day it belongs to. Unique on schedule and day. */
export interface SlotRecord {
  readonly schedule: ScheduleName;
  readonly on: CivilDate;
  readonly outcome: 'running' | 'done' | 'skipped';
  readonly startedAt: Instant;
  readonly report: Readonly<Record<string, unknown>>;
}

export interface ScheduleStore {
  list(): Promise<readonly Schedule[]>;
  /** The last recorded slot of each schedule. */
  lastSlots(): Promise<readonly SlotRecord[]>;
  /** True for the one caller who got the slot; false where it was taken before. A slot left `running` may be taken again after 30 seconds. */
  claimSlot(slot: { readonly schedule: ScheduleName; readonly on: CivilDate; readonly at: Instant }): Promise<boolean>;
  finishSlot(
    slot: { readonly schedule: ScheduleName; readonly on: CivilDate },
    report: Readonly<Record<string, unknown>>,
  ): Promise<void>;
  skipSlot(
    slot: { readonly schedule: ScheduleName; readonly on: CivilDate; readonly at: Instant },
    reason: string,
  ): Promise<void>;
}
