import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { Period } from '../../domain/plan/rule.ts';
import type { Counter } from '../../domain/quotas/count-quotas.ts';
import { PRESS } from '../../domain/quotas/matter.ts';
import { hundredths } from '../../domain/quotas/tally.ts';
import { periodWords } from '../period-words.ts';
import { clip } from '../words.ts';

const UNITS: Readonly<Record<string, string>> = {
  信息: '条',
  [PRESS]: '场',
  图文解读: '个',
  会议: '次',
  听取汇报: '次',
  公众开放日: '次',
};

/** What something is counted in: 2 条, 1 场. */
export function unitOf(matter: string): string {
  return UNITS[matter] ?? '件';
}

const THIS: Readonly<Record<Period, string>> = {
  week: '本周',
  month: '本月',
  quarter: '本季度',
  half_year: '本半年',
  year: '本年',
};

/** `本月`, `10月`: the period of a counter, from where somebody reads. */
export function counterPeriodWords({ period, rule }: Counter, today: CivilDate): string {
  return period.startsOn <= today && today <= period.endsOn ? THIS[rule.per] : periodWords(period.key);
}

/** `本月 信息 采用 1/2（还差 1 条）`; a quota of the whole plan is a sum: `本月 发布会合计 采用 1/2`. */
export function counterWords(counter: Counter, today: CivilDate): string {
  const { accepted, target, officeId, rule } = counter;
  const matter = `${clip(rule.matter, 12)}${officeId === null ? '合计' : ''}`;
  return `${counterPeriodWords(counter, today)} ${matter} 采用 ${accepted}/${target}（${gapWords(counter)}）`;
}

/** `还差 1 条`, `已达标`, `已零报告`. */
export function gapWords({ accepted, target, met, rule }: Counter): string {
  if (met && accepted < target) return '已零报告';
  return met ? '已达标' : `还差 ${hundredths(target - accepted)} ${unitOf(rule.matter)}`;
}

/** `11月`, from `2017-11`. */
export function monthWords(month: string): string {
  return periodWords(month);
}

/** Under every number of 报送. */
export const SUBMISSION_DEFINITION =
  '口径：按活动日期计入当期；采用＝审核采用的，联合报送计牵头报送单位，拆分的均分；报送＝未撤回的全部；次月第三个工作日后的变动列为更正。';
