import type { Instant } from '../domain/calendar/civil-date.ts';
import { WEEKLY_NUMBERS, type WeeklyNumber } from '../domain/reports/details-source.ts';
import { momentWords } from './words.ts';

/** Names of the numbers, on the card and in the JSON output. */
export const WEEKLY_NAMES: Readonly<Record<WeeklyNumber, string>> = {
  completion: '办结率',
  overdue: '逾期未办',
  closed: '上周办结',
  dueNext: '本周到期',
};

/** 口径: what each number counts, on the card and in the JSON output. */
export const WEEKLY_DEFINITIONS: Readonly<Record<WeeklyNumber, string>> = {
  completion: '已办结÷（已办结＋已到期未办结）',
  overdue: '时限已过、尚未报办结',
  closed: '上周报办结、未撤回，含逾期后办结',
  dueNext: '时限在本周、尚未报办结',
};

/** What one 件 is: the unit of every number of parts. */
export const PART_UNIT = '一个单位一项任务的一次时限计一件，报办结即计办结；没有时限、力争完成、印发前已到期的不计';

/** All definitions in one sentence. */
export function weeklyDefinitions(at: Instant): string {
  const numbers = WEEKLY_NUMBERS.map((key) => `${WEEKLY_NAMES[key]}＝${WEEKLY_DEFINITIONS[key]}`).join('；');
  return `口径：${numbers}。${PART_UNIT}。数据截至 ${momentWords(at)}。`;
}
