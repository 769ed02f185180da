import { Command } from 'commander';
import type { Deps } from '../../app/deps.ts';
import { askOffices } from '../../app/review/ask-offices.ts';
import { decideIssue } from '../../app/review/decide-issue.ts';
import { discardDraft, publishReviewed, withdrawPlan } from '../../app/review/end-review.ts';
import { blockingIssues, loadReview, type Review } from '../../app/review/load-review.ts';
import { issueTitle } from '../../cards/issue-text.ts';
import { unknownPlanText } from '../../cards/paper-text.ts';
import { reviewRefusalText } from '../../cards/review/review-text.ts';
import type { Plan, PlanVersion } from '../../domain/ledger/plan.ts';
import { hasReadings, type IssueChoice, preselected } from '../../domain/plan/decide-issue.ts';
import { CliError, type Io, printJson } from '../io.ts';
import { changeTable } from '../tables/change-table.ts';
import { textTable } from '../tables/columns.ts';
import { withApp } from '../with-app.ts';
import { type TurnOptions, turn } from './plan-turn.ts';

const STATES: Readonly<Record<Plan['state'], string>> = { draft: '草稿', published: '施行', withdrawn: '已撤回' };
const ACTOR = { actor: 'command-line', actorName: '命令行' };

/** `plan`: the plans in the ledger, and the review of a draft from its 疑点 to its publication. */
export function planCommand(io: Io): Command {
  const command = new Command();
  command
    .command('list')
    .description('列出计划')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => list(io, options));
  command
    .command('show <编号>')
    .description('查看草稿：疑点、与台账的差别、各单位核对情况')
    .option('--json', '输出 JSON')
    .action((id: string, options: { json?: boolean }) => show(io, id, options));
  command
    .command('decide <编号> <疑点>')
    .description('确定一处疑点')
    .option('--take <第几种>', '采用第几种说法')
    .option('--as <说法>', '改为别的说法')
    .option('--keep', '采用建议')
    .option('--reopen', '撤回决定')
    .action((id: string, no: string, options: DecideOptions) => decide(io, id, no, options));
  command
    .command('send <编号>')
    .description('发各单位核对')
    .action((id: string) => send(io, id));
  command
    .command('publish <编号>')
    .description('发布施行；矛盾的疑点须先确定')
    .action((id: string) => publish(io, id));
  command
    .command('discard <编号>')
    .description('放弃草稿')
    .action((id: string) => discard(io, id));
  command
    .command('withdraw <编号>')
    .description('撤回已施行的计划')
    .action((id: string) => withdraw(io, id));
  command
    .command('turn')
    .description('年度衔接：新计划沿用、未列入、新增了上年计划的哪些任务')
    .option('--from <编号>', '上年计划')
    .option('--to <编号>', '新一年的计划')
    .option('--json', '输出 JSON')
    .action((options: TurnOptions) => turn(io, options));
  return command;
}

async function list(io: Io, { json }: { readonly json?: boolean }): Promise<void> {
  const plans = await withApp(io, { access: 'read' }, async ({ deps }) => {
    const all = await deps.ledger.listPlans();
    return Promise.all(
      all.map(async (plan) => {
        const versions = await deps.ledger.listVersions(plan.id);
        return { plan, draft: versions.findLast(({ state }) => state === 'draft') ?? null };
      }),
    );
  });
  if (json) {
    printJson(
      io,
      plans.map(({ plan, draft }) => ({ ...plan, draftVersion: draft?.number ?? null })),
    );
    return;
  }
  const rows = plans.map(({ plan, draft }) => [
    plan.id,
    String(plan.year),
    plan.title,
    `${STATES[plan.state]}${draft && plan.state === 'published' ? '，有待确认的变更' : ''}`,
  ]);
  io.out(textTable(['编号', '年度', '计划', '状态'], rows, [28, 6, 50, 20]));
}

async function show(io: Io, id: string, { json }: { readonly json?: boolean }): Promise<void> {
  const review = await withApp(io, { access: 'read' }, ({ deps }) => reviewOf(deps, id));
  const { plan, version, report, issues, revision, confirmations } = review;
  if (json) {
    printJson(io, { plan, version: version.number, report, issues, changes: revision?.changes ?? null, confirmations });
    return;
  }
  io.out(`${plan.title}　${STATES[plan.state]}　第 ${version.number} 版（${version.sourceName}）\n\n`);
  if (revision) io.out(changeTable(revision.changes, revision.before, report.tasks));
  io.out(issuesTable(issues));
  if (confirmations.length > 0) {
    const words = { asked: '未答复', confirmed: '已确认', objected: '有异议', settled: '异议已处理' } as const;
    const rows = confirmations.map(({ officeId, state, personName, reason }) => [
      officeId,
      words[state],
      personName,
      reason,
    ]);
    io.out(`\n${textTable(['单位', '核对', '联络人', '异议'], rows, [20, 10, 10, 40])}`);
  }
}

function issuesTable(issues: Review['issues']): string {
  if (issues.length === 0) return '没有疑点\n';
  const rows = issues.map((issue) => [
    String(issue.no),
    `${issueTitle(issue)}${issue.blocking && issue.decidedBy === null ? '（须先定）' : ''}`,
    issue.phrases.map(({ text, place }, at) => `${at + 1}“${text}”（${place}）`).join(' '),
    issue.suggestion ?? '',
    issue.decision === null ? '' : `${issue.decision}（${issue.decidedBy ?? ''}）`,
  ]);
  return textTable(['疑点', '类别', '说法', '建议', '已定'], rows, [5, 22, 56, 30, 30]);
}

interface DecideOptions {
  readonly take?: string;
  readonly as?: string;
  readonly keep?: boolean;
  readonly reopen?: boolean;
}

async function decide(io: Io, id: string, no: string, options: DecideOptions): Promise<void> {
  const given = [options.take, options.as, options.keep, options.reopen].filter((option) => option !== undefined);
  if (given.length > 1) throw new CliError('--take、--as、--keep、--reopen 只能用一个：请去掉其余的。');
  await withApp(io, { access: 'write' }, async ({ deps }) => {
    const review = await reviewOf(deps, id);
    const issue = review.issues.find((each) => String(each.no) === no);
    if (!issue) throw new CliError(`没有第 ${no} 处疑点：该计划共 ${review.issues.length} 处，可用 plan show 查看。`);
    const request = { versionId: review.version.id, no: issue.no, actor: ACTOR.actor, actorName: ACTOR.actorName };
    const decided = await decideIssue(deps, { ...request, choice: choiceOf(issue, options) });
    if (!decided.ok) throw new CliError(refusalSentence(decided.error));
    const now = decided.value.issues.find((each) => each.no === issue.no);
    const left = blockingIssues(decided.value.issues).length;
    const next = left > 0 ? `；还有 ${left} 处须先确定` : '';
    io.say(`疑点 ${no}：${now?.decision ?? '已撤回决定'}${next}。`);
  });
}

function choiceOf(issue: Review['issues'][number], options: DecideOptions): IssueChoice | null {
  if (options.reopen) return null;
  if (options.as !== undefined) return { kind: 'as', text: options.as };
  if (options.take === undefined) return hasReadings(issue) ? preselected(issue) : { kind: 'keep' };
  if (!/^[1-9]$/.test(options.take)) throw new CliError(`--take 的“${options.take}”不对：应为 1、2 等第几种说法。`);
  return { kind: 'take', phrase: Number(options.take) - 1 };
}

async function send(io: Io, id: string): Promise<void> {
  await withApp(io, { access: 'write' }, async ({ deps }) => {
    const { version } = await reviewOf(deps, id);
    const asked = await askOffices(deps, { versionId: version.id, actor: ACTOR.actor });
    if (!asked.ok) throw new CliError(refusalSentence(asked.error), 1);
    const { offices, unreachable } = asked.value;
    const missing = unreachable.length > 0 ? `；没有联络人、未发的单位：${unreachable.join('、')}` : '';
    io.say(`已向 ${offices - unreachable.length} 个单位发核对卡片，启动机器人后在工作时间送出${missing}。`);
  });
}

async function publish(io: Io, id: string): Promise<void> {
  await withApp(io, { access: 'write' }, async ({ deps }) => {
    const { version } = await reviewOf(deps, id);
    const published = await publishReviewed(deps, { versionId: version.id, ...ACTOR, mark: markOf(deps) });
    if (!published.ok) throw new CliError(refusalSentence(published.error), 1);
    io.say(`计划 ${id} 已施行，生成 ${published.value.parts} 件。`);
  });
}

async function discard(io: Io, id: string): Promise<void> {
  await withApp(io, { access: 'write' }, async ({ deps }) => {
    const { version } = await reviewOf(deps, id);
    const discarded = await discardDraft(deps, { versionId: version.id, ...ACTOR, mark: markOf(deps) });
    if (!discarded.ok) throw new CliError(refusalSentence(discarded.error), 1);
    io.say(`计划 ${id} 的草稿已放弃，台账没有改动。`);
  });
}

async function withdraw(io: Io, id: string): Promise<void> {
  await withApp(io, { access: 'write' }, async ({ deps }) => {
    const withdrawn = await withdrawPlan(deps, { planId: id, ...ACTOR, mark: markOf(deps) });
    if (!withdrawn.ok) {
      const { error } = withdrawn;
      if (error.kind === 'unknown-plan') throw new CliError(unknownPlanText(error));
      const why = error.state === 'draft' ? '还没有施行：可用 plan discard 放弃' : '已经撤回：无需再撤';
      throw new CliError(`计划 ${id} ${why}。`, 1);
    }
    io.say(`计划 ${id} 已撤回，不再提醒；将通知 ${withdrawn.value.offices} 个单位。`);
  });
}

/** Tells this run from every other one. */
function markOf(deps: Pick<Deps, 'clock'>): string {
  return `command-line:${deps.clock.now()}`;
}

/** The draft of a plan, or the version in force where there is none. */
async function reviewOf(deps: Pick<Deps, 'ledger'>, id: string): Promise<Review> {
  const versions = await deps.ledger.listVersions(id);
  const version = newestOf(versions, 'draft') ?? newestOf(versions, 'applied') ?? versions.at(-1);
  const review = version && (await loadReview(deps, version.id));
  if (!review)
    throw new CliError(unknownPlanText({ id, known: (await deps.ledger.listPlans()).map((plan) => plan.id) }));
  return review;
}

function newestOf(versions: readonly PlanVersion[], state: PlanVersion['state']): PlanVersion | undefined {
  return versions.findLast((version) => version.state === state);
}

function refusalSentence(refusal: Parameters<typeof reviewRefusalText>[0]): string {
  if (refusal.kind === 'not-a-draft') return '该计划没有待确认的草稿：请先用 import 导入新文件。';
  return reviewRefusalText(refusal).replace('请先点“逐条处理疑点”确定', '请先用 plan decide 确定');
}
