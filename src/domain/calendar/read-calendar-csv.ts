import type { CalendarIssue } from './calendar-issue.ts';
import { type CivilDate, civilDateFrom, weekdayOf } from './civil-date.ts';
import type { CalendarReading, ImportedDay } from './imported-days.ts';
import { weekdayName } from './working-calendar.ts';

const HEADER = ['日期', '类型', '名称'] as const;
const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const TYPES: ReadonlyMap<string, boolean> = new Map([
  ['休', false],
  ['放假', false],
  ['班', true],
  ['上班', true],
  ['补班', true],
]);

/**
 * Reads a table with the columns 日期,类型,名称 in any order, one day a row, 休 or 班. Without a header line the columns stand in
 * this order. Spreadsheets' ways of writing a date (2027/2/1, 2027年2月1日) and tabs between cells are understood. A line that
 * starts with `#` is a comment; the first one names the source (`# 国办发明电〔2016〕17号`).
 */
export function readCalendarCsv(text: string): CalendarReading {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, text: line.trim() }));
  const comment = lines.find((row) => row.text.startsWith('#'));
  const rows = lines.filter((row) => row.text !== '' && !row.text.startsWith('#'));
  const header = rows[0] && cellsOf(rows[0].text).includes('日期') ? cellsOf(rows[0].text) : undefined;
  const columns = HEADER.map((name) => (header ?? HEADER).indexOf(name));
  const days: ImportedDay[] = [];
  const issues: CalendarIssue[] = [];
  for (const row of header ? rows.slice(1) : rows) {
    const cells = cellsOf(row.text);
    const [date = '', type = '', name = ''] = columns.map((column) => cells[column] ?? '');
    const on = dateOf(date);
    const working = TYPES.get(type);
    if (!on) issues.push({ kind: 'bad-date', ...row, expected: '2027-02-01' });
    if (working === undefined) issues.push({ kind: 'bad-type', ...row, expected: '休 / 班' });
    if (on && working && weekdayOf(on) <= 5) issues.push(makeUpOnWeekday(on, row));
    if (on && working !== undefined) days.push({ on, working, name, year: null, ...row });
  }
  const notice = comment ? comment.text.replace(/^#\s*/, '') : null;
  return { days, provenance: new Map([[null, { notice, issuedOn: null }]]), issues };
}

/** In a table typed by hand a make-up workday that is no weekend day is a slip of the date, which nothing else would show. */
function makeUpOnWeekday(
  on: CivilDate,
  { line, text }: { readonly line: number; readonly text: string },
): CalendarIssue {
  return { kind: 'make-up-on-weekday', line, text: `${text}（${weekdayName(on)}）`, expected: '周六 / 周日' };
}

function cellsOf(line: string): readonly string[] {
  return line.split(/[,，\t]/).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

function dateOf(text: string): CivilDate | undefined {
  const match = DATE.exec(text);
  return match ? civilDateFrom(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}
