import { CONFIRM_ROWS, confirmCard } from '../../cards/review/confirm-card.ts';
import { reviewCard } from '../../cards/review/review-card.ts';
import type { AnswersView, ConfirmView, Count, OverviewView, ReviewView } from '../../cards/review/review-view.ts';
import { RULE_KIND_WORDS } from '../../cards/rule-words.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import { recipientOf } from '../../domain/directory/find-office.ts';
import { hasReadings, preselected, subjectOf } from '../../domain/plan/decide-issue.ts';
import type { DraftTask } from '../../domain/plan/import-report.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { confirmSubject } from './answer-confirmation.ts';
import { changeRows, isRenumbered, rowLine } from './change-rows.ts';
import { blockingIssues, loadReview, officesWithRows, type Review } from './load-review.ts';

type Needs = Pick<Deps, 'ledger' | 'directory'>;

/** What was typed into a form and why it was not taken. */
export interface WordsProblem {
  readonly value: string;
  readonly error: string;
}

/** The administrator's card as things stand: the upload's progress, then the version that was read from it. */
export async function drawReview(deps: Needs, card: SentCard, problem?: WordsProblem): Promise<CardJson> {
  return reviewCard(await viewOf(deps, card, problem));
}

async function viewOf(deps: Needs, card: SentCard, problem: WordsProblem | undefined): Promise<ReviewView> {
  const cardId = card.id;
  const upload = await deps.ledger.findUpload(card.ui.upload ?? '');
  const fileName = upload?.fileName ?? '';
  if (!upload || upload.versionId === null) {
    if (upload?.state === 'failed') return { step: 'failed', cardId, fileName, problem: upload.problem ?? '' };
    if (upload?.state === 'asks-year') {
      return { step: 'asks-year', cardId, fileName, problem: problem?.error ?? null };
    }
    return { step: 'reading', cardId, fileName, detail: upload?.problem ?? '已收到文件，正在下载。' };
  }
  const [review, directory] = await Promise.all([loadReview(deps, upload.versionId), deps.directory.load()]);
  if (!review) return { step: 'failed', cardId, fileName, problem: '这次导入的草稿已不在，请重新发送文件。' };
  const issue = review.issues.find(({ no }) => no === card.ui.issue);
  return issue ? issueView(card, review, issue, problem) : overviewOf(cardId, fileName, review, directory);
}

function overviewOf(cardId: string, fileName: string, review: Review, directory: Directory): OverviewView {
  const { report, issues, revision } = review;
  const offices = officesWithRows(report, directory);
  const open = issues.filter(({ decidedBy }) => decidedBy === null);
  const asked = review.confirmations.length > 0;
  return {
    step: 'overview',
    cardId,
    title: review.plan.title,
    fileName,
    stage: stageOf(review, asked),
    counts: {
      tasks: report.tasks.length,
      offices: namesIn(report.tasks).length,
      rules: report.tasks.reduce((sum, { rules }) => sum + rules.length, 0),
      unowned: report.tasks.length - new Set(offices.flatMap(({ rows }) => rows)).size,
    },
    byKind: countBy(report.tasks.flatMap(({ rules }) => rules.map(({ kind }) => RULE_KIND_WORDS[kind]))),
    byArea: countBy(report.tasks.map(({ area }) => area[0] ?? '未分领域')),
    byOffice: offices.map(({ office, rows }) => ({ name: office.name, count: rows.length })),
    issues: { all: issues.length, open: open.length, blocking: blockingIssues(issues).length },
    changes: revision && {
      ...countsOf(revision.changes.map(({ kind }) => kind)),
      renumbered: revision.changes.filter(isRenumbered).length,
      rows: changeRows(revision.changes, revision.before, report.tasks),
    },
    firstRows: report.tasks.slice(0, 8).map(rowLine),
    answers: asked ? answersOf(review, directory) : null,
  };
}

function stageOf({ plan, version }: Review, asked: boolean): OverviewView['stage'] {
  if (version.state === 'draft') return asked ? 'asked' : 'draft';
  return version.state === 'applied' && plan.state === 'withdrawn' ? 'withdrawn' : version.state;
}

function answersOf({ confirmations }: Review, directory: Directory): AnswersView {
  const officeOf = (id: string) => directory.offices.find((office) => office.id === id)?.name ?? '';
  const waiting = confirmations.filter(({ state }) => state === 'asked');
  const reachable = waiting.filter(({ officeId }) => recipientOf(directory, officeId).kind === 'found');
  return {
    confirmed: confirmations.filter(({ state }) => state === 'confirmed' || state === 'settled').length,
    of: confirmations.length,
    missing: reachable.map(({ officeId }) => officeOf(officeId)),
    unreachable: waiting.filter((each) => !reachable.includes(each)).map(({ officeId }) => officeOf(officeId)),
    objections: confirmations
      .filter(({ state }) => state === 'objected' || state === 'settled')
      .map(({ officeId, personName, reason, state }) => ({
        officeId,
        office: officeOf(officeId),
        by: personName,
        reason,
        settled: state === 'settled',
      })),
  };
}

function issueView(
  card: SentCard,
  { report, issues, plan, version }: Review,
  issue: Review['issues'][number],
  problem: WordsProblem | undefined,
): ReviewView {
  const at = issues.indexOf(issue);
  const choice = preselected(issue);
  const rows = issue.tasks.flatMap((task) => report.tasks[task] ?? []);
  const open = version.state === 'draft';
  const subject = subjectOf(issue);
  const hint = subject === 'owners' ? '如：法规科牵头，办公室配合' : '如：11月30日前';
  return {
    step: 'issue',
    cardId: card.id,
    title: plan.title,
    no: at + 1,
    of: issues.length,
    previous: issues[at - 1]?.no ?? null,
    next: issues[at + 1]?.no ?? null,
    kind: issue.kind,
    blocking: issue.blocking,
    rows: rows.slice(0, 3).map(rowLine),
    moreRows: Math.max(0, rows.length - 3),
    affects: rows.length,
    phrases: issue.phrases,
    readings: hasReadings(issue) && choice.kind === 'take' ? { preselected: choice.phrase } : null,
    suggestion: issue.suggestion,
    canRewrite: open && subject !== 'other' && issue.tasks.length > 0,
    decided: issue.decidedBy === null ? null : { text: issue.decision ?? '', by: issue.decidedBy },
    form: card.ui.writing ? { value: problem?.value ?? '', error: problem?.error ?? null, hint } : null,
  };
}

/** An office's card about its rows as they stand in the draft. */
export async function drawConfirmation(deps: Needs, card: SentCard, problem?: WordsProblem): Promise<CardJson> {
  const { versionId, officeId } = confirmSubject(card);
  const [review, directory] = await Promise.all([loadReview(deps, versionId), deps.directory.load()]);
  const own = review && officesWithRows(review.report, directory).find(({ office }) => office.id === officeId);
  const tasks = review && own ? own.rows.flatMap((at) => review.report.tasks[at] ?? []) : [];
  const pages = Math.max(1, Math.ceil(tasks.length / CONFIRM_ROWS));
  const number = Math.min(pages, card.ui.page ?? 1);
  const answer = review?.confirmations.find((each) => each.officeId === officeId);
  const over = review?.version.state !== 'draft';
  const issuedOn = review?.report.plan.issuedOn ?? null;
  const view: ConfirmView = {
    cardId: card.id,
    title: review?.plan.title ?? '',
    on: card.on,
    officeName: directory.offices.find(({ id }) => id === officeId)?.name ?? '',
    total: tasks.length,
    rows: tasks
      .slice((number - 1) * CONFIRM_ROWS, number * CONFIRM_ROWS)
      .map((task) => ({ ...rowLine(task), past: isPast(task, issuedOn) })),
    page: { number, of: pages },
    state: over ? 'over' : (answer?.state ?? 'asked'),
    answer: answer && answer.state !== 'asked' ? { by: answer.personName, at: answer.at, reason: answer.reason } : null,
    form: card.ui.writing && !over ? { value: problem?.value ?? '', error: problem?.error ?? null } : null,
  };
  return confirmCard(view);
}

function isPast(task: DraftTask, issuedOn: string | null): boolean {
  return issuedOn !== null && task.rules.some((rule) => rule.kind === 'by' && rule.on < issuedOn);
}

function namesIn(tasks: readonly DraftTask[]): readonly string[] {
  const own = tasks.flatMap(({ offices }) => offices.filter(({ role }) => role !== 'upstream'));
  return [...new Set(own.map(({ name }) => name))];
}

function countBy(names: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

function countsOf(kinds: readonly ('added' | 'changed' | 'removed' | 'unchanged')[]) {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const kind of kinds) counts[kind] += 1;
  return counts;
}
