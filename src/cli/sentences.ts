import type { ImportRefusal } from '../app/import-plan.ts';
import type { ShowRefusal } from '../app/show-ledger.ts';
import type { ConfigProblem } from '../config.ts';
import { CliError } from './io.ts';

const EXPECTED: Readonly<Record<string, string>> = {
  LARK_DOMAIN: '应为 https://open.feishu.cn、https://open.larksuite.com 或本机模拟器的地址',
  LARK_TRANSPORT: '应为 ws 或 webhook',
  DATABASE_URL: '应以 file: 开头，如 file:./data/duban.db',
  PORT: '应为 0 到 65535 之间的数字',
  DUBAN_ADMINS: '应为以 ou_ 开头的 open_id，多个用逗号分隔',
  DUBAN_CLOCK: '应为带时区的时刻，如 2026-03-30T08:59:50+08:00',
  LOG_LEVEL: '应为 trace、debug、info、warn、error、fatal 或 silent',
};

export function configSentence(problem: ConfigProblem): string {
  switch (problem.kind) {
    case 'bad-variable':
      return `环境变量 ${problem.variable} 的值“${problem.value}”不对：${EXPECTED[problem.variable] ?? '请对照 .env.example 填写'}。`;
    case 'clock-needs-loopback':
      return '环境变量 DUBAN_CLOCK 只能与本机模拟器一起使用：请去掉它，或把 LARK_DOMAIN 改为 127.0.0.1 上的地址。';
    case 'webhook-needs-keys':
      return `使用 webhook 方式须设置 ${problem.variable}，否则无法辨别请求真伪：请从开放平台“事件与回调—加密策略”复制。`;
  }
}

/** A plan that is not imported: 2 for the wrong file or a wrong command line, 1 where a real plan gives nothing or differs. */
export function importRefused(refusal: ImportRefusal, file: string): CliError {
  const isWrongUse = refusal.kind !== 'nothing-read' && refusal.kind !== 'plan-exists';
  return new CliError(importSentence(refusal, file), isWrongUse ? 2 : 1);
}

function importSentence(refusal: ImportRefusal, file: string): string {
  switch (refusal.kind) {
    case 'not-a-plan':
      return `${file} 里没有读到工作任务：请确认是带有任务、责任单位的分工方案，而不是通知或名单。`;
    case 'nothing-read':
      return `${file} 里没有读到任何一行任务：请确认表格完整，或另存为 .txt 后再试。`;
    case 'year-missing':
      return `${file} 的标题和正文都没有写明年度：请加上 --year，如 --year 2026。`;
    case 'unknown-owner':
      return `--owner 指定的“${refusal.name}”不在单位名单中：请先用 offices import 导入名单，或核对名称。`;
    case 'plan-exists':
      return `台账里已有内容不同的《${refusal.title}》（${refusal.year} 年）：为免覆盖已有进展，没有写入；请先核对两份文件。`;
  }
}

export function showSentence(refusal: ShowRefusal): string {
  switch (refusal.kind) {
    case 'unknown-plan':
      return refusal.known.length === 0
        ? '台账里还没有计划：请先用 import 导入。'
        : `没有编号为 ${refusal.id} 的计划：现有 ${refusal.known.join('、')}。`;
    case 'unknown-office':
      return `单位名单中没有“${refusal.name}”：请核对名称，或用 offices export 查看名单。`;
  }
}
