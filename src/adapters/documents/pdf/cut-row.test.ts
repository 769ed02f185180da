import { describe, expect, it } from 'vitest';
import { grid, pdf, row } from '../../../../tests/support/sample-pdf.ts';
import type { Block } from '../../../domain/plan/source-document.ts';
import { PdfDocumentReader } from '../pdf-document-reader.ts';

const read = async (bytes: Uint8Array): Promise<readonly Block[]> =>
  (await new PdfDocumentReader().read({ name: 'a.pdf', bytes })).blocks;

describe('a table in a PDF whose row a page break cuts between closed lines', () => {
  const items = ['1.公开救助标准。', '2.公开救助名单。'];
  const above = (item: string, office: string): string =>
    `${grid([100, 130, 160, 190])}${row(115, '主动公开', items[0] ?? '', '救助科')}${row(145, '', items[1] ?? '', '救助科')}${row(175, '', item, office)}`;
  const below = (item: string, office: string): string =>
    `${grid([60, 90, 120])}${row(80, '', item, office)}${row(110, '', '4.公开办事指南。', '政务科')}`;
  const textsOf = async (first: string, second: string): Promise<readonly string[]> => {
    const [block] = await read(pdf([first, second]));
    return block?.type === 'table' ? block.cells.map((cell) => cell.text).slice(6) : [];
  };

  it.each([
    ['one text alone goes on', '3.按季度公布低保和特困人员救助供养情况办法》', '救助科', '及配套文件。', ''],
    [
      'a short cell beside it goes on too',
      '3.按季度公布低保和特困人员救助供养情况办法》',
      '救助科\u3000',
      '及配套文件。',
      '配合',
    ],
    [
      'the line above is full and ends a sentence by chance',
      '3.按季度公布城乡低保和特困人员救助供养情况一。',
      '救助科',
      '需要保密的除外。',
      '',
    ],
  ])('has one row where %s', async (_, item, office, rest, more) => {
    expect(await textsOf(above(item, office), below(rest, more))).toEqual([
      '',
      `${item}\n${rest}`,
      [office.trim(), more].filter((words) => words !== '').join('\n'),
      '',
      '4.公开办事指南。',
      '政务科',
    ]);
  });

  it.each([
    ['a number opens the text below', '3.按季度公布低保和特困人员救助供养情况办法》', '4.公开其他事项。', '办公室'],
    ['the text above is short', '3.公布救助情况', '其他事项。', '办公室'],
    ['an office stands over an office', '3.按季度公布救助供养情况。', '公开其他事项。', '办公室'],
  ])('has two rows where %s', async (_, item, next, office) => {
    const texts = await textsOf(above(item, '救助科'), below(next, office));
    expect(texts.slice(0, 6)).toEqual(['', item, '救助科', '', next, office]);
  });
});
