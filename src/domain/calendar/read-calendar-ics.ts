import type { CalendarIssue } from './calendar-issue.ts';
import { addDays, type CivilDate, parseCivilDate } from './civil-date.ts';
import type { CalendarReading, ImportedDay } from './imported-days.ts';

interface ContentLine {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** No holiday is longer; a longer event is a slip in DTEND. */
const MOST_DAYS = 31;
const WORKED = /班/;
const REST = /休|放假|假期/;
const MARK = /[（(【[]?(?:调休上班|补班|上班|班|调休|补休|放假|假期|休)(?:[）)】\]]|(?=[\s\d]|第|$)).*$/;

/**
 * Reads the all-day events of an iCalendar file (RFC 5545): 班 in the summary is a make-up workday, 休, 放假 or 假期 a day off, and
 * events with neither (节气, birthdays) are passed over. DTEND is exclusive; recurrence is not expanded, since no holiday recurs.
 */
export function readCalendarIcs(text: string): CalendarReading {
  const days: ImportedDay[] = [];
  const issues: CalendarIssue[] = [];
  for (const event of eventsOf(unfold(text))) {
    const summary = event.find(({ name }) => name === 'SUMMARY');
    if (!summary || !(WORKED.test(summary.value) || REST.test(summary.value))) continue;
    const start = event.find(({ name }) => name === 'DTSTART');
    const end = event.find(({ name }) => name === 'DTEND');
    const from = start && dateOf(start.value);
    const last = end ? dayBefore(end.value) : from;
    const bad = from ? end : (start ?? summary);
    if (!from || !last || addDays(from, MOST_DAYS) < last) {
      issues.push({ kind: 'bad-date', line: bad?.line ?? summary.line, text: bad?.value ?? '', expected: '20270201' });
      continue;
    }
    const day = { working: WORKED.test(summary.value), name: nameOf(summary.value), year: null };
    // An event that ends on the day it begins is one day long: some programs write it so.
    for (let on = from; on === from || on <= last; on = addDays(on, 1)) {
      days.push({ on, ...day, line: summary.line, text: `${on} ${summary.value}` });
    }
  }
  return { days, provenance: new Map(), issues };
}

/** A long line goes on in the next one, which then begins with a space or a tab. */
function unfold(text: string): readonly ContentLine[] {
  const joined: { line: number; text: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const last = joined.at(-1);
    if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else joined.push({ line: index + 1, text: line });
  }
  return joined.map(({ line, text: content }) => {
    const [, name = '', value = ''] = /^([\w-]+)[^:]*:(.*)$/.exec(content) ?? [];
    return { line, name: name.toUpperCase(), value: value.replace(/\\([,;\\])/g, '$1').trim() };
  });
}

function eventsOf(lines: readonly ContentLine[]): readonly (readonly ContentLine[])[] {
  const events: ContentLine[][] = [];
  let open: ContentLine[] | undefined;
  for (const line of lines) {
    const isEvent = line.value.toUpperCase() === 'VEVENT';
    if (line.name === 'BEGIN' && isEvent) open = [];
    else if (line.name === 'END' && isEvent && open) events.push(open);
    else open?.push(line);
  }
  return events;
}

function dateOf(value: string): CivilDate | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(value);
  return match ? parseCivilDate(`${match[1]}-${match[2]}-${match[3]}`) : undefined;
}

function dayBefore(end: string): CivilDate | undefined {
  const date = dateOf(end);
  return date && addDays(date, -1);
}

/** 春节(休) · 春节假期 · 春节 补班 第1天/共2天 · 上班(补春节假期) */
function nameOf(summary: string): string {
  const inside = /^上班[（(]补(.+?)(?:假期)?[）)]$/.exec(summary)?.[1];
  if (inside) return inside;
  return summary.replace(MARK, '').trim();
}
