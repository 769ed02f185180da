import { describe, expect, it } from 'vitest';
import { cellLines } from '../../../../tests/support/block-lines.ts';
import { p, rawDocx, tbl, tc, tr } from '../../../../tests/support/docx-builder.ts';
import { DocxDocumentReader } from '../docx-document-reader.ts';

async function cells(body: string): Promise<readonly string[]> {
  const { blocks } = await new DocxDocumentReader().read({ name: 'a.docx', bytes: rawDocx({ body }) });
  return blocks.flatMap(cellLines);
}

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const START = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';

describe('tables keep their rows and columns', () => {
  it.each([
    ['cells across columns', tbl(tr([tc('甲', span(2)), tc('乙')])), ['0,0 1x2 甲', '0,2 1x1 乙']],
    [
      'cells down rows',
      tbl(tr([tc('甲', START), tc('乙')]), tr([tc('', ON), tc('丙')]), tr([tc('丁'), tc('戊')])),
      ['0,0 2x1 甲', '0,1 1x1 乙', '1,1 1x1 丙', '2,0 1x1 丁', '2,1 1x1 戊'],
    ],
    [
      'two merged cells under each other',
      tbl(tr([tc('甲', START)]), tr([tc('', ON)]), tr([tc('乙', START)]), tr([tc('', ON)])),
      ['0,0 2x1 甲', '2,0 2x1 乙'],
    ],
    [
      'cells across and down',
      tbl(tr([tc('甲', span(2) + START), tc('乙')]), tr([tc('', span(2) + ON), tc('丙')])),
      ['0,0 2x2 甲', '0,2 1x1 乙', '1,2 1x1 丙'],
    ],
    [
      'the older kind of merge',
      tbl(tr([tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙')])),
      ['0,0 1x2 甲', '0,2 1x1 乙'],
    ],
    [
      'rows that begin or end inside the grid',
      tbl(tr([tc('甲')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'), tr([tc('乙')])),
      ['0,1 1x1 甲', '1,0 1x1 乙'],
    ],
    ['a row without cells counts', tbl(tr([]), tr([tc('甲')])), ['1,0 1x1 甲']],
    ['blank cells stay', tbl(tr([tc(''), tc('甲')])), ['0,0 1x1 ', '0,1 1x1 甲']],
    ['a merged cell with nothing above it is one of its own', tbl(tr([tc('甲', ON)])), ['0,0 1x1 甲']],
    [
      'a covered cell that repeats the text of the first',
      tbl(tr([tc('甲', START)]), tr([tc('甲', ON)])),
      ['0,0 2x1 甲'],
    ],
    [
      'a covered cell with a text of its own loses none of it',
      tbl(tr([tc('甲', START)]), tr([tc('乙', ON)])),
      ['0,0 2x1 甲\n乙'],
    ],
    [
      'paragraphs of a cell on lines of their own',
      tbl(tr([tc(p('甲') + p('') + p('乙') + p(''))])),
      ['0,0 1x1 甲\n\n乙'],
    ],
    [
      'a table in a cell: a line a row',
      tbl(tr([tc(p('前') + tbl(tr([tc('甲'), tc(p('乙') + p('丙'))]), tr([tc('丁')])) + p('后')), tc('戊')])),
      ['0,0 1x1 前\n甲\t乙 丙\n丁\n后', '0,1 1x1 戊'],
    ],
    ['rows in a content control', tbl(`<w:sdt><w:sdtContent>${tr([tc('甲')])}</w:sdtContent></w:sdt>`), ['0,0 1x1 甲']],
    [
      'a text box in a cell',
      tbl(tr([tc(`<w:p><w:r><w:t>甲</w:t><w:pict><w:txbxContent>${p('框')}</w:txbxContent></w:pict></w:r></w:p>`)])),
      ['0,0 1x1 甲\n框'],
    ],
    ['a hidden row is none', tbl(tr([tc('甲')], '<w:hidden/>'), tr([tc('乙')])), ['0,0 1x1 乙']],
  ])('%s', async (_, body, expected) => {
    expect(await cells(body)).toEqual(expected);
  });

  it('a frame of one cell around a page is no table', async () => {
    const framed = tbl(tr([tc(p('题') + tbl(tr([tc('甲'), tc('乙')])) + p('完'))]));
    const { blocks } = await new DocxDocumentReader().read({ name: 'a.docx', bytes: rawDocx({ body: framed }) });
    expect(blocks).toMatchObject([
      { text: '题', place: '第 1 段' },
      { cells: [{ text: '甲' }, { text: '乙' }], place: '表 1' },
      { text: '完', place: '第 2 段' },
    ]);
  });
});
