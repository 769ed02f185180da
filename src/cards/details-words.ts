import type { Instant } from '../domain/calendar/civil-date.ts';
import {
  type DetailsSource,
  isSummaryNumber,
  isWeeklyNumber,
  type ReportNumber,
} from '../domain/reports/details-source.ts';
import type { GroupName } from '../domain/reports/listing.ts';
import { plain } from './escape-markdown.ts';
import { MONTH_CLOSE, MONTHLY_DEFINITIONS, MONTHLY_NAMES } from './monthly-definitions.ts';
import { areaWords, fullMonthWords } from './monthly-text.ts';
import { periodWords } from './period-words.ts';
import { unitOf } from './quotas/quota-words.ts';
import { PART_UNIT, WEEKLY_DEFINITIONS, WEEKLY_NAMES } from './weekly-definitions.ts';
import { clip, momentWords } from './words.ts';

/** What a card of details says of its report and of the number that it lists. */
export interface DetailsWords {
  /** `周报明细`, `2017年11月明细` */
  readonly report: string;
  /** `周报`, `汇总` */
  readonly short: string;
  readonly nameOf: (number: ReportNumber) => string;
  /** Of what the list is. */
  readonly title: (number: ReportNumber) => string;
  readonly unit: (number: ReportNumber) => string;
  readonly definition: (number: ReportNumber) => string;
}

const WEEK: DetailsWords = {
  report: '周报明细',
  short: '周报',
  nameOf: (number) => (isWeeklyNumber(number) ? WEEKLY_NAMES[number] : ''),
  // The list behind the rate is what it is a share of.
  title: (number) => (number === 'completion' ? '办结率（分母）' : WEEK.nameOf(number)),
  unit: () => '件',
  definition: (number) =>
    isWeeklyNumber(number) ? `${WEEK.title(number)}：${WEEKLY_DEFINITIONS[number]}。${PART_UNIT}。` : '',
};

function nameInMonth(number: ReportNumber): string {
  if (number === 'others') return '其他指标';
  return isSummaryNumber(number) ? MONTHLY_NAMES[number] : '';
}

function unitInMonth(number: ReportNumber): string {
  if (number === 'press') return '场';
  return number === 'submitted' || number === 'accepted' || number === 'late' ? '条' : '件';
}

const OF_PARTS: readonly ReportNumber[] = ['overdue', 'closed', 'onTime'];

function definitionInMonth(number: ReportNumber): string {
  if (number === 'others') return `其他指标：${MONTHLY_DEFINITIONS.accepted}。`;
  if (!isSummaryNumber(number)) return '';
  const own = `${MONTHLY_NAMES[number]}：${MONTHLY_DEFINITIONS[number]}`;
  if (!OF_PARTS.includes(number)) return `${own}。${MONTH_CLOSE}。`;
  return `${own}；${MONTHLY_NAMES.onTimeRate}＝${MONTHLY_DEFINITIONS.onTimeRate}。${PART_UNIT}。`;
}

export function detailsWords(source: DetailsSource): DetailsWords {
  if (source.kind === 'week') return WEEK;
  return {
    report: `${fullMonthWords(source.month)}明细`,
    short: '汇总',
    nameOf: nameInMonth,
    title: nameInMonth,
    unit: unitInMonth,
    definition: definitionInMonth,
  };
}

/** Of which instant the rows are, and where that is not what the report says. */
export function instantWords(view: {
  readonly source: DetailsSource;
  readonly at: Instant;
  readonly isOld: boolean;
  readonly posted: number | null;
  readonly onlyOffices: readonly string[] | null;
}): string {
  const { source, at, isOld, posted, onlyOffices } = view;
  if (source.kind === 'week') {
    const now = `数据截至 ${momentWords(at)}`;
    return isOld ? `以下为现在的情况，${now}；周报的数字截至 ${momentWords(source.at)}` : now;
  }
  const then = `截至 ${momentWords(source.at)}`;
  if (onlyOffices !== null) return then;
  return posted === null ? `${then}，与汇总相同` : `${then}，汇总为 ${posted}；此后计划或台账有调整，只能列出以下各项`;
}

/** A heading with its count in markdown: a number of the summary as well. */
export function groupWords(name: GroupName, count: number): string {
  switch (name.kind) {
    case 'area':
      return `${plain(clip(areaWords(name.area), 30))}　${count} 件`;
    case 'office':
      return `${plain(clip(name.name, 20))}　${count} 条`;
    case 'quota':
      return `${plain(clip(name.matter, 16))}（${periodWords(name.periodKey)}）　采用 ${count} ${unitOf(name.matter)}`;
  }
}
