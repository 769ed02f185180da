import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll } from 'vitest';
import { type Database, openDatabase, pathOf } from '../../src/adapters/prisma/database.ts';
import { migrateDatabase } from '../../src/adapters/prisma/migrate.ts';
import { withRawFile } from '../../src/adapters/prisma/raw-file.ts';

/** Databases for the tests of a file, gone after the last. */
export function tempDatabases(): TempDatabases {
  const databases = new TempDatabases();
  afterAll(() => databases.remove());
  return databases;
}

/** A folder with databases that is gone after {@link TempDatabases.remove}. */
export class TempDatabases {
  readonly folder = mkdtempSync(join(tmpdir(), 'duban-'));
  readonly #open = new Set<Database>();
  #count = 0;

  /** A path in the folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** `file:` and the path of a database that does not exist yet. */
  nextUrl(): string {
    this.#count += 1;
    return `file:${this.path(`test-${this.#count}.db`)}`;
  }

  /** `file:` and the path of a database that has all its tables and nothing in them. */
  async blankUrl(): Promise<string> {
    blank ??= makeBlank();
    const url = this.nextUrl();
    writeFileSync(pathOf(url), await blank);
    return url;
  }

  /** A migrated database, new unless `url` names an older one. */
  async open(url?: string): Promise<Database> {
    if (url !== undefined) await migrateDatabase(url);
    const database = await openDatabase(url ?? (await this.blankUrl()));
    this.#open.add(database);
    return database;
  }

  /** Closes as the end of a process does: libsql lets go of the file when its last statement is collected as garbage. */
  async end(database: Database): Promise<void> {
    await database.close();
    this.#open.delete(database);
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    for (let round = 0; round < 3; round += 1) {
      if (typeof collect === 'function') collect();
      await nextTurn();
    }
  }

  async remove(): Promise<void> {
    for (const database of this.#open) await database.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Migrating takes longer than most tests do: it is done once, and the file written again. */
let blank: Promise<Uint8Array> | undefined;

async function makeBlank(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-blank-'));
  const [migrated, whole] = [join(folder, 'migrated.db'), join(folder, 'whole.db')];
  await migrateDatabase(`file:${migrated}`);
  // What the write-ahead log still holds would be missing from the file.
  await withRawFile(migrated, ({ run }) => run('VACUUM INTO ?', whole));
  const bytes = readFileSync(whole);
  rmSync(folder, { recursive: true, force: true });
  return bytes;
}
