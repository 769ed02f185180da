import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDirectory, CALENDAR } from '../../../tests/support/parts.ts';
import { aQuota } from '../../../tests/support/quotas.ts';
import { addDays, type CivilDate, civil } from '../calendar/civil-date.ts';
import { isWorkingDay } from '../calendar/working-calendar.ts';
import { periodAt } from '../ledger/periods.ts';
import type { Counter } from './count-quotas.ts';
import { missingOf, nudgeDays, planQuotaNudges, toldKeys, waitingOf } from './plan-quota-nudges.ts';
import type { QuotaRule } from './quota-rule.ts';

const DIRECTORY = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['liaison-b', '李强'],
    ],
  },
  信息中心: { posts: [['liaison-a', '王芳']] },
  办公室: { posts: [['liaison-a', '王芳']] },
});
const FIRST = civil('2017-01-01');

/** What one counter has on each day: numbers that never fall, as far as nothing is withdrawn. */
interface History {
  readonly rule: QuotaRule;
  readonly officeId: string | null;
  /** Days of the year on which an item comes, is accepted, or is returned. */
  readonly comings: readonly { readonly day: number; readonly decidedAfter: number; readonly accepted: boolean }[];
}

const histories: fc.Arbitrary<readonly History[]> = fc
  .array(
    fc.record({
      target: fc.integer({ min: 0, max: 3 }),
      per: fc.constantFrom('week', 'month', 'quarter', 'half_year', 'year'),
      matter: fc.constantFrom('信息', '听取汇报'),
      office: fc.constantFrom('office-1', 'office-2', 'office-3', null),
      comings: fc.array(
        fc.record({
          day: fc.integer({ min: 0, max: 364 }),
          decidedAfter: fc.integer({ min: 0, max: 20 }),
          accepted: fc.boolean(),
        }),
        { maxLength: 8 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ target, per, matter, office, comings }, index) => ({
      officeId: office,
      comings,
      rule: aQuota({
        ruleId: `rule-${index}`,
        matter,
        phrase: matter,
        target,
        per,
        scope: office === null ? 'whole-plan' : 'each-office',
        officeIds: office === null ? ['office-1', 'office-2', 'office-3'] : [office],
      }),
    })),
  );

/** Every day of the year is asked about many times. */
const periods = new Map<string, Counter['period']>();

function periodOf(per: QuotaRule['per'], today: CivilDate): Counter['period'] {
  const key = `${per} ${today}`;
  const found = periods.get(key) ?? periodAt(per, today);
  periods.set(key, found);
  return found;
}

function counterOn({ rule, officeId, comings }: History, today: CivilDate): Counter {
  const period = periodOf(rule.per, today);
  const own = comings.filter(({ day }) => {
    const on = addDays(FIRST, day);
    return period.startsOn <= on && on <= today;
  });
  const decided = own.filter(({ day, decidedAfter }) => addDays(FIRST, day + decidedAfter) <= today);
  const accepted = decided.filter((each) => each.accepted).length;
  return {
    rule,
    officeId,
    period,
    target: rule.target,
    submitted: own.length,
    accepted,
    returned: decided.length - accepted,
    late: 0,
    met: accepted >= rule.target,
  };
}

describe('nudges over a year, with the program down on any days', () => {
  it('come on working days, to each person once for a step of a period, never on pace, and none is lost', () => {
    const down = fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 200 });
    fc.assert(
      fc.property(histories, down, (all, missed) => {
        const told = new Map<string, Set<string>>();
        for (let day = 0; day < 365; day += 1) {
          if (missed.includes(day)) continue;
          const today = addDays(FIRST, day);
          const counters = all.map((history) => counterOn(history, today));
          const { send, silent } = planQuotaNudges({
            counters,
            returned: [],
            rates: { month: '2016-12', officeIds: [] },
            told,
            directory: DIRECTORY,
            today,
            calendar: CALENDAR,
          });
          if (!isWorkingDay(CALENDAR, today)) expect(send).toEqual([]);
          expect(new Set(send.map(({ person }) => person.id)).size).toBe(send.length);
          for (const { person, notes } of send) {
            const before = told.get(person.id) ?? new Set<string>();
            const keys = toldKeys(notes);
            expect(keys.length).toBeGreaterThan(0);
            for (const key of keys) expect(before).not.toContain(key);
            told.set(person.id, new Set([...before, ...keys]));
          }
          for (const counter of counters.filter(({ target }) => target > 0))
            check(counter, today, { send, silent, told });
        }
      }),
      { numRuns: 25 },
    );
  });
});

function check(
  counter: Counter,
  today: CivilDate,
  {
    send,
    silent,
    told,
  }: Pick<ReturnType<typeof planQuotaNudges>, 'send' | 'silent'> & {
    readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  },
): void {
  const { rule, officeId, period } = counter;
  const nudges = send.flatMap(({ notes }) => notes.counters.filter(({ ruleId }) => ruleId === rule.ruleId));
  const quiet = silent.filter(({ ruleId }) => ruleId === rule.ruleId);
  expect(nudges.length > 0 ? 1 : 0).toBe(1 - quiet.length);
  const { noneYetFrom, shortFrom } = nudgeDays(period, CALENDAR);
  const short = today >= shortFrom && missingOf(counter) > 0;
  const empty = today >= noneYetFrom && counter.accepted + waitingOf(counter) === 0 && counter.target > 0;
  const isDuty = rule.matter === '听取汇报' && rule.per === 'year';
  const early = isDuty ? proposal(counter, today) : empty && 'none-yet';
  const step = short ? 'short' : early;
  if (!step) expect(nudges).toEqual([]);
  if (!isWorkingDay(CALENDAR, today) || !step) return;
  const hearers = officeId === 'office-1' ? ['张敏'] : officeId === null ? ['张敏', '王芳'] : ['王芳'];
  const key = `${step} ${rule.ruleId} ${officeId ?? ''} ${period.key}`;
  for (const personId of hearers) expect(told.get(personId)).toContain(key);
}

/** Half of them by the end of June, three quarters by the end of September. */
function proposal(counter: Counter, today: CivilDate): 'propose' | 'propose-again' | false {
  const registered = counter.accepted + waitingOf(counter);
  const { target } = counter;
  if (today >= '2017-08-15') return registered * 4 < target * 3 && missingOf(counter) > 0 && 'propose-again';
  return today >= '2017-05-15' && today <= '2017-07-31' && registered * 2 < target && 'propose';
}
