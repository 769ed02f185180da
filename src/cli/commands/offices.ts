import { basename, extname } from 'node:path';
import { Command } from 'commander';
import { LibraryTableFile } from '../../adapters/documents/table-file.ts';
import { importOffices } from '../../app/import-offices.ts';
import { officeProblemLine } from '../../cards/offices-text.ts';
import { isBlocking } from '../../domain/directory/office-problem.ts';
import { officeRows, templateRows } from '../../domain/directory/office-rows.ts';
import { aboutFile, readInput } from '../about-file.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { withApp } from '../with-app.ts';

/** `offices import|export|template`: the list of offices, aliases, rosters and people as the administrator's own table. */
export function officesCommand(io: Io): Command {
  const offices = new Command();
  offices
    .command('import')
    .description('导入名单（.csv 或 .xlsx）')
    .argument('<文件>')
    .option('--dry-run', '只读不写')
    .option('--json', '输出 JSON')
    .action(async (path: string, { dryRun, json }: { dryRun?: boolean; json?: boolean }) => {
      const file = { name: basename(path), bytes: await readInput(io, path) };
      const runAs = (mode: 'read' | 'write') =>
        withApp(io, { access: mode, quiet: !dryRun }, ({ deps }) =>
          aboutFile(path, () => importOffices(deps, { file, mode, actor: 'command-line' })),
        );
      // Read first: a file with mistakes in it leaves no database behind.
      const read = await runAs('read');
      const isRefused = read.offices === 0 || read.problems.some(isBlocking);
      const result = dryRun || isRefused ? read : await runAs('write');
      const problems = result.problems.map((problem) => ({
        ...problem,
        blocking: isBlocking(problem),
        text: officeProblemLine(problem),
      }));
      for (const { text } of problems) io.say(text);
      if (json) printJson(io, { offices: result.offices, people: result.people, written: result.written, problems });
      if (problems.some(({ blocking }) => blocking))
        throw new CliError(`${path} 有上述问题，没有写入：请改好后再导入。`, 1);
      if (result.offices === 0) throw new CliError(`${path} 里没有读到单位：请对照 offices template 生成的样表。`, 1);
      const { written } = result;
      const summary = `读到 ${result.offices} 个单位、${result.people} 人`;
      io.say(
        written
          ? `${summary}；新增 ${written.added}，变更 ${written.changed}，未变 ${written.unchanged}。`
          : `${summary}；没有写入。`,
      );
    });
  offices
    .command('export')
    .description('导出名单（.csv 或 .xlsx）')
    .argument('<文件>')
    .action(async (path: string) => {
      assertTableName(path);
      const rows = await withApp(io, { access: 'read' }, async ({ deps }) => officeRows(await deps.directory.load()));
      await writeTable(io, path, rows);
      io.say(`已导出 ${rows.length - 1} 行到 ${path}。`);
    });
  offices
    .command('template')
    .description('生成样表')
    .argument('<文件>')
    .action(async (path: string) => {
      await writeTable(io, path, templateRows());
      io.say(`已生成样表 ${path}：填好后用 offices import 导入。`);
    });
  return offices;
}

async function writeTable(io: Io, path: string, rows: readonly (readonly string[])[]): Promise<void> {
  assertTableName(path);
  await io.writeFile(path, await new LibraryTableFile().write(basename(path), rows));
}

function assertTableName(path: string): void {
  if (!['.csv', '.xlsx'].includes(extname(path).toLowerCase())) {
    throw new CliError(`${path} 不是 .csv 或 .xlsx 文件：请换成其中一种。`);
  }
}
