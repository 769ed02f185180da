import { expect, it } from 'vitest';
import { paragraphsOf } from './paragraphs.ts';

const paragraphs = (texts: readonly string[], type: 'line' | 'paragraph' = 'line') =>
  paragraphsOf(texts.map((text, at) => ({ type, text, place: `第 ${at + 1} 行` }))).map(({ text }) => text);

it('puts the lines of a wrapped text together again', () => {
  const line = '各科室要按照分工做好本年度的政务公开工作并按时报送相关材料不得拖延';
  expect(paragraphs([...Array<string>(9).fill(line), '并抓好落实。'])).toHaveLength(1);
});

it('keeps the signature and the date apart from the last task', () => {
  const task = (no: number) => `${no}.公布本年度供水水质监测结果并按时报送总结材料。（供水科、办公室）`;
  const texts = [task(1), '一、加强重点领域信息公开工作', task(2), '云州市水务局', '2026年3月5日'];
  expect(paragraphs(texts)).toEqual(texts);
});

it('never joins a signature or a date to a wrapped text', () => {
  const line = '各科室要按照分工做好本年度的政务公开工作并按时报送相关材料不得拖延';
  const found = paragraphs([...Array<string>(9).fill(line), '云州市水务局', '2026年3月5日']);
  expect(found.slice(1)).toEqual(['云州市水务局', '2026年3月5日']);
});

it('reads millions of blank lines at once', () => {
  const blank = Array<{ type: 'line'; text: string; place: string }>(3_000_000).fill({
    type: 'line',
    text: '',
    place: '第 1 行',
  });
  expect(paragraphsOf(blank)).toEqual([]);
}, 3000);
