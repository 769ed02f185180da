import type { MonthFigures, NewsFigures, PressFigures } from '../domain/reports/month-figures.ts';
import { onTimeTotal } from '../domain/reports/month-figures.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  collapsible,
  header,
  markdown,
  note,
} from './card.ts';
import { cardSize } from './card-size.ts';
import { areaChart, chart, quotaChart } from './charts.ts';
import { plain } from './escape-markdown.ts';
import { monthlyDefinitions } from './monthly-definitions.ts';
import { newsTable, type OfficesShown, unmetLines } from './monthly-offices.ts';
import { correctionLines, otherLines, rateLines } from './monthly-others.ts';
import { areaWords, monthTitle, monthWords } from './monthly-text.ts';
import { numberCell, numberGrid } from './number-grid.ts';
import { clip, dayWords, shareOf } from './words.ts';

/** A month for the leadership group, after approval. Offices in the order of the offices file, never people. */
export interface MonthlySummaryView {
  readonly figures: MonthFigures;
  readonly planTitles: readonly string[];
  /** The one plan in force, whose ledger can be downloaded; null where there are several. */
  readonly planId: string | null;
}

/** What the approver's card adds has to fit as well. */
const ROOM = { bytes: 24_500, elements: 180 };
const EVENTS_SHOWN = 6;
const AREAS_SHOWN = 8;
const OFFICES_SHOWN: readonly OfficesShown[] = [
  { rows: 60, reasons: 20 },
  { rows: 30, reasons: 12 },
  { rows: 16, reasons: 8 },
  { rows: 8, reasons: 4 },
];

/** Numbers first, then press conferences and news with their charts, who is below target and why, 口径 folded at the end. */
export function monthlySummaryCard(view: MonthlySummaryView): CardJson {
  const drawn = OFFICES_SHOWN.map((shown) => summary(view, shown));
  const fitting = drawn.find((each) => {
    const { bytes, elements } = cardSize(each);
    return bytes <= ROOM.bytes && elements <= ROOM.elements;
  });
  return fitting ?? summary(view, { rows: 0, reasons: 0 });
}

function summary({ figures, planTitles, planId }: MonthlySummaryView, shown: OfficesShown): CardJson {
  const { month, news, press, areas } = figures;
  return card({
    summary: summaryLine(figures),
    header: header({ title: monthTitle(month), subtitle: clip(planTitles.join('、'), 60), colour: 'blue' }),
    elements: [
      ...numbersOf(figures),
      ...(press ? pressLines(press) : []),
      ...(news ? newsSection(figures, news, shown) : []),
      ...areaSection(areas),
      ...otherLines(figures.others),
      ...rateLines(figures.rates),
      ...correctionLines(figures),
      collapsible('口径', [note(monthlyDefinitions(figures))]),
      buttonRow([detailsButton(figures)]),
      downloads(month, planId),
    ],
  });
}

function numbersOf({ completion, press, month }: MonthFigures): readonly CardElement[] {
  const total = onTimeTotal(completion);
  const share = shareOf(completion.onTime.value, total);
  return numberGrid([
    [
      numberCell(
        '按时办结率',
        share === null ? '—' : `${share} %`,
        share === null ? '尚无办结或到期' : `${completion.onTime.value}/${total} 件`,
      ),
      numberCell('逾期未办', `${completion.overdue.value} 件`, `时限在${monthWords(month)}及以前`),
    ],
    [
      numberCell('当月办结', `${completion.closed.value} 件`, `其中按时 ${completion.onTime.value} 件`),
      press
        ? numberCell('发布会', `${press.held.value} / ${press.target} 场`, press.met ? '达标' : '未达标')
        : numberCell('发布会', '—', '计划没有这项指标'),
    ],
  ]);
}

function pressLines({ events, target, held }: PressFigures): readonly CardElement[] {
  const lines = events
    .slice(0, EVENTS_SHOWN)
    .map(({ eventOn, title }) => `${dayWords(eventOn)}　${plain(clip(title, 40))}`);
  const left = events.length - EVENTS_SHOWN;
  const missing = Math.max(0, target - held.value);
  return [
    markdown(`**发布会 ${held.value} / ${target} 场**${missing > 0 ? `　还差 ${missing} 场` : ''}`),
    ...(lines.length > 0 ? [markdown(lines.join('<br>'))] : [note('当月没有采用的发布会')]),
    ...(left > 0 ? [note(`还有 ${left} 场`)] : []),
  ];
}

function newsSection(figures: MonthFigures, news: NewsFigures, shown: OfficesShown): readonly CardElement[] {
  const { submitted, accepted, late, met, offices, beside } = news;
  return [
    markdown('**信息报送**', { margin: '4px 0px 0px 0px' }),
    markdown(
      `报送 ${submitted.value} 条，采用 ${accepted.value} 条${late > 0 ? `，迟报 ${late} 条` : ''}；达标 ${met} / ${offices.length} 个单位`,
    ),
    ...newsTable(news, shown),
    ...(beside.submitted > 0
      ? [note(`没有指标的单位另报送 ${beside.submitted} 条、采用 ${beside.accepted} 条，不在上列各数内`)]
      : []),
    ...unmetLines(news, shown),
    ...trendOf(figures.trend),
  ];
}

function trendOf(trend: MonthFigures['trend']): readonly CardElement[] {
  if (trend.length < 2) return [];
  const points = trend.map(({ month, accepted, target }) => ({ name: monthWords(month), accepted, target }));
  return [
    chart(quotaChart(`近 ${trend.length} 个月信息采用与指标（条）`, points)),
    note(`采用/指标：${points.map(({ name, accepted, target }) => `${name} ${accepted}/${target}`).join('，')}`),
  ];
}

function areaSection(areas: MonthFigures['areas']): readonly CardElement[] {
  if (areas.length === 0) return [];
  const shown = areas.slice(0, AREAS_SHOWN);
  const left = areas.length - shown.length;
  const points = shown.map(({ area, closed, onTime, overdue }) => ({
    name: areaWords(area),
    onTime: onTime.value,
    late: closed.value - onTime.value,
    overdue: overdue.value,
  }));
  const words = points.map(({ name, onTime, late, overdue }) => {
    return `${plain(clip(name, 20))}：办结 ${onTime + late}${late > 0 ? `（逾期后 ${late}）` : ''}，逾期未办 ${overdue}`;
  });
  return [
    markdown('**各板块办结情况**', { margin: '4px 0px 0px 0px' }),
    ...(points.length > 1 ? [chart(areaChart('各板块办结情况（件）', points))] : []),
    note([...words, ...(left > 0 ? [`还有 ${left} 个板块`] : [])].join('<br>')),
  ];
}

/** 查看明细: the rows behind the numbers as they are here. */
export function detailsButton({ month, at }: Pick<MonthFigures, 'month' | 'at'>): CardElement {
  return button({ text: '查看明细', action: { a: 'digest.details', v: 1, t: at, m: month } });
}

function downloads(month: string, planId: string | null): CardElement {
  const paper = { a: 'paper.send', v: 1, m: month } as const;
  return buttonRow([
    button({ text: '下载通报 .docx', action: { ...paper, k: 'circular' } }),
    button({ text: '下载台账 .xlsx', action: { ...paper, k: 'ledger', ...(planId !== null && { plan: planId }) } }),
  ]);
}

function summaryLine({ month, completion, news, press }: MonthFigures): string {
  const parts = [
    ...(press ? [`发布会 ${press.held.value}/${press.target} 场`] : []),
    ...(news ? [`信息采用 ${news.accepted.value} 条，达标 ${news.met}/${news.offices.length} 个单位`] : []),
    `办结 ${completion.closed.value} 件，逾期未办 ${completion.overdue.value} 件`,
  ];
  return `${monthWords(month)}汇总：${parts.join('；')}`;
}
