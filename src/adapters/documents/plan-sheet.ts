import ExcelJS from 'exceljs';
import type { PlanSheet, PlanSheetRow } from '../../ports/table-file.ts';
import {
  addFilter,
  addPrintedSheet,
  BORDER,
  cellText,
  SHADE,
  TEXT,
  writeAcross,
  writeHeaderCell,
} from './papers/printed-sheet.ts';
import { rowHeight } from './papers/row-height.ts';
import { addSheet } from './papers/write-workbook.ts';
import { widthOf } from './xlsx-table.ts';

const SHEET_NAME = '任务台账';
const HEADER_ROW = 2;
/** Rows whose texts decide how wide a column is. */
const SAMPLE = 500;

/**
 * Writes a plan as a workbook that prints across with its header on every page. Every cell is text, so that nothing in it runs as
 * a formula and nothing typed into it later turns into a number or a date.
 */
export async function writePlanSheet(sheet: PlanSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const widths = widthsOf(sheet);
  const paper = addPrintedSheet(workbook, { name: SHEET_NAME, headerRow: HEADER_ROW, widths });
  writeAcross(paper, { row: 1, text: sheet.title, isTitle: true, widths });
  for (const [at, { title, isState }] of sheet.columns.entries()) {
    writeHeaderCell(paper.getCell(HEADER_ROW, at + 1), title, { isShaded: isState });
  }
  for (const [at, row] of sheet.rows.entries()) writeRow(paper, sheet, row, HEADER_ROW + 1 + at);
  mergeDown(paper, sheet);
  addFilter(paper, { headerRow: HEADER_ROW, rows: sheet.rows.length, columns: sheet.columns.length });
  for (const more of sheet.sheets ?? []) addSheet(workbook, more);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function widthsOf({ columns, rows }: PlanSheet): readonly number[] {
  return columns.map(({ title }, at) => {
    const texts = rows.slice(0, SAMPLE).flatMap((row) => (row.kind === 'cells' ? [row.cells[at]?.text ?? ''] : []));
    return widthOf([title, ...texts.flatMap((text) => text.split('\n', 20))]);
  });
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
