import { describe, expect, it } from 'vitest';
import { aQuota } from '../../../tests/support/quotas.ts';
import { allowsNil, nilReportRefusal } from './nil-report.ts';
import { mattersFor } from './quota-rule.ts';

describe('零报告', () => {
  const of = { matter: '信息', officeId: 'office-1' };
  it('is allowed where every quota of the matter takes it for an answer', () => {
    expect(nilReportRefusal([aQuota({ target: 0 }), aQuota({ matter: '会议' })], of)).toBeNull();
    const free = aQuota({ phrase: '每月报送信息1条，没有的实行零报告', target: 1 });
    expect(nilReportRefusal([free], of)).toBeNull();
    expect(nilReportRefusal([free, aQuota({ target: 2 })], of)).toMatchObject({ target: 2 });
  });
  it.each([
    ['各科室每月报送信息1条，没有的实行零报告', {}, true],
    ['每月报送信息1条；当月无突发事件的，零报告', {}, true],
    ['每月报送信息1条，没有的零报告', { scope: 'whole-plan' }, true],
    ['各科室每月报送信息1条', {}, false],
    ['各科室每月报送信息不少于1条，没有的实行零报告', {}, false],
    ['每月报送信息1条以上，没有的零报送', {}, false],
    ['每月报送信息1条，不得零报告', {}, false],
    ['每季度报送信息1条，没有的零报告', { per: 'quarter' }, false],
    ['每月报送信息1条，没有的零报告', { scope: 'whole-plan', officeIds: ['office-1', 'office-2'] }, false],
  ] as const)('%s %o: %s', (phrase, more, allowed) => {
    expect(allowsNil(aQuota({ phrase, target: 1, ...more }))).toBe(allowed);
  });
  it('is refused where any has a minimum, and names the strictest', () => {
    const rules = [aQuota({ target: 0 }), aQuota({ target: 1, per: 'year' }), aQuota({ target: 2 })];
    expect(nilReportRefusal(rules, of)).toEqual({ kind: 'minimum', target: 2, per: 'month' });
  });
  it('is not needed where nothing is asked of the office', () => {
    expect(nilReportRefusal([aQuota({ officeIds: ['office-2'] })], of)).toEqual({ kind: 'no-quota' });
  });
});

describe('the matters of 报送', () => {
  it('are those of the quotas that concern the office, those of the whole plan, and what always is', () => {
    const rules = [
      aQuota({ matter: '图文解读' }),
      aQuota({ matter: '会议', officeIds: ['office-2'] }),
      aQuota({ matter: '听取汇报', officeIds: ['office-2'], scope: 'whole-plan' }),
    ];
    expect(mattersFor(rules, ['office-1'], ['信息', '发布会'])).toEqual(['信息', '发布会', '图文解读', '听取汇报']);
    const shared = aQuota({ matter: '会议', officeIds: ['office-1', 'office-2'] });
    expect(mattersFor([shared], ['office-2', 'office-3'], [])).toEqual(['会议']);
  });
});
