import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '../app/deps.ts';
import type { App } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts';
import { CliError, type Io } from './io.ts';
import { configSentence } from './sentences.ts';

/** What a command wants of the program. */
export interface Use {
  /**
   * `read`: answers from the database as it is, and from an empty one where there is none yet; nothing is left behind.
   * `write`: makes the database where there is none. `rehearse`: works on a copy that is thrown away.
   */
  readonly access: 'read' | 'write' | 'rehearse';
  /** Says nothing where there is no database yet: a command that writes one afterwards looks first. */
  readonly quiet?: boolean;
  /** Whether it speaks with the platform itself; what is only queued does not. */
  readonly chat?: boolean;
  readonly overrides?: Partial<Deps>;
}

/** @throws CliError naming the variable that is wrong */
export function configOf(io: Io): Config {
  const config = readConfig(io.env);
  if (!config.ok) throw new CliError(configSentence(config.error));
  return config.value;
}

/** Runs a command on the composed program and closes it, whatever happens. Commands log warnings only, unless told otherwise. */
export async function withApp<T>(io: Io, use: Use, work: (app: App) => Promise<T>): Promise<T> {
  const given = configOf(io);
  const config: Config = {
    ...given,
    app: use.chat ? given.app : null,
    logLevel: io.env.LOG_LEVEL ? given.logLevel : 'warn',
  };
  const { pathOf } = await import('../adapters/prisma/database.ts');
  const file = pathOf(config.databaseUrl);
  const exists = existsSync(file);
  if (use.access === 'write' || (use.access === 'read' && exists)) return onDatabase(config, use, work);
  if (!exists && use.quiet !== true) io.say(`数据库 ${file} 还不存在：按空台账处理，没有建立文件。`);
  return withTempFolder(async (folder) => {
    const copy = { ...config, databaseUrl: `file:${join(folder, 'copy.db')}` };
    if (exists) {
      const { backupDatabase } = await import('../adapters/prisma/backup.ts');
      await onDatabase(config, {}, ({ database }) => backupDatabase(database, join(folder, 'copy.db')));
    }
    return onDatabase(copy, use, work);
  });
}

/** The working-day calendar with what an administrator imported; needs no database. */
export async function calendarFor(io: Io): Promise<WorkingCalendar> {
  const { pathOf } = await import('../adapters/prisma/database.ts');
  if (!existsSync(pathOf(configOf(io).databaseUrl))) {
    const { buildWorkingCalendar } = await import('../domain/calendar/build-working-calendar.ts');
    return buildWorkingCalendar([]);
  }
  const { loadCalendar } = await import('../app/deps.ts');
  return withApp(io, { access: 'read' }, ({ deps }) => loadCalendar(deps));
}

async function onDatabase<T>(config: Config, use: Pick<Use, 'overrides'>, work: (app: App) => Promise<T>): Promise<T> {
  const { compose } = await import('../compose.ts');
  const app = await compose(config, use.overrides);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function withTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
