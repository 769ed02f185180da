import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMove, BORN, type Move, partAfter, STANDING } from '../../../tests/support/part-moves.ts';
import { aPart } from '../../../tests/support/parts.ts';
import { instantOf } from '../calendar/civil-date.ts';
import { decideReply } from './decide-reply.ts';
import type { Part, PartState } from './part.ts';

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
