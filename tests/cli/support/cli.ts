import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { withRawFile } from '../../../src/adapters/prisma/raw-file.ts';
import type { Io } from '../../../src/cli/io.ts';
import { runCli } from '../../../src/cli/run.ts';
import { held } from '../../support/held.ts';
import { OFFICES_CSV, type PlanRow, planText } from '../../support/small-bureau.ts';

export const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A person at the command line, with a folder and a database of their own. The database does not exist yet. */
export class Cli {
  readonly folder = mkdtempSync(join(tmpdir(), 'duban-cli-'));
  readonly database = join(this.folder, 'db', 'duban.db');
  readonly env: Record<string, string> = { DATABASE_URL: `file:${this.database}` };

  async run(...args: string[]): Promise<Ran> {
    return this.start(...args).ended;
  }

  /** For a command that stays until it is stopped. */
  start(...args: string[]): { readonly ended: Promise<Ran>; readonly said: () => string; readonly stop: () => void } {
    const out: string[] = [];
    const err: string[] = [];
    const stopped = held();
    const io: Io = {
      env: { ...this.env },
      out: (text) => void out.push(text),
      say: (text) => void err.push(`${text}\n`),
      readFile: (path) => readFile(path),
      writeFile: (path, bytes) => writeFile(path, bytes),
      untilStopped: () => stopped.waiting,
    };
    const ended = runCli(args, io).then((exit) => ({ exit, out: out.join(''), err: err.join('') }));
    return { ended, said: () => err.join(''), stop: stopped.letGo };
  }

  /** Runs a command that has to succeed. */
  async does(...args: string[]): Promise<Ran> {
    const ran = await this.run(...args);
    expect(ran, `${args.join(' ')}\n${ran.err}`).toMatchObject({ exit: 0 });
    return ran;
  }

  /** Runs with `--json`: standard output is one document and nothing else. */
  async json(...args: string[]): Promise<unknown> {
    const { out } = await this.does(...args, '--json');
    return JSON.parse(out) as unknown;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  file(name: string, contents: string | Uint8Array): string {
    writeFileSync(this.path(name), contents);
    return this.path(name);
  }

  plan(name: string, rows: readonly PlanRow[], issuedOn?: string): string {
    return this.file(name, planText(rows, issuedOn));
  }

  offices(): string {
    return this.file('offices.csv', OFFICES_CSV);
  }

  /** Everything that is in the database, as one digest; null where there is no file. */
  async contents(): Promise<string | null> {
    if (!existsSync(this.database)) return null;
    return withRawFile(this.database, async ({ rows }) => {
      const tables = (await rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).flat();
      const all = [];
      for (const table of tables) all.push([table, await rows(`SELECT * FROM "${String(table)}"`)]);
      const text = JSON.stringify(all, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
      return createHash('sha256').update(text).digest('hex');
    });
  }

  /** Whether the folder of the database holds any file. */
  leftSomething(): boolean {
    const folder = join(this.folder, 'db');
    return existsSync(folder) && readdirSync(folder).length > 0;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a person gets for a mistake: nothing on standard output, one Chinese sentence at the end, no trace of the program. */
export function expectRefusal({ exit, out, err }: Ran, expected: 1 | 2, ...words: readonly string[]): void {
  expect({ exit, err }).toMatchObject({ exit: expected });
  expect(out).toBe('');
  const sentence = err.trimEnd().split('\n').at(-1) ?? '';
  expect(sentence).toMatch(/[\u4e00-\u9fff].*：.*[\u4e00-\u9fff].*。$/);
  expect(err).not.toMatch(/\n\s+at |Error:|undefined|\[object/);
  for (const word of words) expect(sentence).toContain(word);
}
