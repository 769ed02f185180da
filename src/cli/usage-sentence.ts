import type { Command, CommanderError } from 'commander';

/** One Chinese sentence for a command line that commander refused, with what to write instead. */
export function usageSentence({ code, message }: CommanderError, command: Command): string {
  const quoted = /'([^']+)'/.exec(message)?.[1] ?? '';
  const path = commandPath(command);
  const help = `请用 ${path} --help 查看用法。`;
  switch (code) {
    case 'commander.unknownCommand':
      return `没有“${quoted}”这个命令：${path} 的命令有 ${namesOf(command)}。`;
    case 'commander.unknownOption':
      return `没有“${quoted}”这个选项：${path} 的选项有 ${optionsOf(command)}。`;
    case 'commander.missingArgument':
      return `缺少参数 <${quoted}>：${help}`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${quoted}：${help}`;
    case 'commander.optionMissingArgument':
      return `选项 ${quoted} 后面缺少内容：${help}`;
    case 'commander.invalidArgument':
      return invalidValue(message) ?? `有一个值不对：${help}`;
    case 'commander.excessArguments':
      return `多写了参数“${command.args.slice(command.registeredArguments.length).join(' ')}”：${help}`;
    case 'commander.help':
      return `${path} 后面要写一个命令：可用的有 ${namesOf(command)}。\n\n${command.helpInformation().trimEnd()}`;
    default:
      return `命令写得不对（${message}）：${help}`;
  }
}

/** `duban offices import` */
export function commandPath(command: Command): string {
  // The command that stands for its parent's bare name is written without its own.
  const own = command.name() === 'show' ? [] : [command.name()];
  return command.parent ? [commandPath(command.parent), ...own].join(' ') : command.name();
}

/** Our own parsers append their Chinese remedy to commander's English sentence. */
function invalidValue(message: string): string | undefined {
  const [, option, given, remedy] = /^error: option '(.+?)' argument '(.*)' is invalid\. (.*)$/s.exec(message) ?? [];
  if (option !== undefined) return `${option} 的值“${given}”不对：${remedy}`;
  const argument = /^error: command-argument value '(.*)' is invalid for argument '(.+?)'\. (.*)$/s.exec(message);
  return argument ? `参数 ${argument[2]} 的值“${argument[1]}”不对：${argument[3]}` : undefined;
}

function namesOf(command: Command): string {
  return command.commands.map((each) => each.name()).join('、');
}

function optionsOf(command: Command): string {
  return [...command.options.map(({ long, short }) => long ?? short ?? ''), '--help'].join('、');
}
