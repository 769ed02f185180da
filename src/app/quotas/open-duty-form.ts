import { LONGEST_SUBMISSION_TITLE } from '../../cards/quotas/submission-form.ts';
import type { SubmitRefusal } from '../../cards/quotas/submission-text.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import { type Outcome, ok } from '../../domain/outcome.ts';
import { dutyWords } from '../../domain/quotas/leader-duty.ts';
import type { SubmissionDraft } from '../../domain/quotas/submission-draft.ts';
import type { Deps } from '../deps.ts';
import { loadQuotas } from './load-counters.ts';
import { blankDraft, sendForm } from './open-submission.ts';
import { loadSubmitter } from './submitter.ts';

type Needs = Pick<Deps, 'clock' | 'ids' | 'ledger' | 'quotas' | 'directory' | 'settings'>;

/**
 * 登记日期 of a duty of leaders: the form of 报送 with the duty's words and the proposed day filled in, to be changed before it is
 * sent. A day that is over by now is left out; a rule that holds no more leaves the form blank.
 *
 * @param request.officeId null where the whole plan counts together
 */
export async function openDutyForm(
  deps: Needs,
  request: {
    readonly actorOpenId: string;
    readonly eventId: string;
    readonly ruleId: string;
    readonly officeId: string | null;
    readonly on: CivilDate | null;
  },
): Promise<Outcome<null, SubmitRefusal>> {
  const submitter = await loadSubmitter(deps, request.actorOpenId);
  if (!submitter.ok) return submitter;
  const today = civilDateOf(deps.clock.now());
  const { rules } = await loadQuotas(deps);
  const rule = rules.find(({ ruleId }) => ruleId === request.ruleId);
  const own = submitter.value.offices.find(({ id }) => id === request.officeId);
  const draft: SubmissionDraft = {
    ...blankDraft(submitter.value, today),
    ...(own && { officeId: own.id }),
    ...(rule && {
      matter: rule.matter,
      title: Array.from(dutyWords(rule)).slice(0, LONGEST_SUBMISSION_TITLE).join(''),
      date: request.on !== null && request.on >= today ? request.on : '',
    }),
  };
  await sendForm(deps, { submitter: submitter.value, eventId: request.eventId, draft });
  return ok(null);
}
