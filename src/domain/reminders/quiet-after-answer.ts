import { addDays, type CivilDate, civilDateOf } from '../calendar/civil-date.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts';
import { latestAct } from '../ledger/decide-act.ts';
import type { Part } from '../ledger/part.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

/** Who has said on this day or later how an overdue part stands is left alone today. */
export function quietSince({
  today,
  policy,
  calendar,
}: {
  readonly today: CivilDate;
  readonly policy: Pick<ReminderPolicy, 'quietAfterAnswer'>;
  readonly calendar: WorkingCalendar;
}): CivilDate {
  return policy.quietAfterAnswer <= 0
    ? addDays(today, 1)
    : addWorkingDays(calendar, addDays(today, 1), -policy.quietAfterAnswer);
}

/**
 * The day on which the office last said how a part stands, or asked for another date; null where it has not. 签收 says only that it
 * was read, and what was returned (退文) is no answer any more.
 */
export function saidOn({ replies, request, acts }: Pick<Part, 'replies' | 'request' | 'acts'>): CivilDate | null {
  const backAt = latestAct({ acts }, 'return', 'reopen')?.at ?? 0;
  const reply = replies.findLast(
    ({ undoneAt, state, at }) => undoneAt === null && state !== 'acknowledged' && at > backAt,
  );
  const at = Math.max(reply?.at ?? 0, request?.at ?? 0);
  const latest = [reply?.at, request?.at].find((each) => each === at);
  return latest === undefined ? null : civilDateOf(latest);
}
