import { describe, expect, it } from 'vitest';
import { ListCounter, type ListLevel, type ListUse } from './list-counter.ts';

const level = (format: number, pattern: ListLevel['pattern'], isLegal = false): ListLevel => ({
  start: 1,
  format,
  digits: 1,
  pattern,
  isTight: false,
  isLegal,
  restartsAfter: undefined,
});
const LEVELS = [level(39, [0, '、']), level(0, [0, '.', 1], true), level(0, ['（', 2, '）'])];
const use = (listId: number, starts: readonly (readonly [number, number])[] = []): ListUse => ({
  listId,
  levels: new Map(LEVELS.entries()),
  starts: new Map(starts),
});

describe('list numbers', () => {
  it('start anew below the next higher number, and show higher levels in plain digits where the list says so', () => {
    const counter = new ListCounter(new Map([[1, use(7)]]));
    const printed = [0, 1, 1, 2, 0, 1].map((at) => counter.next(1, at));
    expect(printed).toEqual(['一、', '1.1 ', '1.2 ', '（1）', '二、', '2.1 ']);
  });

  it('count on in every use of one list, unless the use has a start of its own', () => {
    const uses = new Map([
      [1, use(7)],
      [2, use(7)],
      [3, use(7, [[0, 5]])],
      [4, use(8)],
    ]);
    const counter = new ListCounter(uses);
    expect([1, 1, 2, 3, 3, 4].map((at) => counter.next(at, 0))).toEqual([
      '一、',
      '二、',
      '三、',
      '五、',
      '六、',
      '一、',
    ]);
  });

  it('of a list that is not there are not printed', () => {
    const counter = new ListCounter(new Map([[1, use(7)]]));
    expect(counter.next(9, 0)).toBe('');
    expect(counter.next(1, 8)).toBe('');
  });
});
