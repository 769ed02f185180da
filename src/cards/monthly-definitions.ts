import type { SummaryNumber } from '../domain/reports/details-source.ts';
import type { MonthFigures, OfficeFigures } from '../domain/reports/month-figures.ts';
import { onTimeTotal } from '../domain/reports/month-figures.ts';
import type { Counted } from '../domain/reports/records-behind.ts';
import { periodWords } from './period-words.ts';
import { PART_UNIT } from './weekly-definitions.ts';
import { momentWords, shareOf } from './words.ts';

/** The kinds of numbers in a month's summary. */
export type MonthlyNumber =
  | 'closed'
  | 'onTime'
  | 'overdue'
  | 'onTimeRate'
  | 'press'
  | 'submitted'
  | 'accepted'
  | 'late'
  | 'met'
  | 'target'
  | 'offices'
  | 'rate';

/** Names of the numbers, as people read them. */
export const MONTHLY_NAMES: Readonly<Record<MonthlyNumber, string>> = {
  closed: '当月办结',
  onTime: '按时办结',
  overdue: '逾期未办',
  onTimeRate: '按时办结率',
  press: '发布会',
  submitted: '报送',
  accepted: '采用',
  late: '迟报',
  met: '达标单位',
  target: '指标',
  offices: '应报送单位',
  rate: '占比',
};

/** 口径: what each number counts, on the card, in the circular and in the JSON output. */
export const MONTHLY_DEFINITIONS: Readonly<Record<MonthlyNumber, string>> = {
  closed: '当月报办结、未撤回，含逾期后办结',
  onTime: '当月办结中，在时限当日及以前报办结',
  overdue: '时限在当月及以前，统计时尚未报办结',
  onTimeRate: '按时办结÷（当月办结＋逾期未办）',
  press: '活动日期在当月、经审核采用的发布会',
  submitted: '按活动日期计入，含待审核和退回，不含撤回',
  accepted: '报送中经审核采用；联合报送计入报送单位，审核时分摊的平均计入各单位',
  late: '报送中晚于活动后 1 个工作日',
  met: '采用数达到指标的单位；一个单位有几项同类指标的，按最高一项',
  target: '计划规定的数量',
  offices: '计划规定了信息报送数量的单位',
  rate: '达到条件的÷（全部－免考核）',
};

/** When the numbers of a month are final. */
export const MONTH_CLOSE = '报送数在次月第三个工作日关账，此后的变动列为更正';

/** What one 件 is, and when the numbers of a month are final. */
export const MONTHLY_UNIT = `${PART_UNIT}。${MONTH_CLOSE}`;

/** All definitions in one paragraph. */
export function monthlyDefinitions(figures: MonthFigures): string {
  const kinds: readonly MonthlyNumber[] = [
    'closed',
    'overdue',
    'onTimeRate',
    ...(figures.press ? (['press'] as const) : []),
    ...(figures.news || figures.others.length > 0 ? (['submitted', 'accepted', 'met'] as const) : []),
    ...(figures.rates.length > 0 ? (['rate'] as const) : []),
  ];
  const words = kinds.map((kind) => `${MONTHLY_NAMES[kind]}＝${MONTHLY_DEFINITIONS[kind]}`).join('；');
  return `口径：${words}。${MONTHLY_UNIT}。数据截至 ${momentWords(figures.at)}。`;
}

/** A number as scripts get it. */
export interface DefinedNumber extends Counted {
  readonly definition: string;
}

/**
 * Every number of a month by a name that does not change: `closed`, `onTime`, `overdue`, `onTimeRate` (per cent; absent where
 * nothing was due), `press.held`, `press.target`, `news.submitted`, `news.accepted`, `news.late`, `news.target`, `news.met`,
 * `news.offices`, and of each office `news.submitted.NAME`, `news.accepted.NAME`, `news.target.NAME`; of other quotas
 * `quota.MATTER.PERIOD.accepted.NAME` and `….target.NAME`, without the name where the whole plan counts together; of rates
 * `rate.PHRASE.NAME`; of areas `area.NAME.closed` and `area.NAME.overdue`.
 */
export function monthlyNumbers(figures: MonthFigures): Readonly<Record<string, DefinedNumber>> {
  const numbers: Record<string, DefinedNumber> = {};
  const add = (name: string, kind: MonthlyNumber, { value, parts }: Counted) => {
    numbers[name] = { value, definition: MONTHLY_DEFINITIONS[kind], parts };
  };
  const { completion, areas, press, news } = figures;
  add('closed', 'closed', completion.closed);
  add('onTime', 'onTime', completion.onTime);
  add('overdue', 'overdue', completion.overdue);
  const share = shareOf(completion.onTime.value, onTimeTotal(completion));
  const rated = [...completion.closed.parts, ...completion.overdue.parts];
  if (share !== null) add('onTimeRate', 'onTimeRate', { value: share, parts: rated });
  for (const { area, closed, overdue } of areas) {
    add(`area.${area ?? ''}.closed`, 'closed', closed);
    add(`area.${area ?? ''}.overdue`, 'overdue', overdue);
  }
  if (press) {
    add('press.held', 'press', press.held);
    add('press.target', 'target', bare(press.target));
  }
  if (news) {
    add('news.submitted', 'submitted', news.submitted);
    add('news.accepted', 'accepted', news.accepted);
    add('news.late', 'late', bare(news.late));
    add('news.target', 'target', bare(news.target));
    add('news.met', 'met', bare(news.met));
    add('news.offices', 'offices', bare(news.offices.length));
    for (const office of news.offices) addOffice(add, 'news', office);
  }
  for (const { matter, periodKey, offices } of figures.others) {
    for (const office of offices) addOffice(add, `quota.${matter}.${periodKey}`, office);
  }
  for (const { rule, officeName, reading } of figures.rates) {
    if (reading?.share != null) add(`rate.${rule.phrase}.${officeName}`, 'rate', bare(reading.share));
  }
  return numbers;
}

type Add = (name: string, kind: MonthlyNumber, counted: Counted) => void;

function addOffice(add: Add, prefix: string, { officeName, submitted, accepted, target }: OfficeFigures): void {
  const name = officeName === null ? '' : `.${officeName}`;
  add(`${prefix}.submitted${name}`, 'submitted', submitted);
  add(`${prefix}.accepted${name}`, 'accepted', accepted);
  add(`${prefix}.target${name}`, 'target', bare(target));
}

/** A number that no single record is behind. */
function bare(value: number): Counted {
  return { value, parts: [] };
}

const ACCEPTED = /^(?:news|quota\..+\.(?<period>[^.]+))\.accepted(?:\..+)?$/;

/**
 * Numbers that a 更正 of a month is about: what was accepted in it, and what follows from that. All others, of longer periods too,
 * change from day to day.
 */
export function isCorrectable(name: string, month: string): boolean {
  if (name === 'press.held' || name === 'news.met') return true;
  const found = ACCEPTED.exec(name);
  return found !== null && (found.groups?.period ?? month) === month;
}

/** `局办公室信息采用`, `发布会指标`: a name of {@link monthlyNumbers} in words, and whether its number is per cent. */
export function monthlyNumberWords(name: string): { readonly words: string; readonly isPercent: boolean } {
  return { words: wordsOf(name), isPercent: name === 'onTimeRate' || name.startsWith('rate.') };
}

function wordsOf(name: string): string {
  if (name === 'press.held') return '发布会';
  if (name === 'news.offices') return '应报送信息的单位';
  if (name === 'news.met') return '信息报送达标单位';
  const area = /^area\.(.*)\.(closed|overdue)$/.exec(name);
  if (area) return `${area[1] || '未分板块'}：${nameOf(area[2])}`;
  const quota = /^quota\.(.+)\.([^.]+)\.(submitted|accepted|target)(?:\.(.+))?$/.exec(name);
  if (quota) return `${quota[4] ?? ''}${quota[1]}${nameOf(quota[3])}（${periodWords(quota[2] ?? '')}）`;
  const rate = /^rate\.(.+)\.([^.]+)$/.exec(name);
  if (rate) return `${rate[2]}“${rate[1]}”`;
  const [subject, kind, ...office] = name.split('.');
  if (subject === 'news') return `${office.join('.')}信息${nameOf(kind)}`;
  return subject === 'press' ? `发布会${nameOf(kind)}` : nameOf(subject);
}

function nameOf(kind: string | undefined): string {
  return Object.entries(MONTHLY_NAMES).find(([key]) => key === kind)?.[1] ?? '';
}

/** `政策研究处信息采用`, for the lines of a 更正: there the sum stands between its parts. */
export function numberLabel(name: string): string {
  return name === 'news.accepted' ? '信息采用合计' : wordsOf(name);
}

/** The name of {@link monthlyNumbers} of a number that has a list; null where it is the sum of several. */
export const NUMBER_OF_LIST: Readonly<Record<SummaryNumber, string | null>> = {
  overdue: 'overdue',
  closed: 'closed',
  onTime: 'onTime',
  press: 'press.held',
  submitted: 'news.submitted',
  accepted: 'news.accepted',
  late: 'news.late',
  others: null,
};
