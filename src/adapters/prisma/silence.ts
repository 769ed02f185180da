import { civilDateOf, type Instant, timeOfDay } from '../../domain/calendar/civil-date.ts';
import { toJson } from './columns.ts';
import { type RawFile, withRawFile } from './raw-file.ts';

/** Shown in 未送达 and the outbox: why a message that a backup still had in its queue never went out. */
const WITHHELD_REASON = '恢复备份后未再发送';

export interface Silence {
  /** Messages that were still waiting, in the backup or in the database it replaces, and will not go out. */
  readonly withheld: number;
  /** Messages of the replaced database that the backup does not know: their keys are remembered. */
  readonly remembered: number;
  /** Schedules that will not run today any more, because nobody knows whether they did. */
  readonly skippedToday: readonly string[];
}

/**
 * Makes a restored copy keep quiet about the past. What the replaced database sent stays sent and its days stay done; what waits
 * anywhere is withheld. Where there is no database to ask, or it is not the one the backup was taken from, schedules whose time
 * of today is over do not run today.
 */
export async function silence(
  copy: string,
  { replaced, backup, now }: { readonly replaced: string | null; readonly backup: string; readonly now: Instant },
): Promise<Silence> {
  return withRawFile(copy, async (raw) => {
    if (replaced) await raw.run('ATTACH ? AS replaced', replaced);
    await raw.run('BEGIN IMMEDIATE');
    const sameLedger = replaced !== null && (await isSameLedger(raw));
    const remembered = replaced ? await takeOver(raw) : 0;
    const withheld = await withhold(raw);
    const skippedToday = sameLedger ? [] : await skipToday(raw, now);
    await audit(raw, now, backup, { withheld, remembered, skippedToday });
    await raw.run('COMMIT');
    if (replaced) await raw.run('DETACH replaced');
    return { withheld, remembered, skippedToday };
  });
}

async function isSameLedger({ rows }: RawFile): Promise<boolean> {
  const strangers = await rows(
    'SELECT 1 FROM main."Plan" WHERE "id" NOT IN (SELECT "id" FROM replaced."Plan") LIMIT 1',
  );
  return strangers.length === 0;
}

const CARRIED = [
  'id',
  'key',
  'uuid',
  'recipient',
  'purpose',
  'body',
  'dueAt',
  'state',
  'attempts',
  'firstTriedAt',
  'sentAt',
  'messageId',
  'reason',
]
  .map((name) => `"${name}"`)
  .join(', ');

async function takeOver({ run }: RawFile): Promise<number> {
  await run(
    `UPDATE main."OutboxMessage" AS here SET "state" = there."state", "sentAt" = there."sentAt", "messageId" = there."messageId"
     FROM replaced."OutboxMessage" AS there
     WHERE there."key" = here."key" AND there."state" = 'sent' AND here."state" <> 'sent'`,
  );
  await run(
    `UPDATE main."Card" AS here SET "messageId" = there."messageId", "sentAt" = there."sentAt"
     FROM replaced."Card" AS there
     WHERE there."id" = here."id" AND here."messageId" IS NULL AND there."messageId" IS NOT NULL`,
  );
  await run(
    `INSERT INTO main."ScheduleSlot" ("scheduleName", "on", "outcome", "startedAt", "report")
     SELECT "scheduleName", "on", "outcome", "startedAt", "report" FROM replaced."ScheduleSlot"
     WHERE "scheduleName" IN (SELECT "name" FROM main."Schedule")
     ON CONFLICT ("scheduleName", "on") DO UPDATE SET "outcome" = excluded."outcome", "report" = excluded."report"
     WHERE main."ScheduleSlot"."outcome" = 'running'`,
  );
  return run(
    `INSERT INTO main."OutboxMessage" (${CARRIED})
     SELECT ${CARRIED} FROM replaced."OutboxMessage" WHERE true ORDER BY "seq" ON CONFLICT DO NOTHING`,
  );
}

async function withhold({ run }: RawFile): Promise<number> {
  const report = toJson({ reason: WITHHELD_REASON });
  await run(`UPDATE "ScheduleSlot" SET "outcome" = 'skipped', "report" = ? WHERE "outcome" = 'running'`, report);
  return run(
    `UPDATE "OutboxMessage" SET "state" = 'withheld', "claimedAt" = NULL, "reason" = ? WHERE "state" IN ('queued', 'sending')`,
    WITHHELD_REASON,
  );
}

async function skipToday({ rows }: RawFile, now: Instant): Promise<readonly string[]> {
  const skipped = await rows(
    `INSERT INTO "ScheduleSlot" ("scheduleName", "on", "outcome", "startedAt", "report")
     SELECT "name", ?, 'skipped', ${now}, ? FROM "Schedule" WHERE "at" <= ? ON CONFLICT DO NOTHING RETURNING "scheduleName"`,
    civilDateOf(now),
    toJson({ reason: WITHHELD_REASON }),
    timeOfDay(now),
  );
  return skipped.map(([name]) => String(name));
}

async function audit({ run }: RawFile, now: Instant, backup: string, detail: Silence): Promise<void> {
  await run(
    `INSERT INTO "AuditEntry" ("at", "actor", "action", "subjectType", "subjectId", "detail")
     VALUES (${now}, 'command-line', 'database.restored', 'backup', ?, ?)`,
    backup,
    toJson(detail),
  );
}
