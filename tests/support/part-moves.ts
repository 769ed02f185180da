import fc from 'fast-check';
import { addMs, type Instant, instantOf } from '../../src/domain/calendar/civil-date.ts';
import { decideAwaitedDate } from '../../src/domain/ledger/awaited-date.ts';
import { type ActMove, decideAct, partAfterAct } from '../../src/domain/ledger/decide-act.ts';
import { decideReply, decideUndo, movedPart } from '../../src/domain/ledger/decide-reply.ts';
import type { Part, ReplyState } from '../../src/domain/ledger/part.ts';
import type { PartActKind } from '../../src/domain/ledger/part-act.ts';
import type { Rule } from '../../src/domain/plan/rule.ts';
import { COMPLETE } from './acts.ts';
import { aPart, byRule, CALENDAR, saidAt } from './parts.ts';

const HOUR = 3_600_000;
const START = instantOf('2026-03-19T08:00+08:00');
const AWAITING: Rule = { kind: 'awaiting', issuer: '市府', document: null, phrase: '按市府规定时间', place: 'text' };
export const STANDING: Rule = { kind: 'standing', cadence: 'quarter', phrase: '及时更新', place: 'text' };

/** Parts as they are born, by what is said of them in a test's name. */
export const BORN: Readonly<Record<string, Part>> = {
  'with a date': aPart(),
  'over when the plan was issued': aPart({ pastAtBirth: true, dueOn: '2026-01-31', rule: byRule('2026-01-31') }),
  'that waits for its date': aPart({ dueOn: null, rule: AWAITING, state: 'undated' }),
  'without an end': aPart({ dueOn: null, rule: STANDING }),
};

const ANSWERS: readonly ReplyState[] = ['done', 'progress', 'trouble', 'acknowledged', 'updated', 'unchanged'];
const KINDS = Object.keys(COMPLETE) as PartActKind[];
/** Something that an office or whoever decides may try. */
export const aMove = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ANSWERS).map((state) => ({ do: 'answer', state }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...KINDS).map((kind) => ({ do: 'act', kind }) as const) },
  { weight: 2, arbitrary: fc.nat({ max: 9 }).map((nth) => ({ do: 'undo', nth }) as const) },
);
export type Move = typeof aMove extends fc.Arbitrary<infer M> ? M : never;

/** When the move of a step is made: an hour after the one before. */
export function momentOf(step: number): Instant {
  return addMs(START, step * HOUR);
}

/** The part after a move, or the same where the move is refused. */
export function partAfter(part: Part, move: Move, step: number): Part {
  const at = momentOf(step);
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
  const at = momentOf(step);
  const reply = part.replies.at(-1 - nth);
  if (!reply) return part;
  const decided = decideUndo(part, reply.id, at);
  if (!decided.ok) return part;
  const replies = part.replies.map((each) => (each === reply ? { ...each, undoneAt: at } : each));
  return { ...movedPart(part, decided.value), replies };
}

function acted(part: Part, kind: PartActKind, step: number): Part {
  const at = momentOf(step);
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
  const at = momentOf(step);
  const decided = decideAwaitedDate([part], { dueOn: byDay('2026-06-30'), note: '', at, calendar: CALENDAR });
  const move = decided.ok ? decided.value[0]?.move : undefined;
  return move && { ok: true, value: move };
}

function byDay(day: string) {
  const rule = byRule(day);
  if (rule.kind !== 'by') throw new Error('a date');
  return rule.on;
}
