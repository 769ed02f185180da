import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { NEWS } from '../domain/quotas/matter.ts';
import type { Correction, MonthFigures } from '../domain/reports/month-figures.ts';
import type { MonthProblems } from '../domain/reports/month-problems.ts';
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
import { returnReasonWords } from './quotas/return-form.ts';
import { dayWords, fullDayWords, shareOf } from './words.ts';

export interface CircularView {
  readonly figures: MonthFigures;
  readonly problems: MonthProblems;
  /** 主送, without its colon. */
  readonly addressee: string;
  /** 署名 */
  readonly issuer: string;
  readonly issuedOn: CivilDate;
  /** `draft` until the month's summary was approved; `correction` of one that was posted. */
  readonly standing: 'draft' | 'approved' | 'correction';
  readonly closesOn: CivilDate;
  readonly isClosed: boolean;
  /** Of the month itself, since it was closed. */
  readonly ownCorrections: readonly Correction[];
  readonly officeNames: ReadonlyMap<string, string>;
}

/** 通报 on a month's submissions in official form. Every sentence is formed from the figures; what is asked of people is general. */
export function circularPaper(view: CircularView): DocumentPaper {
  const month = fullMonthWords(view.figures.month);
  const about = `${month}政务公开信息报送情况`;
  const unclosed = view.isClosed ? [] : [`本月于${dayWords(view.closesOn)}关账，此前数字可能变动。`];
  return {
    mark: view.standing === 'draft' ? '草稿：未经审定，不得印发' : null,
    title: `关于${view.standing === 'correction' ? '更正' : ''}${month}政务公开\n信息报送情况的通报`,
    addressee: `${view.addressee}：`,
    blocks: [
      paragraph(`现将${about}通报如下。`),
      ...sections([
        { title: '更正事项', blocks: ownCorrections(view) },
        { title: '总体情况', blocks: overview(view) },
        { title: '报送及采用情况', blocks: tables(view) },
        missedSection(view.figures, { title: '未达标名单', isClosed: view.isClosed }),
        { title: '存在问题', blocks: problems(view) },
        { title: '下步要求', blocks: requests(view) },
      ]),
    ],
    signature: { office: view.issuer, date: fullDayWords(view.issuedOn) },
    notes: paperNotes(view.figures, NUMBERS, { before: unclosed, unit: false }),
  };
}

const NUMBERS: readonly MonthlyNumber[] = ['submitted', 'accepted', 'met', 'late', 'press'];

function ownCorrections({ ownCorrections: own, officeNames }: CircularView): readonly PaperBlock[] {
  return own.map((correction, at) => paragraph(`${at + 1}．${correctionWords(correction, officeNames)}。`));
}

function overview({ figures: { news, press, month }, isClosed }: CircularView): readonly PaperBlock[] {
  const words: string[] = [];
  if (news) {
    const share = shareOf(news.accepted.value, news.submitted.value);
    words.push(
      `${fullMonthWords(month)}，应报送信息的${news.offices.length}个单位共报送${news.submitted.value}条，采用${news.accepted.value}条${share === null ? '' : `，采用率${share}%`}；达标${news.met}个，${metWords(false, isClosed)}${news.offices.length - news.met}个。`,
    );
    const { beside } = news;
    if (beside.submitted > 0) {
      words.push(`另有没有指标的单位报送${beside.submitted}条，采用${beside.accepted}条。`);
    }
  } else words.push('在用计划没有规定各单位每月报送信息的数量。');
  if (press)
    words.push(`举办新闻发布会${press.held.value}场，指标${press.target}场，${metWords(press.met, isClosed)}。`);
  return [paragraph(words.join(''))];
}

function tables({ figures: { news, press, others, month }, isClosed }: CircularView): readonly PaperBlock[] {
  const blocks: PaperBlock[] = [];
  if (news)
    blocks.push(officeTable(`${fullMonthWords(month)}各单位信息报送及采用情况表`, news.offices, { isOver: isClosed }));
  for (const other of others) {
    const caption = `${other.matter}（${periodWords(other.periodKey)}，“${other.phrase}”）报送及采用情况表`;
    blocks.push(officeTable(caption, other.offices, { isOver: isClosed && !other.goesOn }));
  }
  if (press && press.events.length > 0) {
    const events = press.events.map(({ eventOn, title }) => `${dayWords(eventOn)}“${title}”`);
    blocks.push(paragraph(`新闻发布会：${events.join('；')}。`));
  }
  return blocks.length === 0 ? [paragraph('本月没有报送。')] : blocks;
}

function problems({
  problems: { returned, late, waiting },
  figures,
  officeNames,
}: CircularView): readonly PaperBlock[] {
  const unit = unitOf(NEWS);
  const lines: string[] = [];
  if (returned.count > 0) {
    const reasons = returned.reasons
      .map(({ reason, count }) => `${returnReasonWords(reason, NEWS)}${count}${unit}`)
      .join('、');
    lines.push(`退回${returned.count}${unit}，其中${reasons}。`);
  }
  if (late > 0) lines.push(`迟报${late}${unit}，晚于活动结束后1个工作日报送。`);
  if (waiting > 0) lines.push(`尚有${waiting}${unit}待审核，未计入采用。`);
  if (figures.corrections.length > 0) {
    lines.push(`上月关账后更正：${figures.corrections.map((each) => correctionWords(each, officeNames)).join('；')}。`);
  }
  if (lines.length === 0) return [paragraph('本月没有退回和迟报。')];
  return lines.map((line, at) => paragraph(`${at + 1}．${line}`));
}

function requests({
  figures,
  problems: { returned, late },
  issuer,
  isClosed,
  closesOn,
}: CircularView): readonly PaperBlock[] {
  const short = figures.news?.offices.some(({ met }) => !met) || figures.press?.met === false;
  const lines = [
    short
      ? isClosed
        ? '未达标单位请对照指标查明原因，下月按时足额完成。'
        : `尚未达到指标的单位请抓紧报送，本月的最迟于${dayWords(closesOn)}报齐。`
      : '请各单位继续按指标均衡报送。',
    ...(late > 0 ? ['信息请在活动结束后1个工作日内报送。'] : []),
    ...(returned.count > 0 ? ['报送前请核对是否已经报过、内容是否属实、链接能否打开。'] : []),
    `对所列数字有异议的，请向${issuer}提出，查实后列为更正。`,
  ];
  return lines.map((line, at) => paragraph(`${at + 1}．${line}`));
}
