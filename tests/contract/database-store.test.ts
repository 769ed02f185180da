import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledMigrations } from '../../src/adapters/prisma/bundled-migrations.ts';
import { openDatabase, pathOf } from '../../src/adapters/prisma/database.ts';
import { migrateDatabase } from '../../src/adapters/prisma/migrate.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { withRawFile } from '../../src/adapters/prisma/raw-file.ts';
import { missingSql } from '../../src/adapters/prisma/schema-engine.ts';
import { storePlan } from '../support/stored-plan.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();

const FIRST = '20261121000000_init';
const migration = (name: string, sql: string) => ({ name, sql, checksum: 'f'.repeat(64) });

describe('a start', () => {
  it('makes the folder and the file, whatever characters the path has', async () => {
    const url = `file:${databases.path('数据 %20#?/深/督办.db')}`;
    expect(await migrateDatabase(url)).toEqual({ applied: bundledMigrations().map(({ name }) => name) });
    const database = await databases.open(url);
    expect(existsSync(database.file)).toBe(true);
    expect(database.file).toBe(databases.path('数据 %20#?/深/督办.db'));
  });

  it('on a database that is up to date changes nothing and finds everything as it was', async () => {
    const database = await databases.open();
    await storePlan(database);
    await database.close();
    const url = `file:${database.file}`;
    expect(await migrateDatabase(url)).toEqual({ applied: [] });
    expect(await new PrismaLedgerStore(await databases.open(url)).listPlans()).toHaveLength(1);
  });

  it('of two programs at once migrates once', async () => {
    const url = databases.nextUrl();
    const reports = await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
    expect(reports.flatMap(({ applied }) => applied)).toEqual(bundledMigrations().map(({ name }) => name));
  });

  it('keeps what is written through a power cut, and minds its references', async () => {
    const database = await databases.open();
    const pragma = (name: string) => database.read((queries) => queries.$queryRawUnsafe(`PRAGMA ${name}`));
    expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await pragma('foreign_keys')).toMatchObject([{ foreign_keys: expect.anything() }]);
    expect(await pragma('synchronous')).toMatchObject([{ synchronous: expect.anything() }]);
    const orphan = database.read((queries) =>
      queries.post.create({ data: { officeId: 'x', personId: 'y', role: 'head' } }),
    );
    await expect(orphan).rejects.toMatchObject({ name: 'StoreError', code: 'query-failed', retryable: false });
  });

  it('is refused where a migration was edited after it ran', async () => {
    const url = databases.nextUrl();
    await migrateDatabase(url);
    const edited = bundledMigrations().map((known) => ({ ...known, checksum: '0'.repeat(64) }));
    await expect(migrateDatabase(url, edited)).rejects.toMatchObject({
      code: 'migration-edited',
      fields: { migration: FIRST },
    });
  });

  it('is refused on the database of a newer program', async () => {
    const url = databases.nextUrl();
    const newer = migration('20991231000000_future', 'CREATE TABLE "Future" ("id" TEXT);');
    expect(await migrateDatabase(url, [...bundledMigrations(), newer])).toMatchObject({
      applied: [...bundledMigrations().map(({ name }) => name), newer.name],
    });
    await expect(migrateDatabase(url)).rejects.toMatchObject({
      code: 'database-newer',
      fields: { migration: newer.name },
    });
  });

  it('keeps what an earlier release wrote: its 疑点 belong to the version that raised them, its drafts stay drafts', async () => {
    const url = databases.nextUrl();
    await migrateDatabase(url, bundledMigrations().slice(0, 1));
    await withRawFile(pathOf(url), async ({ run }) => {
      await run(`INSERT INTO "Plan" VALUES ('plan-1', '要点', 2026, NULL, NULL, NULL, 'draft', 1)`);
      await run(`INSERT INTO "PlanVersion" VALUES ('version-1', 'plan-1', 1, 'a.txt', 'ab', '{}', 1)`);
      await run(
        `INSERT INTO "Task" VALUES ('task-1', 'plan-1', 0, '1', '[]', '公开', '[]', '[]', '[]', 'a.txt', '第 1 行')`,
      );
      await run(
        `INSERT INTO "Issue" VALUES ('issue-1', 'plan-1', 1, 'conflict', '1', '[]', NULL, '从严', 'command-line')`,
      );
    });
    await migrateDatabase(url);
    const ledger = new PrismaLedgerStore(await databases.open(url));
    expect(await ledger.loadIssues('version-1')).toMatchObject([{ id: 'issue-1', decision: '从严', choice: null }]);
    expect(await ledger.findVersion('version-1')).toMatchObject({ state: 'draft' });
    expect(await ledger.loadTasks('plan-1')).toMatchObject([{ text: '公开' }]);
  });

  it('applies what is missing and no more', async () => {
    const url = databases.nextUrl();
    await migrateDatabase(url);
    const next = migration(
      '20991231000000_next',
      '-- two at once\nCREATE TABLE "A" ("id" TEXT);\nCREATE TABLE "B" ("id" TEXT);',
    );
    expect(await migrateDatabase(url, [...bundledMigrations(), next])).toEqual({ applied: [next.name] });
  });

  it('names the migration that failed, then and at every later start', async () => {
    const url = databases.nextUrl();
    const broken = [
      ...bundledMigrations(),
      migration('20991231000000_broken', 'CREATE TABLE "A" ("id" TEXT);\nNONSENSE;'),
    ];
    const refusal = { code: 'migration-failed', fields: { migration: '20991231000000_broken' } };
    await expect(migrateDatabase(url, broken)).rejects.toMatchObject(refusal);
    await expect(migrateDatabase(url, broken)).rejects.toMatchObject(refusal);
  });

  it('leaves a file that is no database, or that of another program, as it was', async () => {
    const text = databases.path('letter.db');
    writeFileSync(text, '尊敬的领导：'.repeat(100));
    await expect(migrateDatabase(`file:${text}`)).rejects.toMatchObject({ code: 'database-unreadable' });
    expect(readFileSync(text, 'utf8')).toBe('尊敬的领导：'.repeat(100));
    const foreign = databases.path('foreign.db');
    await withRawFile(foreign, ({ run }) => run('CREATE TABLE bookmarks (url TEXT)'));
    const before = readFileSync(foreign);
    await expect(migrateDatabase(`file:${foreign}`)).rejects.toMatchObject({ code: 'not-duban' });
    expect(readFileSync(foreign).equals(before)).toBe(true);
  });

  it('is refused where the address is none or the place cannot be written', async () => {
    await expect(openDatabase('postgres://localhost/duban')).rejects.toMatchObject({ code: 'bad-url' });
    expect(() => pathOf('file:')).toThrow('file:<path>');
    writeFileSync(databases.path('plain-file'), '');
    await expect(openDatabase(`file:${databases.path('plain-file/x.db')}`)).rejects.toMatchObject({
      code: 'database-unreadable',
    });
    await expect(migrateDatabase(`file:${databases.folder}`)).rejects.toMatchObject({ code: 'database-unreadable' });
  });
});

describe('the migrations', () => {
  it('lead exactly to the schema', async () => {
    expect(await missingSql(bundledMigrations())).toBeNull();
  });

  it('are read the same from a checkout with Windows line ends', () => {
    const [first] = bundledMigrations();
    expect(first?.name).toBe(FIRST);
    expect(first?.sql).not.toContain('\r');
    expect(bundledMigrations(join(databases.folder, 'none'))).toEqual([]);
  });
});
