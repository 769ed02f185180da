/** One row of a table file: its cells as text, and where a person finds it (`第 12 行`, `Sheet1 第 8 行`). */
export interface TableRow {
  readonly cells: readonly string[];
  readonly place: string;
}
