import { fitOf } from './cell-fit.ts';
import type { LookAt } from './cell-look.ts';
import { type ColumnStats, decideKinds, hasBracketedOwner, statsOf } from './column-kinds.ts';
import { type HeaderLeaf, kindOfLeaf } from './grid-headers.ts';
import { type Column, headsContacts } from './header-words.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** The columns of a table as its cells show them, which need not be those that its headers cover. */
export interface GridColumns {
  readonly columns: readonly Column[];
  /** The place in the table where each column begins, ascending. */
  readonly from: readonly number[];
}

/** More rows say nothing new about a column. */
const MOST_SAMPLED = 120;
const OFTEN_A_START = 0.2;
const MOST_LOST = 3;

/** Decides what the columns under a header hold. Null where they hold no plan. */
export function columnsUnder(
  leaves: readonly HeaderLeaf[],
  rows: readonly GridRow[],
  lookAt: LookAt,
): GridColumns | null {
  if (headsContacts(leaves.map(({ word }) => word))) return null;
  const sampled = sampleOf(rows);
  const drafts = sampled.some((row) => row.ragged)
    ? lineColumns(leaves, sampled, lookAt)
    : tableColumns(leaves, sampled);
  const told = sampled.filter((row) => !row.ragged || row.own.length === drafts.length);
  const texts = drafts.map((_, index) => columnTexts(told, drafts, index));
  const kept = drafts.flatMap((draft, index) =>
    draft.leaf.word !== '' || texts[index]?.some((text) => text !== '') ? [index] : [],
  );
  const at = (index: number) => texts[kept[index] ?? -1] ?? [];
  const columns = decideKinds(
    kept.flatMap((index) => drafts[index]?.leaf ?? []),
    kept.map((index) => statsOf(texts[index] ?? [], lookAt)),
    (column) => at(column).filter(hasBracketedOwner).length >= Math.max(1, at(column).length * 0.3),
  );
  return columns && { columns, from: kept.flatMap((index) => drafts[index]?.from ?? []) };
}

/** Which column a place in the table belongs to. */
export function columnAt(from: readonly number[], place: number): number {
  let column = 0;
  while (column + 1 < from.length && (from[column + 1] ?? 0) <= place) column += 1;
  return column;
}

interface DraftColumn {
  readonly from: number;
  readonly leaf: HeaderLeaf;
}

function sampleOf(rows: readonly GridRow[]): readonly GridRow[] {
  const regular = rows.filter((row) => row.table !== null && !standsAcross(row));
  const ragged = regular.some((row) => row.ragged);
  // Of a text, only the rows tell that have a word in each of their cells.
  const whole = ragged ? regular.filter((row) => row.own.every((cell) => cell.cell.text !== '')) : regular;
  const step = Math.max(1, Math.floor(whole.length / MOST_SAMPLED));
  return whole.filter((_, index) => index % step === 0);
}

/** One cell over the width of the table, or alone in its row. */
export function standsAcross(row: GridRow): boolean {
  let only: GridCell | undefined;
  for (const cell of row.own) {
    if (cell.cell.text === '') continue;
    if (only) return false;
    only = cell;
  }
  if (!only || row.table === null) return true;
  const others = row.slots.some((slot) => slot && slot !== only && slot.cell.text !== '');
  return !others && (only.columnSpan >= Math.max(2, row.slots.length * 0.6) || row.own.length === 1);
}

function tableColumns(leaves: readonly HeaderLeaf[], rows: readonly GridRow[]): readonly DraftColumn[] {
  const starts = countBy(rows.flatMap((row) => [...new Set(row.slots.map((slot) => slot?.column ?? -1))]));
  starts.delete(-1);
  const least = Math.max(1, rows.length * OFTEN_A_START);
  const often = [...starts].flatMap(([start, count]) => (count >= least ? [start] : [])).sort((a, b) => a - b);
  if (often.length === leaves.length) {
    return leaves.map((leaf, index) => ({ leaf, from: often[index] ?? leaf.column }));
  }
  const drafts = often.map((from): DraftColumn => {
    const leaf = leaves.find((each) => each.column <= from && from < each.column + each.wide) ?? leafless(from);
    return { from, leaf };
  });
  const empty = leaves.filter((leaf) => !drafts.some((draft) => draft.leaf === leaf));
  return [...drafts, ...empty.map((leaf) => ({ from: leaf.column, leaf }))].sort((a, b) => a.from - b.from);
}

function leafless(column: number): HeaderLeaf {
  return { word: '', above: '', printed: '', column, wide: 1 };
}

/**
 * The columns of a text with one row a line. Where its fullest rows have more cells than the header, one word of the
 * header stood over several columns: the one under which the words of the cells fit best.
 */
function lineColumns(leaves: readonly HeaderLeaf[], rows: readonly GridRow[], lookAt: LookAt): readonly DraftColumn[] {
  const printed = leaves.map((leaf, from) => ({ leaf, from }));
  const widest = Math.max(0, ...rows.map((row) => row.own.length));
  const lost = widest - leaves.length;
  if (lost < 1 || lost > MOST_LOST || rows.some((row) => row.spaced)) return printed;
  const full = rows.filter((row) => row.own.length === widest);
  let best: { score: number; drafts: readonly DraftColumn[] } = { score: Number.NEGATIVE_INFINITY, drafts: printed };
  for (let at = 0; at <= leaves.length; at += 1) {
    const over = leaves[at - 1];
    if (over && kindOfLeaf(over) !== 'area') continue;
    const more = Array.from({ length: lost }, () => (over ? { ...over } : leafless(0)));
    const all = [...leaves.slice(0, at), ...more, ...leaves.slice(at)];
    const drafts = all.map((leaf, from) => ({ leaf: { ...leaf, column: from }, from }));
    const score = fitsOf(drafts, full, lookAt);
    if (score > best.score) best = { score, drafts };
  }
  return best.drafts;
}

function fitsOf(drafts: readonly DraftColumn[], rows: readonly GridRow[], lookAt: LookAt): number {
  const texts = drafts.map((_, index) => columnTexts(rows, drafts, index));
  const stats: readonly ColumnStats[] = texts.map((column) => statsOf(column, lookAt));
  const columns = decideKinds(
    drafts.map((draft) => draft.leaf),
    stats,
    () => true,
  );
  if (!columns) return Number.NEGATIVE_INFINITY;
  return columns.reduce((sum, column, index) => {
    const fit = (texts[index] ?? []).reduce((all, text) => all + fitOf(column.kind, lookAt(text)), 0);
    return sum + fit;
  }, 0);
}

/** The words of a column, row by row; a merged cell speaks once, where it begins. */
function columnTexts(rows: readonly GridRow[], drafts: readonly DraftColumn[], index: number): readonly string[] {
  const from = drafts[index]?.from ?? 0;
  const to = drafts[index + 1]?.from ?? Number.POSITIVE_INFINITY;
  return rows.map((row) => {
    let texts = '';
    row.own.forEach(({ column, cell: { text } }) => {
      if (text === '' || column >= to || (index > 0 && column < from)) return;
      texts += texts === '' ? text : `\n${text}`;
    });
    return texts;
  });
}

function countBy(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
