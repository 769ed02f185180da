import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import { readRulesInText } from '../plan/phrases/read-rules-in-text.ts';
import { dutyWords, isLeaderDuty, proposalDue } from './leader-duty.ts';
import { matterOf } from './matter.ts';

/** The quota that the reader finds in a row, as it is counted. */
function quotaIn(taskText: string) {
  const rule = readRulesInText(taskText, { year: 2026, issuedOn: null }).rules.find(({ kind }) => kind === 'quota');
  if (rule?.kind !== 'quota') throw new Error('no quota');
  const { phrase, per, of } = rule;
  return { phrase, per, taskText, matter: matterOf(of === '' ? taskText : of) };
}

describe('a duty of leaders', () => {
  it.each([
    ['主要负责人每年至少听取1次便民公开情况汇报，研究解决问题', '主要负责人听取便民公开情况汇报'],
    ['各科室负责人每年至少听取 1 次公开工作汇报', '各科室负责人听取公开工作汇报'],
    ['发挥领导小组作用，每年至少召开一次会议，及时研究难点问题', '召开会议'],
    ['领导小组每年召开两次会议', '领导小组召开会议'],
    ['每年组织召开领导小组会议不少于2次', '组织召开领导小组会议'],
    ['全年召开政府信息公开工作推进会2次以上', '召开政府信息公开工作推进会'],
  ])('is %s', (text, words) => {
    expect(isLeaderDuty(quotaIn(text))).toBe(true);
    expect(dutyWords(quotaIn(text))).toBe(words);
  });

  it.each([
    ['各科室每年报送工作汇报1次'],
    ['每年召开2次业务培训会议'],
    ['每年至少召开1次企业座谈会议'],
    ['每年至少举办1次新闻发布会'],
    ['每年制作图文解读不少于2个'],
    ['领导小组每季度召开1次会议'],
  ])('is not %s', (text) => {
    expect(isLeaderDuty(quotaIn(text))).toBe(false);
  });

  it('of which the phrase states the number alone is named by its row', () => {
    const rule = { phrase: '每年至少1次', taskText: '主要负责人听取汇报', matter: '听取汇报', per: 'year' } as const;
    expect(isLeaderDuty(rule)).toBe(true);
    expect(dutyWords(rule)).toBe('主要负责人听取汇报');
    const mixed = { ...rule, taskText: '制作图文解读；领导小组召开会议', matter: '图文解读' };
    expect(isLeaderDuty(mixed)).toBe(false);
  });
});

describe('when days are proposed', () => {
  it.each([
    ['2026-05-14', 1, 0, null],
    ['2026-05-15', 1, 0, 'propose'],
    ['2026-07-31', 1, 0, 'propose'],
    ['2026-08-03', 1, 0, null],
    ['2026-08-15', 1, 0, 'propose-again'],
    ['2026-12-20', 1, 0, 'propose-again'],
    ['2026-08-17', 1, 1, null],
    ['2026-05-15', 2, 1, null],
    ['2026-08-17', 2, 1, 'propose-again'],
    ['2026-05-15', 4, 2, null],
    ['2026-08-17', 4, 3, null],
  ])('on %s, of %i a year with %i: %s', (today, target, registered, step) => {
    expect(proposalDue({ target, registered }, civil(today))).toBe(step);
  });
});
