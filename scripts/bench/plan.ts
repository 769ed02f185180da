import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/adapters/prisma/database.ts';
import { PrismaDirectoryStore } from '../../src/adapters/prisma/prisma-directory-store.ts';
import { PrismaLedgerStore } from '../../src/adapters/prisma/prisma-ledger-store.ts';
import { PrismaQuotaStore } from '../../src/adapters/prisma/prisma-quota-store.ts';
import { PrismaSettingsStore } from '../../src/adapters/prisma/prisma-settings-store.ts';
import { sendMorningCards } from '../../src/app/send-morning-cards.ts';
import { instantAt } from '../../src/domain/calendar/civil-date.ts';
import { DEFAULT_POLICY } from '../../src/domain/reminders/reminder-policy.ts';
import { TODAY, writeBigLedger } from './big-ledger.ts';
import { inChild } from './in-child.ts';

// `npm run bench:plan`: how long a morning takes to plan and queue in a ledger of 100,000 parts, of which 1,000 are due, and in one
// of ten times the parts and the same number due. Each figure comes from processes of their own; exit status 1 where a target is
// missed.

const DUE = 1000;
const SIZES = [100_000, 1_000_000] as const;
const RUNS = 7;
const TARGETS = { ms: 2000, peakBytes: 300e6, growth: 1.3 };

interface Morning {
  readonly ms: number;
  readonly peakBytes: number;
  readonly cards: number;
  readonly parts: number;
}

const [mode, file = '', parts] = process.argv.slice(2);
if (mode === 'write') await writeBigLedger(`file:${file}`, { parts: Number(parts), due: DUE });
else if (mode === 'morning') process.stdout.write(JSON.stringify(await morning(`file:${file}`)));
else process.exitCode = compare() ? 0 : 1;

function compare(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  try {
    for (const size of SIZES) {
      process.stderr.write(`writing a ledger of ${size} parts …\n`);
      inChild(import.meta.url, 'write', join(folder, `${size}.db`), String(size));
    }
    const [small, big] = measure(folder);
    const growth = big.ms / small.ms;
    process.stdout.write(`ten times the parts, the same number due: ${growth.toFixed(2)} × the time\n`);
    const met = small.ms < TARGETS.ms && small.peakBytes < TARGETS.peakBytes && growth <= TARGETS.growth;
    if (!met) process.stdout.write('  target missed\n');
    return met;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mornings on copies of the two ledgers in turn, so that neither has a quieter machine. */
function measure(folder: string): readonly [Morning, Morning] {
  const runs = Array.from({ length: RUNS }, () => SIZES.map((size) => morningOn(folder, size)));
  return [report(runs, 0), report(runs, 1)];
}

function morningOn(folder: string, size: number): Morning {
  const copy = join(folder, 'copy.db');
  copyFileSync(join(folder, `${size}.db`), copy);
  return JSON.parse(inChild(import.meta.url, 'morning', copy));
}

function report(runs: readonly (readonly Morning[])[], which: 0 | 1): Morning {
  const mornings = runs.flatMap((run) => run[which] ?? []).toSorted((a, b) => a.ms - b.ms);
  const median = mornings[Math.floor(mornings.length / 2)];
  if (!median) throw new Error('no morning was measured');
  const peakBytes = Math.max(...mornings.map((each) => each.peakBytes));
  process.stdout.write(
    `${SIZES[which]} parts: ${median.ms.toFixed(0)} ms for ${median.parts} parts on ${median.cards} cards, ` +
      `peak memory ${Math.round(peakBytes / 1e6)} MB (median of ${mornings.length})\n`,
  );
  return { ...median, peakBytes };
}

async function morning(url: string): Promise<Morning> {
  const database = await openDatabase(url);
  let serial = 0;
  const ids = {
    next: (kind: string) => {
      serial += 1;
      return `${kind}-m${serial}`;
    },
  };
  const clock = { now: () => instantAt(TODAY, '09:00') };
  const deps = {
    clock,
    ids,
    ledger: new PrismaLedgerStore(database),
    directory: new PrismaDirectoryStore(database, { ids, clock }),
    quotas: new PrismaQuotaStore(database),
    settings: new PrismaSettingsStore(database),
    policy: DEFAULT_POLICY,
    admins: [],
  };
  const start = performance.now();
  const { queued, send } = await sendMorningCards(deps);
  const ms = performance.now() - start;
  await database.close();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { ms, peakBytes, cards: queued, parts: send.reduce((sum, { partIds }) => sum + partIds.length, 0) };
}
