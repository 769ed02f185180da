import { type CivilDate, yearOf } from '../domain/calendar/civil-date.ts';
import { assertNever } from '../domain/invariant.ts';
import type { Period, Rule } from '../domain/plan/rule.ts';
import { matterOf } from '../domain/quotas/matter.ts';
import { unitOf } from './quotas/quota-words.ts';
import { dayWords } from './words.ts';

const PERIODS: Readonly<Record<Period, string>> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  half_year: '每半年',
  year: '每年',
};
const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;
const UNITS = { working_day: '个工作日', day: '天', hour: '小时' } as const;
const CADENCES = { month: '每月', quarter: '每季度', year: '每年' } as const;

/** How a rule was understood, in a few words. */
export function ruleWords(rule: Rule): string {
  switch (rule.kind) {
    case 'by':
      return `${fullDayWords(rule.on)}前${rule.soft ? '（力争）' : ''}`;
    case 'every':
      return `${PERIODS[rule.period]}${dueWords(rule.period, rule.due)}${rule.assumed ? '（周期为暂定）' : ''}`;
    case 'within':
      return withinWords(rule);
    case 'standing':
      return `长期（${CADENCES[rule.cadence]}确认）`;
    case 'awaiting':
      return `待定${rule.issuer ? `（${rule.issuer}）` : ''}${rule.document ? `（${rule.document}）` : ''}`;
    case 'from':
      return `${fullDayWords(rule.on)}起`;
    case 'quota':
      return `${PERIODS[rule.per]}${rule.atLeast ? '不少于' : ''} ${rule.count} ${unitOf(matterOf(rule.of))}${rule.of}`;
    case 'rate':
      return `${rule.of} ≥ ${rule.min}%`;
    default:
      return assertNever(rule);
  }
}

/** `n` 0 is any time before the event (决策前), or its own day (同步). */
function withinWords({ event, n, unit, before }: Extract<Rule, { kind: 'within' }>): string {
  const start = event === '' ? '事项发生' : event;
  if (n === 0) return before ? `${start}前` : `${start}当日`;
  return before ? `${start}前 ${n} ${UNITS[unit]}` : `${start}起 ${n} ${UNITS[unit]}内`;
}

function fullDayWords(date: CivilDate): string {
  return `${yearOf(date)}年${dayWords(date)}`;
}

/** The day in a period, as `due` of an `every` rule writes it: `每月` + `25日前`, `每年` + `1月底前`, `每季度` + `第3个月10日前`. */
function dueWords(period: Period, due: string | null): string {
  if (due === null) return '';
  if (period === 'week') return `${WEEKDAYS[Number(due) - 1] ?? ''}前`;
  const [day = '', month] = due.split('-').reverse();
  const dayIn = day === 'end' ? '底前' : `${Number(day)}日前`;
  if (month === undefined) return dayIn;
  return period === 'year' ? `${Number(month)}月${dayIn}` : `第${Number(month)}个月${dayIn}`;
}

/** What a kind of rule is called in counts. */
export const RULE_KIND_WORDS: Readonly<Record<Rule['kind'], string>> = {
  by: '限期完成',
  every: '周期任务',
  within: '按事项计时',
  standing: '长期坚持',
  awaiting: '时限待定',
  from: '起始日期',
  quota: '数量指标',
  rate: '比率指标',
};
