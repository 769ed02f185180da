import type { ImportRefusal } from '../app/import-plan.ts';
import type { ShowRefusal } from '../app/show-ledger.ts';
import { unknownPlanText } from '../cards/paper-text.ts';
import { planRefusalSentence } from '../cards/read-failure-text.ts';
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

/** A plan that is not imported: 2 for the wrong file or a wrong command line, 1 where a real plan gives nothing. */
export function importRefused(refusal: ImportRefusal, file: string): CliError {
  return new CliError(importSentence(refusal, file), refusal.kind === 'nothing-read' ? 1 : 2);
}

function importSentence(refusal: ImportRefusal, file: string): string {
  if (refusal.kind !== 'unknown-owner') return planRefusalSentence(refusal, file, '请加上 --year，如 --year 2026。');
  return `--owner 指定的“${refusal.name}”不在单位名单中：请先用 offices import 导入名单，或核对名称。`;
}

export function showSentence(refusal: ShowRefusal): string {
  switch (refusal.kind) {
    case 'unknown-plan':
      return unknownPlanText(refusal);
    case 'unknown-office':
      return `单位名单中没有“${refusal.name}”：请核对名称，或用 offices export 查看名单。`;
  }
}
