import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { PartAct } from '../../domain/ledger/part-act.ts';
import type { LookBackCounts, QuestionAnswer } from '../../domain/look-back/question.ts';
import { RETURN_REASON_WORDS } from '../act-text.ts';
import { periodWords } from '../period-words.ts';
import type { Toast } from '../text.ts';
import { clip, dayWords, fullDayWords, numberWords } from '../words.ts';

/** Title of the ledger that a look-back at `year` makes: it is a plan of the year after. */
export function lookBackTitle(year: number): string {
  return `${year + 1}年“回头看”整改台账`;
}

/** The year that a plan looks back at, by its title; undefined for any other plan. */
export function yearLookedBackAt(plan: { readonly title: string; readonly year: number }): number | undefined {
  return plan.title === lookBackTitle(plan.year - 1) ? plan.year - 1 : undefined;
}

/** Headings of the three parts of the ledger. */
export const LOOK_BACK_AREAS = {
  rectify: '未完成事项整改',
  'look-back': '“回头看”抽查',
  rebound: '反弹事项整改',
} as const;

interface OldRow {
  readonly no: string | null;
  readonly text: string;
}

/** `公开季度信息（原第3项，未完成：第三季度、第四季度）`. */
export function rectifyText(
  row: OldRow,
  unfinished: readonly { period: string | null; event: string | null }[],
): string {
  const what = unfinished.flatMap(({ period, event }) => {
    if (event !== null) return [`“${event}”`];
    return period === null ? [] : [periodWords(period)];
  });
  return `${bare(row.text)}（${placeOf(row)}${what.length === 0 ? '，上年未完成' : `，未完成：${[...new Set(what)].join('、')}`}）`;
}

/** `公开部门预算（原第1项，2025年4月20日办结）是否仍在落实`. */
export function questionText(row: OldRow, closedOn: CivilDate | null): string {
  return `${bare(row.text)}（${placeOf(row)}${closedOn === null ? '' : `，${fullDayWords(closedOn)}办结`}）是否仍在落实`;
}

/** `公开部门预算（原第1项，已反弹：栏目停更）`. */
export function reboundText(row: OldRow, sentence: string): string {
  return `${bare(row.text)}（${placeOf(row)}，已反弹${sentence === '' ? '' : `：${clip(sentence, 80)}`}）`;
}

/** `《2025年工作要点》第3项`, for the row's note. */
export function originWords({ no }: OldRow, planTitle: string): string {
  return `《${planTitle}》${no === null ? '' : `第${numberWords(no)}项`}`;
}

function placeOf({ no }: OldRow): string {
  return no === null ? '原任务' : `原第${numberWords(no)}项`;
}

function bare(text: string): string {
  return text.trim().replace(/[。；;，,]+$/u, '');
}

/** The record beside a part of last year that is carried on. */
export function takenOverNote(title: string): string {
  return `已转入《${title}》，原任务不再提醒`;
}

/** An answer in one word. */
export const ANSWER_WORDS: Readonly<Record<QuestionAnswer, string>> = {
  holds: '仍在落实',
  rebounded: '已反弹',
  unanswered: '未答',
  excused: '不涉及',
};

/** `3 项仍在落实，1 项已反弹，2 项未答`. */
export function countsText({ holds, rebounded, unanswered, excused }: LookBackCounts): string {
  const rest = excused > 0 ? `，${excused} 项不涉及` : '';
  return `${holds} 项仍在落实，${rebounded} 项已反弹，${unanswered} 项未答${rest}`;
}

/** Why a look-back cannot be done. */
export type LookBackRefusal =
  | { readonly kind: 'year-not-over'; readonly year: number }
  | { readonly kind: 'no-plan'; readonly year: number; readonly known: readonly number[] }
  | { readonly kind: 'nothing-to-look-back-at'; readonly year: number }
  | { readonly kind: 'due-over'; readonly on: CivilDate }
  | { readonly kind: 'not-administrator' };

export function lookBackRefusalText(refusal: LookBackRefusal): string {
  switch (refusal.kind) {
    case 'year-not-over':
      return `${refusal.year}年还没有结束：“回头看”针对以前年度，请写 ${refusal.year - 1} 或更早的年份。`;
    case 'no-plan':
      return `台账里没有${refusal.year}年施行过的计划：${
        refusal.known.length === 0 ? '请先导入计划。' : `现有 ${refusal.known.join('、')} 年，请改写年份。`
      }`;
    case 'nothing-to-look-back-at':
      return `${refusal.year}年的台账既没有到期未完成的事项，也没有已办结的事项：无需“回头看”。`;
    case 'due-over':
      return `整改时限 ${fullDayWords(refusal.on)}不在今天之后：请写以后的日期。`;
    case 'not-administrator':
      return '只有主管机构和管理员可以开展“回头看”：如需开展，请联系局办公室。';
  }
}

/** What a round would do, has done, or how it stands; for the administrator who wrote 回头看. */
export function lookBackAnswer(report: {
  readonly year: number;
  readonly started: boolean;
  readonly rectify: number;
  readonly rebounds: number;
  readonly sample: number;
  readonly sampleOffices: number;
  readonly dueOn: CivilDate;
  readonly answerBy: CivilDate;
  readonly results: LookBackCounts;
  readonly left: { readonly paused: number; readonly notDue: number; readonly undated: number };
  readonly unreachable: readonly string[];
}): string {
  const { year, sample, rectify } = report;
  const title = lookBackTitle(year);
  const left = leftWords(report.left);
  if (!report.started) {
    return [
      `${year}年“回头看”（尚未开始）`,
      `· 到期未完成 ${rectify} 项，转为整改，时限 ${fullDayWords(report.dueOn)}`,
      `· 已办结事项抽查 ${sample} 项，涉及 ${report.sampleOffices} 个单位，请于 ${fullDayWords(report.answerBy)}前答复`,
      ...(left === '' ? [] : [`· ${left}，不转整改`]),
      `发“回头看 ${year} 开始”即建立《${title}》并发给各单位。`,
    ].join('\n');
  }
  return [
    `《${title}》`,
    `· 未完成转整改 ${rectify} 项，反弹转整改 ${report.rebounds} 项`,
    `· 抽查 ${sample} 项：${countsText(report.results)}`,
    ...(left === '' ? [] : [`· ${left}，不转整改`]),
    ...(report.unreachable.length === 0
      ? []
      : [`· 没有联络人、未发的单位：${report.unreachable.join('、')}，请在单位名单中补上联络人`]),
  ].join('\n');
}

export function leftWords({ paused, notDue, undated }: { paused: number; notDue: number; undated: number }): string {
  const words = [
    ...(paused > 0 ? [`已暂停 ${paused} 件`] : []),
    ...(notDue > 0 ? [`未到期 ${notDue} 件`] : []),
    ...(undated > 0 ? [`没有时限 ${undated} 件`] : []),
  ];
  return words.length === 0 ? '' : `未办结的还有${words.join('、')}`;
}

/** What the words 回头看 need behind them, where they cannot be read. */
export function lookBackUsageText(lastYear: number): string {
  return `没有看懂要回头看哪一年：请写“回头看 ${lastYear}”查看，或“回头看 ${lastYear} 开始”开展。`;
}

export function answeredToast(rebounded: boolean, dueOn: CivilDate | null): Toast {
  if (!rebounded) return { type: 'success', text: '已记录：仍在落实' };
  return {
    type: 'success',
    text: `已记录，列入整改台账${dueOn === null ? '' : `，整改时限 ${dayWords(dueOn)}`}`,
  };
}

export function sentenceMissingText(): string {
  return '请用一句话写明哪里反弹';
}

/** What the reviewer found missing in an answer. */
export function returnedText({ personName, reasons, note }: Pick<PartAct, 'personName' | 'reasons' | 'note'>): string {
  const why = [...reasons.map((reason) => RETURN_REASON_WORDS[reason]), ...(note === '' ? [] : [note])].join('；');
  return `${clip(personName, 10)} 退文：${clip(why, 80)}，请重新答复`;
}
