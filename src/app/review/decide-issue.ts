import { choiceText } from '../../cards/issue-text.ts';
import { asPublished } from '../../domain/ledger/carry-decisions.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { type ChoiceRefusal, checkChoice, type IssueChoice } from '../../domain/plan/decide-issue.ts';
import type { Deps } from '../deps.ts';
import { redrawDraft } from '../draft-plan.ts';
import { askOffices } from './ask-offices.ts';
import { loadReview, officesWithRows, type Review } from './load-review.ts';
import { reviewUpdates } from './review-updates.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'directory'>;

export type DecideRefusal =
  | ChoiceRefusal
  | { readonly kind: 'unknown-version' }
  | { readonly kind: 'unknown-issue'; readonly no: number }
  /** The version is in force or discarded. */
  | { readonly kind: 'not-a-draft' };

/**
 * Records what somebody decided about a 疑点 of a draft, and draws the draft's rows anew.
 *
 * @param choice null takes the decision back
 */
export async function decideIssue(
  deps: Needs,
  request: {
    readonly versionId: string;
    readonly no: number;
    readonly choice: IssueChoice | null;
    readonly actor: string;
    readonly actorName: string;
  },
): Promise<Outcome<Review, DecideRefusal>> {
  const review = await loadReview(deps, request.versionId);
  if (!review) return refused({ kind: 'unknown-version' });
  if (review.version.state !== 'draft') return refused({ kind: 'not-a-draft' });
  const issue = review.issues.find(({ no }) => no === request.no);
  if (!issue) return refused({ kind: 'unknown-issue', no: request.no });
  const { choice } = request;
  const fits = choice && checkChoice(issue, choice, review.report.plan);
  if (fits && !fits.ok) return fits;
  const decision = choice === null ? null : choiceText(issue, choice);
  const decidedBy = choice === null ? null : request.actorName;
  await deps.ledger.commit({
    at: deps.clock.now(),
    issueDecisions: [{ id: issue.id, choice, decision, decidedBy }],
    audit: [
      {
        actor: request.actor,
        action: choice === null ? 'issue.reopened' : 'issue.decided',
        subject: { type: 'issue', id: issue.id },
        detail: { no: issue.no, kind: issue.kind, decision },
      },
    ],
  });
  const issues = review.issues.map((each) => (each.id === issue.id ? { ...each, choice, decision, decidedBy } : each));
  const report = asPublished(review.version.report, issues);
  if (review.plan.state === 'draft') await redrawDraft(deps, review.plan, report.tasks);
  if (review.confirmations.length > 0) await askAgain(deps, review, report, request.actor);
  return ok({ ...review, issues, report });
}

/** What an office has confirmed and what has changed since is confirmed again; an office that has got rows only now is asked. */
async function askAgain(deps: Needs, review: Review, report: Review['report'], actor: string): Promise<void> {
  const at = deps.clock.now();
  const directory = await deps.directory.load();
  const rowsOf = (tasks: Review['report']) =>
    new Map(
      officesWithRows(tasks, directory).map(({ office, rows }) => [
        office.id,
        JSON.stringify(rows.map((row) => [tasks.tasks[row]?.offices, tasks.tasks[row]?.rules])),
      ]),
    );
  const [before, after] = [rowsOf(review.report), rowsOf(report)];
  const changed = review.confirmations.filter(({ officeId }) => before.get(officeId) !== after.get(officeId));
  const versionId = review.version.id;
  await deps.ledger.commit({
    at,
    confirmations: changed
      .filter(({ state }) => state !== 'asked')
      .map((confirmation) => ({ ...confirmation, state: 'asked', reason: '', at })),
    messages: await reviewUpdates(deps, { versionId, except: null, at, mark: `decided:${at}` }),
    audit: [],
  });
  await askOffices(deps, { versionId, actor });
}
