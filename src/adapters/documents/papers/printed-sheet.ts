import type ExcelJS from 'exceljs';
import { storableText } from '../storable-text.ts';
import { wide } from './row-height.ts';

/** The library's own list has no A3; it writes whatever number it is given. */
const A3: number = 8;
const A4: number = 9;
/** Characters of the usual font side by side on A4 across; with more of them A3 is what can still be read. */
const MOST_ON_A4 = 160;
/** More than this Excel does not take in one cell: it calls the file damaged. */
const MAX_CELL_CHARS = 32_767;
/** `_x0041_` would be read as A. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi;
const THIN = { style: 'thin', color: { argb: 'FF808080' } } as const;

/** The number format of text: nothing that is typed into such a cell turns into a number or a date. */
export const TEXT = '@';
export const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
export const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const;

/** Adds a sheet that prints across, as wide as its paper, with its header on every page and in view while one scrolls. */
export function addPrintedSheet(
  workbook: ExcelJS.Workbook,
  {
    name,
    headerRow,
    widths,
  }: { readonly name: string; readonly headerRow: number; readonly widths: readonly number[] },
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow }],
    pageSetup: {
      paperSize: widths.reduce((sum, width) => sum + width, 0) > MOST_ON_A4 ? A3 : A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  for (const [at, width] of widths.entries()) sheet.getColumn(at + 1).width = width;
  return sheet;
}

/** Writes a line over all columns: the title in bold and centred, what explains the table at the left. */
export function writeAcross(
  sheet: ExcelJS.Worksheet,
  line: { readonly row: number; readonly text: string; readonly isTitle: boolean; readonly widths: readonly number[] },
): void {
  const { row, text, isTitle, widths } = line;
  const size = isTitle ? 16 : 11;
  const cell = sheet.getCell(row, 1);
  cell.value = cellText(text);
  cell.numFmt = TEXT;
  cell.font = { size, bold: isTitle };
  cell.alignment = { horizontal: isTitle ? 'center' : 'left', vertical: 'middle', wrapText: true };
  const total = Math.max(
    1,
    widths.reduce((sum, width) => sum + width, 0),
  );
  sheet.getRow(row).height = Math.ceil((wide(text) * size) / 11 / total) * size * 1.6;
  if (widths.length > 1) sheet.mergeCells(row, 1, row, widths.length);
}

export function writeHeaderCell(cell: ExcelJS.Cell, title: string, { isShaded }: { readonly isShaded: boolean }): void {
  cell.value = cellText(title);
  cell.numFmt = TEXT;
  cell.font = { bold: true };
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  cell.border = BORDER;
  if (isShaded) cell.fill = SHADE;
}

/** Lets people filter the rows below a header. */
export function addFilter(
  sheet: ExcelJS.Worksheet,
  { headerRow, rows, columns }: { readonly headerRow: number; readonly rows: number; readonly columns: number },
): void {
  if (rows === 0 || columns === 0) return;
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: headerRow + rows, column: columns } };
}

/** Text as a cell holds it. */
export function cellText(text: string): string {
  return storableText(text.slice(0, MAX_CELL_CHARS)).replace(LOOKS_ESCAPED, '_x005F_');
}
