import { addDays, type CivilDate, civilDateFrom, daysBetween, weekdayOf, yearOf } from '../calendar/civil-date.ts';
import { foldWords } from '../words/fold-words.ts';
import { EXPLAINER, matterOf, NEWS, PRESS } from './matter.ts';

/** What a person said of something to submit, as they said it: it is judged like a form. */
export interface SaidSubmission {
  readonly matter: string;
  readonly title: string;
  /** Empty where there is none. */
  readonly link: string;
  /** `YYYY-MM-DD`; null where no day was named, empty where the day named does not exist. */
  readonly date: string | null;
}

/** Matters by the words that lead a line, the longest first. */
const LEADING: readonly (readonly [RegExp, string])[] = [
  [/^(?:新闻)?发布会(?:登记)?(?=[\s:,;、]|$)/u, PRESS],
  [/^(?:(?:图文|政策)?解读|(?:政策)?图解)(?=[\s:,;、]|$)/u, EXPLAINER],
  [/^(?:政务)?(?:信息|新闻)(?=[\s:,;、]|$)/u, NEWS],
];

const WHOLE_LINK = /https?:\/\/[^\s,;，。；、！？“”（）《》]+/iu;
const BARE_LINK = /(?:[a-z0-9-]+\.)+(?:cn|com|net|org)(?::\d+)?(?:\/[^\s,;，。；、！？“”（）《》]*)?/iu;

const EDGE = /^[\s,，;；:：、。.]+|[\s,，;；:：、]+$/gu;
const FULL = '(?<year>\\d{4})[-/.年](?<m1>\\d{1,2})[-/.月](?<d1>\\d{1,2})[日号]?';
const DAY_IN_MONTH = '(?<m2>\\d{1,2})月(?<d2>\\d{1,2})[日号]';
const BRIEF = '(?<m3>\\d{1,2})[-/.](?<d3>\\d{1,2})';
const NEAR = '(?<near>前天|昨天|昨日|今天|今日|明天|明日|后天|大后天)';
const WEEK = '(?<week>上|本|这|下)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])';
const GAP = '(?=[\\s,;:、]|$)';
const ANY = `(?:${FULL}|${DAY_IN_MONTH}|${BRIEF}|${NEAR}|${WEEK})`;
const AT_START = new RegExp(`^${ANY}${GAP}`, 'u');
const AT_END = new RegExp(`(?<=[\\s,;:、])(?:${FULL}|${DAY_IN_MONTH}|${NEAR}|${WEEK})$`, 'u');
const WITHIN = new RegExp(`^(?:${FULL}|${DAY_IN_MONTH})`, 'u');

/**
 * Takes a line such as `标题 https://… 11月18日` or `2026-11-18 主题` apart. A link may stand anywhere; a day at either end leaves the
 * title, one that is written together with it is read and stays.
 *
 * @param lead the matter of the word that began the line; the words themselves may name another
 */
export function readSubmission(
  words: string,
  { lead, today }: { readonly lead: string | null; readonly today: CivilDate },
): SaidSubmission {
  const named = LEADING.find(([pattern]) => pattern.test(foldWords(words.trim())));
  const length = named?.[0].exec(foldWords(words.trim()))?.[0].length ?? 0;
  const matter = named?.[1] ?? matterOf(lead ?? NEWS);
  const said = words.trim().slice(length).replace(EDGE, '');
  const { link, rest } = withoutLink(said);
  const { title, day } = withoutDay(rest.replace(EDGE, ''));
  const date = day && dayOf(day, today, matter === PRESS);
  return { matter, title: title.replace(/\s+/gu, ' '), link, date: day ? (date ?? '') : null };
}

/**
 * What a file is submitted as, by its name: its title without the ending (which has a letter: `会议纪要11.18` ends in a date), and an
 * explainer where the name says so and one is asked for. Everything else is news.
 */
export function readFileName(fileName: string, matters: readonly string[]): Pick<SaidSubmission, 'matter' | 'title'> {
  const title = fileName.replace(/\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}$/i, '').trim();
  const isExplainer = matters.includes(EXPLAINER) && matterOf(title) === EXPLAINER;
  return { matter: isExplainer ? EXPLAINER : NEWS, title };
}

/** Full-width addresses are found as well: folding keeps every place. */
function withoutLink(words: string): { readonly link: string; readonly rest: string } {
  const folded = foldWords(words);
  const found = WHOLE_LINK.exec(words) ?? WHOLE_LINK.exec(folded) ?? BARE_LINK.exec(words) ?? BARE_LINK.exec(folded);
  if (!found) return { link: '', rest: words };
  const end = found.index + found[0].length;
  const link = words.slice(found.index, end);
  return {
    link: /^[\x21-\x7e]/.test(link) ? link : link.normalize('NFKC'),
    rest: `${words.slice(0, found.index)} ${words.slice(end)}`,
  };
}

function withoutDay(words: string): { readonly title: string; readonly day: RegExpExecArray | null } {
  const folded = foldWords(words);
  const start = AT_START.exec(folded);
  if (start) return { title: words.slice(start[0].length).replace(EDGE, ''), day: start };
  const end = AT_END.exec(folded);
  if (end) return { title: words.slice(0, end.index).replace(EDGE, ''), day: end };
  return { title: words, day: WITHIN.exec(folded) };
}

/** @param coming a day without its year may lie ahead: the nearest one is meant; else the last one until today */
function dayOf({ groups }: RegExpExecArray, today: CivilDate, coming: boolean): CivilDate | undefined {
  const part = (name: string): string | undefined => groups?.[name];
  const month = Number(part('m1') ?? part('m2') ?? part('m3'));
  const day = Number(part('d1') ?? part('d2') ?? part('d3'));
  const year = part('year');
  if (year !== undefined) return civilDateFrom(Number(year), month, day);
  const near = part('near');
  if (near !== undefined) return addDays(today, NEAR_DAYS[near] ?? 0);
  const weekday = part('weekday');
  if (weekday !== undefined) return dayOfWeek(part('week') ?? '本', weekday, today);
  const years = [yearOf(today), yearOf(today) - 1, ...(coming ? [yearOf(today) + 1] : [])];
  const days = years.flatMap((each) => civilDateFrom(each, month, day) ?? []);
  if (!coming) return days.find((date) => date <= today) ?? days[0];
  return days.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0];
}

const NEAR_DAYS: Readonly<Record<string, number>> = {
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};

function dayOfWeek(week: string, name: string, today: CivilDate): CivilDate {
  const wanted = '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1;
  const weeks = week === '上' ? -7 : week === '下' ? 7 : 0;
  return addDays(today, wanted - weekdayOf(today) + weeks);
}
