/** What a command line program touches of its surroundings. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results: with `--json` one document and nothing else. */
  readonly out: (text: string) => void;
  /** Messages, progress and warnings for people. */
  readonly say: (text: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Resolves when the person or the system asks the program to stop. */
  readonly untilStopped: () => Promise<void>;
}

/** 0 done · 1 the command ran and the answer is no · 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** Ends a command with one Chinese sentence that names the place and the remedy. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: Exclude<ExitCode, 0>;

  constructor(sentence: string, exitCode: Exclude<ExitCode, 0> = 2) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}
