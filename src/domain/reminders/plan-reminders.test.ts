import { describe, expect, it } from 'vitest';
import { anAct } from '../../../tests/support/acts.ts';
import { daysOfSpeaking, plan, verdict } from '../../../tests/support/mornings.ts';
import { aDirectory, aPart, byRule, saidAt } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';

describe('the ladder', () => {
  it('speaks ten and three working days before, on the last day, then every working day', () => {
    expect(daysOfSpeaking(aPart({ dueOn: '2026-03-27' }), '2026-03-01', '2026-04-01')).toEqual([
      '2026-03-13 T-10',
      '2026-03-24 T-3',
      '2026-03-27 T-0',
      '2026-03-30 overdue',
      '2026-03-31 overdue',
      '2026-04-01 overdue',
    ]);
  });

  it('counts official working days: over the October holiday, with the make-up Saturday', () => {
    expect(daysOfSpeaking(aPart({ dueOn: '2017-10-10' }), '2017-09-01', '2017-10-11')).toEqual([
      '2017-09-20 T-10',
      '2017-09-29 T-3',
      '2017-10-10 T-0',
      '2017-10-11 overdue',
    ]);
  });

  it('a date on a Sunday is due "today" on the Friday before, and overdue on Monday', () => {
    const sunday = aPart({ dueOn: '2026-03-29' });
    expect(verdict(sunday, '2026-03-27')).toBe('T-0');
    expect(verdict(sunday, '2026-03-28')).toBe('rest-day');
    expect(verdict({ ...sunday, remindedOn: civil('2026-03-27') }, '2026-03-30')).toBe('overdue');
  });

  it('a rung that was missed is caught up once', () => {
    expect(daysOfSpeaking(aPart({ dueOn: '2026-03-27' }), '2026-03-18', '2026-03-26')).toEqual([
      '2026-03-18 T-10',
      '2026-03-24 T-3',
    ]);
    expect(daysOfSpeaking(aPart({ dueOn: '2026-03-27' }), '2026-03-26', '2026-03-27')).toEqual([
      '2026-03-26 T-3',
      '2026-03-27 T-0',
    ]);
  });

  it('a part that is long overdue when the bot first sees it speaks at once', () => {
    expect(verdict(aPart({ dueOn: '2025-01-10' }), '2026-03-30')).toBe('overdue');
  });

  it('the same morning again adds nothing', () => {
    for (const dueOn of ['2026-03-20', '2026-03-30', '2026-04-02', '2026-04-10']) {
      expect(verdict(aPart({ dueOn, remindedOn: '2026-03-30' }), '2026-03-30')).toBe('reminded-already');
    }
  });
});

describe('an answer that is not 办结', () => {
  const at = (reply: string) => aPart({ dueOn: '2026-03-27', state: 'working', replies: [saidAt(reply)] });

  it('silences the rung it was given on, and the next rung speaks', () => {
    const answered = at('2026-03-16T10:00+08:00');
    expect(verdict(answered, '2026-03-17')).toBe('answered');
    expect(verdict(answered, '2026-03-23')).toBe('answered');
    expect(verdict(answered, '2026-03-24')).toBe('T-3');
  });

  it('counts by the day in Shanghai: at half past midnight it is the new day', () => {
    expect(verdict(at('2026-03-24T00:30+08:00'), '2026-03-24')).toBe('answered');
    expect(verdict(at('2026-03-23T23:30+08:00'), '2026-03-24')).toBe('T-3');
  });

  it.each([
    ['2026-03-30', 'answered'],
    ['2026-04-03', 'answered'],
    ['2026-04-07', 'overdue'],
  ])('leaves an overdue part alone for five working days, the holiday not counted: on %s %s', (today, said) => {
    const overdue = aPart({ dueOn: '2026-03-27', state: 'working', replies: [saidAt('2026-03-30T09:10+08:00')] });
    expect(verdict({ ...overdue, remindedOn: civil('2026-03-30') }, today)).toBe(
      today === '2026-03-30' ? 'reminded-already' : said,
    );
  });

  it('of several the last counts', () => {
    const replies = [saidAt('2026-03-16T10:00+08:00'), saidAt('2026-03-24T10:00+08:00')];
    expect(verdict(aPart({ state: 'working', replies }), '2026-03-25')).toBe('answered');
    const late = [saidAt('2026-03-16T10:00+08:00'), saidAt('2026-03-27T10:00+08:00')];
    expect(verdict(aPart({ state: 'working', replies: late, remindedOn: '2026-03-27' }), '2026-03-30')).toBe(
      'answered',
    );
  });

  it('an answer that was taken back was none', () => {
    const undone = saidAt('2026-03-30T09:10+08:00', { undoneAt: instantOf('2026-03-30T09:11+08:00') });
    expect(verdict(aPart({ replies: [undone], remindedOn: '2026-03-30' }), '2026-03-31')).toBe('overdue');
  });
});

describe('why a part is silent', () => {
  const MONDAY = '2026-03-30';
  it.each([
    ['rest-day', aPart(), '2026-03-29'],
    ['answered', aPart({ state: 'reported' }), MONDAY],
    ['answered', aPart({ state: 'signed-off' }), MONDAY],
    ['reminded-already', aPart({ remindedOn: MONDAY }), MONDAY],
    ['not-due-soon', aPart({ dueOn: '2026-12-31' }), MONDAY],
    ['no-date', aPart({ dueOn: null, state: 'undated' }), MONDAY],
    ['past-at-birth', aPart({ pastAtBirth: true, remindedOn: '2026-03-27' }), MONDAY],
    ['rest-day', aPart({ pastAtBirth: true }), '2026-03-29'],
    ['target-date-over', aPart({ rule: byRule('2026-03-27', true) }), MONDAY],
    ['no-liaison', aPart({ officeId: 'office-9' }), MONDAY],
    ['paused', aPart({ pausedUntil: civil('2026-03-31') }), MONDAY],
    ['snoozed', aPart({ snoozedUntil: civil('2026-03-31') }), MONDAY],
    ['hour-clock', aPart({ dueOn: MONDAY, dueAt: instantOf(`${MONDAY}T18:00+08:00`) }), MONDAY],
  ])('%s', (reason, part, today) => {
    expect(plan([part], today)).toEqual({ send: [], silent: [{ partId: part.id, reason }] });
  });

  it.each([
    ['its pause is over', { pausedUntil: civil(MONDAY) }, 'overdue'],
    ['the day it was put off to has come', { snoozedUntil: civil(MONDAY) }, 'overdue'],
    ['its hour was on an earlier day', { dueAt: instantOf('2026-03-27T18:00+08:00') }, 'overdue'],
    [
      'something was said to its office while it was put off',
      { snoozedUntil: civil('2026-04-30'), newsOn: civil(MONDAY) },
      'news',
    ],
  ] as const)('it is not where %s', (_, part, reason) => {
    expect(verdict(aPart(part), MONDAY)).toBe(reason);
  });

  it.each([
    ['came back (退文), whatever else was said', ['instruct', 'return'], 'news'],
    ['was merely urged', ['urge'], 'hour-clock'],
  ] as const)('an hour clock speaks for itself, unless it %s', (_, kinds, said) => {
    const acts = kinds.map((kind) => anAct(kind, MONDAY));
    const clock = { dueOn: MONDAY, dueAt: instantOf(`${MONDAY}T18:00+08:00`), newsOn: civil(MONDAY) };
    expect(verdict(aPart({ ...clock, acts }), MONDAY)).toBe(said);
  });

  it('no-open-id, where the platform knows nobody of the office yet', () => {
    const directory = aDirectory({ 法规科: { posts: [['liaison-a', '张敏?']] } });
    expect(verdict(aPart(), MONDAY, directory)).toBe('no-open-id');
  });

  it('a date that is only hoped for is reminded of until it is over', () => {
    const soft = aPart({ dueOn: '2026-03-27', rule: byRule('2026-03-27', true) });
    expect(daysOfSpeaking(soft, '2026-03-01', '2026-04-10')).toEqual([
      '2026-03-13 T-10',
      '2026-03-24 T-3',
      '2026-03-27 T-0',
    ]);
  });

  it('everybody hears of the make-up Saturday, nobody of the holiday Friday', () => {
    expect(verdict(aPart(), '2026-05-09')).toBe('overdue');
    expect(verdict(aPart(), '2026-05-01')).toBe('rest-day');
  });
});

describe('B14: a part whose date was over when the plan was issued', () => {
  const MONDAY = '2026-03-30';
  const past = (part: Parameters<typeof aPart>[0] = {}) => aPart({ dueOn: '2026-01-09', pastAtBirth: true, ...part });

  it('is asked about once, on the first working day, and never chased', () => {
    expect(daysOfSpeaking(past(), '2026-03-28', '2026-12-31')).toEqual(['2026-03-30 past-at-birth']);
  });

  it('is asked about too where the date was only hoped for', () => {
    expect(verdict(past({ rule: byRule('2026-01-09', true) }), MONDAY)).toBe('past-at-birth');
  });

  it('comes in the same card as what is due, and is not the reason for it', () => {
    const parts = [past({ id: 'past' }), aPart({ id: 'soon', dueOn: '2026-04-02' })];
    expect(plan(parts, MONDAY).send).toMatchObject([{ partIds: ['past', 'soon'], reason: 'T-3' }]);
    expect(plan([past(), aPart({ id: 'red' })], MONDAY).send).toMatchObject([{ reason: 'overdue' }]);
  });

  it('waits where its office has no liaison yet', () => {
    expect(verdict(past({ officeId: 'office-9' }), MONDAY)).toBe('no-liaison');
  });

  it('is an ordinary part once it has a new date: the usual ladder, then overdue', () => {
    const asked = { remindedOn: MONDAY, replies: [saidAt('2026-03-30T09:10+08:00')], state: 'working' as const };
    const postponed = aPart({ dueOn: '2026-04-30', ...asked });
    expect(daysOfSpeaking(postponed, '2026-03-30', '2026-05-07')).toEqual([
      '2026-04-16 T-10',
      '2026-04-27 T-3',
      '2026-04-30 T-0',
      '2026-05-06 overdue',
      '2026-05-07 overdue',
    ]);
  });
});

describe('who gets the card', () => {
  const MONDAY = '2026-03-30';
  const office = (posts: Parameters<typeof aDirectory>[0][string]['posts'] & object, gone: string[] = []) =>
    plan([aPart()], MONDAY, aDirectory({ 法规科: { posts } }, gone)).send[0]?.person.name;

  it('liaison A, else B, else the head', () => {
    const posts = [
      ['head', '赵处'],
      ['liaison-b', '李强'],
      ['liaison-a', '张敏'],
    ] as const;
    expect(office(posts)).toBe('张敏');
    expect(office(posts, ['张敏'])).toBe('李强');
    expect(office(posts, ['张敏', '李强'])).toBe('赵处');
    expect(office(posts, ['张敏', '李强', '赵处'])).toBeUndefined();
  });

  it('who cannot be reached is passed over', () => {
    expect(
      office([
        ['liaison-a', '张敏?'],
        ['liaison-b', '李强'],
      ]),
    ).toBe('李强');
  });

  it('a leader in charge gets no card', () => {
    expect(office([['leader-in-charge', '赵局']])).toBeUndefined();
  });

  it('C1: one card for one person, across offices and plans, with the most urgent reason', () => {
    const directory = aDirectory({
      法规科: { posts: [['liaison-a', '张敏']] },
      信息中心: { posts: [['liaison-a', '张敏']] },
      办公室: { posts: [['liaison-a', '孙静']] },
    });
    const parts = [
      aPart({ id: 'a', dueOn: '2026-04-02' }),
      aPart({ id: 'b', dueOn: '2026-03-20', officeId: 'office-2', planId: 'plan-2' }),
      aPart({ id: 'c', dueOn: '2026-03-30', officeId: 'office-3' }),
      aPart({ id: 'd', dueOn: '2026-04-10' }),
    ];
    expect(plan(parts, MONDAY, directory).send).toMatchObject([
      { person: { name: '张敏' }, partIds: ['a', 'b', 'd'], reason: 'overdue' },
      { person: { name: '孙静' }, partIds: ['c'], reason: 'T-0' },
    ]);
  });
});
