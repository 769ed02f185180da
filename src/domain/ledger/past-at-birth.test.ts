import { describe, expect, it } from 'vitest';
import { aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { addDays, addMs, civil, civilDateOf, instantOf } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { decideReply, decideUndo, movedPart, type ReplyDraft } from './decide-reply.ts';
import { timeLight, wasLate } from './lights.ts';
import { dueOnAtBirth, type PastAnswer } from './past-at-birth.ts';

const AT = instantOf('2026-03-30T00:30+08:00');
const TODAY = civilDateOf(AT);
const HOUR = 3_600_000;
const PAST = aPart({ dueOn: '2026-01-09', pastAtBirth: true });
const said = (answer: PastAnswer): ReplyDraft => ({ percent: null, note: '', links: [], helpFrom: null, ...answer });
const completed = (on: string) => said({ state: 'done', completedOn: civil(on) });
const postponed = (to: string) => said({ state: 'progress', newDueOn: civil(to) });

describe('已完成', () => {
  it('reports the part with the day that the office states', () => {
    expect(decideReply(PAST, completed('2026-01-15'), 1, AT)).toEqual({
      ok: true,
      value: { state: 'reported', percent: 100, closedOn: '2026-01-15' },
    });
  });

  it('may have been today, and never lies ahead', () => {
    expect(decideReply(PAST, completed('2026-03-30'), 1, AT).ok).toBe(true);
    expect(decideReply(PAST, completed('2026-03-31'), 1, AT)).toEqual({
      ok: false,
      error: { kind: 'completed-in-future', on: '2026-03-31', today: '2026-03-30' },
    });
  });

  it('is never late, whenever it was', () => {
    const done = { ...PAST, state: 'reported' as const, closedOn: civil('2026-03-20') };
    expect(wasLate(done)).toBe(false);
    expect(timeLight(done, TODAY, CALENDAR)).toBe('blue');
  });
});

describe('未完成', () => {
  it('gives the part a new date and makes it an ordinary one, which can be late', () => {
    const move = decideReply(PAST, postponed('2026-04-30'), 1, AT);
    expect(move).toEqual({
      ok: true,
      value: { state: 'working', percent: null, closedOn: null, dueOn: '2026-04-30' },
    });
    if (!move.ok) return;
    const part = movedPart(PAST, move.value);
    expect(part).toMatchObject({ dueOn: '2026-04-30', pastAtBirth: false, version: 2 });
    expect(timeLight(PAST, TODAY, CALENDAR)).toBe('grey');
    expect(timeLight(part, civil('2026-05-01'), CALENDAR)).toBe('red');
  });

  it.each([
    ['2026-03-30', 'ok'],
    ['2026-03-29', 'new-date-over'],
    ['2028-03-30', 'ok'],
    ['2028-03-31', 'new-date-too-far'],
  ])('%s: %s', (to, verdict) => {
    const decided = decideReply(PAST, postponed(to), 1, AT);
    expect(decided.ok ? 'ok' : decided.error.kind).toBe(verdict);
  });

  it('is not the old date again, where the plan bears a date of issue that is still to come', () => {
    const early = aPart({ dueOn: '2026-04-30', pastAtBirth: true });
    expect(decideReply(early, postponed('2026-04-30'), 1, AT)).toMatchObject({ error: { kind: 'new-date-unchanged' } });
  });
});

describe('a button that asks something else', () => {
  it.each([
    ['办结 without a day', PAST, said({ state: 'done' })],
    ['填进展', PAST, said({ state: 'progress' })],
    ['有困难', PAST, said({ state: 'trouble' })],
    ['已完成 of an ordinary part', aPart(), completed('2026-03-01')],
    ['未完成 of an ordinary part', aPart(), postponed('2026-04-30')],
  ])('%s counts for nothing', (_, part, draft) => {
    expect(decideReply(part, draft, 1, AT)).toEqual({ ok: false, error: { kind: 'other-question' } });
  });

  it('of an older version is stale, and of a closed part a repeated press', () => {
    expect(decideReply({ ...PAST, version: 2 }, completed('2026-01-15'), 1, AT)).toMatchObject({
      error: { kind: 'stale' },
    });
    expect(decideReply({ ...PAST, state: 'reported' }, postponed('2026-04-30'), 1, AT)).toMatchObject({
      error: { kind: 'already-closed' },
    });
  });
});

describe('taking it back', () => {
  const answer = saidAt('2026-03-30T09:00+08:00', { id: 'answer', before: { state: 'open', percent: null } });
  const later = saidAt('2026-03-30T10:00+08:00', { id: 'later', before: { state: 'working', percent: null } });
  const rule = byRule('2026-01-09');
  const soon = addMs(answer.at, HOUR);

  it('已完成 leaves the part grey and open', () => {
    const reported = { state: 'reported' as const, closedOn: civil('2026-01-15') };
    const part = { ...PAST, rule, ...reported, replies: [{ ...answer, state: 'done' as const }] };
    const move = decideUndo(part, 'answer', soon);
    expect(move).toEqual({ ok: true, value: { state: 'open', percent: null, closedOn: null } });
  });

  it('未完成 puts the old date back: the part is grey again', () => {
    const part = aPart({ dueOn: '2026-04-30', rule, state: 'working', replies: [answer] });
    const move = decideUndo(part, 'answer', soon);
    expect(move).toEqual({
      ok: true,
      value: { state: 'open', percent: null, closedOn: null, dueOn: '2026-01-09' },
    });
    if (move.ok) expect(movedPart(part, move.value)).toMatchObject({ dueOn: '2026-01-09', pastAtBirth: true });
  });

  it('what was said under the new date keeps the new date', () => {
    const part = aPart({ dueOn: '2026-04-30', rule, state: 'working', replies: [answer, later] });
    expect(decideUndo(part, 'later', soon)).toEqual({
      ok: true,
      value: { state: 'working', percent: null, closedOn: null },
    });
    const undone = { ...part, replies: [answer, { ...later, undoneAt: later.at }] };
    expect(decideUndo(undone, 'answer', soon)).toMatchObject({ value: { dueOn: '2026-01-09' } });
  });

  it('changes no date of an ordinary part', () => {
    const part = aPart({ state: 'working', replies: [answer] });
    expect(decideUndo(part, 'answer', soon)).toEqual({
      ok: true,
      value: { state: 'open', percent: null, closedOn: null },
    });
  });
});

describe('the date that the plan gave a part', () => {
  const every = (period: 'month' | 'quarter' | 'half_year' | 'week' | 'year', due: string | null): Rule => ({
    kind: 'every',
    period,
    due,
    assumed: false,
    phrase: '',
    place: 'text',
  });

  it.each([
    ['a date', byRule('2026-01-09'), null, '2026-01-09'],
    ['a month', every('month', null), '2026-01', '2026-01-31'],
    ['a quarter', every('quarter', null), '2025-Q4', '2025-12-31'],
    ['a week of the year before', every('week', null), '2026-W01', '2026-01-04'],
    ['a year', every('year', null), '2025', '2025-12-31'],
    [
      'a duty without an end',
      { kind: 'standing', cadence: 'year', phrase: '', place: 'text' } satisfies Rule,
      null,
      null,
    ],
  ])('%s', (_, rule, period, date) => {
    expect(dueOnAtBirth({ rule, period })).toBe(date);
  });

  it('is where every undo leads, whatever the new date was', () => {
    for (let day = TODAY; day < '2026-05-01'; day = addDays(day, 7)) {
      const move = decideReply(PAST, postponed(day), 1, AT);
      if (!move.ok) throw new Error('refused');
      const part = {
        ...movedPart({ ...PAST, rule: byRule('2026-01-09') }, move.value),
        replies: [saidAt('2026-03-30T09:00+08:00', { id: 'r' })],
      };
      expect(decideUndo(part, 'r', addMs(AT, HOUR))).toMatchObject({ value: { dueOn: '2026-01-09' } });
    }
  });
});
