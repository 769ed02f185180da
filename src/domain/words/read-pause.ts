import { type CivilDate, civilDateFrom, yearOf } from '../calendar/civil-date.ts';
import { foldWords } from './fold-words.ts';

/** What stands behind 暂停: what is meant, until when, and why. */
export interface PauseWords {
  /** A row's number, an office's name, or 全部; as typed. */
  readonly target: string;
  readonly until: CivilDate | null;
  readonly reason: string;
}

const UNTIL = /\s*(?:到|至|-|~)+\s*(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?(?:为?止|恢复|前)?/u;
const EVERYTHING = /^(?:全部|所有|一切|全局)(?:的?(?:事项|任务|工作|提醒))?$/u;

/** Reads `3 到 12月1日 机构改革`; a day without its year is the next one from today on. */
export function readPause(words: string, today: CivilDate): PauseWords {
  const found = UNTIL.exec(foldWords(words));
  if (!found) return { target: words.trim(), until: null, reason: '' };
  const [, year, month, day] = found;
  const years = year === undefined ? [yearOf(today), yearOf(today) + 1] : [Number(year)];
  const days = years.flatMap((each) => civilDateFrom(each, Number(month), Number(day)) ?? []);
  return {
    target: words.slice(0, found.index).trim(),
    until: days.find((date) => date > today) ?? days[0] ?? null,
    reason: words
      .slice(found.index + found[0].length)
      .replace(/^[\s,，:：;；。]+/u, '')
      .trim(),
  };
}

/** Whether the words mean every row and office. */
export function meansEverything(target: string): boolean {
  return EVERYTHING.test(foldWords(target).replace(/\s/gu, ''));
}
