import { civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { addWorkingDays } from '../../src/domain/calendar/working-calendar.ts';
import { periodAt } from '../../src/domain/ledger/periods.ts';
import { foldActs } from '../../src/domain/quotas/close-period.ts';
import type { Counter } from '../../src/domain/quotas/count-quotas.ts';
import { NEWS } from '../../src/domain/quotas/matter.ts';
import type { QuotaRule } from '../../src/domain/quotas/quota-rule.ts';
import type { Submission, SubmissionAct } from '../../src/domain/quotas/submission.ts';
import { CALENDAR } from './parts.ts';

/** `office-1` owes two items of news a month. */
export function aQuota(over: Partial<QuotaRule> = {}): QuotaRule {
  return {
    ruleId: 'rule-1',
    taskId: 'task-1',
    planId: 'plan-1',
    taskNo: '1',
    taskText: '报送政务信息',
    phrase: '各处室每月报送信息不少于2条',
    matter: NEWS,
    target: 2,
    per: 'month',
    scope: 'each-office',
    officeIds: ['office-1'],
    leadIds: [],
    ...over,
  };
}

/** Where `office-1` stands in the period of a day: at nothing; what was accepted was also submitted. */
export function aCounter(
  { rule: words, ...over }: Partial<Omit<Counter, 'rule'>> & { readonly rule?: Partial<QuotaRule> } = {},
  on = '2017-11-21',
): Counter {
  const rule = aQuota(words);
  const { accepted = 0, target = rule.target } = over;
  return {
    rule,
    officeId: 'office-1',
    period: periodAt(rule.per, civil(on)),
    target,
    submitted: accepted,
    accepted,
    returned: 0,
    late: 0,
    met: accepted >= target,
    ...over,
  };
}

/** What a reviewer or an office did about a submission, when, and why. */
export type Done = readonly [
  kind: SubmissionAct['kind'],
  at: string,
  reason?: string | undefined,
  reasons?: SubmissionAct['reasons'] | undefined,
];

/**
 * An item of news of `office-1` about a day, submitted at 16:00 of it.
 *
 * @param over.done what happened to it since, oldest first: its state and its credits follow
 */
export function aSubmission(
  eventOn: string,
  { done, ...given }: Partial<Submission> & { readonly done?: readonly Done[] } = {},
): Submission {
  serial += 1;
  const { id = `submission-${serial}`, officeId = 'office-1' } = given;
  const submission: Submission = {
    id,
    matter: NEWS,
    title: `${eventOn} 工作动态`,
    isNil: false,
    link: null,
    file: null,
    eventOn: civil(eventOn),
    officeId,
    jointOfficeIds: [],
    submittedAt: instantOf(`${eventOn}T16:00+08:00`),
    personId: 'person-1',
    personName: '张敏',
    promptBy: addWorkingDays(CALENDAR, civil(eventOn), 1),
    state: 'submitted',
    credits: [officeId],
    decidedAt: null,
    version: 1,
    acts: [],
    ...given,
  };
  if (!done) return submission;
  const acts = done.map(
    ([kind, at, reason = '', reasons = []], index): SubmissionAct => ({
      id: `${id}-${index + 1}`,
      at: instantOf(at),
      personId: 'person-2',
      personName: '孙静',
      kind,
      reason,
      reasons,
    }),
  );
  return { ...submission, ...foldActs(submission, acts), acts };
}

let serial = 0;
