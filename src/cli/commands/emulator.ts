import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { LibraryTableFile } from '../../adapters/documents/table-file.ts';
import { pathOf } from '../../adapters/prisma/database.ts';
import { ShiftedClock, SystemClock } from '../../adapters/system/system-clock.ts';
import type { Config } from '../../config.ts';
import { instantFromMs } from '../../domain/calendar/civil-date.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { parseOffices } from '../../domain/directory/parse-offices.ts';
import { startEmulator } from '../../emulator/emulator.ts';
import type { Tenant } from '../../emulator/options.ts';
import { aboutFile, readInput } from '../about-file.ts';
import { DEMO_APP, demoTenant, LEADERS_CHAT, LIAISONS_CHAT } from '../demo/demo-tenant.ts';
import type { Io } from '../io.ts';
import { portOption } from '../options.ts';
import { configOf, withApp } from '../with-app.ts';

const OFFICES = new URL('../../../samples/offices.csv', import.meta.url);

/**
 * `emulator`: the platform alone, for a bot started by itself. Its people are those of `--offices`, else of the database, else of
 * the sample bureau; its app is that of `LARK_APP_ID` and `LARK_APP_SECRET`, else the demo's.
 */
export function emulatorCommand(io: Io): Command {
  return new Command()
    .option('--port <端口>', '端口', portOption, 8900)
    .option('--offices <文件>', '用这份单位名单里的人')
    .action(async ({ port, offices }: { port: number; offices?: string }) => {
      const config = configOf({ ...io, env: { ...io.env, LARK_DOMAIN: 'http://127.0.0.1', LARK_TRANSPORT: 'ws' } });
      const clock = config.clockStart === null ? new SystemClock() : new ShiftedClock(config.clockStart);
      const app = config.app
        ? { appId: config.app.id, appSecret: config.app.secret, botName: DEMO_APP.botName }
        : DEMO_APP;
      const emulator = await startEmulator({
        port,
        tenant: offices ? await tenantOfFile(offices, await readInput(io, offices)) : await knownTenant(io, config),
        apps: [app],
        clock:
          clock instanceof ShiftedClock
            ? { now: () => clock.now(), moveTo: (ms) => clock.moveTo(instantFromMs(ms)) }
            : { now: () => clock.now() },
      });
      io.say(`平台模拟器已启动：${emulator.url}`);
      io.say(`让机器人连接它：LARK_DOMAIN=${emulator.url} LARK_APP_ID=${app.appId} LARK_APP_SECRET=${app.appSecret}`);
      await io.untilStopped();
      await emulator.close();
    });
}

async function knownTenant(io: Io, config: Config): Promise<Tenant> {
  if (existsSync(pathOf(config.databaseUrl))) {
    const known = await withApp(io, { access: 'read' }, async ({ deps }) => ({
      directory: await deps.directory.load(),
      leaders: await deps.settings.groupChat('leaders'),
      liaisons: await deps.settings.groupChat('liaisons'),
    }));
    const groups = { leaders: known.leaders ?? LEADERS_CHAT, liaisons: known.liaisons ?? LIAISONS_CHAT };
    if (known.directory.people.length > 0) return demoTenant('名单中的单位', known.directory, groups);
  }
  return tenantOfFile('offices.csv', await readFile(OFFICES));
}

async function tenantOfFile(name: string, bytes: Uint8Array): Promise<Tenant> {
  const { rows } = await aboutFile(name, () => new LibraryTableFile().read({ name, bytes }));
  return demoTenant('样例单位', directoryOf(parseOffices(rows).offices));
}

/** The offices of a file as a directory that is stored nowhere. */
function directoryOf(offices: ReturnType<typeof parseOffices>['offices']): Directory {
  const people = offices.flatMap((office) => office.people);
  const keyOf = (person: (typeof people)[number]) => person.openId ?? person.mobile ?? person.name;
  return {
    offices: offices.map(({ name, aliases, rosters }, order) => ({ id: name, name, aliases, rosters, order })),
    people: [...new Map(people.map((person) => [keyOf(person), person])).values()].map((person) => ({
      id: keyOf(person),
      name: person.name,
      mobile: person.mobile,
      email: person.email,
      openId: person.openId,
      active: true,
      unreachableOn: null,
    })),
    posts: offices.flatMap((office) =>
      office.people.map((person) => ({ officeId: office.name, personId: keyOf(person), role: person.role })),
    ),
  };
}
