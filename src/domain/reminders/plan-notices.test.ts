import { describe, expect, it } from 'vitest';
import { aDirectory, aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import type { Rule } from '../plan/rule.ts';
import { morningList } from './morning-list.ts';
import { planReminders } from './plan-reminders.ts';
import { DEFAULT_POLICY } from './reminder-policy.ts';

const directory = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['liaison-b', '李强'],
      ['head', '周科长'],
    ],
  },
});

const on = (today: string, part: Part, absent: readonly string[] = []) =>
  planReminders({
    parts: [part],
    directory: {
      ...directory,
      absences: absent.map((personId) => ({ personId, fromOn: civil('2026-01-01'), toOn: civil('2026-12-31') })),
    },
    today: civil(today),
    policy: DEFAULT_POLICY,
    calendar: CALENDAR,
  });
const whyNot = (...about: Parameters<typeof on>) => on(...about).silent[0]?.reason ?? 'speaks';

describe('what holds from a day on', () => {
  const rule: Rule = { kind: 'from', on: civil('2026-07-01'), phrase: '7月1日起', place: 'text' };
  const part = aPart({ dueOn: '2026-07-01', rule });

  it.each([
    ['2026-06-17', part, 'not-due-soon'],
    ['2026-06-30', part, 'not-due-soon'],
    ['2026-07-01', part, 'speaks'],
    ['2026-07-02', { ...part, remindedOn: civil('2026-07-01') }, 'reminded-already'],
    // Nobody could be told on the day.
    ['2026-07-03', part, 'speaks'],
  ])('is said once: on %s', (today, what, why) => {
    expect(whyNot(today, what)).toBe(why);
  });

  it('C19: stands under no 逾期, whenever it is drawn', () => {
    const list = morningList({ onCard: [part], others: [], today: civil('2026-07-03'), calendar: CALENDAR });
    expect(list.sections.map(({ kind }) => kind)).toEqual(['today']);
    expect(list.counts.overdue).toBe(0);
  });
});

describe('a card of the day', () => {
  it('C8, 3.10: goes to the A, the B, then the head, as far as they are there; to the head where nobody is', () => {
    const due = aPart({ dueOn: '2026-03-30', rule: byRule('2026-03-30') });
    const to = (...absent: string[]) => on('2026-03-30', due, absent).send.map(({ person }) => person.id);
    expect(to()).toEqual(['张敏']);
    expect(to('张敏')).toEqual(['李强']);
    expect(to('张敏', '李强')).toEqual(['周科长']);
    expect(to('张敏', '李强', '周科长')).toEqual(['周科长']);
  });

  it('C9: the morning after a holiday merges what fell due meanwhile', () => {
    const parts = ['2026-10-03', '2026-10-07', '2026-10-08'].map((dueOn, index) => ({
      ...aPart({ id: `part-${index}`, dueOn, rule: byRule(dueOn) }),
      remindedOn: civil('2026-09-30'),
    }));
    const around = { directory, policy: DEFAULT_POLICY, calendar: CALENDAR };
    expect(planReminders({ ...around, parts, today: civil('2026-10-05') }).send).toEqual([]);
    const { send } = planReminders({ ...around, parts, today: civil('2026-10-08') });
    expect(send).toHaveLength(1);
    expect(send[0]?.partIds).toHaveLength(3);
  });

  it('C22: 签收 is no answer about what is overdue', () => {
    const overdue = (state: 'acknowledged' | 'progress') =>
      aPart({ replies: [saidAt('2026-03-27T10:00+08:00', { state })] });
    expect(whyNot('2026-03-30', overdue('acknowledged'))).toBe('speaks');
    expect(whyNot('2026-03-30', overdue('progress'))).toBe('answered');
  });

  it('what is closed speaks once more where its office has to be told of a decision', () => {
    const closed = aPart({ state: 'excused', newsOn: civil('2026-03-27') });
    expect(on('2026-03-30', closed).send[0]?.reason).toBe('news');
    expect(whyNot('2026-03-30', { ...closed, newsOn: null })).toBe('answered');
  });

  it('what has no date stands under its own heading, not among what is done', () => {
    const undated = aPart({ dueOn: null, state: 'undated' });
    const list = morningList({ onCard: [undated], others: [], today: civil('2026-03-30'), calendar: CALENDAR });
    expect(list.sections.map(({ kind }) => kind)).toEqual(['undated']);
  });
});
