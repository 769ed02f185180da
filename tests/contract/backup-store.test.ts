import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { backupDatabase, restoreDatabase } from '../../src/adapters/prisma/backup.ts';
import { bundledMigrations } from '../../src/adapters/prisma/bundled-migrations.ts';
import type { Database } from '../../src/adapters/prisma/database.ts';
import { migrateDatabase } from '../../src/adapters/prisma/migrate.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaOutbox } from '../../src/adapters/prisma/prisma-outbox.ts';
import { PrismaScheduleStore } from '../../src/adapters/prisma/prisma-schedule-store.ts';
import { withRawFile } from '../../src/adapters/prisma/raw-file.ts';
import { addMs, civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { aCard, aMessage, aPlan, NOW, storePlan } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const LATER = instantOf('2017-12-18T10:00+08:00');
const MUCH_LATER = { now: addMs(LATER, 86_400_000), limit: 99, abandonedAfterMs: 1 };
const REASON = '恢复备份后未再发送';
let backups = 0;

async function backedUp(database: Database): Promise<string> {
  backups += 1;
  return (await backupDatabase(database, databases.path(`backup-${backups}.db`))).file;
}

/** A ledger with one message sent, one half sent, one waiting. */
async function busyLedger() {
  const database = await databases.open();
  const ledger = await storePlan(database);
  const outbox = new PrismaOutbox(database);
  await ledger.commit({ at: NOW, messages: [aMessage(1), aMessage(2), aMessage(3)], newCards: [aCard(1)], audit: [] });
  await outbox.claim({ now: NOW, limit: 2, abandonedAfterMs: 60_000 });
  await outbox.markSent('message-1', { at: NOW, messageId: 'om_1' });
  return { database, ledger, outbox, url: `file:${database.file}` };
}

async function reopen(url: string) {
  const database = await databases.open(url);
  const ledger = new PrismaLedgerStore(database);
  return { database, ledger, outbox: new PrismaOutbox(database), schedules: new PrismaScheduleStore(database) };
}

describe('a backup', () => {
  it('is one private file, taken while the bot works, that overwrites nothing', async () => {
    const { database } = await busyLedger();
    const file = await backedUp(database);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(databases.folder).filter((name) => name.startsWith('backup-'))).toEqual(['backup-1.db']);
    await expect(backupDatabase(database, file)).rejects.toMatchObject({ code: 'file-exists' });
    expect((await (await reopen(`file:${file}`)).ledger.listPlans())[0]).toEqual(aPlan({ state: 'published' }));
  });
});

describe('a restore', () => {
  it('brings the ledger back and sends nothing that was waiting, half sent or sent', async () => {
    const { database, ledger, url } = await busyLedger();
    const file = await backedUp(database);
    await ledger.commit({ at: NOW, planState: { planId: 'plan-1', state: 'withdrawn' }, audit: [] });
    await databases.end(database);
    const report = await restoreDatabase(url, file, LATER);
    expect(report).toMatchObject({ withheld: 2, remembered: 0, skippedToday: [], applied: [] });
    const { ledger: restored, outbox, database: after } = await reopen(url);
    expect((await restored.findPlan('plan-1'))?.state).toBe('published');
    expect(await outbox.claim(MUCH_LATER)).toEqual([]);
    expect(await outbox.summary()).toEqual({ queued: 0, sent: 1, withheld: 2, failed: [] });
    const withheld = await after.read((queries) => queries.outboxMessage.findMany({ where: { state: 'withheld' } }));
    expect(withheld.map(({ reason }) => reason)).toEqual([REASON, REASON]);
    expect(
      await restored.commit({
        at: LATER,
        messages: [1, 2, 3, 4].map((n) => aMessage(n + 10, { key: `notice:${n}` })),
        audit: [],
      }),
    ).toMatchObject({
      value: { messages: 1 },
    });
    expect(await after.read((queries) => queries.auditEntry.findMany())).toMatchObject([
      { action: 'database.restored', actor: 'command-line' },
    ]);
  });

  it('knows what was sent after the backup was taken: neither its keys nor its days come again', async () => {
    const { database, ledger, outbox, url } = await busyLedger();
    const file = await backedUp(database);
    const slot = { schedule: 'morning-cards' as const, on: civil('2017-12-18') };
    const schedules = new PrismaScheduleStore(database);
    await schedules.claimSlot({ ...slot, at: NOW });
    await ledger.commit({ at: NOW, messages: [aMessage(4), aMessage(5)], audit: [] });
    await outbox.markSent('message-2', { at: NOW, messageId: 'om_2' });
    await outbox.markSent('message-4', { at: NOW, messageId: 'om_4' });
    await outbox.markCardSent('card-1', { at: NOW, messageId: 'om_2' });
    await schedules.finishSlot(slot, { queued: 2 });
    await databases.end(database);
    expect(await restoreDatabase(url, file, LATER)).toMatchObject({ withheld: 2, remembered: 2, skippedToday: [] });
    const restored = await reopen(url);
    expect(await restored.outbox.claim(MUCH_LATER)).toEqual([]);
    expect(await restored.outbox.summary()).toMatchObject({ sent: 3, withheld: 2 });
    expect(await restored.schedules.claimSlot({ ...slot, at: MUCH_LATER.now })).toBe(false);
    expect(await restored.ledger.findCardByMessage('om_2')).toMatchObject({ id: 'card-1' });
    const again = [4, 5].map((n) => aMessage(n + 10, { key: `notice:${n}` }));
    expect(await restored.ledger.commit({ at: LATER, messages: again, audit: [] })).toMatchObject({
      value: { messages: 0 },
    });
  });

  it('on a new machine does not run the morning again that may have run on the old one', async () => {
    const { database } = await busyLedger();
    const file = await backedUp(database);
    const late = databases.nextUrl();
    expect(await restoreDatabase(late, file, LATER)).toMatchObject({
      replaced: null,
      skippedToday: ['morning-cards', 'weekly-digest', 'monthly-summary'],
    });
    expect(
      await (await reopen(late)).schedules.claimSlot({ schedule: 'morning-cards', on: civil('2017-12-18'), at: LATER }),
    ).toBe(false);
    const early = databases.nextUrl();
    await migrateDatabase(early);
    expect(await restoreDatabase(early, file, instantOf('2017-12-18T08:59+08:00'))).toMatchObject({ skippedToday: [] });
    const other = await reopen(early);
    expect(await other.schedules.claimSlot({ schedule: 'morning-cards', on: civil('2017-12-18'), at: LATER })).toBe(
      true,
    );
  });

  it('keeps the database that it replaces, even one that cannot be read any more', async () => {
    const { database } = await busyLedger();
    const file = await backedUp(database);
    const broken = databases.path('broken.db');
    writeFileSync(broken, '坏了'.repeat(1000));
    const report = await restoreDatabase(`file:${broken}`, file, LATER);
    expect(report.replaced).toBe(`${broken}.before-restore-20171218T100000`);
    expect(statSync(report.replaced ?? '').size).toBe(6000);
    expect(report.skippedToday).toHaveLength(3);
    expect(await (await reopen(`file:${broken}`)).ledger.listPlans()).toHaveLength(1);
  });

  it('takes a copy that somebody made by hand of the running database, log and all', async () => {
    const { database } = await busyLedger();
    const file = databases.path('by-hand.db');
    for (const end of ['', '-wal']) copyFileSync(database.file + end, file + end);
    const url = databases.nextUrl();
    expect(await restoreDatabase(url, file, LATER)).toMatchObject({ withheld: 2, applied: [] });
    expect(await (await reopen(url)).ledger.listPlans()).toHaveLength(1);
    expect(existsSync(`${file}-wal`)).toBe(true);
  });

  it('is refused while the bot is running, and changes nothing', async () => {
    const { database, ledger, url } = await busyLedger();
    const file = await backedUp(database);
    await ledger.commit({ at: NOW, planState: { planId: 'plan-1', state: 'withdrawn' }, audit: [] });
    await expect(restoreDatabase(url, file, LATER)).rejects.toMatchObject({ code: 'busy', retryable: true });
    expect((await ledger.findPlan('plan-1'))?.state).toBe('withdrawn');
    expect(await ledger.commit({ at: NOW, messages: [aMessage(9)], audit: [] })).toMatchObject({ ok: true });
  });

  it('is refused for a file that is missing, empty, damaged, foreign or newer, and changes nothing', async () => {
    const { database, url } = await busyLedger();
    const good = await backedUp(database);
    await databases.end(database);
    const before = statSync(database.file);
    const refused = async (file: string, code: string) => {
      await expect(restoreDatabase(url, file, LATER)).rejects.toMatchObject({ code });
    };
    await refused(databases.path('nowhere.db'), 'file-missing');
    writeFileSync(databases.path('empty.db'), '');
    await refused(databases.path('empty.db'), 'not-duban');
    writeFileSync(databases.path('letter.db'), '信'.repeat(5000));
    await refused(databases.path('letter.db'), 'database-unreadable');
    await withRawFile(databases.path('foreign.db'), ({ run }) => run('CREATE TABLE t (x)'));
    await refused(databases.path('foreign.db'), 'not-duban');
    copyFileSync(good, databases.path('newer.db'));
    const newer = { name: '20991231000000_future', sql: 'CREATE TABLE "F" ("x" TEXT);', checksum: 'f' };
    await migrateDatabase(`file:${databases.path('newer.db')}`, [...bundledMigrations(), newer]);
    await refused(databases.path('newer.db'), 'database-newer');
    expect(statSync(database.file)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
    expect(existsSync(`${database.file}.restoring`)).toBe(false);
    expect(readdirSync(databases.folder).filter((name) => name.includes('letter'))).toEqual(['letter.db']);
  });
});
