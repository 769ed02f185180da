import type { TaskRow } from '../draft-task.ts';
import type { PrintedColumn } from '../import-report.ts';
import { takeOfficeBlock } from '../office-block.ts';
import { findAlikeIn } from './alike.ts';
import type { ProseItem } from './collect.ts';
import { rowOf } from './prose-row.ts';
import { isOwned, type ProsePlan } from './read-prose.ts';

/** A table and the running text of the same document. */
export interface Joined {
  readonly rows: readonly TaskRow[];
  /** Items of the running text that stand in the table too: their paragraphs, by position. */
  readonly matched: ReadonlySet<number>;
  /** Items with an owner that the table does not have. */
  readonly missing: readonly ProseItem[];
  /** Those items are tasks of their own: the table is about something else. */
  readonly apart: boolean;
}

const FEWEST_SHARED = 0.2;
const FEWEST_APART = 2;

/** Puts the items of the running text to the rows that say the same. */
export function joinTable(
  rows: readonly TaskRow[],
  prose: ProsePlan | null,
  columns: readonly PrintedColumn[],
): Joined {
  const items = (prose?.items ?? []).filter(isOwned);
  if (items.length === 0) return { rows, matched: new Set(), missing: [], apart: false };
  const findAlike = findAlikeIn(rows.map((row) => row.text));
  const findBelow = findAlikeIn(rows.map((row) => `${row.area.at(-1) ?? ''}${row.text}`));
  const places = items.map((item) => findAlike(item.text) ?? findBelow(item.text));
  const found = places.filter((at) => at !== null).length;
  const missing = items.filter((_, index) => places[index] === null);
  if (found < items.length * FEWEST_SHARED && missing.length >= FEWEST_APART)
    return { rows, matched: new Set(), missing: items, apart: true };
  const byRow = new Map<number, ProseItem>();
  const matched = new Set<number>();
  items.forEach((item, index) => {
    const at = places[index];
    if (at === null || at === undefined) return;
    matched.add(item.paragraph.at);
    if (!byRow.has(at)) byRow.set(at, item);
  });
  return {
    rows: rows.map((row, at) => withProse(row, byRow.get(at), columns)),
    matched,
    missing,
    apart: false,
  };
}

/** What the row leaves empty and the running text says. */
function withProse(row: TaskRow, item: ProseItem | undefined, columns: readonly PrintedColumn[]): TaskRow {
  if (!item) return row;
  const notes = [
    ...(row.notes ?? []),
    { kind: 'in-prose', text: `正文（${item.paragraph.place}）：${item.paragraph.text}` },
  ];
  const { owners, deadline } = item.duty;
  const stated = rowOf(item);
  const needsOwner =
    owners !== null && (row.ownersInferred || row.owners.length === 0) && takeOfficeBlock(row.text).owners === null;
  const needsDeadline = deadline !== null && (row.deadline === '' || row.deadlineInferred);
  if (needsOwner)
    notes.push({ kind: 'from-prose', text: `表中未写单位，按正文（${item.paragraph.place}）读作“${owners}”` });
  if (needsDeadline)
    notes.push({ kind: 'from-prose', text: `表中未写时限，按正文（${item.paragraph.place}）读作“${deadline}”` });
  const said: readonly (readonly [PrintedColumn['kind'], string])[] = [
    ...(needsOwner ? [['owner', owners] as const] : []),
    ...(needsDeadline ? [['deadline', deadline] as const] : []),
  ];
  return {
    ...row,
    notes,
    ...(needsOwner ? { owners: stated.owners, people: stated.people, ownersInferred: false, ownerBlock: owners } : {}),
    ...(needsDeadline ? { deadline, deadlineInferred: false, deadlinePlace: 'bracket' as const } : {}),
    ...(row.printed === undefined ? {} : { printed: printedWith(row.printed, said, columns) }),
  };
}

/** In the blank cell of its kind stands what the prose says, so that an exported sheet reads as the row does. */
function printedWith(
  cells: readonly string[],
  said: readonly (readonly [PrintedColumn['kind'], string])[],
  columns: readonly PrintedColumn[],
): readonly string[] {
  if (cells.length !== columns.length) return cells;
  return said.reduce<readonly string[]>((all, [kind, words]) => {
    const at = columns.findIndex((column, index) => column.kind === kind && (all[index] ?? '').trim() === '');
    return at < 0 ? all : all.map((cell, index) => (index === at ? words : cell));
  }, cells);
}
