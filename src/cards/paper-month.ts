import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { groupBy } from '../domain/group-by.ts';
import { type MonthFigures, type OfficeFigures, onTimeTotal } from '../domain/reports/month-figures.ts';
import type { DocumentPaper, PaperBlock } from '../domain/reports/paper.ts';
import type { MonthlyNumber } from './monthly-definitions.ts';
import { fullMonthWords } from './monthly-text.ts';
import {
  correctionWords,
  metWords,
  missedSection,
  officeTable,
  paperNotes,
  paragraph,
  sections,
} from './paper-words.ts';
import { periodWords } from './period-words.ts';
import { unitOf } from './quotas/quota-words.ts';
import { dayWords, fullDayWords, shareOf } from './words.ts';

export interface MonthPaperView {
  readonly figures: MonthFigures;
  /** What is late and with whom, in the plan's order; not on the paper for the public. */
  readonly stuck: readonly {
    readonly no: string | null;
    readonly text: string;
    readonly officeName: string;
    readonly since: CivilDate;
  }[];
  readonly issuer: string;
  readonly issuedOn: CivilDate;
  readonly standing: 'draft' | 'approved' | 'correction';
  readonly closesOn: CivilDate;
  readonly isClosed: boolean;
  readonly officeNames: ReadonlyMap<string, string>;
  /** For the public: plain words, and no single office by its name. */
  readonly isPublic: boolean;
}

/** Offices side by side in one chart; more are drawn in several. */
const PER_CHART = 16;
/** With more charts than this the table says it better. */
const MAX_CHARTS = 3;
const STUCK_ROWS = 60;

/** 月度汇总 as a document, with native charts whose numbers can be edited. */
export function monthPaper(view: MonthPaperView): DocumentPaper {
  const { figures, isPublic } = view;
  const month = fullMonthWords(figures.month);
  const unclosed = view.isClosed ? [] : [`报送数于${dayWords(view.closesOn)}关账，此前可能变动。`];
  return {
    mark: view.standing === 'draft' ? '草稿：未经审定，不得印发' : null,
    title: `${month}政务公开工作${isPublic ? '进展情况' : '月度汇总'}`,
    addressee: null,
    blocks: sections([
      { title: '总体情况', blocks: [paragraph(overview(view))] },
      { title: isPublic ? '任务完成情况' : '任务办结情况', blocks: completion(view) },
      { title: '新闻发布会', blocks: press(view) },
      { title: '信息报送及采用情况', blocks: news(view) },
      { title: '其他数量指标', blocks: others(view) },
      { title: '比率指标', blocks: rates(view) },
      ...(isPublic ? [] : [missedSection(figures, { title: '未达标单位', isClosed: view.isClosed })]),
      { title: '上月更正', blocks: corrections(view) },
    ]),
    signature: { office: view.issuer, date: fullDayWords(view.issuedOn) },
    notes: paperNotes(figures, figures.rates.length > 0 ? [...NUMBERS, 'rate'] : NUMBERS, {
      before: unclosed,
      unit: true,
    }).map(isPublic ? plainWords : (note) => note),
  };
}

/** Definitions in the words that the paper for the public uses. */
function plainWords(note: string): string {
  return note.replaceAll('逾期未办', '到期未完成').replaceAll('逾期后', '到期后').replaceAll('办结', '完成');
}

const NUMBERS: readonly MonthlyNumber[] = [
  'closed',
  'onTime',
  'overdue',
  'onTimeRate',
  'press',
  'submitted',
  'accepted',
  'met',
];

function overview({ figures: { completion: done, news, press, month }, isPublic }: MonthPaperView): string {
  const share = shareOf(done.onTime.value, onTimeTotal(done));
  const [finished, late] = isPublic ? ['完成', '到期未完成'] : ['办结', '逾期未办'];
  return [
    `${fullMonthWords(month)}，${finished}${done.closed.value}件，其中按时${done.onTime.value}件；${late}${done.overdue.value}件${share === null ? '' : `，按时${finished}率${share}%`}。`,
    press ? `举办新闻发布会${press.held.value}场，指标${press.target}场。` : '',
    news
      ? `各单位报送信息${news.submitted.value}条，采用${news.accepted.value}条，${news.offices.length}个单位中${news.met}个达标。`
      : '',
  ].join('');
}

function completion({ figures: { areas, completion: done }, stuck, isPublic }: MonthPaperView): readonly PaperBlock[] {
  const [finished, late] = isPublic ? ['本月完成', '到期未完成'] : ['本月办结', '逾期未办'];
  const rows = areas.map(({ area, closed, onTime, overdue }) => [
    area ?? '未分领域',
    String(closed.value),
    String(onTime.value),
    String(overdue.value),
  ]);
  if (rows.length === 0) return [paragraph('本月没有到期的任务。')];
  if (areas.every(({ area }) => area === null)) {
    const said = `${finished}${done.closed.value}件，其中按时${done.onTime.value}件；${late}${done.overdue.value}件。`;
    return [paragraph(said), ...stuckTable(stuck)];
  }
  const total = ['合计', done.closed.value, done.onTime.value, done.overdue.value].map(String);
  const table: PaperBlock = {
    kind: 'table',
    table: {
      caption: isPublic ? '各领域任务完成情况表（件）' : '各领域任务办结情况表（件）',
      columns: [
        { title: '工作领域', width: 5, align: 'left' },
        { title: finished, width: 2, align: 'center' },
        { title: '其中按时', width: 2, align: 'center' },
        { title: late, width: 2, align: 'center' },
      ],
      rows: rows.length > 1 ? [...rows, total] : rows,
      hasTotal: rows.length > 1,
    },
  };
  return [table, ...stuckTable(stuck)];
}

function stuckTable(stuck: MonthPaperView['stuck']): readonly PaperBlock[] {
  if (stuck.length === 0) return [];
  const shown = stuck.slice(0, STUCK_ROWS);
  const table: PaperBlock = {
    kind: 'table',
    table: {
      caption: '逾期未办事项表',
      columns: [
        { title: '序号', width: 2, align: 'center' },
        { title: '任务', width: 8, align: 'left' },
        { title: '卡在', width: 3, align: 'left' },
        { title: '自', width: 4, align: 'center' },
      ],
      rows: shown.map(({ no, text, officeName, since }) => [no ?? '', text, officeName, fullDayWords(since)]),
      hasTotal: false,
    },
  };
  const rest = stuck.length - shown.length;
  return rest > 0 ? [table, paragraph(`还有${rest}件，见台账。`)] : [table];
}

function press({ figures: { press: own }, isClosed }: MonthPaperView): readonly PaperBlock[] {
  if (!own) return [];
  const events = own.events.map(({ eventOn, title }) => `${dayWords(eventOn)}“${title}”`);
  const list = events.length === 0 ? '' : `：${events.join('；')}`;
  return [paragraph(`举办${own.held.value}场，指标${own.target}场，${metWords(own.met, isClosed)}${list}。`)];
}

function news({ figures: { news: own, trend, month }, isClosed, isPublic }: MonthPaperView): readonly PaperBlock[] {
  if (!own) return [];
  const caption = `${fullMonthWords(month)}各单位信息报送及采用情况表`;
  return [
    ...(isPublic
      ? [paragraph(`共报送${own.submitted.value}条，采用${own.accepted.value}条；${reachedWords(own.offices)}。`)]
      : [officeTable(caption, own.offices, { isOver: isClosed }), ...officeCharts(own.offices)]),
    ...trendBlocks(trend),
  ];
}

/** `12个单位中7个已完成目标数量`: for the public, which is told of no single office. */
function reachedWords(offices: readonly { readonly met: boolean }[]): string {
  return `${offices.length}个单位中${offices.filter(({ met }) => met).length}个已完成目标数量`;
}

function officeCharts(offices: readonly OfficeFigures[]): readonly PaperBlock[] {
  const charts = Math.ceil(offices.length / PER_CHART);
  if (charts > MAX_CHARTS) return [];
  return Array.from({ length: charts }, (_, at) =>
    officeChart(offices.slice(at * PER_CHART, (at + 1) * PER_CHART), charts === 1 ? '' : `（${at + 1}）`),
  );
}

function trendBlocks(trend: MonthFigures['trend']): readonly PaperBlock[] {
  if (trend.length < 2) return [];
  const points = trend.map((point) => `${periodWords(point.month)}采用${point.accepted}条，指标${point.target}条`);
  return [
    paragraph(`近${trend.length}个月：${points.join('；')}。`),
    {
      kind: 'chart',
      chart: {
        title: `近${trend.length}个月信息采用条数`,
        categories: trend.map((point) => periodWords(point.month)),
        bars: { name: '采用', values: trend.map(({ accepted }) => accepted) },
        target: { name: '指标', values: trend.map(({ target }) => target) },
      },
    },
  ];
}

function officeChart(offices: readonly OfficeFigures[], which: string): PaperBlock {
  return {
    kind: 'chart',
    chart: {
      title: `各单位信息采用条数${which}`,
      categories: offices.map(({ officeName }) => officeName ?? '全局'),
      bars: { name: '采用', values: offices.map(({ accepted }) => accepted.value) },
      target: { name: '指标', values: offices.map(({ target }) => target) },
    },
  };
}

function others({ figures, isClosed, isPublic }: MonthPaperView): readonly PaperBlock[] {
  return figures.others.map(({ matter, periodKey, phrase, offices, goesOn }) => {
    const caption = `${matter}（${periodWords(periodKey)}，“${phrase}”）`;
    if (!isPublic) return officeTable(caption, offices, { isOver: isClosed && !goesOn });
    const [first] = offices;
    const unit = unitOf(matter);
    return paragraph(
      first?.officeId === null
        ? `${caption}：已完成${first.accepted.value}${unit}，目标${first.target}${unit}。`
        : `${caption}：${reachedWords(offices)}。`,
    );
  });
}

function rates({ figures: { rates: own }, isPublic }: MonthPaperView): readonly PaperBlock[] {
  if (own.length === 0) return [];
  if (isPublic) {
    return [...groupBy(own, ({ rule }) => rule.phrase)].map(([phrase, lines]) =>
      paragraph(
        `“${phrase}”：${lines.length}个单位中${lines.filter(({ reading }) => reading?.reached).length}个达到。`,
      ),
    );
  }
  const rows = own.map(({ rule, officeName, reading }) => [
    officeName,
    rule.phrase,
    reading === null ? '未填报' : reading.share === null ? '没有计入的事项' : `${reading.share}%`,
    reading === null ? '' : reading.reached ? '达到' : `差${reading.gap}项`,
  ]);
  const columns = [
    { title: '单位', width: 3, align: 'left' },
    { title: '指标', width: 6, align: 'left' },
    { title: '本月', width: 2, align: 'center' },
    { title: '是否达到', width: 2, align: 'center' },
  ] as const;
  return [{ kind: 'table', table: { caption: null, columns, rows, hasTotal: false } }];
}

function corrections({ figures, officeNames, isPublic }: MonthPaperView): readonly PaperBlock[] {
  if (isPublic) return [];
  return figures.corrections.map((each, at) => paragraph(`${at + 1}．${correctionWords(each, officeNames)}。`));
}
