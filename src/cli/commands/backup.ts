import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { backupDatabase, restoreDatabase } from '../../adapters/prisma/backup.ts';
import { pathOf } from '../../adapters/prisma/database.ts';
import { StoreError } from '../../adapters/prisma/store-error.ts';
import { clockOf } from '../../compose.ts';
import { CliError, type Io } from '../io.ts';
import { configOf, withApp } from '../with-app.ts';

/** `backup FILE`: the whole ledger as one file. */
export function backupCommand(io: Io): Command {
  return new Command().argument('<文件>').action(async (file: string) => {
    const source = pathOf(configOf(io).databaseUrl);
    if (!existsSync(source)) throw new CliError(`数据库 ${source} 还不存在，没有可备份的：请核对 DATABASE_URL。`);
    await withApp(io, { access: 'read' }, ({ database }) => backupDatabase(database, file));
    io.say(`已备份到 ${file}。`);
  });
}

/** `restore FILE`: puts a backup back; what was waiting then is not sent now. */
export function restoreCommand(io: Io): Command {
  return new Command().argument('<文件>').action(async (file: string) => {
    const config = configOf(io);
    const now = clockOf(config).now();
    const { withheld, replaced } = await aboutBackup(file, () => restoreDatabase(config.databaseUrl, file, now));
    if (replaced !== null) io.say(`原来的数据已另存为 ${replaced}。`);
    io.say(`已从 ${file} 恢复；备份时尚未发出的 ${withheld} 条消息不会补发。`);
  });
}

/** A backup is examined as a copy beside the database; people know it by its own name. */
async function aboutBackup<T>(backup: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isCopy = error instanceof StoreError && error.fields.file?.endsWith('.restoring');
    throw isCopy ? new StoreError(error.code, { ...error.fields, file: backup }, error) : error;
  }
}
