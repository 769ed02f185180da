import { civil } from '../../src/domain/calendar/civil-date.ts';
import type { ErrandInput } from '../../src/domain/reminders/plan-errands.ts';
import { DEFAULT_POLICY } from '../../src/domain/reminders/reminder-policy.ts';
import { CALENDAR } from './parts.ts';

/** A morning on which nothing is to be told; Monday 2026-03-30, unless told otherwise. */
export function anErrandInput(
  directory: ErrandInput['directory'],
  { today = '2026-03-30', ...over }: Partial<Omit<ErrandInput, 'today'>> & { readonly today?: string } = {},
): ErrandInput {
  return {
    parts: [],
    requests: [],
    awaiting: [],
    stagnant: [],
    reported: 0,
    submissions: 0,
    directory,
    admins: [],
    today: civil(today),
    policy: DEFAULT_POLICY,
    calendar: CALENDAR,
    ...over,
  };
}
