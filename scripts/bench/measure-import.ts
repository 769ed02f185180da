import { readFileSync } from 'node:fs';
import { FileDocumentReader } from '../../src/adapters/documents/file-document-reader.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import { cellsByLibrary } from './library-alone.ts';
import type { BenchFormat } from './plan-files.ts';

/** What a child process measures: times in milliseconds, memory in bytes. */
export interface Measured {
  readonly aloneMs: number;
  readonly blocksMs: number;
  readonly tasksMs: number;
  readonly tasks: number;
  readonly peakBytes: number;
}

/** Times the library alone, our reader, and our reader with the plan; all in turn, so that none has a warmer machine. */
export async function measureTimes(
  file: string,
  format: BenchFormat,
  runs: number,
  warmUps: number,
): Promise<Measured> {
  const bytes = new Uint8Array(readFileSync(file));
  const alone: number[] = [];
  const read: number[] = [];
  const planned: number[] = [];
  let tasks = 0;
  for (let run = -warmUps; run < runs; run += 1) {
    const library = await timed(() => cellsByLibrary(format, bytes));
    const blocks = await timed(() => readBlocks(file, bytes));
    const whole = await timed(async () => {
      tasks = await readTasks(file, bytes);
    });
    if (run < 0) continue;
    alone.push(library);
    read.push(blocks);
    planned.push(whole);
  }
  return {
    aloneMs: median(alone),
    blocksMs: median(read),
    tasksMs: median(planned),
    tasks,
    peakBytes: peakBytes(),
  };
}

/** The memory of our own reading only, in a process that has done nothing else. */
export async function measureMemory(file: string, runs: number): Promise<Measured> {
  const bytes = new Uint8Array(readFileSync(file));
  let tasks = 0;
  for (let run = 0; run < runs; run += 1) tasks = await readTasks(file, bytes);
  return { aloneMs: 0, blocksMs: 0, tasksMs: 0, tasks, peakBytes: peakBytes() };
}

async function readBlocks(name: string, bytes: Uint8Array) {
  return new FileDocumentReader().read({ name, bytes });
}

async function readTasks(name: string, bytes: Uint8Array): Promise<number> {
  const plan = readPlan({ document: await readBlocks(name, bytes), year: 2026, issuedOn: null });
  return plan.ok ? plan.value.tasks.length : 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The most that the process ever had, as the system counts it. */
function peakBytes(): number {
  return Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage().rss);
}
