import { describe, expect, it } from 'vitest';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { heartbeatOf } from './heartbeat.ts';
import type { ReplyState } from './part.ts';

const standing = (cadence: 'month' | 'quarter' | 'year'): Rule => ({
  kind: 'standing',
  cadence,
  phrase: '及时更新',
  place: 'text',
});
const part = (cadence: 'month' | 'quarter' | 'year', said: string | null, remindedOn: string | null = null) => ({
  ...aPart({ rule: standing(cadence), dueOn: null }),
  replies: said === null ? [] : [saidAt(`${said}T10:00+08:00`, { state: 'unchanged' })],
  remindedOn: remindedOn === null ? null : civil(remindedOn),
});
const onDay = (day: string, ...about: Parameters<typeof part>) => heartbeatOf(part(...about), civil(day));

describe('a duty without an end', () => {
  it.each([
    ['month', '2026-11'],
    ['quarter', '2026-Q4'],
    ['year', '2026'],
  ] as const)('is asked about once a %s: %s', (cadence, key) => {
    expect(onDay('2026-11-20', cadence, null)?.period.key).toBe(key);
  });

  it('a part with an end is none', () => {
    expect(heartbeatOf(aPart(), civil('2026-11-20'))).toBeUndefined();
  });

  it.each([
    ['2026-07-01', '2026-06-30', false, false],
    ['2026-07-01', '2026-07-01', true, false],
    ['2026-07-01', '2026-03-31', false, true],
    ['2026-07-01', null, false, false],
  ])('on %s, confirmed last on %s: confirmed %s, stale %s', (day, said, confirmed, stale) => {
    expect(onDay(day, 'quarter', said)).toMatchObject({ confirmed, stale });
  });

  it('never confirmed is stale once a period in which it was asked about is over', () => {
    expect(onDay('2026-06-30', 'quarter', null, '2026-06-16')?.stale).toBe(false);
    expect(onDay('2026-07-01', 'quarter', null, '2026-06-16')?.stale).toBe(true);
  });

  it.each([
    ['progress', null, false],
    ['trouble', '2026-12-17', false],
    ['trouble', '2026-12-01', true],
    ['unchanged', null, true],
  ] as const)(
    'in the year’s last period %s, asked on %s: a statement for the year %s',
    (state: ReplyState, asked, stated) => {
      const said = { ...part('quarter', null, asked), replies: [saidAt('2026-12-05T10:00+08:00', { state })] };
      expect(heartbeatOf(said, civil('2026-12-20'))).toMatchObject({ closing: true, confirmed: stated });
    },
  );
});
