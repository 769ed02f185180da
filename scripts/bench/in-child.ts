import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a bench again in a process of its own, with these words behind its name. @returns what it prints */
export function inChild(benchUrl: string, ...words: readonly string[]): string {
  const args = [...process.execArgv, fileURLToPath(benchUrl), ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
