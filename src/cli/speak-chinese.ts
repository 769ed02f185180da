import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { CliError, type Io } from './io.ts';
import { widthOf } from './tables/columns.ts';
import { commandPath, usageSentence } from './usage-sentence.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const CHINESE_HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  displayWidth: widthOf,
  commandUsage: usageOf,
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(' '),
  optionDescription,
};

/** Has a command and those below it help in Chinese, refuse in one Chinese sentence, and never end the process. */
export function speakChinese(command: Command, io: Io): void {
  command
    .configureHelp(CHINESE_HELP)
    .configureOutput({ writeOut: io.out, writeErr: () => undefined, outputError: () => undefined })
    .helpOption('-h, --help', '查看用法')
    .exitOverride((error) => {
      if (error.exitCode === 0) throw error;
      throw new CliError(usageSentence(error, command));
    });
  if (command.commands.length > 0) command.helpCommand('help [命令]', '查看用法');
  for (const inner of command.commands) speakChinese(inner, io);
}

function usageOf(command: Command): string {
  const rest = command.usage().replace('[options]', '[选项]').replace('[command]', '[命令]');
  return `${commandPath(command)} ${rest}`;
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionDescription({ description, defaultValue }: Option): string {
  return defaultValue === undefined ? description : `${description}（默认 ${String(defaultValue)}）`;
}
