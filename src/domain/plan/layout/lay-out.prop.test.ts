import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut } from './lay-out.ts';

const PIECES = [
  '序号',
  '工作任务',
  '工作要点',
  '责任单位',
  '完成时限',
  '一、加强公开',
  '（一）深化',
  '1.公布规划，听取意见。',
  '（2）公布结果。',
  '2',
  '办公室',
  '法规科牵头，各科室配合',
  '年底前',
  '贯穿全年',
  '按月公开',
  '备注：',
  '2026年3月5日',
  '同上',
  '普通的一句话',
  '\t',
  '\t',
  '\n',
  '\n\n',
  '\n\t',
  '|',
  ' ',
  '，',
];
const HEADERS = [
  '\t工作任务\n\t工作要点\n\t责任单位\n\t完成时限\n',
  '序号\n\n任务\n\n工作要点\n\n负责单位\n\n完成时限\n\n',
];
const text = fc
  .tuple(
    fc.constantFrom('', '标题\n\n'),
    fc.constantFrom(...HEADERS),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
  )
  .map(([title, header, pieces]) => `${title}${header}${pieces.join('')}`);

it('puts every character of a document into exactly one part of the layout', () => {
  fc.assert(
    fc.property(text, (words) => {
      const blocks = words
        .split('\n')
        .map((line, at) => ({ type: 'line', text: line, place: `第 ${at + 1} 行` }) as const);
      const layout = layOut({ name: 'a.txt', blocks });
      if (!layout) return;
      const parts = [layout.before, layout.used, layout.headers, layout.leftover].flat();
      expect(charactersIn(parts.map((cell) => cell.text).join(''))).toBe(charactersIn(words));
    }),
    { numRuns: 500 },
  );
});

it('ends and does not throw on any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 }),
      (pieces) => {
        layOut({ name: 'a.txt', blocks: [{ type: 'paragraph', text: pieces.join(''), place: '' }] });
      },
    ),
    { numRuns: 300 },
  );
});

/** Order does not matter, and marks between cells are no text. */
function charactersIn(words: string): string {
  return Array.from(words.replace(/[\s|]/g, '')).sort().join('');
}
