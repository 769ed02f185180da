import { describe, expect, it } from 'vitest';
import { aDirectory, CALENDAR } from '../../../tests/support/parts.ts';
import { aCounter } from '../../../tests/support/quotas.ts';
import { civil } from '../calendar/civil-date.ts';
import { periodAt } from '../ledger/periods.ts';
import type { Counter } from './count-quotas.ts';
import { type NudgeInput, nudgeDays, planQuotaNudges, toldKeys, toldSince } from './plan-quota-nudges.ts';

const DIRECTORY = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['liaison-b', '李强'],
    ],
  },
  信息中心: { posts: [['liaison-a', '王芳']] },
  后勤科: {},
});

function planOn(today: string, counters: readonly Counter[], more: Partial<NudgeInput> = {}) {
  return planQuotaNudges({
    counters,
    returned: [],
    rates: { month: '2017-10', officeIds: [] },
    told: new Map(),
    directory: DIRECTORY,
    today: civil(today),
    calendar: CALENDAR,
    ...more,
  });
}

/** `张敏 none-yet` for what is told, else the reason of the silence. */
function saidOn(today: string, counter: Counter, more: Partial<NudgeInput> = {}): string {
  const { send, silent } = planOn(today, [counter], more);
  const told = send.flatMap(({ person, notes }) => notes.counters.map(({ step }) => `${person.name} ${step}`));
  return [...told, ...silent.map(({ reason }) => reason)].join(', ');
}

/** November 2017 has 30 days, the 30th is a Thursday. */
describe('a quota of two items a month', () => {
  it.each([
    ['2017-11-20', {}, 'on-pace'],
    // Twenty of thirty days are over.
    ['2017-11-21', {}, '张敏 none-yet'],
    ['2017-11-21', { submitted: 1 }, 'on-pace'],
    ['2017-11-21', { submitted: 1, accepted: 1 }, 'on-pace'],
    ['2017-11-21', { submitted: 1, returned: 1 }, '张敏 none-yet'],
    ['2017-11-24', { submitted: 1 }, 'on-pace'],
    // The third working day before Thursday, the 30th.
    ['2017-11-27', { submitted: 1 }, '张敏 short'],
    ['2017-11-27', { submitted: 2, accepted: 1 }, 'in-review'],
    ['2017-11-27', { submitted: 2, accepted: 1, returned: 1 }, '张敏 short'],
    ['2017-11-27', { submitted: 2, accepted: 2 }, 'met'],
    ['2017-11-26', {}, 'rest-day'],
  ])('on %s with %o: %s', (on, standing, said) => {
    expect(saidOn(on, aCounter(standing))).toBe(said);
  });

  it('that share of a joint item adds up to is whole again', () => {
    expect(saidOn('2017-11-27', aCounter({ rule: { target: 1 }, submitted: 0.99, accepted: 0.99 }))).toBe('张敏 short');
    expect(saidOn('2017-11-27', aCounter({ rule: { target: 1 }, submitted: 1, accepted: 0.67 }))).toBe('in-review');
  });

  it('is told at each step once, to each person', () => {
    const told = new Map([['张敏', new Set(['none-yet rule-1 office-1 2017-11'])]]);
    expect(saidOn('2017-11-22', aCounter(), { told })).toBe('told-already');
    expect(saidOn('2017-11-27', aCounter(), { told })).toBe('张敏 short');
    const away = [{ personId: '张敏', fromOn: civil('2017-11-22'), toOn: civil('2017-11-24') }];
    expect(saidOn('2017-11-22', aCounter(), { told, directory: { ...DIRECTORY, absences: away } })).toBe(
      '李强 none-yet',
    );
  });

  it('that was missed is caught up on as long as the month lasts, by the later step alone', () => {
    expect(saidOn('2017-11-24', aCounter())).toBe('张敏 none-yet');
    expect(saidOn('2017-11-30', aCounter())).toBe('张敏 short');
  });

  it('of nought is nobody’s: it is in neither list', () => {
    expect(planOn('2017-11-27', [aCounter({ rule: { target: 0 } })])).toEqual({ send: [], silent: [] });
  });

  it('of an office without a liaison says so', () => {
    expect(saidOn('2017-11-27', aCounter({ officeId: 'office-3' }))).toBe('no-liaison');
    const people = DIRECTORY.people.map((person) => ({ ...person, openId: null }));
    expect(saidOn('2017-11-27', aCounter(), { directory: { ...DIRECTORY, people } })).toBe('no-open-id');
  });
});

describe('other periods', () => {
  it.each([
    // 31 days: 21 are over on the 22nd; the 31st is a Sunday, the Friday before it the last working day.
    ['month', '2017-12-05', '2017-12-22', '2017-12-26'],
    ['month', '2017-02-05', '2017-02-20', '2017-02-23'],
    ['quarter', '2017-11-05', '2017-12-02', '2017-12-26'],
    ['half_year', '2017-11-05', '2017-11-01', '2017-12-26'],
    ['year', '2017-11-05', '2017-09-02', '2017-12-26'],
    ['week', '2017-11-22', '2017-11-25', '2017-11-21'],
    // A week off: what is short is said on the first working day of the period, if there is any.
    ['week', '2017-10-04', '2017-10-07', '2017-10-02'],
  ] as const)('of a %s around %s: none yet from %s, short from %s', (per, on, noneYetFrom, shortFrom) => {
    expect(nudgeDays(periodAt(per, civil(on)), CALENDAR)).toEqual({ noneYetFrom, shortFrom });
  });
});

describe('a duty of leaders, once a year', () => {
  const duty = { per: 'year', target: 1, matter: '听取汇报', phrase: '主要负责人每年至少听取1次汇报' } as const;
  const hearing = (standing: Omit<Parameters<typeof aCounter>[0], 'rule'> = {}) =>
    aCounter({ rule: duty, ...standing });

  it.each([
    ['2017-05-12', {}, 'on-pace'],
    ['2017-05-15', {}, '张敏 propose'],
    ['2017-05-15', { submitted: 1 }, 'in-review'],
    ['2017-05-15', { submitted: 1, returned: 1 }, '张敏 propose'],
    ['2017-05-15', { submitted: 1, accepted: 1 }, 'met'],
    ['2017-07-31', {}, '张敏 propose'],
    ['2017-08-10', {}, 'on-pace'],
    ['2017-08-15', {}, '张敏 propose-again'],
    // Two thirds of the year are over on 2 September: no other reminder on top.
    ['2017-09-04', {}, '张敏 propose-again'],
    ['2017-12-26', {}, '张敏 short'],
    ['2017-08-19', {}, 'rest-day'],
  ])('on %s with %o: %s', (on, standing, said) => {
    expect(saidOn(on, hearing(standing))).toBe(said);
  });

  it('is proposed once in each of the two quarters', () => {
    const told = new Map([['张敏', new Set(['propose rule-1 office-1 2017'])]]);
    expect(saidOn('2017-05-16', hearing(), { told })).toBe('told-already');
    expect(saidOn('2017-08-15', hearing(), { told })).toBe('张敏 propose-again');
    expect(toldSince(hearing(), CALENDAR)).toBe('2017-05-15');
    expect(toldSince(aCounter({ rule: { per: 'year' } }), CALENDAR)).toBe('2017-09-02');
  });

  it('goes to the governing office where nobody in its row has a liaison', () => {
    const posts = [...DIRECTORY.posts, { officeId: 'office-2', personId: '王芳', role: 'governing' as const }];
    const directory = { ...DIRECTORY, posts };
    const rule = { ...duty, scope: 'whole-plan', officeIds: ['office-3'] } as const;
    const whole = aCounter({ officeId: null, rule });
    expect(saidOn('2017-05-15', whole, { directory })).toBe('王芳 propose');
    expect(saidOn('2017-05-15', whole)).toBe('no-liaison');
    const news = aCounter({ officeId: null, rule: { scope: 'whole-plan', officeIds: ['office-3'] } });
    expect(saidOn('2017-11-27', news, { directory })).toBe('no-liaison');
  });
});

describe('who hears of it', () => {
  it('is the lead of a row that the whole plan counts for, else all who owe it, each once', () => {
    const led = (leadIds: readonly string[]) =>
      aCounter({ officeId: null, rule: { scope: 'whole-plan', officeIds: ['office-1', 'office-2'], leadIds } });
    const counter = led([]);
    expect(saidOn('2017-11-27', counter)).toBe('张敏 short, 王芳 short');
    expect(saidOn('2017-11-27', led(['office-2']))).toBe('王芳 short');
    const people = DIRECTORY.people.map((person) => ({ ...person, openId: null }));
    expect(saidOn('2017-11-27', led(['office-3', 'office-1']), { directory: { ...DIRECTORY, people } })).toBe(
      'no-open-id',
    );
    const both = { ...DIRECTORY, posts: DIRECTORY.posts.map((post) => ({ ...post, personId: '张敏' })) };
    expect(saidOn('2017-11-27', counter, { directory: both })).toBe('张敏 short');
  });

  it('gets everything in one piece: counters, what was returned, and the month whose rates are missing', () => {
    const returned = [{ id: 's-1', officeId: 'office-1', version: 2 }];
    const { send } = planOn('2017-11-27', [aCounter()], {
      returned,
      rates: { month: '2017-10', officeIds: ['office-1', 'office-2'] },
    });
    expect(send).toMatchObject([
      {
        person: { name: '张敏' },
        officeName: '法规科',
        notes: { returned: [{ submissionId: 's-1', version: 2 }], ratesOf: '2017-10' },
      },
      { person: { name: '王芳' }, officeName: '信息中心', notes: { counters: [], returned: [], ratesOf: '2017-10' } },
    ]);
    const told = new Map(send.map(({ person, notes }) => [person.id, new Set(toldKeys(notes))]));
    const again = { returned, rates: { month: '2017-10', officeIds: ['office-1', 'office-2'] }, told };
    expect(planOn('2017-11-28', [aCounter()], again).send).toEqual([]);
    const twice = [{ id: 's-1', officeId: 'office-1', version: 4 }];
    expect(planOn('2017-11-28', [aCounter()], { ...again, returned: twice }).send).toMatchObject([
      { person: { name: '张敏' }, notes: { counters: [], returned: [{ version: 4 }], ratesOf: null } },
    ]);
    expect(planOn('2017-11-26', [aCounter()], { ...again, told: new Map() }).send).toEqual([]);
  });
});
