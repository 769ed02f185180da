import { extname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { makePaper, OF_A_MONTH, type PaperFormat, USUAL_PAPER } from '../../app/papers/make-paper.ts';
import { PAPER_NAMES, type PaperKind, paperRefusalText } from '../../cards/paper-text.ts';
import { CliError, type Io } from '../io.ts';
import { monthOption } from '../options.ts';
import { withApp } from '../with-app.ts';
import { exportUpward } from './export-upward.ts';

interface Options {
  readonly plan?: string;
  readonly upward?: boolean;
  readonly kind?: PaperKind;
  readonly month?: string;
  readonly public?: boolean;
}

/** `export FILE --plan ID`: the ledger in the layout of the plan's document, and the papers made from it. */
export function exportCommand(io: Io): Command {
  return new Command()
    .argument('<文件>', '要写的文件：.xlsx 台账，.csv 台账（一行一件），.docx 通报，.md 年度报告段落')
    .option('--plan <编号>', '计划编号，可用 plan list 查看；通报和月度汇总按全部在用计划统计，可不写')
    .option(
      '--kind <文种>',
      '改写别的：ledger 台账、circular 通报、summary 月度汇总、annual 年度报告段落、score 年度考核表',
      kindOption,
    )
    .option('--month <月份>', '通报和月度汇总的月份，如 2026-11；默认最近一个已关账的月份', monthOption)
    .option('--public', '公开版：不含人名和敏感事项，用通俗的话（台账、月度汇总、年度报告段落）')
    .option('--upward', '向上级报告落实情况：--plan 指上级的计划，按其顺序逐项列出')
    .action(async (file: string, options: Options) => {
      if (options.upward) {
        assertAlone(options);
        return exportUpward(io, file, planOf(options));
      }
      const format = formatOf(file);
      const kind = options.kind ?? USUAL_PAPER[format];
      const ofMonth = OF_A_MONTH.includes(kind);
      if (options.month !== undefined && !ofMonth) {
        throw new CliError(
          `${PAPER_NAMES[kind]}不分月份：请去掉 --month，或用 --kind 选 circular（通报）、summary（月度汇总）。`,
        );
      }
      const planId = ofMonth ? (options.plan ?? null) : planOf(options);
      const request = { kind, format, planId, month: options.month ?? null, isPublic: options.public === true };
      const made = await withApp(io, { access: 'read' }, ({ deps }) => makePaper(deps, request));
      if (!made.ok) throw new CliError(paperRefusalText(made.error));
      await io.writeFile(file, made.value.bytes);
      io.say(`${made.value.name.replace(/\.\w+$/, '')}已写入 ${file}。${afterwards(request)}`);
      for (const remark of made.value.remarks) io.say(remark);
    });
}

function planOf({ plan }: Options): string {
  if (plan === undefined) throw new CliError('请用 --plan 指明计划：编号可用 plan list 查看。');
  return plan;
}

/** A report to superiors is of one kind, of this day and internal: an option that it would pass over misleads. */
function assertAlone({ kind, month, public: isPublic }: Options): void {
  const [other] = [kind && '--kind', month && '--month', isPublic && '--public'].filter(Boolean);
  if (other) throw new CliError(`上报表只有一种，是到当天为止的内部数据：请去掉 ${other}。`);
}

function afterwards({ kind, format, isPublic }: { kind: PaperKind; format: PaperFormat; isPublic: boolean }): string {
  if (kind === 'ledger' && format === 'xlsx' && !isPublic) return '修改后用 import 导入，即与台账比较。';
  return kind === 'score' ? '请送有关单位核对，异议期满再使用。' : '';
}

function formatOf(file: string): PaperFormat {
  const ending = extname(file).toLowerCase().slice(1);
  const format = (['xlsx', 'docx', 'csv', 'md'] as const).find((each) => each === ending);
  if (!format) throw new CliError(`要写的文件 ${file}：只能导出 .xlsx、.docx、.csv 或 .md，请改文件名的结尾。`);
  return format;
}

function kindOption(text: string): PaperKind {
  const kind = (['ledger', 'circular', 'summary', 'annual', 'score'] as const).find((each) => each === text);
  if (!kind) throw new InvalidArgumentError('文种请写 ledger、circular、summary、annual 或 score。');
  return kind;
}
