import { Command } from 'commander';
import { checkHealth, type Finding } from '../../app/check-health.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { configOf, withApp } from '../with-app.ts';

/** `doctor`: 体检, one line a check, exit 1 where anything is not in order. */
export function doctorCommand(io: Io): Command {
  return new Command().option('--json', '输出 JSON').action(async ({ json }: { json?: boolean }) => {
    if (!configOf(io).app)
      throw new CliError('没有设置 LARK_APP_ID 和 LARK_APP_SECRET：请从开放平台“凭证与基础信息”复制。');
    const findings = await withApp(io, { access: 'read', chat: true }, ({ deps }) => checkHealth(deps));
    const lines = findings.map((finding) => ({ check: finding.check, ok: finding.ok, text: findingText(finding) }));
    if (json) printJson(io, { ok: findings.every(({ ok }) => ok), checks: lines });
    else for (const { ok, text } of lines) io.out(`${ok ? '正常' : '注意'}　${text}\n`);
    const failed = lines.filter(({ ok }) => !ok).length;
    if (failed > 0) throw new CliError(`有 ${failed} 项需要处理，见上。`, 1);
  });
}

function findingText({ check, ok, detail }: Finding): string {
  switch (check) {
    case 'calendar':
      return ok
        ? `${textOf(detail.year)} 年放假安排已载入`
        : `${textOf(detail.year)} 年放假安排尚未公布或未导入，日期均为暂定：公布后请用 calendar import 导入`;
    case 'plans':
      return ok ? `施行中的计划 ${textOf(detail.count)} 份` : '没有施行中的计划：请用 import --publish 导入';
    case 'offices':
      return ok ? `单位 ${textOf(detail.count)} 个` : '没有单位名单：请用 offices import 导入';
    case 'liaisons':
      return ok
        ? '每个单位都有可送达的联络人'
        : `没有可送达联络人的单位：${textOf(detail.missing)}；请补充人员及 open_id、手机或邮箱`;
    case 'outbox':
      return ok ? '没有未送达的消息' : `有 ${textOf(detail.failed)} 条未送达：请用 outbox 查看原因`;
    case 'platform':
      return ok
        ? `平台可用，机器人“${textOf(detail.bot)}”，所在群：${textOf(detail.groups) || '无'}`
        : `连不上平台或凭证不对（${textOf(detail.code)}）：请核对 LARK_APP_ID、LARK_APP_SECRET、LARK_DOMAIN 和网络`;
    case 'leaders-group':
      return groupText('领导小组群', 'leaders', ok, detail);
    case 'liaisons-group':
      return groupText('联络人群', 'liaisons', ok, detail);
  }
}

function groupText(name: string, command: string, ok: boolean, detail: Finding['detail']): string {
  if (ok) return `${name}已绑定 ${textOf(detail.chatId)}`;
  return detail.why === 'unbound'
    ? `${name}未绑定：请用 bind ${command} 绑定`
    : `机器人不在${name} ${textOf(detail.chatId)} 中：请把机器人加入该群`;
}

function textOf(value: Finding['detail'][string] | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('、') : String(value);
}
