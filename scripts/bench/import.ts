import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './in-child.ts';
import { type Measured, measureMemory, measureTimes } from './measure-import.ts';
import { type BenchFormat, planFile } from './plan-files.ts';

// `npm run bench:import`: how long a generated plan takes to read, against the time that the format's library alone needs to hand
// over its cells. Each figure comes from a process of its own; exit status 1 where a target is missed.

const FORMATS: readonly BenchFormat[] = ['docx', 'xlsx'];
const SIZES = [
  { rows: 1000, runs: 9, warmUps: 3 },
  { rows: 3000, runs: 3, warmUps: 1 },
  { rows: 10_000, runs: 3, warmUps: 1 },
] as const;
const TARGETS = { ratio: 1.5, peakBytes: 300e6, growth: 1.5 };

const [mode, file = '', format, runs, warmUps] = process.argv.slice(2);
if (mode === 'times' && (format === 'docx' || format === 'xlsx')) {
  write(JSON.stringify(await measureTimes(file, format, Number(runs), Number(warmUps))));
} else if (mode === 'memory') {
  write(JSON.stringify(await measureMemory(file, Number(runs))));
} else {
  process.exitCode = (await compare()) ? 0 : 1;
}

async function compare(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  try {
    const results: boolean[] = [];
    for (const each of FORMATS) results.push(await compareFormat(each, folder));
    return results.every(Boolean);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareFormat(format: BenchFormat, folder: string): Promise<boolean> {
  const perRow: number[] = [];
  let isMet = true;
  for (const { rows, runs: times, warmUps: warm } of SIZES) {
    const path = join(folder, `plan-${rows}.${format}`);
    writeFileSync(path, await planFile(format, rows));
    const measured = child('times', path, format, `${times}`, `${warm}`);
    perRow.push(measured.tasksMs / rows);
    write(lineOf(format, rows, measured));
    if (measured.tasks !== rows) isMet = missed(`${rows} rows gave ${measured.tasks} tasks`);
    if (rows !== SIZES[0].rows) continue;
    if (measured.tasksMs / measured.aloneMs >= TARGETS.ratio) isMet = missed(`c/a is ${TARGETS.ratio} or more`);
    const { peakBytes } = child('memory', path, format, '5');
    write(`${format} ${rows} rows: peak memory ${Math.round(peakBytes / 1e6)} MB`);
    if (peakBytes >= TARGETS.peakBytes) isMet = missed('memory');
  }
  const growth = Math.max(...perRow) / (perRow[0] ?? 1);
  write(
    `${format}: per row ${perRow.map((ms) => ms.toFixed(3)).join(' / ')} ms; at most ${growth.toFixed(2)} × that of 1,000 rows`,
  );
  return growth < TARGETS.growth ? isMet : missed('time is not linear');
}

function lineOf(format: BenchFormat, rows: number, { aloneMs, blocksMs, tasksMs }: Measured): string {
  const ms = (time: number): string => `${time.toFixed(0)} ms`;
  return (
    `${format} ${rows} rows: (a) library ${ms(aloneMs)}, (b) blocks ${ms(blocksMs)}, (c) tasks ${ms(tasksMs)}; ` +
    `b/a ${(blocksMs / aloneMs).toFixed(2)}, c/a ${(tasksMs / aloneMs).toFixed(2)}`
  );
}

function child(...words: readonly string[]): Measured {
  return JSON.parse(inChild(import.meta.url, ...words)) satisfies Measured;
}

function missed(what: string): false {
  write(`  target missed: ${what}`);
  return false;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
