import { describe, expect, it } from 'vitest';
import { mattersFor, nilReportRefusal } from './nil-report.ts';
import type { QuotaRule } from './quota-rule.ts';

function aRule(more: Partial<QuotaRule>): QuotaRule {
  return {
    ruleId: 'r-1',
    taskId: 't-1',
    planId: 'plan-1',
    taskNo: '1',
    taskText: '报送信息',
    phrase: '每月不少于2条',
    matter: '信息',
    target: 2,
    per: 'month',
    scope: 'each-office',
    officeIds: ['office-1'],
    ...more,
  };
}

describe('零报告', () => {
  const of = { matter: '信息', officeId: 'office-1' };
  it('is allowed where every quota of the matter allows nought', () => {
    expect(nilReportRefusal([aRule({ target: 0 }), aRule({ matter: '会议' })], of)).toBeNull();
  });
  it('is refused where any has a minimum, and names the strictest', () => {
    const rules = [aRule({ target: 0 }), aRule({ target: 1, per: 'year' }), aRule({ target: 2 })];
    expect(nilReportRefusal(rules, of)).toEqual({ kind: 'minimum', target: 2, per: 'month' });
  });
  it('is not needed where nothing is asked of the office', () => {
    expect(nilReportRefusal([aRule({ officeIds: ['office-2'] })], of)).toEqual({ kind: 'no-quota' });
  });
});

describe('the matters of 报送', () => {
  it('are those of the quotas that concern the office, those of the whole plan, and what always is', () => {
    const rules = [
      aRule({ matter: '图文解读' }),
      aRule({ matter: '会议', officeIds: ['office-2'] }),
      aRule({ matter: '听取汇报', officeIds: ['office-2'], scope: 'whole-plan' }),
    ];
    expect(mattersFor(rules, ['office-1'], ['信息', '发布会'])).toEqual(['信息', '发布会', '图文解读', '听取汇报']);
  });
});
