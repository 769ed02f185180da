import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands.ts';
import { failureOf } from './failures.ts';
import type { ExitCode, Io } from './io.ts';
import { speakChinese } from './speak-chinese.ts';

/** Runs one command line. Never throws: whatever goes wrong becomes one sentence and an exit status. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const program = await programFor(args, io);
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const { sentence, exitCode } = failureOf(error);
    io.say(sentence);
    return exitCode;
  }
}

/** Every command by name and summary, and the one that is asked for whole. */
async function programFor(args: readonly string[], io: Io): Promise<Command> {
  const wanted = args[0] === 'help' ? args[1] : args[0];
  const program = new Command('duban').description('督办：政务公开工作要点的提醒、反馈与周报');
  for (const { name, summary, load } of COMMANDS) {
    const command = name === wanted ? (await load())(io) : new Command();
    program.addCommand(command.name(name).description(summary));
  }
  speakChinese(program, io);
  return program;
}
