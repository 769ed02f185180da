import { describe, expect, it } from 'vitest';
import { anAct } from '../../../tests/support/acts.ts';
import { anErrandInput } from '../../../tests/support/errands.ts';
import { aDirectory, aPart, saidAt } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Part } from '../ledger/part.ts';
import { planErrands } from './plan-errands.ts';

const DIRECTORY = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['head', '周科长'],
      ['leader-in-charge', '赵局长'],
    ],
  },
});

function told(parts: readonly Part[], directory = DIRECTORY) {
  const { errands } = planErrands(anErrandInput(directory, { parts, today: '2026-03-26' }));
  return errands.map(({ person, partId, as }) => [person.id, as, partId]);
}

describe('B7: what is returned for the third time', () => {
  const back = (times: number, part: Partial<Part> = {}) => ({
    ...aPart({ state: 'working', newsOn: civil('2026-03-25'), dueOn: '2026-12-01' }),
    acts: Array.from({ length: times }, () => anAct('return', '2026-03-25')),
    ...part,
  });
  const answered = [saidAt('2026-03-25T15:00+08:00')];

  it.each([
    ['twice', back(2), []],
    ['three times', back(3), [['周科长', 'returned', 'part-1']]],
    ['for the fourth time', back(4), [['周科长', 'returned', 'part-1']]],
    ['three times, and said before', back(3, { newsOn: null }), []],
    ['three times, and answered since', back(3, { replies: answered }), []],
    ['three times, and paused', back(3, { pausedUntil: civil('2026-12-01') }), []],
  ])('%s: the 负责人 of the office is told with the office’s own news', (_, part, expected) => {
    expect(told([part])).toEqual(expected);
  });

  it('a head who gets the cards of the office sees it once, in the rows of the office', () => {
    const directory = aDirectory({ 法规科: { posts: [['head', '周科长']] } });
    expect(told([back(3)], directory)).toEqual([]);
  });
});
