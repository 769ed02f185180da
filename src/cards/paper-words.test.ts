import { describe, expect, it } from 'vitest';
import { issuerWords, ordinal } from './paper-words.ts';

describe('who issues a paper', () => {
  it.each([
    ['云州市水务局', '局办公室', '云州市水务局办公室'],
    ['云州市水务局', '办公室', '云州市水务局办公室'],
    ['云州市发展和改革委员会', '委办公室', '云州市发展和改革委员会办公室'],
    ['云州市水务局', '云州市水务局办公室', '云州市水务局办公室'],
    ['云州市人民政府办公室', '办公室', '云州市人民政府办公室'],
    [null, '办公室', '办公室'],
  ])('%s and %s are %s', (bureau, office, issuer) => {
    expect(issuerWords(bureau, office)).toBe(issuer);
  });
});

describe('words of papers', () => {
  it('numbers of headings', () => {
    expect([1, 10, 11].map(ordinal)).toEqual(['一', '十', '十一']);
  });
});
