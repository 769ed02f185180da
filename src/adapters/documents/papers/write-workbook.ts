import ExcelJS from 'exceljs';
import type { PaperCell, PaperSheet, WorkbookPaper } from '../../../domain/reports/paper.ts';
import { addFilter, addPrintedSheet, BORDER, cellText, TEXT, writeAcross, writeHeaderCell } from './printed-sheet.ts';
import { rowHeight } from './row-height.ts';

/** Writes sheets to print and to count on, with a filter on every column. */
export async function writeWorkbook({ sheets }: WorkbookPaper): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds one sheet behind those that are there. */
export function addSheet(workbook: ExcelJS.Workbook, { name, title, lead, columns, rows }: PaperSheet): void {
  const headerRow = 2 + lead.length;
  const widths = columns.map(({ width }) => width);
  const paper = addPrintedSheet(workbook, { name, headerRow, widths });
  writeAcross(paper, { row: 1, text: title, isTitle: true, widths });
  lead.forEach((text, at) => {
    writeAcross(paper, { row: 2 + at, text, isTitle: false, widths });
  });
  columns.forEach((column, at) => {
    writeHeaderCell(paper.getCell(headerRow, at + 1), column.title, { isShaded: true });
  });
  paper.getRow(headerRow).height = rowHeight(columns.map(({ title: text, width }) => ({ text, width })));
  rows.forEach((row, position) => {
    const number = headerRow + 1 + position;
    for (const at of columns.keys()) writeCell(paper.getCell(number, at + 1), row[at] ?? null);
    paper.getRow(number).height = rowHeight(widths.map((width, at) => ({ text: String(row[at] ?? ''), width })));
  });
  addFilter(paper, { headerRow, rows: rows.length, columns: columns.length });
}

function writeCell(cell: ExcelJS.Cell, value: PaperCell): void {
  cell.border = BORDER;
  cell.alignment = {
    vertical: 'middle',
    wrapText: true,
    ...(typeof value === 'number' ? { horizontal: 'center' } : {}),
  };
  if (typeof value === 'number') cell.value = value;
  else if (value !== null && value !== '') {
    cell.numFmt = TEXT;
    cell.value = cellText(value);
  }
}
