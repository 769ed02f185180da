import ExcelJS from 'exceljs';
import type { PlanSheet, PlanSheetColumn, PlanSheetRow } from '../../ports/table-file.ts';
import { rowHeight } from './papers/row-height.ts';
import { addSheet, cellText } from './papers/write-workbook.ts';
import { widthOf } from './xlsx-table.ts';

const SHEET_NAME = '任务台账';
const A4 = 9;
const TITLE_ROW = 1;
const HEADER_ROW = 2;
const TITLE_HEIGHT = 30;
const TEXT = '@';
/** Rows whose texts decide how wide a column is. */
const SAMPLE = 500;

const THIN = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;

/**
 * Writes a plan as a workbook that prints on A4 across with its header on every page. Every cell is text, so that nothing in it
 * runs as a formula and nothing typed into it later turns into a number or a date.
 */
export async function writePlanSheet(sheet: PlanSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const paper = workbook.addWorksheet(SHEET_NAME, {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  const width = Math.max(1, sheet.columns.length);
  setWidths(paper, sheet);
  writeTitle(paper, sheet.title, width);
  for (const [at, column] of sheet.columns.entries()) writeHeaderCell(paper, column, at + 1);
  for (const [at, row] of sheet.rows.entries()) writeRow(paper, sheet, row, HEADER_ROW + 1 + at);
  mergeDown(paper, sheet);
  if (sheet.columns.length > 0 && sheet.rows.length > 0) {
    const last = { row: HEADER_ROW + sheet.rows.length, column: sheet.columns.length };
    paper.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: last };
  }
  for (const more of sheet.sheets ?? []) addSheet(workbook, more);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function setWidths(paper: ExcelJS.Worksheet, { columns, rows }: PlanSheet): void {
  for (const [at, { title }] of columns.entries()) {
    const texts = rows.slice(0, SAMPLE).flatMap((row) => (row.kind === 'cells' ? [row.cells[at]?.text ?? ''] : []));
    paper.getColumn(at + 1).width = widthOf([title, ...texts.flatMap((text) => text.split('\n', 20))]);
  }
}

function writeTitle(paper: ExcelJS.Worksheet, title: string, width: number): void {
  const cell = paper.getCell(TITLE_ROW, 1);
  cell.value = cellText(title);
  cell.font = { bold: true, size: 16 };
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  cell.numFmt = TEXT;
  paper.getRow(TITLE_ROW).height = TITLE_HEIGHT;
  if (width > 1) paper.mergeCells(TITLE_ROW, 1, TITLE_ROW, width);
}

function writeHeaderCell(paper: ExcelJS.Worksheet, { title, isState }: PlanSheetColumn, column: number): void {
  const cell = paper.getCell(HEADER_ROW, column);
  cell.value = cellText(title);
  cell.font = { bold: true };
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  dress(cell, isState);
}

function writeRow(paper: ExcelJS.Worksheet, { columns }: PlanSheet, row: PlanSheetRow, number: number): void {
  for (const [at, { isState }] of columns.entries()) {
    const cell = paper.getCell(number, at + 1);
    const text = row.kind === 'cells' ? (row.cells[at]?.text ?? '') : at === 0 ? row.text : '';
    if (text !== '') cell.value = cellText(text);
    if (row.kind === 'section') cell.font = { bold: true };
    cell.alignment = { vertical: 'middle', wrapText: true };
    dress(cell, isState && row.kind === 'cells');
  }
  if (row.kind === 'section' && columns.length > 1) paper.mergeCells(number, 1, number, columns.length);
  if (row.kind === 'cells') {
    // What stands over several rows has room enough.
    const own = row.cells.map(({ text, rowSpan }, at) => ({ text: rowSpan === 1 ? text : '', at }));
    paper.getRow(number).height = rowHeight(
      own.map(({ text, at }) => ({ text, width: paper.getColumn(at + 1).width ?? 8 })),
    );
  }
}

function dress(cell: ExcelJS.Cell, isState: boolean): void {
  cell.numFmt = TEXT;
  cell.border = BORDER;
  if (isState) cell.fill = SHADE;
}

/** Cells end where the table ends, where a section begins, and where the next one of their column has a place of its own. */
function mergeDown(paper: ExcelJS.Worksheet, { columns, rows }: PlanSheet): void {
  for (const column of columns.keys()) {
    for (const [at, row] of rows.entries()) {
      const wanted = row.kind === 'cells' ? (row.cells[column]?.rowSpan ?? 1) : 1;
      let span = 1;
      while (span < wanted && isCovered(rows[at + span], column)) span += 1;
      if (span > 1) paper.mergeCells(HEADER_ROW + 1 + at, column + 1, HEADER_ROW + at + span, column + 1);
    }
  }
}

function isCovered(row: PlanSheetRow | undefined, column: number): boolean {
  return row?.kind === 'cells' && row.cells[column]?.rowSpan === 0;
}
