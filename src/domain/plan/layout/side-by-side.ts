import { standsAcross } from './grid-columns.ts';
import type { GridHeader } from './grid-headers.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** How often the same headers stand beside each other: 序号 | 任务 | 单位 | 序号 | 任务 | 单位 is 2. */
export function blocksIn(header: GridHeader): number {
  const words = header.leaves.map((leaf) => `${leaf.above}/${leaf.word}`);
  for (let times = 4; times > 1; times -= 1) {
    const width = words.length / times;
    if (!Number.isInteger(width) || width < 2) continue;
    if (words.every((word, index) => word === words[index % width])) return times;
  }
  return 1;
}

/** One block after the other; a line across the table ends what stands above it. */
export function stackBlocks(rows: readonly GridRow[], header: GridHeader, times: number): readonly GridRow[] {
  const width = header.leaves.length / times;
  const starts = Array.from({ length: times }, (_, block) => header.leaves[block * width]?.column ?? 0);
  const stacked: GridRow[] = [];
  let open: GridRow[] = [];
  const close = (): void => {
    starts.forEach((from, block) => {
      const to = starts[block + 1] ?? Number.POSITIVE_INFINITY;
      for (const row of open) stacked.push(partOf(row, from, to));
    });
    open = [];
  };
  for (const row of rows) {
    if (!standsAcross(row)) open.push(row);
    else {
      close();
      stacked.push(row);
    }
  }
  close();
  return stacked;
}

function partOf(row: GridRow, from: number, to: number): GridRow {
  const shifted = new Map<GridCell, GridCell>();
  const shift = (cell: GridCell): GridCell => {
    const known = shifted.get(cell);
    if (known) return known;
    const moved = { ...cell, column: cell.column - from };
    shifted.set(cell, moved);
    return moved;
  };
  const inside = (cell: GridCell): boolean => cell.column >= from && cell.column < to;
  return {
    ...row,
    own: row.own.filter(inside).map(shift),
    slots: row.slots.slice(from, to).map((cell) => (cell && inside(cell) ? shift(cell) : undefined)),
  };
}
