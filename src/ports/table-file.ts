import type { PaperSheet } from '../domain/reports/paper.ts';
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
  /** Writes a plan as an `.xlsx` to print, to edit and to send back. */
  writePlan(sheet: PlanSheet): Promise<Uint8Array>;
}

/** A plan as its own table, with columns of ours at the right: for print, for the ministries' forms, and to be edited and sent back. */
export interface PlanSheet {
  /** Stands over all columns. */
  readonly title: string;
  /** From the left; those with `isState` belong at the right end. */
  readonly columns: readonly PlanSheetColumn[];
  readonly rows: readonly PlanSheetRow[];
  /** Sheets behind it; what the reader of plans must not take for rows has its title and headers marked as ours. */
  readonly sheets?: readonly PaperSheet[];
}

export interface PlanSheetColumn {
  readonly title: string;
  /** Filled by the ledger, not by the plan: shaded, so that a person sees what is whose. */
  readonly isState: boolean;
}

export type PlanSheetRow =
  /** A heading over all columns (`二、民生领域`). */
  | { readonly kind: 'section'; readonly text: string }
  /** One cell a column, from the left; missing ones are blank. */
  | { readonly kind: 'cells'; readonly cells: readonly PlanSheetCell[] };

export interface PlanSheetCell {
  /** Always text: what looks like a formula, a number or a date stays as it is written. */
  readonly text: string;
  /** Rows that the cell stands over, its own one counted; 0 where one from above reaches into its place. */
  readonly rowSpan: number;
}
