import type { CivilDate } from '../domain/calendar/civil-date.ts';
import {
  DEDUCTIONS,
  type OfficeScore,
  SCORE_WEIGHTS,
  type ScoreItem,
  type ScoreRecord,
} from '../domain/quotas/score-sheet.ts';
import type { PaperCell, PaperSheet, WorkbookPaper } from '../domain/reports/paper.ts';
import { periodWords } from './period-words.ts';
import { dateWords, fullDayWords } from './words.ts';

export interface ScoreView {
  readonly year: number;
  readonly issuer: string;
  readonly issuedOn: CivilDate;
  /** Last day of the objection window, five working days after the sheet was issued. */
  readonly objectionsUntil: CivilDate;
  readonly offices: readonly { readonly name: string; readonly score: OfficeScore }[];
}

const ITEMS: Readonly<Record<ScoreItem, string>> = { completion: '任务办结', quotas: '指标完成', quality: '报送质量' };
const NONE = '不涉及';

/** 年度考核 sheet: the points by visible rules, then every record behind them, then the rules. */
export function scoreWorkbook(view: ScoreView): WorkbookPaper {
  return { sheets: [pointsSheet(view), recordsSheet(view), rulesSheet(view)] };
}

function pointsSheet({ year, issuer, issuedOn, objectionsUntil, offices }: ScoreView): PaperSheet {
  return {
    name: '考核得分',
    title: `${year}年政务公开工作考核表`,
    lead: [
      `制表：${issuer}，${fullDayWords(issuedOn)}。异议期：自${fullDayWords(issuedOn)}起 5 个工作日，至${year === Number(objectionsUntil.slice(0, 4)) ? '' : `${objectionsUntil.slice(0, 4)}年`}${dateWords(objectionsUntil)}止；对得分或否决项有异议的，请在此期间向${issuer}提出，查实后更正。`,
      '本表为内部送核稿，异议期满并经审定后才能使用，程序不会自动公布。单位按名册顺序排列，不排名次；每一分的依据见“得分依据”。',
    ],
    columns: [
      { title: '单位', width: 18 },
      { title: `任务办结（${SCORE_WEIGHTS.completion}分）`, width: 16 },
      { title: `指标完成（${SCORE_WEIGHTS.quotas}分）`, width: 16 },
      { title: `报送质量（${SCORE_WEIGHTS.quality}分）`, width: 16 },
      { title: '得分（百分制）', width: 13 },
      { title: '否决项', width: 26 },
      { title: '不达标的周期', width: 40 },
    ],
    rows: offices.map(({ name, score: { points, total, vetoes } }) => [
      name,
      points.completion ?? NONE,
      points.quotas ?? NONE,
      points.quality ?? NONE,
      total ?? NONE,
      vetoes.length === 0 ? '无' : '信息报送不达标，不能评优',
      vetoes
        .map(({ period, accepted, target }) => `${periodWords(period.key)}（采用${accepted}，指标${target}）`)
        .join('；'),
    ]),
  };
}

function recordsSheet({ year, offices }: ScoreView): PaperSheet {
  return {
    name: '得分依据',
    title: `${year}年政务公开工作考核得分依据`,
    lead: ['每行一条记录。“计”一栏：任务办结和指标完成为该条所得份额（1 为满），报送质量为扣分。'],
    columns: [
      { title: '单位', width: 16 },
      { title: '计分项', width: 10 },
      { title: '记录', width: 48 },
      { title: '时限或周期', width: 18 },
      { title: '结果', width: 26 },
      { title: '计', width: 8 },
    ],
    rows: offices.flatMap(({ name, score }) =>
      score.records.map((record): readonly PaperCell[] => [name, ITEMS[record.item], ...recordCells(record)]),
    ),
  };
}

function recordCells(record: ScoreRecord): readonly PaperCell[] {
  if (record.item === 'quotas') {
    const { rule, period, accepted, target } = record.counter;
    return [`${rule.matter}：${rule.phrase}`, periodWords(period.key), `采用${accepted}，指标${target}`, record.value];
  }
  if (record.item === 'completion') {
    const { part } = record;
    const due = part.dueOn === null ? '' : fullDayWords(part.dueOn);
    return [rowWords(part), due, completionWords(record), record.value];
  }
  if ('part' in record) return [rowWords(record.part), '', `退文${record.times}次`, -record.value];
  const { title, matter, eventOn } = record.submission;
  const fault = record.fault === 'returned' ? '退回' : '迟报';
  return [`${matter}：${title}`, fullDayWords(eventOn), fault, -record.value];
}

function completionWords({ result, part }: Extract<ScoreRecord, { item: 'completion' }>): string {
  const on = part.closedOn === null ? '' : `${fullDayWords(part.closedOn)}`;
  switch (result) {
    case 'on-time':
      return `${on}按时办结`;
    case 'late':
      return `${on}逾期办结`;
    case 'overdue':
      return '逾期未办';
  }
}

function rowWords({
  taskNo,
  taskText,
  period,
}: {
  readonly taskNo: string | null;
  readonly taskText: string;
  readonly period: string | null;
}): string {
  return `${taskNo === null ? '' : `${taskNo} `}${taskText}${period === null ? '' : `（${periodWords(period)}）`}`;
}

function rulesSheet({ year }: ScoreView): PaperSheet {
  const { completion, quotas, quality } = SCORE_WEIGHTS;
  const { partReturned, submissionReturned, submissionLate } = DEDUCTIONS;
  return {
    name: '计分办法',
    title: `${year}年政务公开工作考核计分办法`,
    lead: [],
    columns: [
      { title: '项目', width: 16 },
      { title: '办法', width: 96 },
    ],
    rows: [
      [
        ITEMS.completion,
        `${completion}分×平均份额。有时限且已到期或已办结的每件：按时办结计1，逾期办结计0.5，逾期未办计0；没有时限、力争完成、印发前已到期、不涉及的不计。`,
      ],
      [ITEMS.quotas, `${quotas}分×平均份额。只看已关账的周期，每个周期每项指标：采用数÷指标，最高计1。`],
      [
        ITEMS.quality,
        `${quality}分起，扣完为止：任务退文每次扣${partReturned}分，报送现为退回的每条扣${submissionReturned}分，迟报每条扣${submissionLate}分；联合报送只扣报送单位。`,
      ],
      ['得分', '各项得分之和；单位不涉及的项目不计，其余项目按比例折成百分制。'],
      [
        '否决项',
        '已关账的周期中，各单位信息报送指标有一个周期不达标的，按“信息报送不达标不能评优”标出；关账后的更正一并计入。',
      ],
      ['异议', '自制表之日起5个工作日内提出，制表当日不计；查实的更正记录后重新制表。'],
    ],
  };
}
