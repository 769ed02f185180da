import { describe, expect, it } from 'vitest';
import { aCounter } from '../../../tests/support/quotas.ts';
import { civil } from '../../domain/calendar/civil-date.ts';
import { dutySection, type NudgedDuty } from './duty-section.ts';

const DAYS = [civil('2017-06-01'), civil('2017-06-13'), civil('2017-06-21')];

function aDuty(
  standing: Omit<Parameters<typeof aCounter>[0], 'rule'> = {},
  over: Partial<NudgedDuty> = {},
): NudgedDuty {
  const rule = { per: 'year', target: 1, matter: '听取汇报', phrase: '每年至少听取1次汇报' } as const;
  const counter = aCounter({ rule, ...standing });
  return { counter, officeName: null, words: '听取便民公开情况汇报', days: DAYS, ...over };
}

function shown(duties: readonly NudgedDuty[], { today = '2017-05-15', briefing = null as string | null } = {}): string {
  return JSON.stringify(dutySection(duties, briefing, { cardId: 'card-1', replaced: false, today: civil(today) }));
}

describe('请安排 on the card of the day', () => {
  it.each([
    [aDuty(), '2017-05-15', '：建议 6月1日（周四）、6月13日（周二）或 6月21日（周三）前后安排'],
    [aDuty(), '2017-06-14', '：建议 6月21日（周三）前后安排'],
    [aDuty(), '2017-06-22', '：请于 12月31日前安排'],
    [aDuty({ target: 2, accepted: 1 }), '2017-06-14', '：本年已有 1 次，还需 1 次，建议 6月21日'],
    [aDuty({ submitted: 1 }), '2017-06-14', '✓ **听取便民公开情况汇报**：已登记，会后审核采用'],
    [aDuty({ accepted: 1 }), '2017-06-14', '✓ **听取便民公开情况汇报**：本年已完成'],
    [aDuty({}, { officeName: '法规科' }), '2017-05-15', '**听取便民公开情况汇报**（法规科）：建议'],
  ])('words a duty: %#', (duty, today, words) => {
    expect(shown([duty], { today })).toContain(words);
  });

  it('registers the first day that is still to come, for the office that owes it', () => {
    expect(shown([aDuty()])).toContain('"r":"rule-1","o":"office-1","d":"2017-06-01"');
    expect(shown([aDuty()], { today: '2017-06-14' })).toContain('"d":"2017-06-21"');
    expect(shown([aDuty({ officeId: null }, { days: [] })])).toContain('"r":"rule-1"}');
  });

  it('offers 汇报材料 to whoever may have it, as long as anything is to be arranged', () => {
    expect(shown([aDuty()])).not.toContain('下载汇报材料');
    expect(shown([aDuty()], { briefing: '2017-04' })).toContain('"k":"summary","m":"2017-04"');
    expect(shown([aDuty({ submitted: 1 })], { briefing: '2017-04' })).not.toContain('下载汇报材料');
  });

  it('has three lines at most and counts the rest; without duties there is nothing', () => {
    expect(shown([aDuty(), aDuty(), aDuty(), aDuty(), aDuty()])).toContain('还有 2 项');
    expect(shown([])).toBe('[]');
  });
});
