import { type CivilDate, civil, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { addWorkingDays } from '../../src/domain/calendar/working-calendar.ts';
import { foldActs } from '../../src/domain/quotas/close-period.ts';
import { type Counter, countQuotas, spanKey, spansOf } from '../../src/domain/quotas/count-quotas.ts';
import { NEWS } from '../../src/domain/quotas/matter.ts';
import type { QuotaRule } from '../../src/domain/quotas/quota-rule.ts';
import type { Submission, SubmissionAct } from '../../src/domain/quotas/submission.ts';
import { tallySubmissions } from '../../src/domain/quotas/tally.ts';
import { monthSpan } from '../../src/domain/reports/month.ts';
import { type MonthInput, monthlySummary } from '../../src/domain/reports/monthly-summary.ts';
import { CALENDAR } from './parts.ts';

/** Twelve offices in the order of the offices file. */
export const OFFICES = [
  '办公室',
  '政策研究处',
  '数据资源处',
  '审计处',
  '法规处',
  '人事处',
  '财务处',
  '监督检查处',
  '信息中心',
  '服务大厅',
  '宣传处',
  '后勤中心',
] as const;

export const OFFICE_NAMES = new Map(OFFICES.map((name, index) => [`office-${index + 1}`, name]));

/** Every office two items of news a month. */
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
    officeIds: [...OFFICE_NAMES.keys()],
    ...over,
  };
}

let serial = 0;

/** A submission of `office-1` about a day; `acts` are kinds with their moments, oldest first. */
export function aSubmission(
  eventOn: string,
  over: Partial<Submission> & { readonly done?: readonly (readonly [SubmissionAct['kind'], string])[] } = {},
): Submission {
  const { done = [], ...given } = over;
  serial += 1;
  const on: CivilDate = civil(eventOn);
  const acts = done.map(([kind, at], index): SubmissionAct => {
    const reason = kind === 'return' ? '与已采用的重复' : '';
    return { id: `act-${serial}-${index}`, at: instantOf(at), personId: 'p-1', personName: '孙静', kind, reason };
  });
  const submission: Submission = {
    id: `submission-${serial}`,
    matter: NEWS,
    title: `${eventOn} 工作动态`,
    isNil: false,
    link: null,
    file: null,
    eventOn: on,
    officeId: 'office-1',
    jointOfficeIds: [],
    submittedAt: instantOf(`${eventOn}T16:00+08:00`),
    personId: 'p-2',
    personName: '张敏',
    promptBy: addWorkingDays(CALENDAR, on, 1),
    state: 'submitted',
    credits: [],
    decidedAt: null,
    version: 1,
    acts,
    ...given,
  };
  return { ...submission, ...foldActs(submission, acts) };
}

/** Counters of a month from its submissions, the way the program forms them. */
export function countersOf(
  rules: readonly QuotaRule[],
  submissions: readonly Submission[],
  month: string,
): readonly Counter[] {
  const on = monthSpan(month).to;
  const tallies = new Map(spansOf(rules, on).map((span) => [spanKey(span), tallySubmissions(submissions, span)]));
  return countQuotas({ rules, tallies, on });
}

/** What a month's summary is formed from, all numbers from the submissions given. */
export function aMonth(
  month: string,
  {
    rules,
    submissions,
    ...over
  }: Partial<MonthInput> & { readonly rules: readonly QuotaRule[]; readonly submissions: readonly Submission[] },
): MonthInput {
  const span = monthSpan(month);
  return {
    month,
    at: instantOf('2017-12-06T09:00+08:00'),
    parts: [],
    counters: countersOf(rules, submissions, month),
    officeNames: OFFICE_NAMES,
    tallies: tallySubmissions(submissions, span),
    records: submissions,
    press: submissions.filter(({ matter, state, eventOn }) => {
      return matter === '发布会' && state === 'accepted' && span.from <= eventOn && eventOn <= span.to;
    }),
    before: [],
    rates: [],
    rateEntries: [],
    corrections: [],
    ...over,
  };
}

export function figuresOf(month: string, given: Parameters<typeof aMonth>[1]) {
  return monthlySummary(aMonth(month, given));
}
