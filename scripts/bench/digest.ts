import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/prisma/database.ts';
import { PrismaDirectoryStore } from '../../src/adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaQuotaStore } from '../../src/adapters/prisma/prisma-quota-store.ts';
import { PrismaSettingsStore } from '../../src/adapters/prisma/prisma-settings-store.ts';
import { listMonth } from '../../src/app/details/list-month.ts';
import { drawMonthlySummary } from '../../src/app/monthly/draw-monthly-summary.ts';
import { instantAt } from '../../src/domain/calendar/civil-date.ts';
import { TODAY, writeBigMonth } from './big-month.ts';
import { inChild } from './in-child.ts';

// `npm run bench:digest`: how long the monthly summary of 2,000 offices and 200,000 records takes, card and numbers, and with the
// records behind each number as scripts get them; then how long one press on 查看明细 takes there. Each figure comes from processes of their own; exit status 1 where a target is
// missed.

const SIZES = { offices: 2000, records: 200_000 };
const RUNS = 5;
const DETAILS = { month: '2026-04', number: 'submitted', page: 1, size: 8, officeIds: undefined } as const;
const TARGETS = { ms: 2000, peakBytes: 300e6 };

interface Drawn {
  readonly ms: number;
  readonly peakBytes: number;
  readonly numbers: number;
}

const [mode, file = '', what = 'card'] = process.argv.slice(2);
if (mode === 'write') await writeBigMonth(`file:${file}`, SIZES);
else if (mode === 'draw') process.stdout.write(JSON.stringify(await draw(`file:${file}`, what)));
else process.exitCode = measure() ? 0 : 1;

function measure(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  try {
    const ledger = join(folder, 'month.db');
    process.stderr.write(`writing ${SIZES.records} records of ${SIZES.offices} offices …\n`);
    inChild(import.meta.url, 'write', ledger);
    const met = [
      report('card and numbers', ledger, 'card'),
      report('with the records behind them', ledger, 'records'),
      report('one page of 查看明细', ledger, 'details'),
    ];
    return met.every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(name: string, ledger: string, what: string): boolean {
  const runs: readonly Drawn[] = Array.from({ length: RUNS }, () =>
    JSON.parse(inChild(import.meta.url, 'draw', ledger, what)),
  );
  const [median] = runs.toSorted((a, b) => a.ms - b.ms).slice(Math.floor(RUNS / 2));
  if (!median) throw new Error('nothing was measured');
  const peakBytes = Math.max(...runs.map((run) => run.peakBytes));
  process.stdout.write(
    `monthly summary, ${name}: ${median.ms.toFixed(0)} ms, ${(median.ms / TARGETS.ms).toFixed(2)} of the target, ` +
      `peak memory ${Math.round(peakBytes / 1e6)} MB (median of ${RUNS})\n`,
  );
  const met = median.ms < TARGETS.ms && peakBytes < TARGETS.peakBytes;
  if (!met) process.stdout.write('  target missed\n');
  return met;
}

async function draw(url: string, what: string): Promise<Drawn> {
  const database = await openDatabase(url);
  const clock = { now: () => instantAt(TODAY, '09:00') };
  const deps = {
    clock,
    ledger: new PrismaLedgerStore(database),
    quotas: new PrismaQuotaStore(database),
    directory: new PrismaDirectoryStore(database, { ids: { next: (kind: string) => kind }, clock }),
    settings: new PrismaSettingsStore(database),
  };
  const start = performance.now();
  const numbers =
    what === 'details'
      ? (await listMonth(deps, { ...DETAILS, of: clock.now() })).counts
      : (await drawMonthlySummary(deps, { month: '2026-04', withRecords: what === 'records' })).numbers;
  const ms = performance.now() - start;
  await database.close();
  return { ms, peakBytes: process.resourceUsage().maxRSS * 1024, numbers: Object.keys(numbers).length };
}
