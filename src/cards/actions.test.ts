import { describe, expect, it } from 'vitest';
import { type Action, parseAction } from './actions.ts';

const target = { v: 1, c: 'card-1', p: 'part-1', n: 3 } as const;

describe('parseAction', () => {
  it.each<Action>([
    { a: 'part.done', ...target },
    { a: 'part.open', ...target, k: 'progress' },
    { a: 'part.open', ...target, k: 'trouble' },
    { a: 'part.report', ...target, k: 'trouble' },
    { a: 'part.cancel', ...target },
    { a: 'part.undo', ...target, r: 'reply-1' },
    { a: 'list.mine', v: 1, c: 'card-1' },
    { a: 'list.mine', v: 1, c: 'card-1', g: 2 },
    { a: 'summary.approve', v: 1, c: 'card-1', s: 'summary-1' },
    { a: 'digest.details', v: 1, t: 1_511_744_400_000 },
    { a: 'digest.details', v: 1, t: 1_512_522_000_000, m: '2017-11' },
    { a: 'details.show', v: 1, c: 'card-1', k: 'overdue', g: 2 },
    { a: 'details.show', v: 1, c: 'card-1', k: 'accepted', g: 1 },
    { a: 'submission.plan', v: 1, c: 'card-1', r: 'rule-1', o: 'office-1', d: '2017-06-01' },
    { a: 'paper.send', v: 1, k: 'ledger', m: '2017-11', plan: 'plan-1' },
  ])('reads $a as it was drawn', (action) => {
    expect(parseAction(JSON.parse(JSON.stringify(action)))).toEqual(action);
  });

  it.each([
    [undefined],
    [null],
    ['part.done'],
    [{}],
    [{ a: 'part.drop', ...target }],
    [{ a: 'part.done', ...target, v: 2 }],
    [{ a: 'part.done', ...target, n: '3' }],
    [{ a: 'part.done', ...target, p: '' }],
    [{ a: 'part.done', ...target, p: 'x'.repeat(65) }],
    [{ a: 'part.open', ...target, k: 'done' }],
    [{ a: 'part.undo', ...target }],
    [{ a: 'list.mine', v: 1, c: 'card-1', g: 0 }],
    [{ a: 'paper.send', v: 1, k: 'ledger', m: '2017' }],
    [{ a: 'submission.plan', v: 1, c: 'card-1', r: 'rule-1', d: '2017-02-30' }],
    [{ a: 'digest.details', v: 1, t: 1_512_522_000_000, m: '2017-13' }],
    [{ a: 'details.show', v: 1, c: 'card-1', k: 'all', g: 1 }],
  ])('%j is no action of ours', (payload) => {
    expect(parseAction(payload)).toBeUndefined();
  });

  it('drops what a payload has besides, such as a person', () => {
    expect(parseAction({ a: 'part.done', ...target, actor: 'ou_x' })).not.toHaveProperty('actor');
  });
});
