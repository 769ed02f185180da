import { InvalidArgumentError } from 'commander';
import { type CivilDate, type Instant, parseCivilDate, parseInstant } from '../domain/calendar/civil-date.ts';
import { isMonth } from '../domain/calendar/month.ts';

/** `--year 2017` */
export function yearOption(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1990 || year > 2100)
    throw new InvalidArgumentError('年份请写四位数字，如 2026。');
  return year;
}

/** `--month 2017-11` */
export function monthOption(text: string): string {
  if (!isMonth(text)) throw new InvalidArgumentError('月份请写成 2026-03 的样子。');
  return text;
}

/** `--issued 2017-07-05` */
export function dateOption(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date) throw new InvalidArgumentError('日期请写成 2026-03-30 的样子，并确认有这一天。');
  return date;
}

/** `--at 2017-12-18T09:00+08:00` */
export function instantOption(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new InvalidArgumentError('时刻请写成 2026-03-30T09:00+08:00 的样子，须带时区。');
  return at;
}

/** `--port 8900` */
export function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('端口请写 0 到 65535 之间的数字。');
  return port;
}
