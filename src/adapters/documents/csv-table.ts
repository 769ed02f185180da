import { parse } from 'csv-parse/sync';
import { decodeChinese } from './decode-text.ts';
import { DocumentError } from './document-error.ts';

type Row = readonly string[];
type IsHeader = (cells: Row) => boolean;

const BOM = '\uFEFF';
const HEADER_WITHIN = 10;
/** The last two are the full-width comma and semicolon, which Chinese input methods type. */
export const DELIMITERS = [',', '\t', ';', '\uff0c', '\uff1b'];

/**
 * A cell that a spreadsheet would run as a formula or shorten as a number (`=…`, `+852…`) gets an apostrophe; one that begins
 * with apostrophes before it gets one more, so that reading takes back exactly what writing added.
 */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@].+/s;

/** Reads delimited text in whatever encoding, with the separator that gives a header. */
export function readCsv(bytes: Uint8Array, isHeader: IsHeader): readonly Row[] {
  const text = decodeChinese(bytes);
  const readings = DELIMITERS.map((delimiter) => ({ delimiter, rows: tryParse(text, delimiter, HEADER_WITHIN) }));
  const best =
    readings.find(({ rows }) => rows?.some(isHeader)) ??
    readings.toSorted((a, b) => columnCount(b.rows) - columnCount(a.rows))[0];
  return parseText(text, best?.delimiter ?? ',').map((row) => row.map(withoutApostrophe));
}

/** Comma separated, with the mark by which Excel recognises UTF-8. */
export function writeCsv(rows: readonly Row[]): Uint8Array {
  return Buffer.from(`${BOM}${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`, 'utf8');
}

/** The records of a text, without their apostrophes; `undefined` where its quotes do not close. */
export function parseRecords(text: string, delimiter: string, rowLimit?: number): readonly Row[] | undefined {
  return tryParse(text, delimiter, rowLimit)?.map((row) => row.map(withoutApostrophe));
}

function tryParse(text: string, delimiter: string, rowLimit?: number): readonly Row[] | undefined {
  try {
    return parseText(text, delimiter, rowLimit);
  } catch {
    return undefined;
  }
}

/** Blank lines are rows too, so that a row's number is the one that a spreadsheet shows. */
function parseText(text: string, delimiter: string, rowLimit?: number): readonly Row[] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      ...(rowLimit === undefined ? {} : { to: rowLimit }),
    });
  } catch (error) {
    throw new DocumentError('damaged', error);
  }
}

/** The width of a table, by the row among its first that has the most cells; 0 where it could not be read at all. */
function columnCount(rows: readonly Row[] | undefined): number {
  return Math.max(0, ...(rows ?? []).map((row) => row.length));
}

function csvCell(text: string): string {
  const safe = LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && LOOKS_LIKE_FORMULA.test(cell) ? cell.slice(1) : cell;
}
