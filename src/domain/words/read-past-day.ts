import { type CivilDate, civilDateFrom, yearOf } from '../calendar/civil-date.ts';
import { foldWords } from './fold-words.ts';

const DAY = /(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?/u;

/** The first day in the words, one without its year being the last such day until today; undefined where there is none. */
export function readPastDay(words: string, today: CivilDate): CivilDate | undefined {
  const found = DAY.exec(foldWords(words));
  if (!found) return undefined;
  const [, year, month, day] = found;
  if (year !== undefined) return civilDateFrom(Number(year), Number(month), Number(day));
  return [yearOf(today), yearOf(today) - 1]
    .flatMap((near) => civilDateFrom(near, Number(month), Number(day)) ?? [])
    .find((date) => date <= today);
}
