import type { PlanSheet, TableFile } from '../../ports/table-file.ts';
import { COMPOUND, startsWith, ZIP } from './byte-marks.ts';
import { readCsv, writeCsv } from './csv-table.ts';
import { DocumentError } from './document-error.ts';
import { writePlanSheet } from './plan-sheet.ts';
import { readXlsx, writeXlsx } from './xlsx-table.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** {@link TableFile} with csv-parse and exceljs. What a file is, its first bytes tell; its name only decides between texts. */
export class LibraryTableFile implements TableFile {
  async read(...[file, isHeader = hasTwoCells]: Parameters<TableFile['read']>): ReturnType<TableFile['read']> {
    const { name, bytes } = file;
    if (bytes.byteLength > MAX_BYTES) throw new DocumentError('too-large');
    if (startsWith(bytes, COMPOUND)) throw new DocumentError(/\.xls[xm]$/i.test(name) ? 'encrypted' : 'format-not-yet');
    if (startsWith(bytes, ZIP)) {
      const { sheet, rows } = await readXlsx(bytes, isHeader);
      return { rows: rows.map((cells, at) => ({ cells, place: `${sheet} 第 ${at + 1} 行` })) };
    }
    if (/\.xls[xm]$/i.test(name)) throw new DocumentError(bytes.byteLength === 0 ? 'empty' : 'damaged');
    if (!/\.(csv|tsv|txt)$/i.test(name)) throw new DocumentError('unknown-format');
    const rows = readCsv(bytes, isHeader);
    if (!rows.some((cells) => cells.some((cell) => cell.trim() !== ''))) throw new DocumentError('empty');
    return { rows: rows.map((cells, at) => ({ cells, place: `第 ${at + 1} 行` })) };
  }

  async write(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
    if (/\.xlsx$/i.test(name)) return writeXlsx(rows);
    if (/\.csv$/i.test(name)) return writeCsv(rows);
    throw new DocumentError('unknown-format');
  }

  writePlan(sheet: PlanSheet): Promise<Uint8Array> {
    return writePlanSheet(sheet);
  }
}

function hasTwoCells(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length > 1;
}
