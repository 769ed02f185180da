import { describe, expect, it } from 'vitest';
import { indexTexts, likeness, likenessOf } from './similar-texts.ts';

describe('texts that say nearly the same', () => {
  const texts = ['修订政府信息公开指南', '公开部门预算和决算', '修订完善政府信息公开指南'];
  const index = indexTexts(texts);

  it('are found, the same words first of all, whatever marks and spaces stand between', () => {
    const found = likeness(index, '修订 政府信息公开指南。', 0.6);
    expect(new Set(found.keys())).toEqual(new Set([0, 2]));
    expect(found.get(0)).toBe(1);
  });

  it('are found by the search exactly where comparing each with each finds them', () => {
    const words = ['公开', '预算', '决算', '指南', '修订', '政务', '信息', '目录', '更新', '解读'];
    const many = Array.from({ length: 300 }, (_, at) =>
      Array.from({ length: 6 }, (_, part) => words[(at * (part + 3) + part * part + (at >> part)) % words.length]).join(
        '',
      ),
    );
    const all = indexTexts(many);
    for (const least of [0.5, 0.8, 0.92]) {
      for (const text of many.slice(0, 40)) {
        const expected = many.flatMap((other, at) => (likenessOf(text, other) >= least ? [at] : []));
        const found = [...likeness(all, text, least).keys()].sort((a, b) => a - b);
        expect(found).toEqual(expected);
      }
    }
  });

  it('that are too short to mean anything are never alike', () => {
    expect(likeness(index, '公开', 0.5).size).toBe(0);
  });
});
