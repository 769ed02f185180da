import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, keyOf, squeeze, stripArtefacts } from './fold.ts';

describe('the form that patterns are matched against', () => {
  it.each([
    ['牽頭單位：辦公室', '牵头单位:办公室'],
    ['完成時間（１１月３０日）', '完成时间(11月30日)'],
    ['採納與釆納', '采纳与采纳'],
    ['⻓期 ⻋站 ⾨户', '长期 车站 门户'],
    ['二○二六年，零點', '二〇二六年,〇点'],
    ['8∶30—9﹕00', '8:30-9:00'],
  ])('%s', (printed, folded) => {
    expect(fold(printed)).toBe(folded);
  });

  it('has one character for each printed one, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('is the same for two printings of the same words', () => {
    expect(keyOf('責任單位（科 室）')).toBe(keyOf('责任单位(科室)'));
  });
});

it('padding of every width goes', () => {
  expect(squeeze(stripArtefacts('办\u2003公\u00a0 室\u3000'))).toBe('办公室');
});
