import { describe, expect, it } from 'vitest';
import { aQuota } from '../../../tests/support/quotas.ts';
import { civil } from '../calendar/civil-date.ts';
import { countQuotas, spanKey, spansOf } from './count-quotas.ts';
import type { QuotaRule } from './quota-rule.ts';
import type { Tally } from './tally.ts';

const NEWS = aQuota({ officeIds: ['a', 'b', 'c'] });
const PRESS = aQuota({
  ruleId: 'press',
  matter: '发布会',
  per: 'quarter',
  scope: 'whole-plan',
  officeIds: ['a'],
});
const APRIL = { from: civil('2026-04-01'), to: civil('2026-04-30') };
const SECOND_QUARTER = { from: civil('2026-04-01'), to: civil('2026-06-30') };

function tally(over: Partial<Tally>): Tally {
  return { matter: '信息', officeId: 'a', submitted: 0, accepted: 0, returned: 0, late: 0, nil: 0, ...over };
}

function count(rules: readonly QuotaRule[], april: readonly Tally[], quarter: readonly Tally[] = []) {
  const tallies = new Map([
    [spanKey(APRIL), april],
    [spanKey(SECOND_QUARTER), quarter],
  ]);
  return countQuotas({ rules, tallies, on: civil('2026-04-17') });
}

describe('a quota', () => {
  it('of each office has a counter for every office that owes it, in their order, also for those with nothing', () => {
    const counters = count([NEWS], [tally({ officeId: 'c', submitted: 3, accepted: 2, returned: 1 })]);
    expect(counters.map(({ officeId, accepted, submitted, met }) => [officeId, accepted, submitted, met])).toEqual([
      ['a', 0, 0, false],
      ['b', 0, 0, false],
      ['c', 2, 3, true],
    ]);
  });

  it('counts only what was accepted: what waits or was returned does not reach it', () => {
    const [counter] = count([NEWS], [tally({ submitted: 5, accepted: 1, returned: 2 })]);
    expect(counter).toMatchObject({ submitted: 5, accepted: 1, met: false });
  });

  it('that takes 零报告 for an answer is met by it, and by nothing else', () => {
    const free = { ...NEWS, target: 1, phrase: '各科室每月报送信息1条，没有的实行零报告' };
    const met = (rule: QuotaRule) => count([rule], [tally({ nil: 1 })]).map((counter) => counter.met);
    expect(met(free)).toEqual([true, false, false]);
    expect(met({ ...free, phrase: '各科室每月报送信息不少于1条' })).toEqual([false, false, false]);
    expect(met({ ...free, scope: 'whole-plan' })).toEqual([false]);
  });

  it('counts nothing of another matter', () => {
    const press = tally({ matter: '发布会', submitted: 9, accepted: 9 });
    expect(count([NEWS], [tally({ submitted: 1, accepted: 1 }), press])[0]).toMatchObject({
      submitted: 1,
      accepted: 1,
    });
  });

  it('of the whole plan counts what any office did, in its own period', () => {
    const elsewhere = tally({ matter: '发布会', officeId: 'z', submitted: 1, accepted: 1 });
    const own = tally({ matter: '发布会', submitted: 2, accepted: 1, returned: 1 });
    const counters = count([NEWS, PRESS], [], [own, elsewhere]);
    expect(counters.at(-1)).toMatchObject({ officeId: null, submitted: 3, accepted: 2, met: true });
    expect(counters.at(-1)?.period.key).toBe('2026-Q2');
  });

  it('of thirds is reached by three thirds', () => {
    const rule = { ...PRESS, target: 1 };
    const thirds = ['a', 'b', 'c'].map((officeId) =>
      tally({ matter: '发布会', officeId, submitted: 1 / 3, accepted: 1 / 3 }),
    );
    expect(count([rule], [], thirds)[0]).toMatchObject({ accepted: 1, met: true });
  });

  it('asks for the tallies of each length of period once', () => {
    expect(spansOf([NEWS, PRESS, { per: 'month' }], civil('2026-04-17'))).toEqual([APRIL, SECOND_QUARTER]);
  });
});
