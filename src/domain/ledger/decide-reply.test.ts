import { describe, expect, it } from 'vitest';
import { aPart, saidAt } from '../../../tests/support/parts.ts';
import { addMs, instantOf } from '../calendar/civil-date.ts';
import { decideReply, decideUndo, latestReply, type ReplyDraft } from './decide-reply.ts';
import type { PartState, ReplyState } from './part.ts';

const AT = instantOf('2026-03-30T00:30+08:00');
const HOUR = 3_600_000;
const draft = (state: ReplyState, percent: number | null = null): ReplyDraft => ({
  state,
  percent,
  note: '',
  links: [],
  helpFrom: null,
});

describe('an answer', () => {
  it.each([
    ['open', 'done', 'reported'],
    ['open', 'progress', 'working'],
    ['open', 'trouble', 'blocked'],
    ['working', 'done', 'reported'],
    ['working', 'progress', 'working'],
    ['working', 'trouble', 'blocked'],
    ['blocked', 'done', 'reported'],
    ['blocked', 'progress', 'working'],
    ['blocked', 'trouble', 'blocked'],
    ['undated', 'done', 'reported'],
    ['undated', 'progress', 'undated'],
    ['undated', 'trouble', 'blocked'],
    ['reported', 'done', 'already-closed'],
    ['reported', 'progress', 'already-closed'],
    ['reported', 'trouble', 'already-closed'],
    ['signed-off', 'done', 'already-closed'],
    ['signed-off', 'progress', 'already-closed'],
    ['signed-off', 'trouble', 'already-closed'],
  ] satisfies [PartState, ReplyState, string][])('%s + %s → %s', (state, answer, expected) => {
    const decided = decideReply(aPart({ state }), draft(answer), 1, AT);
    expect(decided.ok ? decided.value.state : decided.error.kind).toBe(expected);
  });

  it('办结 closes on the day in Shanghai, and is all of it', () => {
    expect(decideReply(aPart({ percent: 60 }), draft('done'), 1, AT)).toEqual({
      ok: true,
      value: { state: 'reported', percent: 100, closedOn: '2026-03-30' },
    });
  });

  it('keeps the share that was said before where none is said now', () => {
    const part = aPart({ state: 'working', percent: 60 });
    expect(decideReply(part, draft('trouble'), 1, AT)).toMatchObject({ value: { percent: 60, closedOn: null } });
    expect(decideReply(part, draft('progress', 20), 1, AT)).toMatchObject({ value: { percent: 20 } });
  });

  it('of a button that was drawn before a change counts for nothing', () => {
    expect(decideReply(aPart({ version: 2 }), draft('done'), 1, AT)).toMatchObject({ error: { kind: 'stale' } });
  });

  it('a duty without an end takes progress and trouble, and is never closed', () => {
    const standing = aPart({ rule: { kind: 'standing', cadence: 'quarter', phrase: '及时更新', place: 'text' } });
    expect(decideReply(standing, draft('done'), 1, AT)).toMatchObject({ error: { kind: 'never-ends' } });
    expect(decideReply(standing, draft('progress'), 1, AT)).toMatchObject({ value: { state: 'working' } });
  });

  it('a second press of 办结 is told that it is reported, not that it is stale', () => {
    expect(decideReply(aPart({ state: 'reported', version: 2 }), draft('done'), 1, AT)).toMatchObject({
      error: { kind: 'already-closed' },
    });
  });
});

describe('taking an answer back', () => {
  const first = saidAt('2026-03-30T09:00+08:00', { id: 'first', before: { state: 'open', percent: null } });
  const second = saidAt('2026-03-30T10:00+08:00', {
    id: 'second',
    state: 'done',
    before: {
      state: 'working',
      percent: 40,
    },
  });
  const part = aPart({ state: 'reported', percent: 100, closedOn: '2026-03-30', replies: [first, second] });
  const undone = { ...second, undoneAt: second.at };

  it('returns the part to where it stood', () => {
    expect(decideUndo(part, 'second', addMs(second.at, HOUR))).toEqual({
      ok: true,
      value: { state: 'working', percent: 40, closedOn: null },
    });
  });

  it('goes back one answer at a time', () => {
    const back = aPart({ state: 'working', percent: 40, replies: [first, undone] });
    expect(latestReply(back)?.id).toBe('first');
    expect(decideUndo(back, 'first', addMs(first.at, HOUR))).toMatchObject({ value: { state: 'open', percent: null } });
  });

  it.each([
    ['an answer that is not the latest', part, 'first', HOUR, 'not-the-latest'],
    ['an answer of another part', part, 'elsewhere', HOUR, 'nothing-to-undo'],
    ['a second time', { ...part, replies: [first, undone] }, 'second', HOUR, 'already-undone'],
    ['after 24 hours', part, 'second', 24 * HOUR + 1, 'too-late'],
    ['what the office has signed off', { ...part, state: 'signed-off' as const }, 'second', HOUR, 'signed-off'],
  ])('%s is refused', (_, about, replyId, afterMs, kind) => {
    expect(decideUndo(about, replyId, addMs(second.at, afterMs))).toEqual({ ok: false, error: { kind } });
  });

  it('is possible until the 24 hours are over', () => {
    expect(decideUndo(part, 'second', addMs(second.at, 24 * HOUR)).ok).toBe(true);
  });
});
