import { describe, expect, it } from 'vitest';
import { aDirectory, aPart, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import { planReminders } from './plan-reminders.ts';
import { DEFAULT_POLICY } from './reminder-policy.ts';

const absences = [{ personId: '张敏', fromOn: civil('2026-03-23'), toOn: civil('2026-03-25') }];
const posts = [
  ['liaison-a', '张敏'],
  ['liaison-b', '李强'],
] as const;
/** Due in ten working days when 李强 was told of it on the Monday. */
const told = (over: Parameters<typeof aPart>[0] = {}) =>
  aPart({ dueOn: '2026-04-03', remindedOn: '2026-03-23', ...over });

function morning(part: Part, today: string) {
  const directory = { ...aDirectory({ 法规科: { posts } }), absences };
  const { send, silent } = planReminders({
    parts: [part],
    directory,
    today: civil(today),
    policy: DEFAULT_POLICY,
    calendar: CALENDAR,
  });
  return send[0]?.person.id ?? silent[0]?.reason;
}

describe('C8: back from leave', () => {
  it('the deputy is not told twice during the leave', () => {
    expect(morning(told(), '2026-03-24')).toBe('reminded-already');
  });

  it('what the deputy was told speaks to the person on the first morning, once', () => {
    expect(morning(told(), '2026-03-26')).toBe('张敏');
    expect(morning(told({ remindedOn: '2026-03-26' }), '2026-03-27')).toBe('reminded-already');
  });

  it('what was answered meanwhile stays quiet', () => {
    expect(morning(told({ state: 'working', replies: [saidAt('2026-03-24T10:00+08:00')] }), '2026-03-26')).toBe(
      'answered',
    );
    expect(morning(told({ state: 'reported' }), '2026-03-26')).toBe('answered');
  });
});
