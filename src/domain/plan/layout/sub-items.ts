import { hasBracketedOwner } from './column-kinds.ts';
import { isDitto } from './ditto.ts';
import { type NumberedText, type OpenedItem, parentNumber, splitOpening } from './item-number.ts';
import { hasOwner, type RawRow } from './raw-rows.ts';

/** The item that sub-items hang under. */
export interface Parent {
  readonly no: string | null;
  readonly text: string;
  /** Its words are an area of the sub-items. */
  readonly scope: boolean;
  /** Holds for sub-items that say none; empty where it says none itself. */
  readonly deadline: string;
}

const OPENS = /[：:]$/;
const FIRST = /^(?:\((?:1|一)\)|①)$/;
const NUMBER_ONLY = { text: '', scope: false, deadline: '' };

export function parentFor(row: RawRow, seq: string | null, parent: Parent | null): Parent | null {
  if (row.item.level === 1) return { ...NUMBER_ONLY, no: parentNumber(row.item.no ?? '') };
  if (seq !== null && row.item.level === 2) return { ...NUMBER_ONLY, no: seq };
  return seq === null ? parent : null;
}

/** An item without an owner of its own above its sub-items is their area and no task. */
export function isParent(row: RawRow, next: RawRow | undefined, byRow: boolean): boolean {
  if (hasOwner(row) || !next || !leadsSubItems(row, next, byRow)) return false;
  if (hasBracketedOwner(row.item.text)) return false;
  return hasOwner(next) || next.deadline !== '' || OPENS.test(row.item.text);
}

/** What the rows below a row hang under, where they are its sub-items. */
export function parentIn(row: RawRow, next: RawRow | undefined, byRow: boolean): Parent | null {
  if (!next || !leadsSubItems(row, next, byRow)) return null;
  if (OPENS.test(row.item.text)) return scopeOf(row);
  return { ...NUMBER_ONLY, no: row.item.level === 1 ? parentNumber(row.item.no ?? '') : row.seq };
}

export function scopeOf(row: RawRow, text = row.item.text): Parent {
  return {
    no: row.item.no ?? row.seq,
    text: labelOf(row.item, text),
    scope: true,
    deadline: isDitto(row.deadline) ? '' : row.deadline,
  };
}

/** An item whose first sub-items stand in its own cell, while the next row goes on with the following one. */
export function openedBy(row: RawRow, next: RawRow | undefined, byRow: boolean): OpenedItem | undefined {
  if (!isNumbered(row, byRow) || !next || next.heading !== null || next.item.level !== 2) return undefined;
  return splitOpening(row.item.text, next.item.no);
}

/** Numbers in a column of their own count as well as those before the words. */
function isNumbered(row: RawRow, byRow: boolean): boolean {
  return row.item.level === 1 || (row.item.level === 0 && byRow && row.seq !== null);
}

function leadsSubItems(row: RawRow, next: RawRow, byRow: boolean): boolean {
  const { level, no } = next.item;
  if (row.item.text === '' || next.heading !== null || level !== 2 || parentNumber(no ?? '') !== null) return false;
  if (row.item.level === 1) return true;
  if (next.seq !== null) return false;
  return isNumbered(row, byRow) || (row.item.level === 0 && OPENS.test(row.item.text) && FIRST.test(no ?? ''));
}

function labelOf({ no }: NumberedText, text: string): string {
  return no === null ? text : `${no}.${text}`;
}
