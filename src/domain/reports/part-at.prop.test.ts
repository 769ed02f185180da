import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMove, BORN, momentOf, partAfter } from '../../../tests/support/part-moves.ts';
import { aPart } from '../../../tests/support/parts.ts';
import { addMs } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import { isClosed, isDropped } from '../reminders/urgency.ts';
import { isCounted } from './counted-parts.ts';
import { partAt } from './part-at.ts';

/** What numbers ask of a part. */
function factsOf(part: Part) {
  if (isDropped(part)) return 'dropped';
  const { dueOn, closedOn, pausedUntil } = part;
  return isCounted(part) ? { dueOn, closed: isClosed(part), closedOn, pausedUntil } : 'not counted';
}

describe('a part as it stood at an instant', () => {
  it.each(Object.keys(BORN).filter((name) => name !== 'over when the plan was issued'))(
    '%s has the facts that it had then, whatever was answered and decided since',
    (name) => {
      const born = BORN[name] ?? aPart();
      fc.assert(
        fc.property(fc.array(aMove, { maxLength: 20 }), (moves) => {
          const steps = [born];
          for (const [step, move] of moves.entries()) steps.push(partAfter(steps.at(-1) ?? born, move, step));
          const end = steps.at(-1) ?? born;
          for (const [step, then] of steps.entries()) {
            expect([step, factsOf(partAt(end, momentOf(step)))]).toEqual([step, factsOf(then)]);
          }
        }),
        { numRuns: 500 },
      );
    },
  );

  it('is the part itself where nothing was said since', () => {
    const part = partAfter(aPart(), { do: 'answer', state: 'done' }, 1);
    expect(partAt(part, addMs(momentOf(1), 1))).toBe(part);
  });

  it('that was past at birth is so again before it was given a date', () => {
    const past = BORN['over when the plan was issued'] ?? aPart();
    const dated = partAfter(past, { do: 'answer', state: 'progress' }, 1);
    expect(dated).toMatchObject({ pastAtBirth: false, dueOn: '2026-05-29' });
    expect(partAt(dated, momentOf(1))).toMatchObject({ pastAtBirth: true, dueOn: '2026-01-31' });
    const done = partAfter(dated, { do: 'answer', state: 'done' }, 2);
    expect(partAt(done, momentOf(2))).toMatchObject({ pastAtBirth: false, dueOn: '2026-05-29', state: 'working' });
  });
});
