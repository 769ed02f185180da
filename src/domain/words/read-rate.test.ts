import { describe, expect, it } from 'vitest';
import { readRateWords } from './read-rate.ts';

describe('the words behind 比率', () => {
  it.each([
    ['3 45/60', '3', null, [45, 60, 0], ''],
    ['3（1） 45／60，免考核 2项', '3（1）', null, [45, 60, 2], ''],
    ['3(1) 45/60', '3(1)', null, [45, 60, 0], ''],
    ['第3项：45 / 60 免2', '第3项', null, [45, 60, 2], ''],
    ['3 11月 45/60', '3', 11, [45, 60, 0], ''],
    ['11月份 45/60', null, 11, [45, 60, 0], ''],
    ['45/60', null, null, [45, 60, 0], ''],
    ['网上办理率 45/60', null, null, [45, 60, 0], '网上办理率'],
    ['3 当面答复率 45/60', '3', null, [45, 60, 0], '当面答复率'],
    ['3', '3', null, null, ''],
    ['', null, null, null, ''],
    ['3 四十五', '3', null, null, '四十五'],
    ['3 45/60/70', '3', null, [45, 60, 0], '/70'],
  ])('%j: row %s, month %s, %j, rest %j', (words, no, month, figures, rest) => {
    const [met, total, exempt] = figures ?? [];
    const expected = figures === null ? null : { met, total, exempt };
    const read = readRateWords(words);
    expect({ ...read, no: read.no?.normalize('NFKC') }).toEqual({
      no: no?.normalize('NFKC'),
      month,
      figures: expected,
      rest,
    });
  });
});
