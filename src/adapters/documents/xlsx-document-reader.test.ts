import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blockLines } from '../../../tests/support/block-lines.ts';
import { damagedCopies, expectReadOrRefused } from '../../../tests/support/read-or-refused.ts';
import { workbookOf } from '../../../tests/support/workbook.ts';
import { XlsxDocumentReader } from './xlsx-document-reader.ts';

const PLAN = new Uint8Array(readFileSync(new URL('../../../tests/fixtures/documents/yunzhou.xlsx', import.meta.url)));
const read = (bytes: Uint8Array) => new XlsxDocumentReader().read({ name: 'a.xlsx', bytes });

/** A workbook of one sheet, as bytes of XML. */
function rawWorkbook(sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const inline = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a workbook', () => {
  it('gives its table with the merged cells once, the title above and the remarks below as paragraphs', async () => {
    const { blocks } = await read(PLAN);
    expect(blockLines(blocks)).toEqual([
      '云州市2026年政务公开任务分工表',
      '2026年3月印发',
      '0,0 2x1 序号',
      '0,1 2x1 领域',
      '0,2 2x1 任务',
      '0,3 1x2 责任分工',
      '0,5 2x1 完成时限',
      '1,3 1x1 牵头单位',
      '1,4 1x1 配合单位',
      '2,0 1x1 1',
      '2,1 3x1 决策公开',
      '2,2 1x1 发布重大行政决策事项目录',
      '2,3 1x1 市司法局',
      '2,4 1x1 各有关单位',
      '2,5 1x1 2026年3月31日',
      '3,0 1x1 2',
      '3,2 1x1 邀请利益相关方列席会议\n并公开结果',
      '3,3 1x1 市政府办公室',
      '3,4 1x1 ',
      '3,5 1x1 2026年11月',
      '4,0 1x1 4',
      '4,2 1x1 公开率达到要求',
      '4,3 1x1 市档案馆',
      '4,4 1x1 ',
      '4,5 1x1 95%',
      '5,0 1x6 二、民生领域',
      '6,0 1x1 5',
      '6,1 1x1 教育',
      '6,2 1x1 公布招生范围',
      '6,3 1x1 市教育局',
      '6,4 1x1 市教育局网站',
      '6,5 1x1 8月31日前',
      '注：以上任务长期坚持。',
    ]);
  });

  it('says which sheet and row a cell stands in, and what was hidden and not read', async () => {
    const { blocks, notes } = await read(PLAN);
    const table = blocks.find((block) => block.type === 'table');
    expect(table?.type === 'table' ? table.cells.find(({ text }) => text === '4')?.place : '').toBe('分工表 第 8 行');
    expect(notes?.map(({ text }) => text)).toEqual([
      '工作表“分工表”有 1 行已隐藏，未读取。',
      '工作表“旧稿”已隐藏，未读取。',
    ]);
  });

  it('has every visible sheet read in the order of the tabs, hidden columns left out and said', async () => {
    const { blocks, notes } = await read(
      await workbookOf((book) => {
        book.addWorksheet('乙').addRows([
          ['任务', '单位'],
          ['公开', '甲局'],
        ]);
        const sheet = book.addWorksheet('甲');
        sheet.addRows([
          ['任务', '内部', '单位'],
          ['解读', '密', '乙局'],
        ]);
        sheet.getColumn(2).hidden = true;
      }),
    );
    expect(blocks.map(({ place }) => place)).toEqual(['乙', '甲']);
    expect(blockLines(blocks).join()).not.toContain('密');
    expect(notes?.map(({ text }) => text)).toEqual(['工作表“甲”有 1 列已隐藏，未读取。']);
  });

  it('has formulas read by their results, errors left out, unsaved results said', async () => {
    const { blocks, notes } = await read(
      rawWorkbook(
        `<worksheet><sheetData><row r="1">${inline('A1', '任务')}${inline('B1', '指标')}</row>
        <row r="2"><c r="A2" t="str"><f>A1</f><v>公开</v></c><c r="B2"><f>1+2</f><v>3</v></c></row>
        <row r="3"><c r="A3" t="e"><f>A9</f><v>#REF!</v></c><c r="B3"><f>1+2</f></c><c r="C3" t="b"><v>1</v></c></row>
        <row r="4"><c r="A4" t="d"><v>2026-11-30T00:00:00</v></c></row></sheetData></worksheet>`,
      ),
    );
    expect(blockLines(blocks).filter((line) => !line.endsWith(' '))).toEqual([
      '0,0 1x1 任务',
      '0,1 1x1 指标',
      '1,0 1x1 公开',
      '1,1 1x1 3',
      '2,2 1x1 TRUE',
      '2026年11月30日',
    ]);
    expect(notes?.map(({ text }) => text)).toEqual(['工作表“表”有 1 个公式没有保存计算结果，未读取。']);
  });

  it('is read whatever prefix its program writes, with escaped characters and without pronunciation', async () => {
    const { blocks } = await read(
      rawWorkbook(
        '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          'xl/sharedStrings.xml':
            '<x:sst xmlns:x="x"><x:si><x:t>第一_x000D_\n第二</x:t></x:si><x:si><x:r><x:t>甲</x:t></x:r><x:r><x:t>乙</x:t></x:r><x:rPh><x:t>jia</x:t></x:rPh></x:si></x:sst>',
        },
      ),
    );
    expect(blockLines(blocks)).toEqual(['0,0 1x1 第一\n\n第二', '0,1 1x1 甲乙']);
  });

  it('has no more rows than those with text, however far it is formatted or merged', async () => {
    const started = performance.now();
    const { blocks } = await read(
      rawWorkbook(
        `<worksheet><cols><col min="1" max="16384" style="1" width="9"/></cols><sheetData><row r="1">${inline('A1', '领域')}${inline('B1', '任务')}</row>
        <row r="2">${inline('A2', '教育')}${inline('B2', '公开')}</row><row r="1048576"><c r="A1048576" s="1"/></row></sheetData>
        <mergeCells><mergeCell ref="A2:A1048576"/><mergeCell ref="C1:XFD1048576"/></mergeCells></worksheet>`,
      ),
    );
    expect(blockLines(blocks)).toEqual(['0,0 1x1 领域', '0,1 1x1 任务', '1,0 1x1 教育', '1,1 1x1 公开']);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('shows a merged cell whose first row is hidden where it begins to be seen', async () => {
    const { blocks } = await read(
      rawWorkbook(
        `<worksheet><sheetData><row r="1">${inline('A1', '领域')}${inline('B1', '任务')}</row><row r="2" hidden="1">${inline('A2', '教育')}${inline('B2', '旧')}</row>
        <row r="3">${inline('B3', '一')}</row><row r="4">${inline('B4', '二')}</row></sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells></worksheet>`,
      ),
    );
    expect(blockLines(blocks).slice(2)).toEqual(['1,0 2x1 教育', '1,1 1x1 一', '2,1 1x1 二']);
  });

  it('keeps every text of every visible cell, each in its place', async () => {
    const text = fc.string({
      unit: fc.constantFrom('公', '开', 'a', '1', '\n', '，', '<', '&'),
      minLength: 1,
      maxLength: 8,
    });
    const grid = fc.array(fc.array(fc.option(text, { nil: '' }), { minLength: 2, maxLength: 6 }), {
      minLength: 1,
      maxLength: 12,
    });
    const merge = fc.record({
      row: fc.nat(11),
      column: fc.nat(5),
      height: fc.integer({ min: 1, max: 4 }),
      width: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(grid, fc.option(merge, { nil: undefined }), async (rows, merged) => {
        const isUnder = (row: number, column: number): boolean =>
          merged !== undefined &&
          row >= merged.row &&
          row < merged.row + merged.height &&
          column >= merged.column &&
          column < merged.column + merged.width &&
          (row !== merged.row || column !== merged.column);
        const bytes = await workbookOf((book) => {
          const sheet = book.addWorksheet('a');
          sheet.addRows(rows.map((row) => row.map((cell) => cell || null)));
          if (merged)
            sheet.mergeCells(
              merged.row + 1,
              merged.column + 1,
              merged.row + merged.height,
              merged.column + merged.width,
            );
        });
        const expected = rows.flatMap((row, at) =>
          row.filter((cell, column) => cell.trim() !== '' && !isUnder(at, column)),
        );
        const blocks = expected.length === 0 ? [] : (await read(bytes)).blocks;
        const found = blocks.flatMap((block) =>
          block.type === 'table' ? block.cells.map((cell) => cell.text) : [block.text],
        );
        expect(found.filter((cell) => cell !== '').sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('a workbook that cannot be read says why:', () => {
  it.each([
    ['no zip', strToU8('no zip at all'), 'damaged'],
    ['cut off', PLAN.slice(0, 4000), 'damaged'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'unknown-format'],
    ['no text', rawWorkbook('<worksheet><sheetData/></worksheet>'), 'empty'],
    ['pictures only', rawWorkbook('<worksheet/>', { 'xl/media/image1.png': 'x' }), 'no-text'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it('whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(damagedCopies(PLAN, 20), (bytes) => expectReadOrRefused(read(bytes))),
      { numRuns: 200 },
    );
  });

  it('whatever its sheet says', async () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '<row>',
      '<row r="99999999">',
      '</row>',
      '<c r="A1" t="s">',
      '<c r="ZZZ9999999">',
      '<c t="inlineStr">',
      '<c s="-1">',
      '</c>',
      '<v>',
      '</v>',
      '1e999',
      'NaN',
      '<is><t>',
      '</t></is>',
      '文',
      '&#0;',
      '&bad;',
      '<mergeCell ref="A1:XFD1048576"/>',
      '<mergeCell ref="B2:A1"/>',
      '<col min="-5" max="1e9" hidden="1"/>',
      '<rPh>',
      '\u0001',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), (pieces) =>
        expectReadOrRefused(read(rawWorkbook(`<worksheet><sheetData>${pieces.join('')}`))),
      ),
      { numRuns: 300 },
    );
  });
});
