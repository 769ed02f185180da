import ExcelJS from 'exceljs';
import type { PaperSheet, WorkbookPaper } from '../../../domain/reports/paper.ts';
import { storableText } from '../storable-text.ts';
import { rowHeight, wide } from './row-height.ts';

const A4 = 9;
const TEXT = '@';
/** More than this Excel does not take in one cell: it calls the file damaged. */
const MAX_CELL_CHARS = 32_767;
/** `_x0041_` would be read as A. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;
const THIN = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;

/** Writes sheets that print on A4 across with their headers on every page, with a filter on every column. */
export async function writeWorkbook({ sheets }: WorkbookPaper): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds one sheet behind those that are there. */
export function addSheet(workbook: ExcelJS.Workbook, { name, title, lead, columns, rows }: PaperSheet): void {
  const header = 2 + lead.length;
  const width = Math.max(1, columns.length);
  const paper = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: header }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${header}:${header}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  columns.forEach((column, at) => {
    paper.getColumn(at + 1).width = column.width;
  });
  writeAcross(paper, { row: 1, width, text: title, size: 16, bold: true });
  lead.forEach((text, at) => {
    writeAcross(paper, { row: 2 + at, width, text, size: 11, bold: false });
  });
  columns.forEach((column, at) => {
    const cell = paper.getCell(header, at + 1);
    cell.value = cellText(column.title);
    cell.font = { bold: true };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BORDER;
    cell.fill = SHADE;
  });
  paper.getRow(header).height = rowHeight(
    columns.map(({ title: text, width: columnWidth }) => ({ text, width: columnWidth })),
  );
  rows.forEach((row, position) => {
    for (const at of columns.keys()) writeCell(paper.getCell(header + 1 + position, at + 1), row[at] ?? null);
    const texts = columns.map(({ width }, at) => ({ text: String(row[at] ?? ''), width }));
    paper.getRow(header + 1 + position).height = rowHeight(texts);
  });
  if (rows.length > 0) {
    paper.autoFilter = { from: { row: header, column: 1 }, to: { row: header + rows.length, column: width } };
  }
}

function writeAcross(
  paper: ExcelJS.Worksheet,
  line: {
    readonly row: number;
    readonly width: number;
    readonly text: string;
    readonly size: number;
    readonly bold: boolean;
  },
): void {
  const { row, width, text, size, bold } = line;
  const cell = paper.getCell(row, 1);
  cell.value = cellText(text);
  cell.font = { size, bold };
  cell.alignment = { horizontal: bold ? 'center' : 'left', vertical: 'middle', wrapText: true };
  const total = Array.from({ length: width }, (_, at) => paper.getColumn(at + 1).width ?? 8).reduce((a, b) => a + b, 0);
  paper.getRow(row).height = Math.ceil((wide(text) * size) / 11 / total) * size * 1.6;
  if (width > 1) paper.mergeCells(row, 1, row, width);
}

function writeCell(cell: ExcelJS.Cell, value: PaperSheet['rows'][number][number]): void {
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

/** Text as a cell holds it. */
export function cellText(text: string): string {
  return storableText(text.slice(0, MAX_CELL_CHARS)).replace(LOOKS_ESCAPED, '_x005F_');
}
