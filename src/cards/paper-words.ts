import { civilDateOf, type Instant } from '../domain/calendar/civil-date.ts';
import { NEWS, PRESS } from '../domain/quotas/matter.ts';
import { hundredths } from '../domain/quotas/tally.ts';
import type { Correction, MonthFigures, OfficeFigures } from '../domain/reports/month-figures.ts';
import type { PaperBlock } from '../domain/reports/paper.ts';
import {
  MONTH_CLOSE,
  MONTHLY_DEFINITIONS,
  MONTHLY_NAMES,
  MONTHLY_UNIT,
  type MonthlyNumber,
} from './monthly-definitions.ts';
import { unitOf } from './quotas/quota-words.ts';
import { dayWords, fullDayWords, timeWords } from './words.ts';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 一 … 十, 十一 … */
export function ordinal(n: number): string {
  return n <= 10 ? (DIGITS[n] ?? String(n)) : `十${DIGITS[n - 10] ?? n}`;
}

/** Headings of the first level with their numbers, whichever of them there are. */
export function sections(
  parts: readonly { readonly title: string; readonly blocks: readonly PaperBlock[] }[],
): readonly PaperBlock[] {
  return parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, at): readonly PaperBlock[] => [
      { kind: 'heading', level: 1, text: `${ordinal(at + 1)}、${title}` },
      ...blocks,
    ]);
}

export function paragraph(text: string): PaperBlock {
  return { kind: 'paragraph', text };
}

/** `附注：数据截至…。` and what each number that the paper shows counts; `unit` where it counts 件. */
export function paperNotes(
  figures: MonthFigures,
  kinds: readonly MonthlyNumber[],
  more: { readonly before: readonly string[]; readonly unit: boolean },
): readonly string[] {
  return [
    `附注：数据截至${momentInFull(figures.at)}。${more.before.join('')}`,
    `口径：${kinds.map((kind) => `${MONTHLY_NAMES[kind]}＝${MONTHLY_DEFINITIONS[kind]}`).join('；')}。`,
    `${more.unit ? MONTHLY_UNIT : MONTH_CLOSE}。`,
  ];
}

/** `2026年12月4日09:05` */
export function momentInFull(at: Instant): string {
  return `${fullDayWords(civilDateOf(at))}${timeWords(at)}`;
}

/**
 * Table of the offices under one quota, in the order of the offices file, with their sum.
 *
 * @param period.isOver before that whoever has not enough yet has not failed
 */
export function officeTable(
  caption: string,
  offices: readonly OfficeFigures[],
  period: { readonly isOver: boolean },
): PaperBlock {
  const unmet = period.isOver ? '未达标' : '推进中';
  const sum = (of: (office: OfficeFigures) => number) =>
    String(hundredths(offices.reduce((total, office) => total + of(office), 0)));
  const met = offices.filter((office) => office.met).length;
  return {
    kind: 'table',
    table: {
      caption,
      columns: [
        { title: '单位', width: 4, align: 'left' },
        { title: '报送', width: 2, align: 'center' },
        { title: '采用', width: 2, align: 'center' },
        { title: '指标', width: 2, align: 'center' },
        { title: '是否达标', width: 2, align: 'center' },
      ],
      rows: [
        ...offices.map(({ officeName, submitted, accepted, target, met }) => [
          officeName ?? '全局',
          String(submitted.value),
          String(accepted.value),
          String(target),
          met ? '达标' : unmet,
        ]),
        ...(offices.length > 1
          ? [
              [
                '合计',
                sum(({ submitted }) => submitted.value),
                sum(({ accepted }) => accepted.value),
                sum(({ target }) => target),
                `达标${met}个`,
              ],
            ]
          : []),
      ],
      hasTotal: offices.length > 1,
    },
  };
}

/** `已达标`, `未达标`; until the month is closed nobody has failed. */
export function metWords(met: boolean, isClosed: boolean): string {
  if (met) return '已达标';
  return isClosed ? '未达标' : '尚未达到';
}

/**
 * Who lacks how much of what, a line a matter; nothing where the month asks for nothing. Of a month that is still open it is who has
 * to go on, not who has failed.
 *
 * @param title of the section once the month is closed
 */
export function missedSection(
  { news, press, others }: MonthFigures,
  { title, isClosed }: { readonly title: string; readonly isClosed: boolean },
): { readonly title: string; readonly blocks: readonly PaperBlock[] } {
  // A period that goes on can still be met.
  const ended = others.filter(({ goesOn }) => !goesOn);
  const lines = [
    ...[...(news ? [{ matter: NEWS, offices: news.offices }] : []), ...ended].flatMap(({ matter, offices }) => {
      const short = offices.filter(({ met }) => !met);
      return short.length === 0
        ? []
        : [`${matter}：${short.map((office) => missedWords(office, matter)).join('；')}。`];
    }),
    ...(press && !press.met ? [`${PRESS}：举办${press.held.value}场，差${press.target - press.held.value}场。`] : []),
  ];
  const asked = news !== null || press !== null || ended.length > 0;
  const said = lines.length > 0 || !asked ? lines : ['各项指标均已达到。'];
  return { title: isClosed ? title : '尚未达到指标的单位', blocks: said.map(paragraph) };
}

/** `法规科（采用1条，差1条）` */
function missedWords({ officeName, accepted, target }: OfficeFigures, matter: string): string {
  const unit = unitOf(matter);
  const gap = hundredths(target - accepted.value);
  return `${officeName ?? '全局'}（采用${accepted.value}${unit}，差${gap}${unit}）`;
}

/** `法规科11月5日《标题》：关账时退回，现采用` */
export function correctionWords({ submission, before }: Correction, officeNames: ReadonlyMap<string, string>): string {
  const who = submission.credits.map((id) => officeNames.get(id) ?? id).join('、');
  const now = standing(submission.state, submission.credits.length);
  const was = before ? standing(before.state, before.credits.length) : '未报送';
  return `${who}${dayWords(submission.eventOn)}“${submission.title}”：关账时${was}，现${now}`;
}

function standing(state: Correction['submission']['state'], credits: number): string {
  const split = credits > 1 ? `（${credits}个单位分摊）` : '';
  switch (state) {
    case 'submitted':
      return `待审核${split}`;
    case 'accepted':
      return `采用${split}`;
    case 'returned':
      return '退回';
    case 'withdrawn':
      return '撤回';
    case 'none':
      return '零报告';
  }
}

/** Who issues a paper: 云州市水务局 and 局办公室 are 云州市水务局办公室; either alone where it says the other. */
export function issuerWords(bureau: string | null, office: string): string {
  if (bureau === null || office.startsWith(bureau)) return office;
  const bare = office.replace(/^[本我]?(?=[局委厅办处])/, '').replace(/^[局委厅](?=..)/, '');
  return bureau.endsWith(bare) ? bureau : `${bureau}${bare}`;
}
