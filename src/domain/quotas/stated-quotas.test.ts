import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import { statedQuotas } from './stated-quotas.ts';

const PLAN = { id: 'plan-1', year: 2026, issuedOn: civil('2026-01-10') };

const stated = (text: string | null, kind = 'unassigned-rule') =>
  statedQuotas(PLAN, [{ id: 'issue-1', kind, phrases: text === null ? [] : [{ text, place: '第 9 段' }] }]);

describe('a quota that only the prose of a plan states', () => {
  it('is counted for the offices that its sentence names, under the id of its 疑点', () => {
    const [row] = stated('各处室（单位）每月报送信息不少于2条。');
    expect(row).toMatchObject({ id: 'issue-1', planId: 'plan-1', ruleIds: ['issue-1'], source: { place: '第 9 段' } });
    expect(row?.offices.map(({ name }) => name)).toEqual(['各处室（单位）']);
    expect(row?.rules).toMatchObject([{ kind: 'quota', count: 2, per: 'month', scope: 'each-office' }]);
  });

  it.each([
    ['names nobody', '每月报送信息不少于2条。'],
    ['states no number', '各处室每月底前报送工作小结。'],
    ['is missing', null],
  ])('is nobody’s where the sentence %s', (_, text) => {
    expect(stated(text)).toEqual([]);
  });

  it('is read from no other 疑点', () => {
    expect(stated('各处室每月报送信息不少于2条。', 'unknown-office')).toEqual([]);
  });
});
