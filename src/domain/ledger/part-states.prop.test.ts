import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPLETE } from '../../../tests/support/acts.ts';
import { aPart, byRule, CALENDAR, saidAt } from '../../../tests/support/parts.ts';
import { addMs, instantOf } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { decideAwaitedDate } from './awaited-date.ts';
import { type ActMove, decideAct, partAfterAct } from './decide-act.ts';
import { decideReply, decideUndo, movedPart } from './decide-reply.ts';
import type { Part, PartState, ReplyState } from './part.ts';
import type { PartActKind } from './part-act.ts';

const HOUR = 3_600_000;
const START = instantOf('2026-03-19T08:00+08:00');
const AWAITING: Rule = { kind: 'awaiting', issuer: '市府', document: null, phrase: '按市府规定时间', place: 'text' };
const STANDING: Rule = { kind: 'standing', cadence: 'quarter', phrase: '及时更新', place: 'text' };

const BORN: Readonly<Record<string, Part>> = {
  'with a date': aPart(),
  'over when the plan was issued': aPart({ pastAtBirth: true, dueOn: '2026-01-31', rule: byRule('2026-01-31') }),
  'that waits for its date': aPart({ dueOn: null, rule: AWAITING, state: 'undated' }),
  'without an end': aPart({ dueOn: null, rule: STANDING }),
};

const ANSWERS: readonly ReplyState[] = ['done', 'progress', 'trouble', 'acknowledged', 'updated', 'unchanged'];
const KINDS = Object.keys(COMPLETE) as PartActKind[];
const aMove = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ANSWERS).map((state) => ({ do: 'answer', state }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...KINDS).map((kind) => ({ do: 'act', kind }) as const) },
  { weight: 2, arbitrary: fc.nat({ max: 9 }).map((nth) => ({ do: 'undo', nth }) as const) },
);
type Move = typeof aMove extends fc.Arbitrary<infer M> ? M : never;

/** The part after a move, or the same where the move is refused. */
function partAfter(part: Part, move: Move, step: number): Part {
  const at = addMs(START, step * HOUR);
  if (move.do === 'undo') return undone(part, move.nth, step);
  if (move.do === 'act') return acted(part, move.kind, step);
  const { state } = move;
  const day = state === 'done' ? { completedOn: byDay('2026-02-10') } : { newDueOn: byDay('2026-05-29') };
  const draft = { state, note: '甲', links: [], percent: 30, helpFrom: null, ...(part.pastAtBirth && day) };
  const decided = decideReply(part, draft, part.version, at);
  if (!decided.ok) return part;
  const reply = saidAt('2026-03-19T08:00+08:00', {
    id: `reply-${step}`,
    at,
    state,
    before: { state: part.state, percent: part.percent },
  });
  return { ...movedPart(part, decided.value), replies: [...part.replies, reply] };
}

function undone(part: Part, nth: number, step: number): Part {
  const at = addMs(START, step * HOUR);
  const reply = part.replies.at(-1 - nth);
  if (!reply) return part;
  const decided = decideUndo(part, reply.id, at);
  if (!decided.ok) return part;
  const replies = part.replies.map((each) => (each === reply ? { ...each, undoneAt: at } : each));
  return { ...movedPart(part, decided.value), replies };
}

function acted(part: Part, kind: PartActKind, step: number): Part {
  const at = addMs(START, step * HOUR);
  const draft = { kind, note: '', ...COMPLETE[kind] };
  const move = kind === 'date' ? dated(part, step) : decideAct(part, draft, { version: null, at, calendar: CALENDAR });
  if (!move?.ok) return part;
  const dueOn = kind === 'grant' ? (part.request?.dueOn ?? null) : (draft.dueOn ?? null);
  const act = {
    id: `act-${step}`,
    at,
    personId: 'person-2',
    personName: '孙静',
    kind,
    note: draft.note,
    reasons: draft.reasons ?? [],
    dueOn,
    beforeOn: part.dueOn,
    officeId: null,
  };
  return { ...partAfterAct(part, move.value), acts: [...part.acts, act] };
}

function dated(part: Part, step: number): { readonly ok: true; readonly value: ActMove } | undefined {
  const at = addMs(START, step * HOUR);
  const decided = decideAwaitedDate([part], { dueOn: byDay('2026-06-30'), note: '', at, calendar: CALENDAR });
  const move = decided.ok ? decided.value[0]?.move : undefined;
  return move && { ok: true, value: move };
}

function byDay(day: string) {
  const rule = byRule(day);
  if (rule.kind !== 'by') throw new Error('a date');
  return rule.on;
}

const CLOSED: readonly PartState[] = ['reported', 'signed-off', 'excused', 'stopped'];

function wrongIn(part: Part): readonly string[] {
  const closed = CLOSED.includes(part.state);
  const open = !closed && part.state !== 'blocked';
  const awaits = part.rule.kind === 'awaiting' && part.dueOn === null;
  const says = (wrong: boolean, what: string) => (wrong ? [`${what}: ${part.state}, ${part.dueOn}`] : []);
  return [
    ...says(open && (part.state === 'undated') !== awaits, '待定时限 without waiting, or the other way round'),
    ...says((part.closedOn !== null) !== (closed && part.state !== 'excused'), 'the day of closing'),
    ...says(closed && part.request !== null, 'a request of what is closed'),
  ];
}

describe('whatever people answer, take back and decide, in whatever order', () => {
  it.each(Object.keys(BORN))('a part %s stays in one piece, and its version grows by one with every change', (name) => {
    const born = BORN[name] ?? aPart();
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 25 }), (moves) => {
        moves.reduce((part, move, step) => {
          const next = partAfter(part, move, step);
          expect(wrongIn(next)).toEqual([]);
          if (next !== part) expect(next.version).toBe(part.version + 1);
          return next;
        }, born);
      }),
      { numRuns: 500 },
    );
  });

  it('a date that an office was granted stays whatever answer is taken back', () => {
    const aboutDates = fc.constantFrom<Move>(
      { do: 'answer', state: 'progress' },
      { do: 'act', kind: 'ask-extension' },
      { do: 'act', kind: 'grant' },
      { do: 'undo', nth: 0 },
    );
    fc.assert(
      fc.property(fc.array(aboutDates, { maxLength: 12 }), (moves) => {
        const end = moves.reduce((part, move, step) => partAfter(part, move, step), aPart());
        const granted = end.acts.some(({ kind }) => kind === 'grant');
        expect(end.dueOn).toBe(granted ? '2026-04-30' : '2026-03-27');
      }),
      { numRuns: 500 },
    );
  });

  it('a duty that is closed for the year waits for no decision any more', () => {
    const asked = partAfter(aPart({ dueOn: null, rule: STANDING }), { do: 'act', kind: 'ask-excuse' }, 1);
    const draft = { state: 'unchanged' as const, note: '', links: [], percent: null, helpFrom: null };
    const closed = decideReply(asked, draft, asked.version, instantOf('2026-12-21T09:00+08:00'));
    expect(closed).toMatchObject({ value: { state: 'reported', request: null } });
  });
});

describe('C30: taking 有困难 back', () => {
  const undated = BORN['that waits for its date'] ?? aPart();
  const stuck = partAfter(undated, { do: 'answer', state: 'trouble' }, 1);

  it('before the date has arrived, the row waits for it again', () => {
    expect(partAfter(stuck, { do: 'undo', nth: 0 }, 2)).toMatchObject({ state: 'undated', dueOn: null });
  });

  it('after the date has arrived, the row is an ordinary one with that date', () => {
    const arrived = partAfter(stuck, { do: 'act', kind: 'date' }, 2);
    expect(arrived).toMatchObject({ state: 'blocked', dueOn: '2026-06-30' });
    expect(partAfter(arrived, { do: 'undo', nth: 0 }, 3)).toMatchObject({ state: 'open', dueOn: '2026-06-30' });
  });

  it('a row that goes on after its difficulty still waits for its date', () => {
    expect(partAfter(stuck, { do: 'answer', state: 'progress' }, 2)).toMatchObject({ state: 'undated', dueOn: null });
  });

  it('a row that is returned before its date has arrived still waits for it', () => {
    const reported = partAfter(undated, { do: 'answer', state: 'done' }, 1);
    expect(partAfter(reported, { do: 'act', kind: 'return' }, 2)).toMatchObject({ state: 'undated', closedOn: null });
  });

  it('what was answered before it was signed off and reopened is not taken back any more', () => {
    const steps: readonly Move[] = [
      { do: 'answer', state: 'done' },
      { do: 'act', kind: 'pass' },
      { do: 'act', kind: 'reopen' },
    ];
    const reopened = steps.reduce((part, move, step) => partAfter(part, move, step), aPart());
    expect(reopened.state).toBe('working');
    expect(partAfter(reopened, { do: 'undo', nth: 0 }, 4)).toBe(reopened);
  });
});
