import type { TableRow } from '../domain/table-row.ts';

/** Tables as people exchange them: `.csv` and `.xlsx`. */
export interface TableFile {
  /**
   * Reads one table: of a workbook the first visible sheet whose first ten rows hold a header, or else anything.
   *
   * @param isHeader tells a header row, for the choice of the sheet and of the separator; without it a row with two filled
   * cells counts as one
   * @returns every row up to the last one with text, blank ones included; the cells are text as a person sees it, merged ones
   * filled, long numbers in full
   * @throws DocumentError where the file cannot be read or its format is not known
   */
  read(
    file: { readonly name: string; readonly bytes: Uint8Array },
    isHeader?: (cells: readonly string[]) => boolean,
  ): Promise<{ readonly rows: readonly TableRow[] }>;
  /**
   * Writes a table whose first row is its header.
   *
   * @param name the file's name; its ending decides the format
   * @throws DocumentError with `unknown-format` for another ending
   */
  write(name: string, rows: readonly (readonly string[])[]): Promise<Uint8Array>;
}
