import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import { monthSpan } from '../../src/domain/calendar/month.ts';
import { type Counter, countQuotas, spanKey, spansOf } from '../../src/domain/quotas/count-quotas.ts';
import type { QuotaRule } from '../../src/domain/quotas/quota-rule.ts';
import type { Submission } from '../../src/domain/quotas/submission.ts';
import { tallySubmissions } from '../../src/domain/quotas/tally.ts';
import { type MonthInput, monthlySummary } from '../../src/domain/reports/monthly-summary.ts';
import { aQuota } from './quotas.ts';

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
export const NEWS_OF_ALL = aQuota({ officeIds: [...OFFICE_NAMES.keys()] });

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
