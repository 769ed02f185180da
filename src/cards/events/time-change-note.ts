import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';
import type { EventTime } from '../../domain/ledger/event-clocks.ts';
import { clip, fullDayWords, momentWords } from '../words.ts';

/** What the record keeps of a correction: `发生日期 2017年9月18日 改为 2017年9月20日；标题“甲”改为“乙”`. */
export function timeChangeNote(
  before: { readonly event: string | null; readonly eventOn: CivilDate | null; readonly eventAt: Instant | null },
  { title, time }: { readonly title: string; readonly time: EventTime },
): string {
  const was = before.eventAt ?? before.eventOn;
  const date = was !== null && was !== time ? `发生日期 ${timeText(was)} 改为 ${timeText(time)}` : '';
  const name = before.event === title ? '' : `标题“${clip(before.event ?? '', 30)}”改为“${clip(title, 30)}”`;
  return [date, name].filter((words) => words !== '').join('；');
}

function timeText(time: EventTime): string {
  return typeof time === 'number' ? momentWords(time) : fullDayWords(time);
}
