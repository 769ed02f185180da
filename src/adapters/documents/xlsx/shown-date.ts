import type { DateUnit } from './format-code.ts';

const DAY_MS = 86_400_000;
/** The day before the first one of the count; it counts a 29th of February 1900 that there was not. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const FALSE_LEAP_DAY = 60;
/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;

/** A day number of a spreadsheet as Chinese text; `undefined` outside of the years it can show. */
export function shownDate(serial: number, units: readonly DateUnit[], countsFrom1904: boolean): string | undefined {
  if (serial < 0 || serial > LAST_DAY) return undefined;
  const days = !countsFrom1904 && serial < FALSE_LEAP_DAY ? serial + 1 : serial;
  // Times are kept as fractions of a day, which are never exact.
  const minutes = Math.round(days * 1440);
  const at = new Date((countsFrom1904 ? EPOCH_1904 : EPOCH_1900) + (minutes * DAY_MS) / 1440);
  return [day(at, units), time(at, units)].filter((part) => part !== '').join(' ');
}

function day(at: Date, units: readonly DateUnit[]): string {
  const year = `${at.getUTCFullYear()}年`;
  const month = `${at.getUTCMonth() + 1}月`;
  const date = `${at.getUTCDate()}日`;
  if (units.includes('day')) return units.includes('month') || units.includes('year') ? `${year}${month}${date}` : date;
  if (units.includes('month')) return units.includes('year') ? `${year}${month}` : month;
  return units.includes('year') ? year : units.includes('weekday') ? `${year}${month}${date}` : '';
}

function time(at: Date, units: readonly DateUnit[]): string {
  if (!units.includes('hour') && !units.includes('second')) return '';
  // A format with a clock on a cell that holds a mere day.
  if (units.includes('day') && at.getTime() % DAY_MS === 0) return '';
  return `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`;
}
