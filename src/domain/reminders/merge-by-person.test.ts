import { describe, expect, it } from 'vitest';
import { aDirectory, aPart } from '../../../tests/support/parts.ts';
import type { Reachable } from '../directory/directory.ts';
import type { Errand } from './errand.ts';
import { mergeByPerson } from './merge-by-person.ts';
import type { Speaks } from './plan-reminders.ts';

const [ZHANG, LI] = aDirectory({
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['head', '李强'],
    ],
  },
}).people as Reachable[];
if (!ZHANG || !LI) throw new Error('two people');

const due = (id: string, speaks: Speaks = { rung: 3 }, person = ZHANG) => ({ part: aPart({ id }), speaks, person });
const errand = (as: Errand['as'], partId: string | null, person = ZHANG): Errand => ({
  person,
  officeName: '办公室',
  partId,
  as,
});

describe('one card for each person', () => {
  it('has what the person answers for in its own rows, and no errand about it', () => {
    const errands = [errand('escalated', 'own'), errand('escalated', 'other'), errand('review', null)];
    expect(mergeByPerson([due('own')], errands)).toEqual([
      {
        person: ZHANG,
        officeName: '法规科',
        partIds: ['own'],
        errands: { review: [], escalated: ['other'] },
        reason: 'T-3',
      },
    ]);
  });

  it('is sent for errands alone, with the office and the reason of those, each part once', () => {
    const errands = [
      errand('stagnant', 'a'),
      errand('escalated', 'b'),
      errand('escalated', 'b'),
      errand('escalated', 'c'),
    ];
    expect(mergeByPerson([], errands)).toEqual([
      {
        person: ZHANG,
        officeName: '办公室',
        partIds: [],
        errands: { escalated: ['b', 'c'], stagnant: ['a'] },
        reason: 'escalated',
      },
    ]);
  });

  it('goes to each person once, whoever comes first', () => {
    const cards = mergeByPerson(
      [due('a', { rung: 0 }, LI), due('b'), due('c', { rung: 0 }, LI)],
      [errand('review', null)],
    );
    expect(cards.map(({ person, partIds }) => [person.name, ...partIds])).toEqual([
      ['李强', 'a', 'c'],
      ['张敏', 'b'],
    ]);
  });

  it.each<[string, readonly Speaks[]]>([
    ['overdue', [{ rung: 3 }, { for: 'news' }, { rung: -1 }]],
    ['T-0', [{ rung: 3 }, { rung: 0 }]],
    ['news', [{ for: 'past-at-birth' }, { for: 'heartbeat' }, { for: 'news' }]],
    ['heartbeat', [{ for: 'past-at-birth' }, { for: 'heartbeat' }]],
    ['past-at-birth', [{ for: 'past-at-birth' }]],
  ])('is sent because of the most urgent: %s', (reason, all) => {
    const parts = all.map((speaks, index) => due(`part-${index}`, speaks));
    expect(mergeByPerson(parts, [errand('review', null)])[0]?.reason).toBe(reason);
  });
});
