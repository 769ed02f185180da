import type { SheetArea } from './read-sheet.ts';

/** An area with more rows is looked up by itself; a sheet has a handful of them, and those of a hostile one can wait. */
const TALL = 500;
const MAX_TALL = 64;
const MAX_PER_ROW = 256;
/** Rows of all areas together. */
const MAX_ROWS = 1_000_000;

/** Finds the merged area over a cell. Areas of a real sheet do not overlap; of those that do, the first in the file holds. */
export class MergeCover {
  readonly #byRow = new Map<number, SheetArea[]>();
  readonly #tall: SheetArea[] = [];

  constructor(merges: readonly SheetArea[]) {
    let left = MAX_ROWS;
    for (const area of merges) {
      const height = area.bottom - area.top + 1;
      if (height > TALL) {
        if (this.#tall.length < MAX_TALL) this.#tall.push(area);
        continue;
      }
      left -= height;
      if (left < 0) return;
      this.#add(area);
    }
  }

  find(row: number, column: number): SheetArea | undefined {
    const known = this.#byRow.get(row);
    return (known && findOver(known, row, column)) ?? findOver(this.#tall, row, column);
  }

  #add(area: SheetArea): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const known = this.#byRow.get(row);
      if (!known) this.#byRow.set(row, [area]);
      else if (known.length < MAX_PER_ROW) known.push(area);
    }
  }
}

function findOver(areas: readonly SheetArea[], row: number, column: number): SheetArea | undefined {
  for (const area of areas) {
    if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) return area;
  }
  return undefined;
}
