import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { aTask } from '../../../tests/support/stored-plan.ts';
import type { DraftOffice } from '../plan/import-report.ts';
import type { Rule } from '../plan/rule.ts';
import { quotaRulesOf, rateRulesOf } from './quota-rule.ts';

const DIRECTORY = aDirectory({ 办公室: { rosters: ['各处室'] }, 法规处: { rosters: ['各处室'] }, 信息中心: {} });
const PLANS = [
  { id: 'plan-1', state: 'published' },
  { id: 'plan-2', state: 'published' },
] as const;

const by = (name: string): DraftOffice => ({ name, role: 'responsible', fanOut: null, inferred: false });
const NEWS: Rule = {
  kind: 'quota',
  count: 2,
  per: 'month',
  of: '政务信息',
  scope: 'each-office',
  atLeast: true,
  phrase: '每月报送信息不少于2条',
  place: 'text',
};
const ONLINE: Rule = { kind: 'rate', min: 70, of: '网上办理', phrase: '网上办理率不低于70%', place: 'text' };
const DUE: Rule = { kind: 'standing', cadence: 'year', phrase: '长期坚持', place: 'deadline-cell' };

const row = (order: number, rules: readonly Rule[], offices = [by('法规处')], planId = 'plan-1') =>
  aTask({
    order,
    planId,
    offices,
    rules,
    ruleIds: rules.map(({ kind }) => `${kind}-${order + 1}`),
    text: `第${order + 1}项`,
  });

describe('the quotas and rates of the plans in force', () => {
  it('are the numbers among the rules of a row, each with its own id, and nothing else of it', () => {
    const tasks = [row(0, [DUE, NEWS, ONLINE]), row(1, [DUE])];
    expect(quotaRulesOf(PLANS, tasks, DIRECTORY)).toEqual([
      {
        ruleId: 'quota-1',
        taskId: 'task-1',
        planId: 'plan-1',
        taskNo: '1',
        taskText: '第1项',
        phrase: '每月报送信息不少于2条',
        matter: '信息',
        target: 2,
        per: 'month',
        scope: 'each-office',
        officeIds: ['office-2'],
        leadIds: [],
      },
    ]);
    expect(rateRulesOf(PLANS, tasks, DIRECTORY)).toMatchObject([{ ruleId: 'rate-1', min: 70, of: '网上办理' }]);
  });

  it('are in the order of the plans, of no draft, and each of its own plan', () => {
    const tasks = [row(1, [NEWS], undefined, 'plan-2'), row(0, [NEWS])];
    const ofPlans = (plans: Parameters<typeof quotaRulesOf>[0]) =>
      quotaRulesOf(plans, tasks, DIRECTORY).map(({ planId, ruleId }) => `${planId} ${ruleId}`);
    expect(ofPlans(PLANS)).toEqual(['plan-1 quota-1', 'plan-2 quota-2']);
    expect(ofPlans([PLANS[0], { id: 'plan-2', state: 'draft' }])).toEqual(['plan-1 quota-1']);
  });

  it('name the offices that owe them in the order of the offices file', () => {
    const named = [row(0, [NEWS], [by('信息中心'), by('办公室'), by('法规处')])];
    expect(quotaRulesOf(PLANS, named, DIRECTORY)[0]?.officeIds).toEqual(['office-1', 'office-2', 'office-3']);
  });

  it('know which of the offices lead the row', () => {
    const led = [row(0, [NEWS], [by('信息中心'), { ...by('办公室'), role: 'lead' }])];
    expect(quotaRulesOf(PLANS, led, DIRECTORY)[0]?.leadIds).toEqual(['office-1']);
  });

  it('count what the row is about where the phrase does not name it', () => {
    const unnamed = { ...row(0, [{ ...NEWS, of: '' }]), text: '办好新闻发布会' };
    expect(quotaRulesOf(PLANS, [unnamed], DIRECTORY)[0]?.matter).toBe('发布会');
  });
});
