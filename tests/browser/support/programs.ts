import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const START_MS = 40_000;

const Ledger = z.object({
  tasks: z.array(
    z.object({
      text: z.string(),
      parts: z.array(
        z.object({
          office: z.string(),
          dueOn: z.string().nullable(),
          state: z.string(),
          replies: z.array(z.object({ by: z.string(), state: z.string(), note: z.string(), undone: z.boolean() })),
        }),
      ),
    }),
  ),
});

export type LedgerPart = z.infer<typeof Ledger>['tasks'][number]['parts'][number];

/** Command lines of this program as child processes, all on one temporary database. */
export class Programs {
  readonly #folder = mkdtempSync(join(tmpdir(), 'duban-browser-'));
  readonly #running = new Set<Program>();

  /** Starts one that runs until it is stopped, and waits until it has said a sentence that matches. */
  async start(args: readonly string[], ready: RegExp, env: NodeJS.ProcessEnv = {}): Promise<Program> {
    const program = new Program(this.#spawn(args, env));
    this.#running.add(program);
    await program.says(ready);
    return program;
  }

  /** One office's part of the task whose text contains the words, as `ledger --json` tells it; the one due first where there are several. */
  async part(words: string, office: string): Promise<LedgerPart> {
    const { tasks } = Ledger.parse(JSON.parse(await this.#output(['ledger', '--json'])));
    const parts = tasks.filter(({ text }) => text.includes(words)).flatMap((task) => task.parts);
    const [part] = parts
      .filter((one) => one.office === office)
      .toSorted((one, other) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9'));
    if (!part) throw new Error(`${office} has no part of ${words}`);
    return part;
  }

  /** How many parts of an office stand in that state. */
  async count(office: string, state: string): Promise<number> {
    const { tasks } = Ledger.parse(JSON.parse(await this.#output(['ledger', '--json'])));
    return tasks.flatMap(({ parts }) => parts).filter((part) => part.office === office && part.state === state).length;
  }

  async stop(): Promise<void> {
    for (const program of this.#running) await program.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #output(args: readonly string[]): Promise<string> {
    const child = this.#spawn(args, {});
    let out = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    await new Promise((resolve) => child.once('close', resolve));
    return out;
  }

  #spawn(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    return spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
      env: { PATH: process.env.PATH, DATABASE_URL: `file:${join(this.#folder, 'duban.db')}`, PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

export class Program {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  /** Everything it has said to people so far: sentences and, on trouble, its log. */
  said = '';

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('close', resolve));
    child.stderr?.on('data', (chunk) => {
      this.said += chunk;
    });
  }

  /** The web address that it printed. */
  get url(): string {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(this.said)?.[0];
    if (!url) throw new Error(`no address in: ${this.said}`);
    return url;
  }

  says(sentence: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`never said ${sentence}: ${this.said}`));
      const timer = setTimeout(fail, START_MS);
      const look = () => {
        if (!sentence.test(this.said)) return;
        clearTimeout(timer);
        this.#child.stderr?.off('data', look);
        resolve();
      };
      this.#child.stderr?.on('data', look);
      this.#child.once('close', fail);
      look();
    });
  }

  /** As Ctrl+C does. @returns its exit status */
  async stop(): Promise<number | null> {
    if (this.#child.exitCode === null) this.#child.kill('SIGINT');
    return this.#ended;
  }
}
