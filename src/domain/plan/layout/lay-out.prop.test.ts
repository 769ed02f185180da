import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Cell } from '../source-document.ts';
import { type Layout, layOut } from './lay-out.ts';

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
  '序号 | 工作任务 | 责任单位 | 完成时限 |\n',
  '序号 |\n工作任务 |\n责任单位 |\n完成时限 |\n',
  '工作任务\n|\n责任单位\n|\n完成时限\n|\n',
  '序号 工作任务 责任单位 完成时限\n',
  '工作任务\t责任单位\t完成时限\n',
  '1 | 公布年度造林规划和资金安排 | 造林科 | 年底前\n',
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
      expect(charactersIn(textIn(layout))).toBe(charactersIn(words));
    }),
    { numRuns: 800 },
  );
});

const TEXTS = [
  ...PIECES.filter((piece) => /\S/.test(piece) && piece !== '|'),
  '',
  '',
  '√',
  '牵头单位',
  '上半年',
  '任务名称',
  '合计',
];
const grid: fc.Arbitrary<Block> = fc
  .tuple(
    fc.constantFrom(
      ['序号', '工作任务', '责任单位', '完成时限'],
      ['工作任务', '工作要点', '责任单位', '', '完成时限'],
      ['任务名称', '公布规划', '责任单位', '造林科'],
      ['序号', '工作任务', '责任单位', '序号', '工作任务', '责任单位'],
      [],
    ),
    fc.uniqueArray(
      fc.tuple(
        fc.nat({ max: 9 }),
        fc.nat({ max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...TEXTS),
      ),
      { maxLength: 40, selector: ([row, column]) => row * 100 + column },
    ),
  )
  .map(([header, rest]) => {
    const cells = [
      ...header.map((text, column): Cell => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text, place: '' })),
      ...rest.map(([row, column, rowSpan, columnSpan, text]): Cell => {
        return { row: row + 1, column, rowSpan, columnSpan, text, place: '' };
      }),
    ];
    return { type: 'table', cells, place: '' };
  });
const loose: fc.Arbitrary<Block> = fc
  .constantFrom('一、加强公开', '附件', '普通的一句话', '责任领导：张三', '一月份')
  .map((words) => ({ type: 'paragraph', text: words, place: '' }));

it('does so with tables, however their cells are merged', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(grid, loose), { maxLength: 5 }), (blocks) => {
      const layout = layOut({ name: 'a.docx', blocks });
      if (!layout) return;
      const words = blocks.flatMap((block) =>
        block.type === 'table' ? block.cells.map((cell) => cell.text) : block.text,
      );
      expect(charactersIn(textIn(layout))).toBe(charactersIn(words.join('')));
    }),
    { numRuns: 800 },
  );
});

it('does so where titles stand without a word of their own above the fields of their tasks', () => {
  const cells = ['任务名称', '公布规划', '责任单位', '造林科'].map(
    (text, column): Cell => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text, place: '' }),
  );
  const fields: Block = { type: 'table', cells, place: '' };
  const titles = ['1.公布规划，听取意见。', '一、加强公开'].map(
    (text): Block => ({ type: 'paragraph', text, place: '' }),
  );
  const blocks = titles.flatMap((title) => [title, fields]);
  const layout = layOut({ name: 'a.docx', blocks });
  const words = [...titles.flatMap((title) => ('text' in title ? title.text : '')), ...cells.map(({ text }) => text)];
  expect(layout && charactersIn(textIn(layout))).toBe(
    charactersIn([...words, ...cells.map(({ text }) => text)].join('')),
  );
});

it('fills in one text for each column of a row', () => {
  fc.assert(
    fc.property(fc.array(grid, { maxLength: 3 }), (blocks) => {
      for (const { columns, rows } of layOut({ name: 'a.docx', blocks })?.tables ?? []) {
        for (const row of rows) expect(row.printed).toHaveLength(columns.length);
      }
    }),
    { numRuns: 200 },
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

function textIn(layout: Layout): string {
  return [layout.before, layout.used, layout.headers, layout.leftover]
    .flat()
    .map((cell) => cell.text)
    .join('');
}

/** Order does not matter, and marks between cells are no text. */
function charactersIn(words: string): string {
  return Array.from(words.replace(/[\s|]/g, '')).sort().join('');
}
