import { bundledMigrations, type Migration } from './bundled-migrations.ts';
import { createFolderOf, driverUrl, pathOf } from './database.ts';
import { OneConnectionLibSql } from './one-connection.ts';
import { removeDatabase, withRawFile } from './raw-file.ts';
import { asStoreError, StoreError } from './store-error.ts';

export interface MigrationReport {
  /** Names of the migrations that were applied now, oldest first. */
  readonly applied: readonly string[];
}

/**
 * Brings the file to the newest migration, and creates it with its folder where it is missing. One plain query where there is
 * nothing to do; the engine is loaded only for work.
 *
 * @param url as for {@link openDatabase}
 * @throws StoreError `migration-edited`, `migration-failed` and `database-newer` name the migration; also `not-duban`,
 *   `database-unreadable`, `busy`
 */
export async function migrateDatabase(url: string, migrations = bundledMigrations()): Promise<MigrationReport> {
  const file = pathOf(url);
  createFolderOf(file);
  if (!(await isBehind(file, migrations))) return { applied: [] };
  return alone(file, async () => ({
    applied: (await isBehind(file, migrations)) ? await apply(file, migrations) : [],
  }));
}

/** Whether the file has tables of ours. @throws StoreError `not-duban`, `database-unreadable` */
export async function hasLedger(file: string): Promise<boolean> {
  return (await readHistory(file)).length > 0;
}

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Empty for a new file. */
function readHistory(file: string): Promise<readonly AppliedMigration[]> {
  return withRawFile(file, async ({ rows }) => {
    const tables = await rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    if (tables.length === 0) return [];
    if (!tables.some(([name]) => name === '_prisma_migrations')) throw new StoreError('not-duban', { file });
    const history = await rows(
      'SELECT migration_name, checksum, finished_at IS NOT NULL FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    return history.map(([name, checksum, finished]) => ({
      name: String(name),
      checksum: String(checksum),
      finished: Number(finished) === 1,
    }));
  });
}

/** Whether migrations are missing. @throws StoreError where the file's history is not a part of ours */
async function isBehind(file: string, known: readonly Migration[]): Promise<boolean> {
  const history = await readHistory(file);
  if (history.length > 0 && !history.some(({ name }) => name === known[0]?.name))
    throw new StoreError('not-duban', { file });
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum, finished } of history) {
    if (!checksums.has(name)) throw new StoreError('database-newer', { file, migration: name });
    if (!finished) throw new StoreError('migration-failed', { file, migration: name });
    if (checksums.get(name) !== checksum) throw new StoreError('migration-edited', { file, migration: name });
  }
  return history.length < known.length;
}

async function apply(file: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { applyWithEngine } = await import('./schema-engine.ts');
  try {
    return await applyWithEngine(driverUrl(file), migrations);
  } catch (cause) {
    // The engine marks what failed; the plain query knows its name.
    const failed = (await readHistory(file)).find(({ finished }) => !finished);
    throw new StoreError('migration-failed', failed ? { file, migration: failed.name } : { file }, cause);
  }
}

/** One process at a time: the lock is a transaction on a file beside the database, so a crash lets it go. */
async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lockFile = `${file}-migrating`;
  try {
    const adapter = await new OneConnectionLibSql(lockFile).connect();
    try {
      const held = await adapter.startTransaction();
      const result = await work();
      await held.rollback();
      return result;
    } finally {
      await adapter.dispose();
      removeDatabase(lockFile);
    }
  } catch (error) {
    throw asStoreError(error, lockFile);
  }
}
