import type { StreamCell } from './cell-stream.ts';
import type { Column } from './header-words.ts';
import type { PlanRow } from './table-rows.ts';

export interface PlanTable {
  readonly columns: readonly Column[];
  readonly rows: readonly PlanRow[];
}

/** A document taken apart: every cell of it is in exactly one of these. */
export interface Layout {
  /** What stands before the first table: title, notice, prose. */
  readonly before: readonly StreamCell[];
  readonly tables: readonly PlanTable[];
  /** Cells that became rows or areas, for accounting. */
  readonly used: readonly StreamCell[];
  /** Column headers, with their repetitions. */
  readonly headers: readonly StreamCell[];
  /** Notes, signatures and titles between and after the tables. */
  readonly leftover: readonly StreamCell[];
}
