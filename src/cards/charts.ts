import type { CardElement, CardJson } from './card.ts';
import { clip } from './words.ts';

/** A chart as VChart reads it: plain data, no functions. Only kinds and options that the platform documents. */
export type ChartSpec = CardJson;

/** What was accepted of one office or in one month, and what was asked for; null where nothing was. */
export interface QuotaPoint {
  readonly name: string;
  readonly accepted: number;
  readonly target: number | null;
}

/** Of names under a bar: what is longer would be left out by the client. */
const NAME_LENGTH = 6;

/** Beyond this many bars their names no longer fit below them on a phone: the bars lie down, one below the other. */
const MOST_STANDING = 6;

/** Bars of what was accepted, the quota as a line over them. */
export function quotaChart(title: string, points: readonly QuotaPoint[]): ChartSpec {
  const names = shortNames(points.map(({ name }) => name));
  const bars = points.map(({ accepted }, index) => ({ name: names[index], count: accepted, type: '采用' }));
  const line = points.flatMap(({ target }, index) =>
    target === null ? [] : [{ name: names[index], count: target, type: '指标' }],
  );
  const lying = points.length > MOST_STANDING;
  const fields = {
    ...(lying ? { direction: 'horizontal', xField: 'count', yField: 'name' } : { xField: 'name', yField: 'count' }),
    seriesField: 'type',
  };
  // One above the highest number, so that its label stands beside its bar like the others'.
  const max = 1 + Math.max(...[...bars, ...line].map(({ count }) => count));
  return {
    type: 'common',
    ...(lying ? { direction: 'horizontal' } : {}),
    title: { text: title },
    data: [{ values: bars }, { values: line }],
    series: [
      { type: 'bar', dataIndex: 0, ...fields, label: { visible: true } },
      { type: 'line', dataIndex: 1, ...fields },
    ],
    axes: [
      // Left to itself VChart leaves names out where it thinks them too close.
      { orient: lying ? 'left' : 'bottom', type: 'band', sampling: false },
      { orient: lying ? 'bottom' : 'left', type: 'linear', max },
    ],
    legends: { visible: true, orient: 'bottom' },
  };
}

/** One area of the plan: what was closed in time, closed late, and is still open and late. */
export interface AreaPoint {
  readonly name: string;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
}

const AREA_NAME_LENGTH = 10;

/** Bars that lie, one area below the other, each in the three ways in which its work can have ended. */
export function areaChart(title: string, points: readonly AreaPoint[]): ChartSpec {
  const names = shortNames(
    points.map(({ name }) => name),
    AREA_NAME_LENGTH,
  );
  const values = points.flatMap(({ onTime, late, overdue }, index) => [
    { area: names[index], count: onTime, type: '按时办结' },
    { area: names[index], count: late, type: '逾期办结' },
    { area: names[index], count: overdue, type: '逾期未办' },
  ]);
  return {
    type: 'bar',
    title: { text: title },
    data: { values },
    direction: 'horizontal',
    xField: 'count',
    yField: 'area',
    seriesField: 'type',
    // VChart gives names 30 % of the width, which is seven characters on a phone.
    axes: [
      { orient: 'left', type: 'band', sampling: false, maxWidth: '45%' },
      { orient: 'bottom', type: 'linear' },
    ],
    legends: { visible: true, orient: 'bottom' },
  };
}

/** A chart on a card. It is never the only place of its numbers: they stand beside it as text. */
export function chart(spec: ChartSpec): CardElement {
  return { tag: 'chart', chart_spec: spec, aspect_ratio: '1:1', color_theme: 'brand' };
}

/** Names that fit under a bar; as they are where two would look the same. */
function shortNames(names: readonly string[], length = NAME_LENGTH): readonly string[] {
  const short = names.map((name) => clip(name, length));
  return new Set(short).size === new Set(names).size ? short : names;
}
