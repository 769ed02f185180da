import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { FileDocumentReader } from '../../adapters/documents/file-document-reader.ts';
import { ShiftedClock } from '../../adapters/system/system-clock.ts';
import { loadCalendar } from '../../app/deps.ts';
import { importOffices } from '../../app/import-offices.ts';
import { importPlan } from '../../app/import-plan.ts';
import { type App, compose } from '../../compose.ts';
import {
  type CivilDate,
  civil,
  civilDateOf,
  type Instant,
  instantAt,
  instantFromMs,
} from '../../domain/calendar/civil-date.ts';
import {
  addWorkingDays,
  firstWorkingDayOnOrAfter,
  type WorkingCalendar,
} from '../../domain/calendar/working-calendar.ts';
import type { OfficeInput } from '../../domain/directory/office-input.ts';
import { readPlan } from '../../domain/plan/read-plan.ts';
import { startEmulator } from '../../emulator/emulator.ts';
import { aboutFile, readInput } from '../about-file.ts';
import { assertPortFree } from '../assert-port-free.ts';
import { clearDemoDatabase } from '../demo/demo-database.ts';
import { DEMO_APP, demoTenant, LEADERS_CHAT } from '../demo/demo-tenant.ts';
import { inventedOffices } from '../demo/invented-offices.ts';
import type { Io } from '../io.ts';
import { dateOption, portOption, yearOption } from '../options.ts';
import { runApp } from '../run-app.ts';
import { importRefused } from '../sentences.ts';
import { configOf } from '../with-app.ts';

interface Options {
  readonly plan?: string;
  readonly year?: number;
  readonly issued?: CivilDate;
  readonly port?: number;
}

const USUAL_PORT = 8900;
const SAMPLES = new URL('../../../samples/', import.meta.url);
const SAMPLE_START = instantAt(civil('2026-03-30'), '08:59:57');
/** Just before nine, so that whoever jumps there sees the cards arrive. */
const MORNING = '08:59:57';

/** `demo`: the platform emulator, a sample bureau with its plan, the bot, and a page to play every part on. */
export function demoCommand(io: Io): Command {
  return new Command()
    .option('--plan <文件>', '改用一份真实的计划')
    .option('--year <年份>', '计划年度', yearOption)
    .option('--issued <日期>', '成文日期', dateOption)
    .option('--port <端口>', `页面的端口，默认 ${USUAL_PORT}`, portOption)
    .action(async (options: Options) => {
      const config = configOf({ ...io, env: { ...io.env, LARK_DOMAIN: 'http://127.0.0.1', LARK_TRANSPORT: 'ws' } });
      const port = await pagePort(io, options.port);
      const plan = await readPlanFile(io, options);
      await clearDemoDatabase(config);
      const clock = new ShiftedClock(config.clockStart ?? startOf(options));
      const prepared = await compose({ ...config, app: null, logLevel: 'warn' }, { clock });
      const { name, directory, calendar } = await prepareAndClose(io, prepared, plan);
      let wake = () => Promise.resolve();
      const emulator = await startEmulator({
        port,
        tenant: demoTenant(name, directory),
        apps: [DEMO_APP],
        clock: {
          now: () => clock.now(),
          moveTo: async (ms) => {
            clock.moveTo(instantFromMs(ms));
            await wake();
          },
        },
        nextMorning: (ms) => nextMorning(calendar, instantFromMs(ms)),
      });
      const app = await compose(
        {
          ...config,
          app: { id: DEMO_APP.appId, secret: DEMO_APP.appSecret },
          larkDomain: emulator.url,
          transport: 'ws',
          logLevel: io.env.LOG_LEVEL ? config.logLevel : 'warn',
        },
        { clock },
      );
      try {
        wake = () => app.scheduler.beat();
        const running = await runApp(app, 0);
        io.say(`演示已就绪，请用浏览器打开：${emulator.url}`);
        io.say('右上角可换人，顶部可拨动时钟；按 Ctrl+C 结束。');
        await io.untilStopped();
        await running.stop();
      } finally {
        await app.close();
        await emulator.close();
      }
    });
}

/** The port that was asked for, or any free one where nobody asked and the usual one is taken. */
async function pagePort(io: Io, asked: number | undefined): Promise<number> {
  try {
    await assertPortFree(asked ?? USUAL_PORT, '127.0.0.1');
    return asked ?? USUAL_PORT;
  } catch (error) {
    if (asked !== undefined) throw error;
    io.say(`端口 ${USUAL_PORT} 已被占用，改用其他端口。`);
    return 0;
  }
}

interface PlanFile {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly year: number | null;
  readonly issuedOn: CivilDate | null;
  /** The people of a plan that is not the sample. */
  readonly offices: readonly OfficeInput[] | null;
}

/** Reads the plan before anything is written. @throws CliError where it is none */
async function readPlanFile(io: Io, { plan, ...options }: Options): Promise<PlanFile> {
  const given = { year: options.year ?? null, issuedOn: options.issued ?? null };
  if (plan === undefined) {
    const file = { name: 'plan.txt', bytes: await readFile(new URL('plan.txt', SAMPLES)) };
    return { file, ...given, offices: null };
  }
  const file = { name: basename(plan), bytes: await readInput(io, plan) };
  const document = await aboutFile(plan, () => new FileDocumentReader().read(file));
  const read = readPlan({ document, ...given });
  if (!read.ok) throw importRefused(read.error, plan);
  return { file, ...given, offices: inventedOffices(read.value) };
}

async function prepareAndClose(io: Io, app: App, plan: PlanFile) {
  try {
    return await prepare(io, app.deps, plan);
  } finally {
    await app.close();
  }
}

type Prepared = Parameters<typeof importPlan>[0] & Parameters<typeof importOffices>[0];

async function prepare(io: Io, deps: Prepared, { file, year, issuedOn, offices }: PlanFile) {
  if (offices) await deps.directory.save(offices, []);
  else {
    const sample = { name: 'offices.csv', bytes: await readFile(new URL('offices.csv', SAMPLES)) };
    await importOffices(deps, { file: sample, mode: 'write', actor: 'command-line' });
  }
  const request = { file, year, issuedOn, owner: null, mode: 'publish', actor: 'command-line' } as const;
  const imported = await importPlan(deps, request);
  if (!imported.ok) throw importRefused(imported.error, file.name);
  await deps.settings.bindGroup('leaders', LEADERS_CHAT);
  io.say(`已读入 ${imported.value.report.tasks.length} 项任务，生成 ${imported.value.parts} 件。`);
  const [directory, calendar] = await Promise.all([deps.directory.load(), loadCalendar(deps)]);
  return { name: imported.value.report.plan.issuer ?? '演示单位', directory, calendar };
}

/** A real plan opens in the week before its year ends, when most of what it asks for is near. */
function startOf({ plan, year }: Options): Instant {
  return plan && year ? instantAt(civil(`${year}-12-18`), MORNING) : SAMPLE_START;
}

function nextMorning(calendar: WorkingCalendar, now: Instant): Instant {
  const today = civilDateOf(now);
  const morning = instantAt(firstWorkingDayOnOrAfter(calendar, today), MORNING);
  return morning > now ? morning : instantAt(addWorkingDays(calendar, today, 1), MORNING);
}
