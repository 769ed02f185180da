import type { CivilDate } from '../domain/calendar/civil-date.ts';
import { actRefusalText } from './act-text.ts';
import { chooseRowText, said } from './answer-text.ts';
import { dateWords, numberWords } from './words.ts';

type ActProblem = Parameters<typeof actRefusalText>[0];

const EXAMPLES = '例如：暂停 3 到 12月1日 机构改革。“3”可换成处室名或“全部”';

/** What 暂停 or 恢复 was about. */
export type PausedWhat =
  | { readonly kind: 'row'; readonly no: string; readonly text: string }
  | { readonly kind: 'office'; readonly name: string }
  | { readonly kind: 'everything' };

export type PauseProblem =
  | { readonly kind: 'not-administrator' }
  | { readonly kind: 'target-missing' }
  | { readonly kind: 'unknown-target'; readonly words: string }
  | { readonly kind: 'several-rows'; readonly choices: Parameters<typeof chooseRowText>[0] }
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'nothing-paused' }
  | { readonly kind: 'not-recorded'; readonly refusal: ActProblem };

/** The answer to 暂停. */
export function pausedText(what: PausedWhat, parts: number, until: CivilDate, today: CivilDate): string {
  return [
    `已暂停${whatWords(what)}，未办的共 ${parts} 件，${dateWords(until, today)}恢复。`,
    `其间不提醒、不计逾期；卡片上注明“已暂停”。提前恢复请发“恢复 ${targetWords(what)}”。`,
  ].join('\n');
}

/** The answer to 恢复. */
export function resumedText(what: PausedWhat, parts: number): string {
  return `已恢复${whatWords(what)}，共 ${parts} 件，从下一个工作日起照常提醒。`;
}

/** Why nothing was paused or goes on, and what to write. */
export function pauseProblemText(problem: PauseProblem, command: '暂停' | '恢复'): string {
  switch (problem.kind) {
    case 'not-administrator':
      return `“${command}”由主管机构（局办公室）办理。暂时办不了的，请在卡片上申请延期或点“有困难”。`;
    case 'target-missing':
      return command === '暂停'
        ? `请写明暂停哪一项、到哪天、为什么，${EXAMPLES}。`
        : '请写明恢复哪一项，例如：恢复 3。';
    case 'unknown-target':
      return `没有找到“${said(problem.words, 16)}”：请写行号、处室名或“全部”，例如：${command === '暂停' ? '暂停 3 到 12月1日 机构改革' : '恢复 3'}。`;
    case 'several-rows':
      return chooseRowText(problem.choices, command);
    case 'nothing-open':
      return '没有未办的事项，无需暂停。';
    case 'nothing-paused':
      return '没有暂停的事项，无需恢复。';
    case 'not-recorded':
      return problem.refusal.kind === 'note-missing' || problem.refusal.kind === 'date-missing'
        ? `请写明到哪天、为什么，${EXAMPLES}。`
        : `${actRefusalText(problem.refusal)}，${EXAMPLES}。`;
  }
}

function whatWords(what: PausedWhat): string {
  switch (what.kind) {
    case 'row':
      return `第 ${said(numberWords(what.no), 12)} 项“${said(what.text, 24)}”`;
    case 'office':
      return `${said(what.name, 16)}的事项`;
    case 'everything':
      return '全部事项';
  }
}

function targetWords(what: PausedWhat): string {
  switch (what.kind) {
    case 'row':
      return said(numberWords(what.no), 12);
    case 'office':
      return said(what.name, 16);
    case 'everything':
      return '全部';
  }
}
