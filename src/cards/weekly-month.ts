import type { MonthSoFar } from '../domain/reports/month-counters.ts';
import { type CardElement, hr, markdown, note } from './card.ts';
import { chart, quotaChart } from './charts.ts';
import { plain } from './escape-markdown.ts';
import { clip } from './words.ts';

/** Bars that can be told apart on a phone. */
const OFFICES_DRAWN = 12;

/**
 * 信息报送 and 发布会 of the month that runs. Offices in the order of the offices file; where there are too many only those that are
 * short of their quota.
 */
export function monthSection(month: MonthSoFar | undefined): readonly CardElement[] {
  if (!month || (month.press === null && month.news === null)) return [];
  const { press, news } = month;
  return [
    hr(),
    ...(press ? [markdown(`**发布会**　本月 ${press.held} / ${press.target} 场`)] : []),
    ...(news ? newsElements(news) : []),
  ];
}

function newsElements(news: NonNullable<MonthSoFar['news']>): readonly CardElement[] {
  const unmet = news.filter(({ accepted, target }) => accepted < target);
  const drawn = news.length <= OFFICES_DRAWN ? news : unmet.slice(0, OFFICES_DRAWN);
  const left = news.length - drawn.length;
  const numbers = drawn.map(({ name, accepted, target }) => `${plain(clip(name, 12))} ${accepted}/${target}`);
  const metLeft = left - (unmet.length - drawn.filter((office) => unmet.includes(office)).length);
  return [
    markdown(`**信息报送（本月至今）**　达标 ${news.length - unmet.length} / ${news.length} 个单位`),
    ...(drawn.length > 0 ? [chart(quotaChart('信息报送（本月至今，条）', drawn))] : []),
    note(
      [
        ...(numbers.length > 0 ? [`采用/指标：${numbers.join('，')}`] : []),
        ...(left > 0 ? [leftWords(left, metLeft)] : []),
        `口径：按活动日期计入当月，审核采用才计数`,
      ].join('；'),
    ),
  ];
}

function leftWords(left: number, met: number): string {
  return `其余 ${left} 个单位${met === left ? '已达标' : `（已达标 ${met} 个）`}`;
}
