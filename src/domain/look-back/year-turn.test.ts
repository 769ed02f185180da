import { describe, expect, it } from 'vitest';
import { aPart, byRule } from '../../../tests/support/parts.ts';
import { aTask } from '../../../tests/support/stored-plan.ts';
import { civil } from '../calendar/civil-date.ts';
import type { Rule } from '../plan/rule.ts';
import { standingOfRows } from './row-standing.ts';
import { turnYear } from './year-turn.ts';

const QUARTERLY: Rule = {
  kind: 'every',
  period: 'quarter',
  due: null,
  assumed: false,
  phrase: '每季度',
  place: 'text',
};
const task = (text: string, no: string, rules: readonly Rule[] = [byRule('2025-06-30')]) => aTask({ text, no, rules });

describe('the turn of the year', () => {
  it('keeps rows whose words go on, and names yearly ones that were left out', () => {
    const before = [
      task('公开2025年部门预算', '1'),
      task('每季度公开统计信息', '2', [byRule('2025-06-30'), QUARTERLY]),
      task('举办开放日活动', '3'),
    ];
    const after = [task('公开2026年部门预算', '1', [byRule('2026-04-30')]), task('建设政务公开专区', '2')];
    const { kept, dropped, added } = turnYear(before, after);
    expect(kept.map((pair) => [pair.before.text, pair.after.text])).toEqual([
      ['公开2025年部门预算', '公开2026年部门预算'],
    ]);
    expect(dropped.map(({ row, yearly }) => [row.text, yearly])).toEqual([
      ['每季度公开统计信息', true],
      ['举办开放日活动', false],
    ]);
    expect(added.map(({ text }) => text)).toEqual(['建设政务公开专区']);
  });
});

describe('where a row stands for those above', () => {
  const late = aPart({ dueOn: '2025-03-31' });
  const done = aPart({ state: 'reported', closedOn: '2025-03-30' });
  const ahead = aPart({ dueOn: '2025-12-31' });
  it.each([
    ['no row carries it out', null, [], '2025-06-01', 'none'],
    ['nothing of it was asked for yet', [], [], '2025-06-01', 'under-way'],
    ['no office is concerned', [byRule('2025-03-31')], [aPart({ state: 'excused' })], '2025-06-01', 'under-way'],
    ['one office is late, another done', [byRule('2025-03-31')], [late, done], '2025-06-01', 'overdue'],
    ['one office is done, another has time', [byRule('2025-12-31')], [done, ahead], '2025-06-01', 'under-way'],
    ['all are done', [byRule('2025-03-31')], [done, done], '2025-06-01', 'done'],
    ['all are done and one is not concerned', [], [done, aPart({ state: 'excused' })], '2025-06-01', 'done'],
    ['this quarter is done and more are to come', [QUARTERLY], [done], '2025-06-01', 'under-way'],
    ['every quarter is done and the year is over', [QUARTERLY], [done], '2026-01-05', 'done'],
  ] as const)('%s', (_, rules, parts, today, standing) => {
    expect(standingOfRows(rules, parts, { year: 2025, today: civil(today) })).toBe(standing);
  });
});
