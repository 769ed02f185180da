import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { expectReadOrRefused } from '../../../tests/support/read-or-refused.ts';
import { workbookOf } from '../../../tests/support/workbook.ts';
import { isOfficesHeader } from '../../domain/directory/office-columns.ts';
import { LibraryTableFile } from './table-file.ts';

const tables = new LibraryTableFile();
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

async function cellsOf(name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  return (await tables.read({ name, bytes })).rows.map(({ cells }) => cells);
}

describe('a .csv', () => {
  const ROWS = [
    ['单位', '角色', '手机'],
    ['法规科', 'A角', '13800000001'],
  ];

  it.each([
    ['UTF-8', bytesOf('单位,角色,手机\n法规科,A角,13800000001\n')],
    ['UTF-8 with a mark, as Excel saves it', bytesOf('\uFEFF单位,角色,手机\r\n法规科,A角,13800000001\r\n')],
    [
      'GB18030, as Chinese Excel saves it',
      new Uint8Array(iconv.encode('单位,角色,手机\r\n法规科,A角,13800000001\r\n', 'gb18030')),
    ],
    [
      'UTF-16 with tabs, Excel’s “Unicode text”',
      new Uint8Array(iconv.encode('\uFEFF单位\t角色\t手机\r\n法规科\tA角\t13800000001\r\n', 'utf16le')),
    ],
    ['tabs', bytesOf('单位\t角色\t手机\n法规科\tA角\t13800000001')],
    ['semicolons', bytesOf('单位;角色;手机\n法规科;A角;13800000001')],
    ['full-width commas', bytesOf('单位\uff0c角色\uff0c手机\n法规科\uff0cA角\uff0c13800000001')],
  ])('is read in %s', async (_, bytes) => {
    expect(await cellsOf('名单.csv', bytes)).toEqual(ROWS);
  });

  it('is not misled by the semicolons between aliases', async () => {
    const bytes = bytesOf('单位,别名\n法规科,甲;乙;丙;丁;戊\n');
    expect((await cellsOf('名单.csv', bytes))[1]).toEqual(['法规科', '甲;乙;丙;丁;戊']);
    const { rows } = await tables.read({ name: '名单.csv', bytes }, isOfficesHeader);
    expect(rows[1]?.cells).toEqual(['法规科', '甲;乙;丙;丁;戊']);
  });

  it('counts blank lines, so that a place is the row that a spreadsheet shows', async () => {
    const { rows } = await tables.read({
      name: 'a.csv',
      bytes: bytesOf('名单\n\n单位,姓名\n"法规\n科",张三\n审批科,李四\n'),
    });
    expect(rows.map(({ place, cells }) => `${place} ${cells.join('|')}`)).toEqual([
      '第 1 行 名单',
      '第 2 行 ',
      '第 3 行 单位|姓名',
      '第 4 行 法规\n科|张三',
      '第 5 行 审批科|李四',
    ]);
  });

  it('is written so that Excel takes it for UTF-8 and runs nothing', async () => {
    const text = Buffer.from(await tables.write('a.csv', [['单位'], ['=1+1'], ['+85212345678']])).toString('utf8');
    expect(text).toBe("\uFEFF单位\r\n'=1+1\r\n'+85212345678\r\n");
  });

  it('gives back what was written', async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=A1', "'=A1", "''+1", '-', '甲,乙', '甲"乙"', '甲\n乙', ' 甲 ', '13800000001'),
    );
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
        const all = [['单位', '别名', '名册', '角色', '姓名', '手机'], ...rows];
        expect(await cellsOf('a.csv', await tables.write('a.csv', all))).toEqual(all);
      }),
    );
  });
});

describe('an .xlsx', () => {
  it('gives back what was written, phone numbers as text', async () => {
    const rows = [
      ['单位', '姓名', '手机', 'open_id'],
      ['法规科', '张三', '13800000001', 'ou_1'],
      ['审批科', '', '', ''],
      ['数据中心', '=1+1', '013800000002', ''],
    ];
    const bytes = await tables.write('名单.xlsx', rows);
    const { rows: read } = await tables.read({ name: '名单.xlsx', bytes });
    expect(read.map(({ cells }) => [0, 1, 2, 3].map((at) => cells[at] ?? ''))).toEqual(rows);
    expect(read[1]?.place).toBe('Sheet1 第 2 行');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getCell('A1').font.bold).toBe(true);
    expect(sheet?.getCell('C2')).toMatchObject({ value: '13800000001', numFmt: '@' });
    expect(sheet?.getColumn(3).width).toBeGreaterThan(12);
  });

  it('reads numbers in full, rich text, formulas, links and dates', async () => {
    const bytes = await workbookOf((book) => {
      book.addWorksheet('联络人').addRows([
        ['单位', '手机', '邮箱'],
        [
          { richText: [{ text: '法规' }, { text: '科' }] },
          13800000001,
          { text: 'a@example.com', hyperlink: 'mailto:a@example.com' },
        ],
        [{ formula: 'A2', result: '法规科' }, 1e14, new Date(Date.UTC(2026, 0, 20))],
        [{ formula: 'A9', result: { error: '#REF!' } }, 0.1 + 0.2, true],
      ]);
    });
    expect(await cellsOf('a.xlsx', bytes)).toEqual([
      ['单位', '手机', '邮箱'],
      ['法规科', '13800000001', 'a@example.com'],
      ['法规科', '100000000000000', '2026-01-20'],
      ['', '0.3', 'TRUE'],
    ]);
  });

  it('fills merged cells', async () => {
    const bytes = await workbookOf((book) => {
      const sheet = book.addWorksheet('a');
      sheet.addRows([
        ['单位', '角色', '姓名'],
        ['法规科', 'A角', '张三'],
        ['', 'B角', '李四'],
        ['审批科', 'A角', '王五'],
      ]);
      sheet.mergeCells('A2:A3');
    });
    expect(await cellsOf('a.xlsx', bytes)).toEqual([
      ['单位', '角色', '姓名'],
      ['法规科', 'A角', '张三'],
      ['法规科', 'B角', '李四'],
      ['审批科', 'A角', '王五'],
    ]);
  });

  it('takes the visible sheet with the header, not the notes before it', async () => {
    const bytes = await workbookOf((book) => {
      book.addWorksheet('填表说明').addRows([['一、本表由局办公室汇总。'], ['二、每个单位至少一名联络人。', '谢谢']]);
      book.addWorksheet('旧', { state: 'hidden' }).addRows([
        ['单位', '姓名'],
        ['旧科', '旧人'],
      ]);
      book.addWorksheet('名单').addRows([[], ['单位', '姓名'], ['法规科', '张三']]);
    });
    const { rows } = await tables.read({ name: 'a.xlsx', bytes }, isOfficesHeader);
    expect(rows.map(({ place }) => place)).toEqual(['名单 第 1 行', '名单 第 2 行', '名单 第 3 行']);
    expect(rows[2]?.cells).toEqual(['法规科', '张三']);
  });
});

describe('a file that cannot be read is refused with the reason', () => {
  it.each([
    ['a.pdf', bytesOf('%PDF-1.7'), 'unknown-format'],
    ['a.csv', bytesOf(''), 'empty'],
    ['a.csv', bytesOf('\n , \n'), 'empty'],
    ['a.csv', bytesOf('单位,姓名\n"法规科,张三\n'), 'damaged'],
    ['a.xlsx', bytesOf(''), 'empty'],
    ['a.xlsx', bytesOf('单位,姓名'), 'damaged'],
    ['a.xlsx', bytesOf('PK\u0003\u0004 and nothing more, though long enough to look for an end'), 'damaged'],
    ['a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'format-not-yet'],
    ['a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'encrypted'],
    ['a.csv', new Uint8Array(11 * 1024 * 1024), 'too-large'],
  ])('%s %#: %s', async (name, bytes, code) => {
    await expect(tables.read({ name, bytes })).rejects.toMatchObject({ name: 'DocumentError', code });
  });

  it('whatever the bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom('a.csv', 'a.xlsx', 'a'), fc.boolean(), (tail, name, zip) => {
        const bytes = zip ? new Uint8Array([0x50, 0x4b, 3, 4, ...tail]) : tail;
        return expectReadOrRefused(tables.read({ name, bytes }));
      }),
    );
  });

  it('an empty workbook', async () => {
    const bytes = await workbookOf((book) => book.addWorksheet('a'));
    await expect(tables.read({ name: 'a.xlsx', bytes })).rejects.toMatchObject({ code: 'empty' });
  });

  it('an ending we do not write', async () => {
    await expect(tables.write('a.pdf', [['单位']])).rejects.toMatchObject({ code: 'unknown-format' });
  });
});
