import { basename } from 'node:path';
import { Command } from 'commander';
import { type ImportRequest, type ImportResult, importPlan } from '../../app/import-plan.ts';
import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { aboutFile, readInput } from '../about-file.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { dateOption, yearOption } from '../options.ts';
import { importRefused } from '../sentences.ts';
import { changeCounts } from '../tables/change-table.ts';
import { importJson } from '../tables/import-json.ts';
import { importTable } from '../tables/import-table.ts';
import { withApp } from '../with-app.ts';

interface Options {
  readonly year?: number;
  readonly issued?: CivilDate;
  readonly owner?: string;
  readonly dryRun?: boolean;
  readonly publish?: boolean;
  readonly json?: boolean;
}

/** `import FILE…`: reads plans; with `--publish` puts them into force. */
export function importCommand(io: Io): Command {
  return new Command()
    .argument('<文件...>', '计划文件（.docx .doc .xlsx .pdf .txt .md .csv .html）')
    .option('--year <年份>', '计划年度，如 2026', yearOption)
    .option('--issued <日期>', '成文日期，如 2026-01-20', dateOption)
    .option('--owner <单位>', '主管机构，须在单位名单中')
    .option('--dry-run', '只读不写')
    .option('--publish', '不经各单位核对，直接施行；疑点一律采用预选的读法')
    .option('--json', '输出 JSON')
    .action(async (files: string[], options: Options) => {
      if (options.dryRun && options.publish) throw new CliError('--dry-run 和 --publish 不能同时用：请去掉其中一个。');
      const plans: PlanFile[] = [];
      for (const path of files) plans.push({ path, bytes: await readInput(io, path) });
      // All are read before any is written: a mistake in the last file leaves nothing of the first, and no new database.
      const read = await withApp(io, { access: 'read', quiet: options.dryRun !== true }, ({ deps }) =>
        eachPlan(plans, async (plan, nth) => {
          io.say(`正在读取 ${plan.path}（${nth}/${plans.length}）…`);
          return runImport(deps, plan, options, 'read');
        }),
      );
      if (options.dryRun) for (const [index, result] of read.entries()) io.say(summaryOf(files[index] ?? '', result));
      else {
        await withApp(io, { access: 'write' }, ({ deps }) =>
          eachPlan(plans, async (plan) => {
            io.say(summaryOf(plan.path, await runImport(deps, plan, options, options.publish ? 'publish' : 'draft')));
          }),
        );
      }
      const reports = read.map(({ report }) => report);
      const [json] = reports.map(importJson);
      if (options.json) printJson(io, reports.length === 1 ? json : reports.map(importJson));
      else for (const report of reports) io.out(importTable(report));
    });
}

interface PlanFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function eachPlan<T>(plans: readonly PlanFile[], work: (plan: PlanFile, nth: number) => Promise<T>) {
  const results: T[] = [];
  for (const [index, plan] of plans.entries()) results.push(await work(plan, index + 1));
  return results;
}

async function runImport(
  deps: Parameters<typeof importPlan>[0],
  { path, bytes }: PlanFile,
  options: Options,
  mode: ImportRequest['mode'],
): Promise<ImportResult> {
  const request = {
    file: { name: basename(path), bytes },
    year: options.year ?? null,
    issuedOn: options.issued ?? null,
    owner: options.owner ?? null,
    mode,
    actor: 'command-line',
  };
  const result = await aboutFile(path, () => importPlan(deps, request));
  if (!result.ok) throw importRefused(result.error, path);
  return result.value;
}

function summaryOf(path: string, { report, done, planId, parts, changes }: ImportResult): string {
  const differs = changes && done !== 'unchanged' ? `；与台账相比：${changeCounts(changes)}` : '';
  const read = `${path}：读到 ${report.tasks.length} 项任务、${report.issues.length} 处疑点${differs}`;
  switch (done) {
    case 'read':
      return `${read}；没有写入。`;
    case 'drafted':
      return `${read}；已存为草稿 ${planId}，可用 plan show ${planId} 查看疑点，plan publish ${planId} 施行。`;
    case 'published':
      return `${read}；计划 ${planId} 已施行，生成 ${parts} 件。`;
    case 'unchanged':
      return `${read}；与台账中的计划 ${planId} 相同，未作改动。`;
  }
}
