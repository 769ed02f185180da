import type { z } from 'zod';
import type { Deps } from '../app/deps.ts';
import { acceptAll, actOnSubmission } from '../app/quotas/act-on-submission.ts';
import { drawSubmissions, type ReturnProblem } from '../app/quotas/draw-submissions.ts';
import { fillSubmissions, openSubmissions, setReturning } from '../app/quotas/open-submissions.ts';
import { findAdministrator } from '../app/review/administrator.ts';
import type { SubmissionReview, SubmissionsAll, SubmissionsPage } from '../cards/actions.ts';
import { deskValues } from '../cards/desk/desk-form.ts';
import { parseReturnForm, returnErrorText } from '../cards/quotas/return-form.ts';
import { acceptedAllText, actDoneText, submitRefusalText } from '../cards/quotas/submission-text.ts';
import { doneToast } from '../cards/text.ts';
import type { SentCard } from '../domain/delivery/message.ts';
import type { CardReply } from '../ports/inbound.ts';
import { type Press, withCard } from './pressed-card.ts';
import { refusedAct } from './submission-reply.ts';

type ReviewAction = z.infer<typeof SubmissionReview> | z.infer<typeof SubmissionsPage> | z.infer<typeof SubmissionsAll>;

/** The record says why what was decided waits again: nobody is asked for a sentence to mend a slip of the finger. */
const CORRECTED = '审核有误，更正';

/** 审核报送: for the 主管机构 and administrators, whoever's card it is. */
export async function handleSubmissionReview(
  deps: Deps,
  { action, press, card }: Press<ReviewAction>,
): Promise<CardReply> {
  const reviewer = await findAdministrator(deps, press.actorOpenId);
  if (!reviewer.ok) {
    return { toast: { type: 'warning', text: submitRefusalText({ kind: 'not-reviewer' }) }, card: null };
  }
  switch (action.a) {
    case 'submissions.open':
    case 'submissions.queue':
    case 'submissions.decided':
      return turn(deps, { action, press, card });
    case 'submissions.accept-all': {
      if (card?.kind !== 'submissions')
        return turn(deps, { action: { ...action, a: 'submissions.open', g: 1 }, press, card });
      const { w: ids } = action;
      const done = await acceptAll(deps, { ids, reviewer: reviewer.value, eventId: press.eventId, card });
      const type = done.accepted === 0 ? 'info' : 'success';
      return withCard(deps, { type, text: acceptedAllText(done) }, card);
    }
    case 'submissions.write-return':
    case 'submissions.cancel':
      if (card?.kind !== 'submissions')
        return turn(deps, { action: { ...action, a: 'submissions.open', g: 1 }, press, card });
      await setReturning(deps, {
        card,
        id: action.a === 'submissions.write-return' ? action.s : null,
        eventId: press.eventId,
      });
      return withCard(deps, null, card);
    case 'submissions.return':
      return giveBack(deps, { action, press, card });
    case 'submissions.accept':
    case 'submissions.reopen':
    case 'submissions.split':
    case 'submissions.join':
      return decide(deps, { action, press, card }, DECISIONS[action.a]);
  }
}

const DECISIONS = {
  'submissions.accept': { kind: 'accept', reason: '' },
  'submissions.reopen': { kind: 'reopen', reason: CORRECTED },
  'submissions.split': { kind: 'split', reason: '' },
  'submissions.join': { kind: 'join', reason: '' },
} as const satisfies Record<string, Decision>;

type Decision = Pick<Parameters<typeof actOnSubmission>[1], 'kind' | 'reason' | 'reasons'>;

/** 审核报送 sends the queue; its own pages are turned on it. */
async function turn(deps: Deps, { action, press, card }: Press<z.infer<typeof SubmissionsPage>>): Promise<CardReply> {
  if (action.a !== 'submissions.open' && card?.kind === 'submissions') {
    const view = action.a === 'submissions.queue' ? 'queue' : 'decided';
    await fillSubmissions(deps, { card, view, page: action.g, eventId: press.eventId });
    return withCard(deps, null, card);
  }
  const opened = await openSubmissions(deps, press);
  if (!opened.ok) return { toast: { type: 'warning', text: submitRefusalText(opened.error) }, card: null };
  return { toast: doneToast({ kind: 'list-sent' }), card: null };
}

/** 提交 of 退回: the form comes back with what was filled in and what is missing, or closes. */
async function giveBack(deps: Deps, pressed: Press<z.infer<typeof SubmissionReview>>): Promise<CardReply> {
  const { action, press, card } = pressed;
  const submission = await deps.quotas.findSubmission(action.s);
  const read = parseReturnForm(press.form, submission?.matter ?? '');
  if (read.ok) return decide(deps, pressed, { kind: 'return', ...read.value });
  const error = returnErrorText(read.error);
  const problem: ReturnProblem = { error, values: deskValues(press.form) };
  return { toast: { type: 'warning', text: error }, card: await redrawn(deps, card, problem) };
}

async function redrawn(deps: Deps, card: SentCard | undefined, problem: ReturnProblem): Promise<CardReply['card']> {
  const fresh = card && (await deps.ledger.findCard(card.id));
  return fresh?.kind === 'submissions' ? (await drawSubmissions(deps, fresh, problem)).card : null;
}

async function decide(
  deps: Deps,
  { action, press, card }: Press<z.infer<typeof SubmissionReview>>,
  decision: Decision,
): Promise<CardReply> {
  const { actorOpenId, eventId } = press;
  const { s: submissionId, n: version } = action;
  const acted = await actOnSubmission(deps, { submissionId, version, ...decision, actorOpenId, eventId, card });
  if (!acted.ok) return refusedAct(deps, acted.error, card);
  return withCard(deps, { type: 'success', text: actDoneText(decision.kind, acted.value) }, card);
}
