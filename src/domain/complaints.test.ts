import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { aPart, byRule, CALENDAR, saidAt } from '../../tests/support/parts.ts';
import { addDays, civil, civilDateOf, instantOf } from './calendar/civil-date.ts';
import { deadlineOf } from './ledger/due-dates.ts';
import { timeLight } from './ledger/lights.ts';
import type { Part } from './ledger/part.ts';
import type { Rule } from './plan/rule.ts';
import { morningList } from './reminders/morning-list.ts';
import { isOverdue, urgencyOf } from './reminders/urgency.ts';
import { weeklyDigest } from './reports/weekly-digest.ts';

const MONDAY = civil('2026-03-30');
const aDay = fc.integer({ min: -60, max: 60 }).map((days) => addDays(MONDAY, days));
const someParts = fc
  .array(
    fc.record({
      dueOn: fc.option(aDay),
      state: fc.constantFrom('open', 'working', 'blocked', 'reported', 'signed-off', 'excused', 'stopped'),
      pastAtBirth: fc.boolean(),
      soft: fc.boolean(),
      pausedUntil: fc.option(aDay),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ dueOn, soft, ...facts }, index): Part => {
      const id = `part-${index}`;
      return aPart({ id, dueOn, rule: byRule(dueOn ?? '2026-01-01', soft), ...facts });
    }),
  );

const ids = (parts: readonly Part[]) => parts.map(({ id }) => id).toSorted();

describe('C27: late is decided in one place', () => {
  it('a card, a light and the digest call the same rows late', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const late = ids(parts.filter((part) => isOverdue(part, MONDAY)));
        const open = parts.filter(({ state }) => ['open', 'working', 'blocked'].includes(state));
        const list = morningList({ onCard: open, others: [], today: MONDAY, calendar: CALENDAR });
        expect(ids(list.sections.find(({ kind }) => kind === 'overdue')?.rows ?? [])).toEqual(late);
        expect(ids(parts.filter((part) => timeLight(part, MONDAY, CALENDAR) === 'red'))).toEqual(late);
        expect(ids(weeklyDigest({ parts, today: MONDAY, calendar: CALENDAR }).overdue.parts)).toEqual(late);
      }),
      { numRuns: 300 },
    );
  });
});

describe('C55: what was finished late is not overdue any more', () => {
  const late = aPart({ state: 'reported', closedOn: '2026-03-30' });

  it('has a light of its own, and no place among 逾期', () => {
    expect(timeLight(late, MONDAY, CALENDAR)).toBe('purple');
    expect(timeLight({ ...late, state: 'open', closedOn: null }, MONDAY, CALENDAR)).toBe('red');
    const digest = weeklyDigest({ parts: [late], today: civil('2026-04-06'), calendar: CALENDAR });
    expect(digest).toMatchObject({ overdue: { value: 0 }, closed: { value: 1 } });
  });
});

describe('C12: today is today in Shanghai, wherever the machine stands', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['UTC', 'America/Los_Angeles', 'Asia/Shanghai'])('in %s', (machine) => {
    process.env.TZ = machine;
    for (const [at, today, urgency] of [
      ['2026-03-26T23:59:59+08:00', '2026-03-26', 'soon'],
      ['2026-03-27T00:00:00+08:00', '2026-03-27', 'today'],
      ['2026-03-27T07:59:00+08:00', '2026-03-27', 'today'],
      ['2026-03-28T00:00:00+08:00', '2026-03-28', 'overdue'],
    ] as const) {
      const on = civilDateOf(instantOf(at));
      expect(on).toBe(today);
      expect(urgencyOf(civil('2026-03-27'), on, CALENDAR)).toBe(urgency);
      expect(isOverdue(aPart(), on)).toBe(urgency === 'overdue');
    }
  });
});

describe('C17: a row follows the calendar, or the last review, as its words say', () => {
  const yearly: Rule = { kind: 'every', period: 'year', due: null, assumed: false, phrase: '每年', place: 'text' };
  const fromReview: Rule = {
    kind: 'within',
    event: '上次评估',
    n: 365,
    unit: 'day',
    before: false,
    phrase: '上次评估之日起365日内',
    place: 'text',
  };
  const today = civil('2026-03-30');

  it('every year: due at its end, whenever it was done before', () => {
    const due = (event: string) => deadlineOf(yearly, { event: civil(event), today, calendar: CALENDAR });
    expect(due('2026-01-05')).toMatchObject({ value: { dueOn: '2026-12-31' } });
    expect(due('2025-11-30')).toEqual(due('2026-01-05'));
  });

  it('so long after the last one: moves with it', () => {
    const due = (event: string) => deadlineOf(fromReview, { event: civil(event), today, calendar: CALENDAR });
    expect(due('2026-01-05')).toMatchObject({ value: { dueOn: '2027-01-05' } });
    expect(due('2025-11-30')).toMatchObject({ value: { dueOn: '2026-11-30' } });
  });
});

describe('C63: nothing is asked twice', () => {
  it('what was said this week about a late row is not asked again the next day', () => {
    const said = saidAt('2026-03-27T10:00+08:00');
    const list = morningList({
      onCard: [],
      others: [aPart({ state: 'working', replies: [said] })],
      today: MONDAY,
      calendar: CALENDAR,
    });
    expect(list).toMatchObject({ sections: [], leftAlone: 1 });
  });
});
