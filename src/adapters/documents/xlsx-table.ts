import ExcelJS from 'exceljs';
import { DocumentError } from './document-error.ts';
import { wide } from './papers/row-height.ts';
import { unzippedSizeBytes } from './unzipped-size.ts';

type Row = readonly string[];
type IsHeader = (cells: Row) => boolean;

const HEADER_WITHIN = 10;
const MAX_COLUMNS = 200;
const MAX_ROWS = 20_000;
const MAX_UNZIPPED_BYTES = 60 * 1024 * 1024;
const WIDTH = { least: 8, most: 40 };
/** Columns whose values Excel must not take for numbers, whoever types into them later. */
const TEXT_COLUMN = /手机|电话|号码|open_id/i;

/** Reads the first visible sheet that has a header, or else the first with any text. */
export async function readXlsx(
  bytes: Uint8Array,
  isHeader: IsHeader,
): Promise<{ readonly sheet: string; readonly rows: readonly Row[] }> {
  const workbook = await load(bytes);
  const sheets = workbook.worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => ({ sheet: sheet.name, rows: rowsOf(sheet) }))
    .filter(({ rows }) => rows.length > 0);
  const chosen = sheets.find(({ rows }) => rows.slice(0, HEADER_WITHIN).some(isHeader)) ?? sheets[0];
  if (!chosen) throw new DocumentError('empty');
  return chosen;
}

/** One sheet of text cells: the header bold and in view while one scrolls, the columns as wide as what they hold. */
export async function writeXlsx(rows: readonly Row[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1', { views: [{ state: 'frozen', ySplit: 1 }] });
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  for (let at = 0; at < columnCount; at += 1) {
    const column = sheet.getColumn(at + 1);
    column.width = widthOf(rows.map((row) => row[at] ?? ''));
    if (TEXT_COLUMN.test(rows[0]?.[at] ?? '')) column.numFmt = '@';
  }
  for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
  if (rows.length > 0) sheet.getRow(1).font = { bold: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const sizeBytes = unzippedSizeBytes(bytes);
  if (sizeBytes === undefined) throw new DocumentError('damaged');
  if (sizeBytes > MAX_UNZIPPED_BYTES) throw new DocumentError('too-large');
  const workbook = new ExcelJS.Workbook();
  try {
    // The library's types want the Buffer of an older @types/node.
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  } catch (error) {
    throw new DocumentError('damaged', error);
  }
  if (workbook.worksheets.length === 0) throw new DocumentError('unknown-format');
  return workbook;
}

/** Every row from the first of the sheet to the last with text. */
function rowsOf(sheet: ExcelJS.Worksheet): readonly Row[] {
  if (sheet.actualRowCount > MAX_ROWS) throw new DocumentError('too-large');
  const rows: Row[] = [];
  sheet.eachRow((row, number) => {
    if (number > MAX_ROWS) return;
    const cells = cellsOf(row);
    if (cells.length === 0) return;
    while (rows.length < number - 1) rows.push([]);
    rows.push(cells);
  });
  return rows;
}

function cellsOf(row: ExcelJS.Row): Row {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    if (column > MAX_COLUMNS) return;
    const text = textOf(cell.value);
    if (text === '') return;
    while (cells.length < column - 1) cells.push('');
    cells.push(text);
  });
  return cells;
}

/** What a person sees in the cell, except that numbers are in full. The library gives a merged cell its master's value. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return textOf(value.text);
  if ('error' in value) return '';
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) return textOf(value.result);
  return '';
}

/** 13800000001, never 1.38E+10; at most the fifteen digits that a spreadsheet holds. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return Number(value.toPrecision(15)).toString();
}

/** The library reads a cell's date as if it were in UTC. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = value.toISOString().slice(0, 16).split('T');
  return time === '00:00' ? day : `${day} ${time}`;
}

/** In characters of the usual font; a Chinese one is two wide. */
export function widthOf(cells: readonly string[]): number {
  const longest = Math.max(...cells.map(wide));
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest + 2));
}
