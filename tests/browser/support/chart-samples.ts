import { areaChart, chart, quotaChart } from '../../../src/cards/charts.ts';

type Chart = Readonly<Record<string, unknown>>;

const OFFICES = ['办公室', '法规处', '财务处', '规划处', '教育处', '体育处', '文化处', '信息中心'] as const;
const MORE_OFFICES = ['宣传教育处', '政务服务处', '督查考核处', '综合业务管理科'] as const;
const ACCEPTED = [3, 2, 1, 2, 4, 0, 2, 1, 2, 3, 0, 1] as const;
const MONTHS = ['6月', '7月', '8月', '9月', '10月', '11月'] as const;
const QUOTA = 2;

/** Dashed, without an arrow; its label inside the drawing, where VChart's default would put it beyond the edge. */
const quotaLine = (position: string) => ({
  label: { text: `指标 ${QUOTA} 条`, position },
  endSymbol: { visible: false },
});
const rowsOf = (offices: readonly string[]) => offices.map((office, at) => ({ 处室: office, 采用: ACCEPTED[at] ?? 0 }));
const title = { text: '信息采用（条）' };

/** One of each kind that a leader reads, written after the platform's page on charts; every one can be read on a phone. */
export const CHART_SAMPLES: Readonly<Record<string, Chart>> = {
  'offices-against-quota': {
    tag: 'chart',
    aspect_ratio: '1:1',
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      title,
      data: { values: rowsOf([...OFFICES, ...MORE_OFFICES]) },
      xField: '采用',
      yField: '处室',
      label: { visible: true },
      // One more than the longest bar, so that its number stands beside it like the others'.
      axes: [{ orient: 'bottom', max: 5, tick: { tickStep: 1 } }],
      markLine: [{ x: QUOTA, ...quotaLine('end') }],
    },
  },
  'bar-with-quota-line': {
    tag: 'chart',
    chart_spec: {
      type: 'bar',
      title,
      data: { values: rowsOf(OFFICES) },
      xField: '处室',
      yField: '采用',
      // Left to itself VChart leaves out every other name on a phone.
      axes: [{ orient: 'bottom', sampling: false, label: { autoRotate: true, autoRotateAngle: [0, 45, 90] } }],
      markLine: [{ y: QUOTA, ...quotaLine('insideEndTop') }],
    },
  },
  combo: {
    tag: 'chart',
    chart_spec: {
      type: 'common',
      title,
      data: [{ values: rowsOf(OFFICES) }, { values: OFFICES.map((office) => ({ 处室: office, 指标: QUOTA })) }],
      series: [
        { type: 'bar', dataIndex: 0, xField: '处室', yField: '采用', label: { visible: true } },
        { type: 'line', dataIndex: 1, xField: '处室', yField: '指标', point: { visible: false } },
      ],
      axes: [
        { orient: 'left', tick: { tickStep: 1 } },
        { orient: 'bottom', sampling: false, label: { autoRotate: true, autoRotateAngle: [0, 45, 90] } },
      ],
    },
  },
  'line-of-six-months': {
    tag: 'chart',
    chart_spec: {
      type: 'line',
      title: { text: '近六个月（条）' },
      data: {
        values: MONTHS.flatMap((month, at) => [
          { 月份: month, 条数: 10 + at * 2, 类别: '报送' },
          { 月份: month, 条数: 8 + at, 类别: '采用' },
        ]),
      },
      xField: '月份',
      yField: '条数',
      seriesField: '类别',
      legends: { visible: true, orient: 'bottom' },
    },
  },
  'horizontal-bar': {
    tag: 'chart',
    aspect_ratio: '4:3',
    color_theme: 'primary',
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      title: { text: '办结情况（件）' },
      data: { values: rowsOf(OFFICES) },
      xField: '采用',
      yField: '处室',
      label: { visible: true },
    },
  },
  doughnut: {
    tag: 'chart',
    chart_spec: {
      type: 'pie',
      title: { text: '任务状态（件）' },
      data: {
        values: [
          { 状态: '已办结 26', 件数: 26 },
          { 状态: '进行中 15', 件数: 15 },
          { 状态: '逾期 4', 件数: 4 },
        ],
      },
      categoryField: '状态',
      valueField: '件数',
      outerRadius: 0.8,
      innerRadius: 0.5,
      legends: { visible: true, orient: 'bottom' },
    },
  },
  'linear-progress': {
    tag: 'chart',
    height: '160px',
    chart_spec: {
      type: 'linearProgress',
      direction: 'horizontal',
      title: { text: '完成进度' },
      data: {
        values: [
          { 类别: '办结率', 比例: 0.58 },
          { 类别: '发布会', 比例: 1 },
        ],
      },
      xField: '比例',
      yField: '类别',
      seriesField: '类别',
      cornerRadius: 10,
      bandWidth: 16,
      axes: [{ orient: 'left', type: 'band', domainLine: { visible: false }, tick: { visible: false } }],
    },
  },
};

/** The charts that our cards make, each with as much in it as a card shows. */
export const OUR_CHARTS: Readonly<Record<string, Chart>> = {
  'our-offices': chart(
    quotaChart(
      '信息报送（11月）',
      [...OFFICES, ...MORE_OFFICES].map((name, at) => ({ name, accepted: ACCEPTED[at] ?? 0, target: QUOTA })),
    ),
  ),
  'our-months': chart(
    quotaChart(
      '近六个月发布会（场）',
      MONTHS.map((name, at) => ({ name, accepted: ACCEPTED[at] ?? 0, target: at === 0 ? null : QUOTA })),
    ),
  ),
  'our-areas': chart(
    areaChart(
      '办结情况（件）',
      ['主动公开', '依申请公开', '政策解读回应', '政务新媒体和网站建设', '监督保障', '公众参与'].map((name, at) => ({
        name,
        onTime: 9 - at,
        late: at % 3,
        overdue: at % 2,
      })),
    ),
  ),
};

/** What a person must be able to read in the chart: its title, every name on its axis or of its parts, its legend, its marks. */
export function wordsOf(chart: Chart): readonly string[] {
  const spec = chart.chart_spec as Spec;
  const sources = [spec.data].flat();
  const holders = spec.series ?? [spec];
  const names = holders.flatMap(({ xField, yField, categoryField, seriesField, dataIndex = 0 }) => {
    const legend = spec.legends !== undefined && [spec.legends].flat().some(({ visible }) => visible !== false);
    const keys = [xField, yField, categoryField, legend ? seriesField : undefined].flat();
    const rows = sources[dataIndex]?.values ?? [];
    return rows.flatMap((row) => keys.map((key) => (key === undefined ? undefined : row[key])));
  });
  const marks = [spec.markLine ?? []].flat().map(({ label }) => label?.text);
  const words = [spec.title?.text, ...names, ...marks].filter((word) => typeof word === 'string');
  return [...new Set(words)];
}

/** The names along a chart's axis in the order of its data, and whether they stand one below the other; none where it has no such axis. */
export function namesInOrder(chart: Chart): { readonly names: readonly unknown[]; readonly down: boolean } {
  const spec = chart.chart_spec as Spec;
  const { xField, yField, direction } = spec.series?.[0] ?? spec;
  const down = (direction ?? spec.direction) === 'horizontal';
  const key = [down ? yField : xField].flat()[0];
  const rows = [spec.data].flat()[0]?.values ?? [];
  return { names: key === undefined ? [] : [...new Set(rows.map((row) => row[key]))], down };
}

interface Series {
  readonly direction?: string;
  readonly xField?: string | readonly string[];
  readonly yField?: string | readonly string[];
  readonly categoryField?: string;
  readonly seriesField?: string;
  readonly dataIndex?: number;
}
interface Source {
  readonly values: readonly Readonly<Record<string, unknown>>[];
}
interface Legend {
  readonly visible?: boolean;
}
interface MarkLine {
  readonly label?: { readonly text?: string };
}
interface Spec extends Series {
  readonly title?: { readonly text?: string };
  readonly data: Source | readonly Source[];
  readonly series?: readonly Series[];
  readonly legends?: Legend | readonly Legend[];
  readonly markLine?: MarkLine | readonly MarkLine[];
}
