import { describe, expect, it } from 'vitest';
import { civil } from '../../domain/calendar/civil-date.ts';
import { periodAt } from '../../domain/ledger/periods.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import type { QuotaRule } from '../../domain/quotas/quota-rule.ts';
import { type NudgesView, nudgeSection, nudgesLeft } from './nudge-section.ts';

const RULE: QuotaRule = {
  ruleId: 'rule-1',
  taskId: 'task-1',
  planId: 'plan-1',
  taskNo: '5',
  taskText: '报送信息',
  phrase: '每月不少于2条',
  matter: '信息',
  target: 2,
  per: 'month',
  scope: 'each-office',
  officeIds: ['office-1'],
};

function aCounter(rule: Partial<QuotaRule> = {}, standing: Partial<Counter> = {}): Counter {
  const whole = { ...RULE, ...rule };
  const period = periodAt(whole.per, civil('2017-11-21'));
  const nothing = { submitted: 0, accepted: 0, returned: 0, late: 0, met: false };
  return { rule: whole, officeId: 'office-1', period, target: whole.target, ...nothing, ...standing };
}

function shown(view: Partial<NudgesView>, today = '2017-11-21'): string {
  const place = { cardId: 'card-1', replaced: false, today: civil(today) };
  return JSON.stringify(nudgeSection({ counters: [], returned: [], rates: null, ...view }, place));
}

describe('本月报送 on the card of the day', () => {
  it.each([
    [aCounter(), '**信息**：采用 0/2，还差 2 条，请于 11月30日前报送'],
    [aCounter({}, { submitted: 1 }), '采用 0/2，待审核 1 条，还需 1 条，请于 11月30日前报送'],
    [aCounter({}, { submitted: 2 }), '采用 0/2，待审核 2 条，采用后达标'],
    [aCounter({}, { submitted: 2, accepted: 2, met: true }), '✓ **信息**：采用 2/2，已达标'],
    [aCounter({ matter: '图文解读', per: 'year' }), '**图文解读**（本年）：采用 0/2，还差 2 个，请于 12月31日前报送'],
    [aCounter({ matter: '发布会' }, { officeId: null }), '**发布会**（全局）：采用 0/2，还差 2 场'],
  ])('words a counter: %#', (counter, words) => {
    expect(shown({ counters: [{ counter, officeName: null }] })).toContain(words);
  });

  it('names the office of somebody who answers for several, and no day that is over', () => {
    const counters = [{ counter: aCounter(), officeName: '法规科' }];
    expect(shown({ counters })).toContain('**信息**（法规科）');
    expect(shown({ counters }, '2017-12-01')).toContain('还差 2 条，本期已结束');
    expect(shown({ counters }, '2017-12-01')).not.toContain('去报送');
  });

  it('has three lines at most and counts the rest, of counters and of what was returned', () => {
    const counters = ['信息', '发布会', '图文解读', '会议', '听取汇报'].map((matter) => ({
      counter: aCounter({ matter }),
      officeName: null,
    }));
    expect(shown({ counters })).not.toContain('会议');
    expect(shown({ counters })).toContain('还有 2 项');
    const returned = [1, 2, 3, 4].map((n) => ({
      submissionId: `s-${n}`,
      title: `第 ${n} 条`,
      reason: '链接打不开',
      settled: n === 1,
    }));
    expect(shown({ returned })).toContain('退回 3 条，请改后再报');
    expect(shown({ returned })).toContain('✓ 第 1 条：已处理');
    expect(shown({ returned })).toContain('还有 1 项');
    expect(nudgesLeft({ counters, returned, rates: { month: '2017-10', missing: ['网上办理率'] } })).toBe(
      '信息还差 2 条等 5 项，退回 3 条待改，比率 1 项待填',
    );
  });

  it('says nothing where nothing was told, and has nothing left once all is done', () => {
    expect(nudgeSection(null, { cardId: 'card-1', replaced: false, today: civil('2017-11-21') })).toEqual([]);
    const met = { counter: aCounter({}, { accepted: 2, met: true }), officeName: null };
    expect(nudgesLeft({ counters: [met], returned: [], rates: { month: '2017-10', missing: [] } })).toBe('');
    expect(shown({ rates: { month: '2017-10', missing: [] } })).toContain('✓ 10月比率已填报');
  });
});
