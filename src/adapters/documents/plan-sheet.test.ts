import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockLines } from '../../../tests/support/block-lines.ts';
import type { PlanSheet } from '../../ports/table-file.ts';
import { writePlanSheet } from './plan-sheet.ts';
import { XlsxDocumentReader } from './xlsx-document-reader.ts';

const cell = (text: string, rowSpan = 1) => ({ text, rowSpan });
const SHEET: PlanSheet = {
  title: '云州市2026年政务公开任务分工表',
  columns: [
    { title: '序号', isState: false },
    { title: '领域', isState: false },
    { title: '工作任务', isState: false },
    { title: '进展', isState: true },
  ],
  rows: [
    { kind: 'section', text: '一、决策公开' },
    { kind: 'cells', cells: [cell('1'), cell('目录', 2), cell('=1+1'), cell('进行中')] },
    { kind: 'cells', cells: [cell('2'), cell('', 0), cell('解读\n政策'), cell('')] },
    { kind: 'cells', cells: [cell('3'), cell('听证', 5), cell('公开结果')] },
  ],
};

async function paperOf(sheet: PlanSheet): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(await writePlanSheet(sheet)) as unknown as ExcelJS.Buffer);
  const paper = book.worksheets[0];
  if (!paper) throw new Error('no sheet');
  return paper;
}

/** A sheet holds no control characters but tabs and line breaks. */
const isStorable = (char: string) => (char >= ' ' ? !'\u007f\ufffe\uffff'.includes(char) : '\t\n\r'.includes(char));

describe('a plan as a workbook', () => {
  it('is read back as it was written, with its merged cells', async () => {
    const { blocks } = await new XlsxDocumentReader().read({ name: 'a.xlsx', bytes: await writePlanSheet(SHEET) });
    expect(blockLines(blocks)).toEqual([
      '云州市2026年政务公开任务分工表',
      '0,0 1x1 序号',
      '0,1 1x1 领域',
      '0,2 1x1 工作任务',
      '0,3 1x1 进展',
      '1,0 1x4 一、决策公开',
      '2,0 1x1 1',
      '2,1 2x1 目录',
      '2,2 1x1 =1+1',
      '2,3 1x1 进行中',
      '3,0 1x1 2',
      '3,2 1x1 解读\n政策',
      '3,3 1x1 ',
      '4,0 1x1 3',
      '4,1 1x1 听证',
      '4,2 1x1 公开结果',
      '4,3 1x1 ',
    ]);
  });

  it('prints on A4 across with its header on every page, and keeps it in view', async () => {
    const paper = await paperOf(SHEET);
    expect(paper.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(paper.pageSetup.printTitlesRow).toBe('2:2');
    expect(paper.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(paper.getCell('C2').font.bold).toBe(true);
    expect(paper.getCell('C5').alignment).toMatchObject({ wrapText: true });
  });

  it('prints on A3 where its columns would be too small to read on A4', async () => {
    const long = '落实政务公开各项任务并及时更新有关内容';
    const columns = Array.from({ length: 5 }, (_, at) => ({ title: `第${at + 1}列`, isState: false }));
    const wideSheet = {
      title: '台账',
      columns,
      rows: [{ kind: 'cells' as const, cells: columns.map(() => cell(long)) }],
    };
    expect((await paperOf(wideSheet)).pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToWidth: 1,
    });
  });

  it('runs nothing, keeps what is typed later as text, and shades what the ledger fills', async () => {
    const paper = await paperOf(SHEET);
    expect(paper.getCell('C4')).toMatchObject({ value: '=1+1', numFmt: '@' });
    expect(paper.getCell('D2').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFEDEDED' } });
    expect(paper.getCell('D6').fill).toMatchObject({ pattern: 'solid' });
    expect(paper.getCell('C4').fill).not.toMatchObject({ pattern: 'solid' });
  });

  it('holds whatever texts, with or without columns', async () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 10 }), { maxLength: 4 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (rows) => {
        const sheet = {
          ...SHEET,
          rows: rows.map((row) => ({ kind: 'cells' as const, cells: row.map((text) => cell(text, 2)) })),
        };
        const { blocks } = await new XlsxDocumentReader().read({ name: 'a.xlsx', bytes: await writePlanSheet(sheet) });
        const found = blocks.flatMap((block) =>
          block.type === 'table' ? block.cells.map(({ text }) => text) : [block.text],
        );
        const kept = rows
          .flat()
          .map((text) => Array.from(text).filter(isStorable).join('').replace(/\r\n?/g, '\n').trim())
          .filter((text) => text !== '');
        expect(found.map((text) => text.trim())).toEqual(expect.arrayContaining(kept));
      }),
      { numRuns: 60, examples: [[[['a\u007fb', '\u007f', '__proto__', ']]>']]]] },
    );
    await expect(writePlanSheet({ title: '', columns: [], rows: [] })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('keeps a text that looks like an escaped character', async () => {
    const sheet: PlanSheet = { ...SHEET, rows: [{ kind: 'cells', cells: [cell('_x0041_'), cell('甲')] }] };
    const { blocks } = await new XlsxDocumentReader().read({ name: 'a.xlsx', bytes: await writePlanSheet(sheet) });
    expect(JSON.stringify(blocks)).toContain('_x0041_');
  });
});
