import type { NewsFigures, OfficeFigures } from '../domain/reports/month-figures.ts';
import { type CardElement, collapsible, markdown, note } from './card.ts';
import { plain } from './escape-markdown.ts';
import { clip } from './words.ts';

/** How many offices stand in the table, and how many of those below target with their reasons. */
export interface OfficesShown {
  readonly rows: number;
  readonly reasons: number;
}

const ROWS_PER_PAGE = 8;
const NAME_LENGTH = 16;

/** 处室, 采用/指标, 达标. Where there are too many offices only those below target, and how many are left out. */
export function newsTable({ offices }: NewsFigures, { rows }: OfficesShown): readonly CardElement[] {
  const unmet = offices.filter(({ met }) => !met);
  const candidates = offices.length <= rows ? offices : unmet;
  const listed = candidates.slice(0, rows);
  const left = offices.length - listed.length;
  return [
    ...(listed.length === 0 ? [] : [tableOf(listed)]),
    ...(left > 0
      ? [note(`${leftWords(candidates.length - listed.length, offices.length - candidates.length)}，见台账`)]
      : []),
  ];
}

function leftWords(unmet: number, met: number): string {
  const parts = [...(unmet > 0 ? [`还有 ${unmet} 个单位`] : []), ...(met > 0 ? [`其余 ${met} 个单位已达标`] : [])];
  return parts.join('，');
}

function tableOf(offices: readonly OfficeFigures[]): CardElement {
  return {
    tag: 'table',
    page_size: ROWS_PER_PAGE,
    row_height: 'low',
    header_style: { background_style: 'grey', bold: true, lines: 1 },
    columns: [
      { name: 'office', display_name: '处室', data_type: 'text', width: 'auto' },
      { name: 'count', display_name: '采用/指标', data_type: 'text', width: 'auto' },
      { name: 'met', display_name: '达标', data_type: 'text', width: 'auto' },
    ],
    rows: offices.map(({ officeName, accepted, target, met }) => ({
      office: clip(officeName ?? '全部', NAME_LENGTH),
      count: `${accepted.value}/${target}`,
      met: met ? '是' : '否',
    })),
  };
}

/** Each office below target with what is known of why: nothing came, it was returned, it still waits. */
export function unmetLines({ offices }: NewsFigures, { reasons }: OfficesShown): readonly CardElement[] {
  const unmet = offices.filter(({ met }) => !met);
  if (unmet.length === 0) return [];
  const lines = unmet
    .slice(0, reasons)
    .map((office) => `${plain(clip(office.officeName ?? '', NAME_LENGTH))}：${unmetWords(office)}`);
  const left = unmet.length - lines.length;
  const more = left > 0 ? [`还有 ${left} 个单位，见台账`] : [];
  return [collapsible(`未达标 ${unmet.length} 个单位`, [markdown([...lines, ...more].join('<br>'))])];
}

/** `还差 1 条（报送 2 条，退回 1 条）` */
export function unmetWords({ submitted, accepted, returned, waiting, target }: OfficeFigures): string {
  const gap = `还差 ${Math.round((target - accepted.value) * 100) / 100} 条`;
  if (submitted.value === 0) return `${gap}，没有报送`;
  const why = [
    `报送 ${submitted.value} 条`,
    ...(returned > 0 ? [`退回 ${returned} 条`] : []),
    ...(waiting > 0 ? [`待审核 ${waiting} 条`] : []),
  ];
  return `${gap}（${why.join('，')}）`;
}
