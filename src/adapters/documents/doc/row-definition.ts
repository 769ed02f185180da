import { type LittleEndian, orWithout } from './little-endian.ts';
import { type PropertyChange, SPRM } from './property-changes.ts';

/** The cells of a row as its definition has them, before anything is merged. */
export interface RowDefinition {
  /** Twentieths of a point from the left: one more than there are cells. */
  readonly edges: readonly number[];
  /** `continued`: the cell belongs to the one above it, or before it in its row. */
  readonly cells: readonly { readonly vertical: Vertical; readonly horizontal: Horizontal }[];
}

export type Vertical = 'alone' | 'first' | 'continued';
/** Files of different writers swap the two marks; which of them comes first in the row tells them apart. */
export type Horizontal = 'alone' | 'one' | 'two';

interface Draft {
  edges: number[];
  cells: { vertical: Vertical; horizontal: Horizontal }[];
}

const CELL_SIZE = 20;
const MAX_CELLS = 200;

/**
 * What the table changes of a row end make of its cells; `undefined` where they define none.
 *
 * Source: [MS-DOC] 2.9.326 TDefTableOperand, 2.9.317 TCGRF, 2.6.4 Table Properties.
 */
export function readRowDefinition(changes: readonly PropertyChange[]): RowDefinition | undefined {
  let draft: Draft | undefined;
  for (const { code, operand } of changes) {
    if (code === SPRM.TDefTable) draft = orWithout(() => defineCells(operand), draft);
    else if (draft) changeCells(draft, code, operand);
  }
  return draft && draft.cells.length > 0 ? draft : undefined;
}

function defineCells(operand: LittleEndian): Draft {
  const count = operand.u8(0);
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.i16(1 + 2 * index));
  const start = 1 + 2 * (count + 1);
  const cells = Array.from({ length: count }, (_, index) => {
    const at = start + CELL_SIZE * index;
    return at + 2 > operand.length ? mergeOf(0) : mergeOf(operand.u16(at));
  });
  return { edges, cells };
}

function mergeOf(flags: number): Draft['cells'][number] {
  const horizontal = flags & 3;
  return {
    vertical: verticalOf((flags >> 5) & 3),
    horizontal: horizontal === 0 ? 'alone' : horizontal === 1 ? 'one' : 'two',
  };
}

function verticalOf(bits: number): Vertical {
  if (bits === 0) return 'alone';
  return (bits & 2) === 0 ? 'continued' : 'first';
}

function changeCells(draft: Draft, code: number, operand: LittleEndian): void {
  orWithout(() => {
    if (code === SPRM.TVertMerge) {
      const cell = draft.cells[operand.u8(0)];
      if (cell) cell.vertical = verticalOf(operand.u8(1));
    } else if (code === SPRM.TMerge || code === SPRM.TSplit) {
      merge(draft, operand.u8(0), operand.u8(1), code === SPRM.TMerge);
    } else if (code === SPRM.TInsert) insert(draft, operand.u8(0), operand.u8(1), operand.i16(2));
    else if (code === SPRM.TDelete) remove(draft, operand.u8(0), operand.u8(1));
    else if (code === SPRM.TDxaCol) widen(draft, operand.u8(0), operand.u8(1), operand.i16(2));
  }, undefined);
}

function merge(draft: Draft, first: number, end: number, merged: boolean): void {
  for (const [index, cell] of draft.cells.entries()) {
    if (index < first || index >= end) continue;
    cell.horizontal = merged ? (index === first ? 'one' : 'two') : 'alone';
  }
}

function insert(draft: Draft, first: number, count: number, width: number): void {
  const room = Math.max(0, Math.min(count, MAX_CELLS - draft.cells.length));
  const at = Math.min(first, draft.cells.length);
  const left = draft.edges[at] ?? 0;
  const added = Array.from({ length: room }, () => mergeOf(0));
  draft.cells.splice(at, 0, ...added);
  draft.edges = [
    ...draft.edges.slice(0, at + 1),
    ...added.map((_, index) => left + width * (index + 1)),
    ...draft.edges.slice(at + 1).map((edge) => edge + width * room),
  ];
}

function remove(draft: Draft, first: number, end: number): void {
  const last = Math.min(end, draft.cells.length);
  if (first >= last) return;
  const width = (draft.edges[last] ?? 0) - (draft.edges[first] ?? 0);
  draft.cells.splice(first, last - first);
  draft.edges = [...draft.edges.slice(0, first + 1), ...draft.edges.slice(last + 1).map((edge) => edge - width)];
}

function widen(draft: Draft, first: number, end: number, width: number): void {
  const edges = [...draft.edges];
  for (let index = 1; index < draft.edges.length; index += 1) {
    const old = (draft.edges[index] ?? 0) - (draft.edges[index - 1] ?? 0);
    edges[index] = (edges[index - 1] ?? 0) + (index - 1 >= first && index - 1 < end ? width : old);
  }
  draft.edges = edges;
}
