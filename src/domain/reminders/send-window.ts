import { addDays, civilDateOf, type Instant, instantAt, timeOfDay } from '../calendar/civil-date.ts';
import { firstWorkingDayOnOrAfter, type WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ReminderPlan } from './plan-reminders.ts';

const OPENS = '09:00';
const CLOSES = '17:30';

/** Whether the time of day is one at which people are written to unasked; the day may still be one of rest. */
export function isInSendWindow(at: Instant): boolean {
  const time = timeOfDay(at);
  return time >= OPENS && time <= CLOSES;
}

/** The same plan at another time of day: nobody is written to, and what would have spoken says why it is silent. */
export function heldOutsideWindow({ send, silent }: ReminderPlan): ReminderPlan {
  const held = send.flatMap(({ partIds }) => partIds.map((partId) => ({ partId, reason: 'outside-window' as const })));
  return { send: [], silent: [...held, ...silent] };
}

/** When something that nobody asked for may be sent: now, or when the window of the next working day opens. */
export function nextSendTime(now: Instant, calendar: WorkingCalendar): Instant {
  const today = civilDateOf(now);
  const isOver = timeOfDay(now) > CLOSES;
  const day = firstWorkingDayOnOrAfter(calendar, isOver ? addDays(today, 1) : today);
  return day === today && isInSendWindow(now) ? now : instantAt(day, OPENS);
}
