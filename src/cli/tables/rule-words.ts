import { assertNever } from '../../domain/invariant.ts';
import type { Period, Rule } from '../../domain/plan/rule.ts';

const PERIODS: Readonly<Record<Period, string>> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  half_year: '每半年',
  year: '每年',
};
const UNITS = { working_day: '个工作日', day: '天', hour: '小时' } as const;
const CADENCES = { month: '每月', quarter: '每季度', year: '每年' } as const;

/** How a rule was understood, in a few words. */
export function ruleWords(rule: Rule): string {
  switch (rule.kind) {
    case 'by':
      return `${rule.on} 前${rule.soft ? '（力争）' : ''}`;
    case 'every':
      return `${PERIODS[rule.period]}${rule.due ? ` ${rule.due}` : ''}${rule.assumed ? '（周期为暂定）' : ''}`;
    case 'within':
      return `${rule.event}${rule.before ? '前' : '起'} ${rule.n} ${UNITS[rule.unit]}${rule.before ? '' : '内'}`;
    case 'standing':
      return `长期（${CADENCES[rule.cadence]}确认）`;
    case 'awaiting':
      return `待定${rule.issuer ? `（${rule.issuer}）` : ''}${rule.document ? `（${rule.document}）` : ''}`;
    case 'from':
      return `${rule.on} 起`;
    case 'quota':
      return `${PERIODS[rule.per]}${rule.atLeast ? '不少于' : ''} ${rule.count} ${rule.of}`;
    case 'rate':
      return `${rule.of} ≥ ${rule.min}%`;
    default:
      return assertNever(rule);
  }
}
