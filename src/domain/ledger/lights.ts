import { type CivilDate, civilDateOf, daysBetween } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { isClosed, isDated, isDropped, isOverdue, isPaused, isSoft, lastDateWithin } from '../reminders/urgency.ts';
import { latestReply } from './decide-reply.ts';
import type { Part } from './part.ts';

/** 绿 on pace · 黄 within the lead window · 红 逾期未办 · 灰 no closing date · 蓝 办结 · 紫 逾期办结 */
export type TimeLight = 'green' | 'yellow' | 'red' | 'grey' | 'blue' | 'purple';

/** 绿 something moved lately · 黄 not for a month · 灰 never */
export type ActivityLight = 'green' | 'yellow' | 'grey';

const LEAD_WINDOW = 10;
const ACTIVE_DAYS = 30;

/** Is it late? Computed, never stored. */
export function timeLight(part: Part, today: CivilDate, calendar: WorkingCalendar): TimeLight {
  if (isDropped(part)) return 'grey';
  if (isClosed(part)) return wasLate(part) ? 'purple' : 'blue';
  if (!isDated(part) || isPaused(part, today)) return 'grey';
  if (isOverdue(part, today)) return 'red';
  if (isSoft(part) && part.dueOn < today) return 'yellow';
  return part.dueOn <= lastDateWithin(LEAD_WINDOW, today, calendar) ? 'yellow' : 'green';
}

/** Is anything moving? A different question: a row without a date may stand still, but is never late. */
export function activityLight(part: Part, today: CivilDate): ActivityLight {
  const reply = latestReply(part);
  if (!reply) return 'grey';
  return daysBetween(civilDateOf(reply.at), today) <= ACTIVE_DAYS ? 'green' : 'yellow';
}

/** 逾期办结: closed after a date that counts. */
export function wasLate(part: Part): part is Part & { readonly dueOn: CivilDate; readonly closedOn: CivilDate } {
  return part.closedOn !== null && isDated(part) && !isSoft(part) && part.closedOn > part.dueOn;
}
