import type { CalendarIssue } from './calendar-issue.ts';
import { addDays, type CivilDate, parseCivilDate } from './civil-date.ts';
import type { CalendarReading, ImportedDay, Provenance } from './imported-days.ts';

/** No holiday is longer; a longer run is a slip in `to`. */
const MOST_DAYS = 31;
const SHAPES = '{ year, notice, issuedOn, daysOff, makeUpDays } / { year, papers, days }';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads one year, or a list of years, in our own shape (`YearArrangement`) or in that of the data set NateScarlet/holiday-cn:
 * `{ year, papers: string[], days: { name, date, isOffDay }[] }`.
 */
export function readCalendarJson(text: string): CalendarReading {
  const parsed = parseJson(text);
  if ('issue' in parsed) return { days: [], provenance: new Map(), issues: [parsed.issue] };
  const isList = Array.isArray(parsed.value);
  const entries: readonly unknown[] = isList ? parsed.value : [parsed.value];
  const days: ImportedDay[] = [];
  const issues: CalendarIssue[] = [];
  const provenance = new Map<number | null, Provenance>();
  for (const [index, entry] of entries.entries()) {
    const path = isList ? `[${index}].` : '';
    const year = isFields(entry) ? entry.year : undefined;
    if (!isFields(entry) || typeof year !== 'number' || !Number.isInteger(year)) {
      issues.push({ kind: 'bad-shape', line: null, text: `${path}year`, expected: SHAPES });
      continue;
    }
    const found = 'days' in entry ? holidayCnDays(entry, year, path) : ownDays(entry, year, path);
    days.push(...found.filter((day) => 'on' in day));
    issues.push(...found.filter((day) => 'kind' in day));
    provenance.set(year, provenanceOf(entry));
  }
  return { days, provenance, issues };
}

type Found = ImportedDay | CalendarIssue;

function holidayCnDays(entry: Fields, year: number, path: string): readonly Found[] {
  return listOf(entry, 'days', path).flatMap(({ at, fields }): readonly Found[] => {
    const { isOffDay, date } = fields;
    if (typeof isOffDay !== 'boolean')
      return [{ kind: 'bad-type', line: null, text: `${at}.isOffDay`, expected: 'true / false' }];
    return run({ year, at, name: textOf(fields.name), working: !isOffDay, from: date, to: date });
  });
}

function ownDays(entry: Fields, year: number, path: string): readonly Found[] {
  const rest = listOf(entry, 'daysOff', path).flatMap(({ at, fields: { name, from, to } }) =>
    run({ year, at, name: textOf(name), working: false, from, to: to ?? from }),
  );
  const worked = listOf(entry, 'makeUpDays', path).flatMap(({ at, fields: { on, forHoliday } }) =>
    run({ year, at, name: textOf(forHoliday), working: true, from: on, to: on }),
  );
  const isOurs = Array.isArray(entry.daysOff) && Array.isArray(entry.makeUpDays);
  return isOurs
    ? [...rest, ...worked]
    : [{ kind: 'bad-shape', line: null, text: `${path}year: ${year}`, expected: SHAPES }];
}

function run({
  year,
  at,
  name,
  working,
  from,
  to,
}: {
  year: number;
  at: string;
  name: string;
  working: boolean;
  from: unknown;
  to: unknown;
}): readonly Found[] {
  const first = dateOf(from);
  const last = dateOf(to);
  if (!first || !last || last < first || addDays(first, MOST_DAYS) < last) {
    const text = from === to ? `${at}: ${textOf(from)}` : `${at}: ${textOf(from)} … ${textOf(to)}`;
    return [{ kind: 'bad-date', line: null, text, expected: `${year}-02-01` }];
  }
  const days: ImportedDay[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    days.push({ on, working, name, year, line: null, text: `${at}: ${on}` });
  }
  return days;
}

function provenanceOf(entry: Fields): Provenance {
  const papers = Array.isArray(entry.papers) ? entry.papers.map(textOf).join(' ') : '';
  return { notice: textOf(entry.notice) || papers || null, issuedOn: dateOf(entry.issuedOn) ?? null };
}

function listOf(entry: Fields, key: string, path: string): readonly { at: string; fields: Fields }[] {
  const list: unknown = entry[key];
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return items.map((item, index) => ({ at: `${path}${key}[${index}]`, fields: isFields(item) ? item : {} }));
}

function parseJson(text: string): { readonly value: unknown } | { readonly issue: CalendarIssue } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(said)?.[1];
    const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
    return { issue: { kind: 'not-json', line, text: said, expected: SHAPES } };
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function dateOf(value: unknown): CivilDate | undefined {
  return typeof value === 'string' ? parseCivilDate(value) : undefined;
}
