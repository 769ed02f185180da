import { existsSync, rmSync } from 'node:fs';
import { pathOf } from '../../adapters/prisma/database.ts';
import { compose } from '../../compose.ts';
import type { Config } from '../../config.ts';
import { CliError } from '../io.ts';
import { LEADERS_CHAT } from './demo-tenant.ts';

/**
 * Makes room for a fresh demo. A database of an earlier demo is replaced; one with anything else in it is never touched.
 *
 * @throws CliError where the database is in real use
 */
export async function clearDemoDatabase(config: Config): Promise<void> {
  const file = pathOf(config.databaseUrl);
  if (!existsSync(file)) return;
  const app = await compose({ ...config, app: null });
  const { ledger, directory, settings } = app.deps;
  const found = await Promise.allSettled([ledger.listPlans(), directory.load(), settings.groupChat('leaders')]);
  await app.close();
  const [plans, offices, leaders] = found;
  const isEmpty =
    plans.status === 'fulfilled' &&
    plans.value.length === 0 &&
    offices.status === 'fulfilled' &&
    offices.value.offices.length === 0;
  const isDemo = leaders.status === 'fulfilled' && leaders.value === LEADERS_CHAT;
  if (!isEmpty && !isDemo) {
    throw new CliError(
      `${file} 里已有正式数据，演示不会覆盖：请用环境变量 DATABASE_URL 另指一个文件，如 file:./data/demo.db。`,
    );
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
