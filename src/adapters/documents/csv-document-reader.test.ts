import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../domain/plan/source-document.ts';
import { CsvDocumentReader } from './csv-document-reader.ts';
import { writeCsv } from './csv-table.ts';

const PLAN = new Uint8Array(readFileSync(new URL('../../../tests/fixtures/documents/yunzhou.csv', import.meta.url)));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array) => (await new CsvDocumentReader().read({ name: 'a.csv', bytes })).blocks;
const rowsOf = (blocks: readonly Block[]) => {
  const rows: string[][] = [];
  for (const block of blocks) {
    for (const { row, text } of block.type === 'table' ? block.cells : []) {
      const cells = rows[row] ?? [];
      cells.push(text);
      rows[row] = cells;
    }
  }
  return rows;
};

const ROWS = [
  ['序号', '任务', '单位'],
  ['1', '公布招生范围', '市教育局'],
  ['2', '公开经费', '市财政局'],
];

describe('delimited text', () => {
  it('as Chinese Excel saves it is a table with quoted line breaks, its title a paragraph', async () => {
    const blocks = await read(PLAN);
    expect(blocks[0]).toEqual({ type: 'paragraph', text: '云州市2026年政务公开任务分工表', place: '第 1 行' });
    expect(rowsOf(blocks)).toEqual([
      ['序号', '工作任务', '牵头单位', '完成时限'],
      ['1', '公布招生范围\n和计划', '市教育局', '8月31日前'],
      ['2', '公开"三公"经费', '市财政局', '每季度'],
    ]);
    const table = blocks[1];
    expect(table?.type === 'table' ? table.cells.at(-1)?.place : '').toBe('第 4 行');
  });

  it.each([
    ['commas', ',', 'utf8'],
    ['tabs', '\t', 'utf16le'],
    ['semicolons', ';', 'gb18030'],
    ['full-width commas', '\uff0c', 'utf8'],
  ])('with %s is told by its even columns', async (_, delimiter, encoding) => {
    const text = ROWS.map((row) => row.join(delimiter)).join('\r\n');
    expect(
      rowsOf(
        await read(
          new Uint8Array(
            iconv.encode(encoding === 'utf8' ? text : encoding === 'utf16le' ? `\ufeff${text}` : text, encoding),
          ),
        ),
      ),
    ).toEqual(ROWS);
  });

  it('is not split at the commas inside its cells', async () => {
    const text = ['任务\t单位', '公开, 解读\t甲局', '回应, 互动, 服务\t乙局'].join('\n');
    expect(rowsOf(await read(bytesOf(text)))).toEqual([
      ['任务', '单位'],
      ['公开, 解读', '甲局'],
      ['回应, 互动, 服务', '乙局'],
    ]);
  });

  it.each([
    ['prose', '各县人民政府：\n为做好工作\uff0c提出如下要点。\n一、加强解读\uff0c及时\uff0c准确。\n二、加强回应。'],
    ['a quote that does not close', '序号,任务\n1,"公开\n2,解读\n'],
  ])('%s is read as lines', async (_, text) => {
    const blocks = await read(bytesOf(text));
    expect(blocks.every(({ type }) => type === 'line')).toBe(true);
    expect(blocks[1]).toMatchObject({ text: text.split('\n')[1], place: '第 2 行' });
  });

  it('loses no text', async () => {
    const cell = fc.string({ unit: fc.constantFrom('公', 'a', ',', '"', '\n', ';', ' '), maxLength: 8 });
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const all = [['序号', '任务', '单位'], ...rows];
        const blocks = await read(writeCsv(all));
        const found = blocks.flatMap((block) =>
          block.type === 'table' ? block.cells.map(({ text }) => text) : [block.text],
        );
        const texts = (cells: readonly string[]) => cells.filter((text) => text.trim() !== '').sort();
        expect(texts(found)).toEqual(texts(all.flat()));
      }),
    );
  });

  it.each([
    ['blanks', bytesOf(' \n'), 'empty'],
    ['no text', new Uint8Array([1, 2, 0, 0, 5]), 'damaged'],
  ])('with %s says why it cannot be read', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'DocumentError', code });
  });
});
