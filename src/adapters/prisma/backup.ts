import { chmodSync, copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { formatInstant, type Instant } from '../../domain/calendar/civil-date.ts';
import { createFolderOf, type Database, driverUrl, pathOf } from './database.ts';
import { hasLedger, migrateDatabase } from './migrate.ts';
import { removeDatabase, withRawFile } from './raw-file.ts';
import { type Silence, silence } from './silence.ts';
import { asStoreError, StoreError } from './store-error.ts';

export interface BackupReport {
  /** Absolute path. */
  readonly file: string;
  readonly sizeBytes: number;
}

/**
 * Writes the ledger as it stands to one file, while the bot may be running. Only its owner can read the file: it has people's
 * telephone numbers.
 *
 * @throws StoreError `file-exists`: a backup overwrites nothing
 */
export async function backupDatabase(database: Database, target: string): Promise<BackupReport> {
  const file = resolve(target);
  if (existsSync(file)) throw new StoreError('file-exists', { file });
  createFolderOf(file);
  const unfinished = `${file}.unfinished`;
  removeDatabase(unfinished);
  try {
    await database.read((queries) => queries.$executeRaw`VACUUM INTO ${unfinished}`);
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, file);
  } catch (error) {
    removeDatabase(unfinished);
    throw error;
  }
  return { file, sizeBytes: statSync(file).size };
}

export interface RestoreReport extends Silence {
  /** Where the database that was replaced is kept, or null where there was none. */
  readonly replaced: string | null;
  /** Migrations that the backup lacked. */
  readonly applied: readonly string[];
}

/**
 * Puts a backup in the place of the database, all or nothing. Nothing that was sent or waiting is sent afterwards: see
 * {@link silence}. The database must not be in use, not even by this process.
 *
 * @param url the database to replace, as for {@link openDatabase}
 * @throws StoreError `file-missing`, `not-duban`, `database-unreadable` and the codes of {@link migrateDatabase} about the
 *   backup; `busy` while the bot is running
 */
export async function restoreDatabase(url: string, source: string, now: Instant): Promise<RestoreReport> {
  const file = pathOf(url);
  const backup = resolve(source);
  if (!existsSync(backup)) throw new StoreError('file-missing', { file: backup });
  createFolderOf(file);
  const copy = `${file}.restoring`;
  removeDatabase(copy);
  try {
    copyDatabase(backup, copy);
    await checkSound(copy, backup);
    const { applied } = await migrateDatabase(driverUrl(copy));
    const readable = await takeOutOfUse(file);
    const silenced = await silence(copy, { replaced: readable ? file : null, backup: basename(backup), now });
    return { ...silenced, applied, replaced: swap(copy, file, now) };
  } finally {
    removeDatabase(copy);
  }
}

// With the log beside it: somebody may have copied a running database by hand.
function copyDatabase(from: string, to: string): void {
  for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end);
}

async function checkSound(copy: string, backup: string): Promise<void> {
  const verdict = await withRawFile(copy, async ({ rows }) => {
    // One file and no log beside it, so that it can be moved.
    await rows('PRAGMA journal_mode = DELETE');
    return rows('PRAGMA quick_check(1)');
  });
  if (verdict[0]?.[0] !== 'ok') throw new StoreError('database-unreadable', { file: backup });
  if (!(await hasLedger(copy))) throw new StoreError('not-duban', { file: backup });
}

/** Folds the log into the file, which only the last user of a database can. @returns false where it cannot be read */
async function takeOutOfUse(file: string): Promise<boolean> {
  if (!existsSync(file)) return false;
  try {
    await withRawFile(file, ({ rows }) => rows('PRAGMA journal_mode = DELETE'));
    return await hasLedger(file);
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'busy') return false;
    throw error;
  }
}

/** The one step that a crash cannot divide is the last: until then the old database is in its place. */
function swap(copy: string, file: string, now: Instant): string | null {
  const stamp = formatInstant(now).slice(0, 19).replaceAll(/[-:]/g, '');
  const kept = existsSync(file) ? `${file}.before-restore-${stamp}` : null;
  try {
    if (kept) {
      copyDatabase(file, kept);
      for (const end of ['-wal', '-shm', '-journal']) removeDatabase(file + end);
    }
    renameSync(copy, file);
  } catch (error) {
    throw asStoreError(error, file);
  }
  return kept;
}
