import { Command } from 'commander';
import { exportPlan } from '../../app/export-plan.ts';
import { CliError, type Io } from '../io.ts';
import { showSentence } from '../sentences.ts';
import { withApp } from '../with-app.ts';

/** `export FILE.xlsx --plan ID`: the ledger in the layout of the plan's document. */
export function exportCommand(io: Io): Command {
  return new Command()
    .argument('<文件>', '要写的文件（.xlsx）')
    .option('--plan <编号>', '计划编号，可用 plan list 查看')
    .action(async (file: string, { plan }: { readonly plan?: string }) => {
      if (plan === undefined) throw new CliError('请用 --plan 指明计划，编号可用 plan list 查看。');
      if (!/\.xlsx$/i.test(file)) throw new CliError(`${file}：目前只能导出 .xlsx，请把文件名改为以 .xlsx 结尾。`);
      const exported = await withApp(io, { access: 'read' }, ({ deps }) => exportPlan(deps, plan));
      if (!exported.ok) throw new CliError(showSentence(exported.error));
      await io.writeFile(file, exported.value.bytes);
      io.say(
        `《${exported.value.title}》${exported.value.rows} 项任务已写入 ${file}；修改后用 import 导入，即与台账比较。`,
      );
    });
}
