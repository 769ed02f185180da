import { describe, expect, it } from 'vitest';
import { aCounter } from '../../../tests/support/quotas.ts';
import { civil } from '../../domain/calendar/civil-date.ts';
import { type NudgesView, nudgeSection, nudgesLeft } from './nudge-section.ts';

const NOTHING: NudgesView = { counters: [], duties: [], briefing: null, returned: [], rates: null };

function shown(view: Partial<NudgesView>, today = '2017-11-21'): string {
  const place = { cardId: 'card-1', replaced: false, today: civil(today) };
  return JSON.stringify(nudgeSection({ ...NOTHING, ...view }, place));
}

describe('本月报送 on the card of the day', () => {
  it.each([
    [aCounter(), '**信息**：采用 0/2，还差 2 条，请于 11月30日前报送'],
    [aCounter({ submitted: 1 }), '采用 0/2，待审核 1 条，还需 1 条，请于 11月30日前报送'],
    [aCounter({ submitted: 2 }), '采用 0/2，待审核 2 条，采用后达标'],
    [aCounter({ accepted: 2 }), '✓ **信息**：采用 2/2，已达标'],
    [
      aCounter({ rule: { matter: '图文解读', per: 'year' } }),
      '**图文解读**（本年）：采用 0/2，还差 2 个，请于 12月31日前报送',
    ],
    [aCounter({ rule: { matter: '发布会' }, officeId: null }), '**发布会**（全局）：采用 0/2，还差 2 场'],
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
      counter: aCounter({ rule: { matter } }),
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
    expect(nudgesLeft({ ...NOTHING, counters, returned, rates: { month: '2017-10', missing: ['网上办理率'] } })).toBe(
      '信息还差 2 条等 5 项，退回 3 条待改，比率 1 项待填',
    );
  });

  it('says nothing where nothing was told, and has nothing left once all is done', () => {
    expect(nudgeSection(null, { cardId: 'card-1', replaced: false, today: civil('2017-11-21') })).toEqual([]);
    const met = { counter: aCounter({ accepted: 2 }), officeName: null };
    expect(nudgesLeft({ ...NOTHING, counters: [met], rates: { month: '2017-10', missing: [] } })).toBe('');
    expect(shown({ rates: { month: '2017-10', missing: [] } })).toContain('✓ 10月比率已填报');
  });
});
