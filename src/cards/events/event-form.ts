import { type CivilDate, type Instant, instantAt } from '../../domain/calendar/civil-date.ts';
import type { EventTime } from '../../domain/ledger/event-clocks.ts';
import { type Outcome, ok, refused } from '../../domain/outcome.ts';
import { readPickedDate } from '../report-form.ts';
import { clip, tidy } from '../words.ts';

/** Names of the fields of 登记触发 and 改日期. */
export const EVENT_FIELD = { title: 'title', date: 'date', time: 'time', office: 'office' } as const;

export const LONGEST_TITLE = 60;

/** As typed, to draw the form again after a mistake. */
export interface EventValues {
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly office: string;
}

/** The choice that leaves the office open. */
export const EVERY_OFFICE = 'every';

export interface EventForm {
  readonly title: string;
  readonly time: EventTime;
  /** Null: every office of the row. */
  readonly officeId: string | null;
}

export type EventFormError = { readonly kind: 'title-missing' | 'date-missing' | 'time-invalid' };

export function eventValues(fields: Readonly<Record<string, unknown>>): EventValues {
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    title: text(EVENT_FIELD.title),
    date: text(EVENT_FIELD.date),
    time: text(EVENT_FIELD.time),
    office: text(EVENT_FIELD.office),
  };
}

/** Reads the form. @param byHour the clock needs the time of day */
export function parseEventForm(values: EventValues, byHour: boolean): Outcome<EventForm, EventFormError> {
  const title = clip(values.title, LONGEST_TITLE);
  if (title === '') return refused({ kind: 'title-missing' });
  const on = readPickedDate(values.date);
  if (!on) return refused({ kind: 'date-missing' });
  const time = byHour ? momentOf(on, values.time) : on;
  if (time === undefined) return refused({ kind: 'time-invalid' });
  const office = values.office.trim();
  return ok({ title, time, officeId: office === '' || office === EVERY_OFFICE ? null : office });
}

/** `9:30`, `09：30`, `9点30分`, `9点`. */
function momentOf(on: CivilDate, text: string): Instant | undefined {
  const read = /^(\d{1,2})[:点时](?:(\d{1,2})分?)?$/.exec(tidy(text).normalize('NFKC').replaceAll(' ', ''));
  if (!read) return undefined;
  const [hour, minute] = [Number(read[1]), Number(read[2] ?? '0')];
  if (hour > 23 || minute > 59) return undefined;
  return instantAt(on, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}
