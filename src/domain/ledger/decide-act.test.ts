import { describe, expect, it } from 'vitest';
import { AT, anAct, COMPLETE, decide, REQUEST, TODAY } from '../../../tests/support/acts.ts';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import { latestAct, partAfterAct } from './decide-act.ts';
import type { Part, PartState } from './part.ts';
import type { PartActKind } from './part-act.ts';

const KINDS = Object.keys(COMPLETE) as PartActKind[];

const STANDING = [
  'ask-extension',
  'ask-excuse',
  'ask-transfer',
  'withdraw',
  'snooze',
  'grant',
  'refuse',
  'urge',
  'instruct',
  'pause',
  'resume',
  'restart',
] as const;

/** Every state, with the acts that it allows and the state that each leads to. */
const TABLE: Readonly<Record<PartState, Partial<Record<PartActKind, PartState>>>> = {
  open: { ...to('open', STANDING), stop: 'stopped' },
  working: { ...to('working', STANDING), stop: 'stopped' },
  blocked: { ...to('blocked', STANDING), stop: 'stopped' },
  undated: { ...to('undated', STANDING), date: 'open' },
  reported: { pass: 'signed-off', return: 'working', instruct: 'reported', restart: 'reported' },
  'signed-off': { reopen: 'working' },
  excused: { reopen: 'open' },
  stopped: { reopen: 'open' },
};

function to(state: PartState, kinds: readonly PartActKind[]): Partial<Record<PartActKind, PartState>> {
  return Object.fromEntries(kinds.map((kind) => [kind, state]));
}

/** A part in that state in which nothing but the state stands in the way of the act. */
function ready(state: PartState, kind: PartActKind): Part {
  const decided = kind === 'withdraw' || kind === 'grant' || kind === 'refuse';
  return aPart({
    state,
    version: 3,
    request: decided ? REQUEST : null,
    pausedUntil: kind === 'resume' ? civil('2026-06-30') : null,
  });
}

const CASES = (Object.keys(TABLE) as PartState[]).flatMap((state) =>
  KINDS.map((kind) => [state, kind, TABLE[state][kind] ?? null] as const),
);

describe('every act in every state', () => {
  it.each(CASES.filter(([, , next]) => next !== null))('of a part that is %s, %s leads to %s', (state, kind, next) => {
    expect(decide(ready(state, kind), kind)).toMatchObject({ ok: true, value: { state: next } });
  });

  it.each(CASES.filter(([, , next]) => next === null))('of a part that is %s, %s is refused', (state, kind) => {
    expect(decide(ready(state, kind), kind)).toEqual({ ok: false, error: { kind: 'not-in-this-state', state } });
  });

  it.each(KINDS)('%s with the version of an older button is refused, and counts without a button', (kind) => {
    const state = (Object.keys(TABLE) as PartState[]).find((candidate) => TABLE[candidate][kind]) ?? 'open';
    expect(decide(ready(state, kind), kind, COMPLETE[kind], 2)).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(decide(ready(state, kind), kind, COMPLETE[kind], null)).toMatchObject({ ok: true });
  });
});

describe('what an act changes', () => {
  it('a request is kept with its part, and leaves the date and the state as they are', () => {
    const move = decide(aPart({ version: 3 }), 'ask-extension');
    expect(move).toEqual({
      ok: true,
      value: {
        state: 'open',
        request: { ...REQUEST, at: AT, personName: '' },
      },
    });
  });

  it('a granted extension has the new date and is reminded of as if for the first time', () => {
    const part = aPart({
      version: 3,
      state: 'working',
      request: REQUEST,
      escalated: 2,
      snoozedUntil: civil('2026-03-25'),
    });
    expect(decide(part, 'grant')).toEqual({
      ok: true,
      value: {
        state: 'working',
        request: null,
        dueOn: '2026-04-30',
        remindedOn: null,
        escalated: 0,
        snoozedUntil: null,
        newsOn: TODAY,
      },
    });
  });

  it.each(['excuse', 'transfer'] as const)('a granted %s releases the office', (kind) => {
    const part = aPart({ version: 3, request: { ...REQUEST, kind, dueOn: null } });
    expect(decide(part, 'grant')).toMatchObject({ ok: true, value: { state: 'excused', request: null } });
  });

  it('退文 opens it again, and what the office has to hear goes with its next card', () => {
    const part = aPart({ version: 3, state: 'reported', closedOn: '2026-03-18', remindedOn: '2026-03-17' });
    expect(decide(part, 'return')).toEqual({
      ok: true,
      value: { state: 'working', closedOn: null, remindedOn: null, snoozedUntil: null, newsOn: TODAY },
    });
  });

  it('退文 leaves the part as far as it was before it was reported', () => {
    const before = { state: 'working', percent: 60 } as const;
    const replies = [saidAt('2026-03-18T10:00+08:00', { state: 'done', before })];
    const part = aPart({ version: 3, state: 'reported', percent: 100, closedOn: '2026-03-18', replies });
    expect(decide(part, 'return')).toMatchObject({ ok: true, value: { percent: 60 } });
  });

  it.each(['ask-excuse', 'withdraw', 'snooze', 'pass', 'pause', 'resume', 'stop'] as const)(
    '%s is no news: its office did it, or need not do anything',
    (kind) => {
      const state = kind === 'pass' ? 'reported' : 'open';
      const move = decide(ready(state, kind), kind);
      expect(move.ok && 'newsOn' in move.value).toBe(false);
    },
  );

  it('the part after it is one version on', () => {
    const part = aPart({ version: 3 });
    expect(partAfterAct(part, { state: 'working', closedOn: null })).toEqual({ ...part, state: 'working', version: 4 });
  });
});

describe('latestAct', () => {
  it('is the newest of the kinds asked for', () => {
    const acts = [anAct('urge', '2026-03-01'), anAct('return', '2026-03-02'), anAct('urge', '2026-03-03')];
    expect(latestAct({ acts }, 'return')).toBe(acts[1]);
    expect(latestAct({ acts }, 'return', 'urge')).toBe(acts[2]);
    expect(latestAct({ acts }, 'pass')).toBeUndefined();
  });
});
