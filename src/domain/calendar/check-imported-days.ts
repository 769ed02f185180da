import type { CalendarIssue } from './calendar-issue.ts';
import { yearOf } from './civil-date.ts';
import type { SettledDay } from './imported-days.ts';

/** Holidays that every notice names, with the days (`MM-DD`) between which some day of each is off. */
const EVERY_NOTICE = [
  { name: '元旦', from: '01-01', to: '01-01' },
  { name: '春节', from: '01-21', to: '02-21' },
  { name: '清明节', from: '04-02', to: '04-07' },
  { name: '劳动节', from: '05-01', to: '05-01' },
  { name: '国庆节', from: '10-01', to: '10-01' },
] as const;

/** What cannot be true of the days of a calendar file, or is missing from them. An empty list means they can be taken. */
export function checkImportedDays(days: readonly SettledDay[]): readonly CalendarIssue[] {
  const years = [...new Set(days.map(({ year }) => year))].toSorted((a, b) => a - b);
  return [
    ...(days.length === 0 ? [noDays()] : []),
    ...contradictionsIn(days),
    ...days.filter(isOutsideYear).map(outsideYear),
    ...years.flatMap((year) => incompleteYear(year, days)),
  ];
}

function noDays(): CalendarIssue {
  return { kind: 'no-days', line: null, text: '', expected: '休 / 班' };
}

function contradictionsIn(days: readonly SettledDay[]): readonly CalendarIssue[] {
  const first = new Map(days.toReversed().map((day) => [day.on, day]));
  return days
    .filter((day) => first.get(day.on)?.working !== day.working)
    .map(({ line, text, on }) => ({ kind: 'contradiction', line, text, expected: first.get(on)?.text ?? '' }));
}

function isOutsideYear({ on, year }: SettledDay): boolean {
  return on < `${year - 1}-12-01` || yearOf(on) > year;
}

function outsideYear({ line, text, year }: SettledDay): CalendarIssue {
  return { kind: 'outside-year', line, text, expected: String(year) };
}

function incompleteYear(year: number, days: readonly SettledDay[]): readonly CalendarIssue[] {
  const off = days.filter((day) => day.year === year && !day.working).map(({ on }) => on);
  const missing = EVERY_NOTICE.filter(
    ({ from, to }) => !off.some((on) => `${year}-${from}` <= on && on <= `${year}-${to}`),
  );
  if (missing.length === 0) return [];
  const expected = missing.map(({ name }) => name).join('、');
  return [{ kind: 'year-incomplete', line: null, text: String(year), expected }];
}
