import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civil, parseCivilDate } from '../../calendar/civil-date.ts';
import { parseDueInPeriod } from '../../ledger/due-in-period.ts';
import { fold, squeeze, stripArtefacts } from './fold.ts';
import { readDeadline } from './read-deadline.ts';
import { readOwners } from './read-owners.ts';
import { readRulesInText } from './read-rules-in-text.ts';

const CONTEXT = { year: 2026, issuedOn: civil('2026-03-05'), place: 'deadline-cell' } as const;
const WORDS = [
  '每',
  '月',
  '年',
  '日',
  '底',
  '前',
  '后',
  '季度',
  '半年',
  '上',
  '下',
  '第',
  '一',
  '十二',
  '2026',
  '31',
  '0',
  '99',
  '个',
  '工作日',
  '小时',
  '内',
  '之日起',
  '，',
  '；',
  '。',
  '、',
  '：',
  '（',
  '）',
  '《',
  '》',
  '“',
  '”',
  '%',
  '以上',
  '不少于',
  '条',
  '次',
  '率',
  '按',
  '规定',
  '要求',
  '待',
  '出台',
  '及时',
  '动态',
  '定期',
  '力争',
  '同步',
  '与',
  '各',
  '科室',
  '牵头',
  '配合',
  '会同',
  '办公室',
  '和',
  ' ',
  '\n',
  '\t',
];
const phrase = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('whatever the words are', () => {
  it('a deadline is read into rules that can be kept, or handed back', () => {
    fc.assert(
      fc.property(phrase, (words) => {
        const { rules, unread } = readDeadline(words, CONTEXT);
        for (const rule of rules) {
          if (rule.kind === 'by' || rule.kind === 'from') expect(parseCivilDate(rule.on)).toBe(rule.on);
          if (rule.kind === 'every') expect(parseDueInPeriod(rule.due, rule.period)).toBeDefined();
          if (rule.kind === 'quota') expect(rule.count).toBeGreaterThan(0);
          if (rule.kind === 'rate') expect(rule.min).toBeLessThanOrEqual(100);
        }
        if (unread !== null) expect(squeeze(words)).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('the text of an item is read without a guess at a year', () => {
    fc.assert(
      fc.property(phrase, (words) => {
        const { rules } = readRulesInText(words, { year: null, issuedOn: null });
        for (const rule of rules) {
          if (rule.kind === 'by') expect(fold(words)).toMatch(/\d{4}|[〇一二三四五六七八九]{4}/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('owners are read, each with a name that stands in the words', () => {
    fc.assert(
      fc.property(phrase, (words) => {
        const bare = stripArtefacts(words).replace(/\s/g, '');
        for (const { name } of readOwners(words).offices) {
          for (const part of name.split('、')) expect(bare).toContain(part.replace(/\s/g, ''));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('a text as long as a chapter is read to its end', () => {
    const context = { year: 2026, issuedOn: null };
    const text = '各科室应在文件印发之日起10个工作日内公开，每月报送信息不少于2条；'.repeat(250);
    expect(readRulesInText(text, context).rules.length).toBeGreaterThan(0);
    expect(readOwners(text).offices.length).toBeGreaterThanOrEqual(0);
    expect(readDeadline('一'.repeat(20_000), CONTEXT).rules).toEqual([]);
    expect(readRulesInText('每月'.repeat(10_000), context).yearMissing).toBe(false);
    expect(readRulesInText('1'.repeat(20_000), context).rules).toEqual([]);
  });
});
