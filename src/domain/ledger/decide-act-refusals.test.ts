import { describe, expect, it } from 'vitest';
import { anAct, decide, REQUEST, TODAY } from '../../../tests/support/acts.ts';
import { aPart, CALENDAR } from '../../../tests/support/parts.ts';
import { civil, instantOf } from '../calendar/civil-date.ts';
import { type ActDraft, latestSnoozeDay } from './decide-act.ts';
import type { Part } from './part.ts';
import type { PartActKind } from './part-act.ts';

describe('what is missing or wrong', () => {
  const open = aPart({ version: 3 });
  const asked = aPart({ version: 3, request: REQUEST });
  const cases: [string, Part, PartActKind, Partial<ActDraft>, object][] = [
    ['a request without a reason', open, 'ask-excuse', { note: '' }, { kind: 'note-missing' }],
    [
      'a second request beside an open one',
      asked,
      'ask-excuse',
      { note: '无关' },
      { kind: 'request-open', request: REQUEST },
    ],
    ['an extension without a date', open, 'ask-extension', { note: '等' }, { kind: 'date-missing' }],
    [
      'an extension to a day that is over',
      open,
      'ask-extension',
      { note: '等', dueOn: civil('2026-03-18') },
      { kind: 'date-over', on: '2026-03-18', today: TODAY },
    ],
    [
      'an extension to the date that holds',
      open,
      'ask-extension',
      { note: '等', dueOn: civil('2026-03-27') },
      { kind: 'date-not-later', on: '2026-03-27', dueOn: '2026-03-27' },
    ],
    [
      'an extension by more than two years',
      open,
      'ask-extension',
      { note: '等', dueOn: civil('2028-03-20') },
      { kind: 'date-too-far', on: '2028-03-20', until: '2028-03-19', today: TODAY },
    ],
    [
      'an extension of what has no date',
      aPart({ version: 3, dueOn: null }),
      'ask-extension',
      { note: '等' },
      { kind: 'not-dated' },
    ],
    [
      'an extension of an hour clock',
      aPart({ version: 3, dueAt: instantOf('2026-03-27T10:00:00+08:00') }),
      'ask-extension',
      { note: '等' },
      { kind: 'not-dated' },
    ],
    ['a transfer to nobody', open, 'ask-transfer', { note: '转' }, { kind: 'office-missing' }],
    [
      'a transfer to oneself',
      open,
      'ask-transfer',
      { note: '转', office: { id: 'office-1', name: '法规科' } },
      { kind: 'own-office' },
    ],
    ['withdrawing nothing', open, 'withdraw', {}, { kind: 'no-request' }],
    ['granting nothing', open, 'grant', {}, { kind: 'no-request' }],
    ['refusing nothing', open, 'refuse', { note: '不' }, { kind: 'no-request' }],
    ['refusing without a reason', asked, 'refuse', {}, { kind: 'note-missing' }],
    ['a snooze without a day', open, 'snooze', {}, { kind: 'date-missing' }],
    ['a snooze until today', open, 'snooze', { dueOn: TODAY }, { kind: 'date-over', on: TODAY, today: TODAY }],
    [
      'a snooze beyond five working days',
      open,
      'snooze',
      { dueOn: civil('2026-03-27') },
      { kind: 'date-too-far', on: '2026-03-27', until: '2026-03-26', today: TODAY },
    ],
    [
      'a snooze beyond the due date',
      aPart({ version: 3, dueOn: '2026-03-23' }),
      'snooze',
      { dueOn: civil('2026-03-24') },
      { kind: 'date-too-far', on: '2026-03-24', until: '2026-03-23', today: TODAY },
    ],
    [
      'a snooze of what is late',
      aPart({ version: 3, dueOn: '2026-03-18' }),
      'snooze',
      { dueOn: civil('2026-03-24') },
      { kind: 'overdue' },
    ],
    ['a pause without a reason', open, 'pause', { dueOn: civil('2026-06-30') }, { kind: 'note-missing' }],
    ['a pause without an end', open, 'pause', { note: '改革' }, { kind: 'date-missing' }],
    [
      'a pause of more than a year',
      open,
      'pause',
      { note: '改革', dueOn: civil('2027-03-20') },
      { kind: 'date-too-far', on: '2027-03-20', until: '2027-03-19', today: TODAY },
    ],
    ['resuming what runs', open, 'resume', {}, { kind: 'not-paused' }],
    ['批示 without a word', open, 'instruct', {}, { kind: 'note-missing' }],
    [
      '退文 without a coded reason',
      aPart({ version: 3, state: 'reported' }),
      'return',
      { note: '补' },
      { kind: 'reasons-missing' },
    ],
    [
      '退文 for 其他 without a sentence',
      aPart({ version: 3, state: 'reported' }),
      'return',
      { reasons: ['other'] },
      { kind: 'note-missing' },
    ],
    ['更正 without a reason', aPart({ version: 3, state: 'signed-off' }), 'reopen', {}, { kind: 'note-missing' }],
    [
      'an awaited date that is over',
      aPart({ version: 3, state: 'undated', dueOn: null }),
      'date',
      { dueOn: civil('2026-03-18') },
      { kind: 'date-over', on: '2026-03-18', today: TODAY },
    ],
  ];

  it.each(cases)('%s is refused, and why', (_, part, kind, draft, error) => {
    expect(decide(part, kind, draft)).toEqual({ ok: false, error });
  });

  it('C29: a third snooze is refused, whenever the two before it were', () => {
    const part = aPart({ version: 3, acts: [anAct('snooze', '2026-02-02'), anAct('snooze', '2026-03-02')] });
    expect(decide(part, 'snooze')).toEqual({ ok: false, error: { kind: 'snoozed-out', most: 2 } });
  });

  it('a second 催办 on the same day is refused, on the next it counts', () => {
    const today = anAct('urge', '2026-03-19');
    expect(decide(aPart({ version: 3, acts: [today] }), 'urge')).toEqual({
      ok: false,
      error: { kind: 'urged-already', at: today.at },
    });
    expect(decide(aPart({ version: 3, acts: [anAct('urge', '2026-03-18')] }), 'urge')).toMatchObject({ ok: true });
  });
});

describe('the day of 稍后提醒', () => {
  it.each([
    ['2026-03-27', '2026-03-26'],
    ['2026-03-24', '2026-03-24'],
    ['2026-12-31', '2026-03-26'],
  ])('due on %s, the last is %s', (dueOn, until) => {
    expect(latestSnoozeDay(aPart({ dueOn }), TODAY, CALENDAR)).toBe(until);
  });

  it('counts working days: over 清明 it reaches further', () => {
    expect(latestSnoozeDay(aPart({ dueOn: '2026-12-31' }), civil('2026-04-02'), CALENDAR)).toBe('2026-04-10');
  });
});
