import type { OfficeRole } from '../import-report.ts';
import { keyOf } from '../phrases/fold.ts';
import type { Column } from './column-headers.ts';
import { type NumberedText, type OpenedItem, parentNumber, splitOpening } from './item-number.ts';
import { hasOwner, isBlankRow, isDitto, type RawRow } from './raw-rows.ts';

/** A row of the plan with everything that its neighbours say about it. */
export interface PlanRow {
  readonly no: string | null;
  /** Outermost first. */
  readonly area: readonly string[];
  readonly text: string;
  readonly owners: readonly { readonly text: string; readonly role: OfficeRole | null }[];
  /** The owners stand in a row above. */
  readonly ownersInferred: boolean;
  readonly people: readonly { readonly role: string; readonly text: string }[];
  /** Words of the deadline cell; empty where it is empty. */
  readonly deadline: string;
  readonly deadlineInferred: boolean;
  readonly remarks: RawRow['remarks'];
  readonly place: string;
  readonly unnumbered: boolean;
}

const HEADING_LEVELS: readonly RegExp[] = [/^第.+(?:部分|章)/, /^[一二三四五六七八九十]+、/, /^[（(]/];

/** Fills areas, parents, owners and dittos down the table. Rows are in order; headings and parents become areas. */
export function fillRows(rows: readonly RawRow[], columns: readonly Column[]): readonly PlanRow[] {
  const ownerColumns = columns.filter((column) => column.kind === 'owner');
  const personColumns = columns.filter((column) => column.kind === 'person');
  const byRow = seqCountsRows(rows, columns);
  const filled: PlanRow[] = [];
  let headings: readonly { level: number; text: string }[] = [];
  let areas: readonly string[] = [];
  let parent: { no: string | null; text: string; scope: boolean } | null = null;
  let last: { owners: readonly string[]; people: readonly string[]; deadline: string } = {
    owners: [],
    people: [],
    deadline: '',
  };

  rows.forEach((each, index) => {
    let row = each;
    const heading = row.heading ?? loneHeading(row, rows[index + 1]);
    if (heading !== null) {
      headings = withHeading(headings, heading);
      areas = row.heading === null ? areas : [];
      parent = null;
      return;
    }
    const before = areas.join('\n');
    areas = withAreas(areas, row.areas);
    if (areas.join('\n') !== before && !sameAreas(before, areas)) parent = null;
    if (isBlankRow(row)) return;
    if (isParent(row, rows[index + 1])) {
      parent = { no: row.item.no ?? row.seq, text: labelOf(row.item), scope: true };
      return;
    }
    const seq = byRow ? row.seq : null;
    const opened = openedBy(row, rows[index + 1], byRow);
    if (opened) {
      parent = { no: row.item.no ?? row.seq, text: labelOf({ ...row.item, text: opened.opening }), scope: true };
      row = { ...row, item: opened.first };
    } else if (row.item.level === 1) parent = { no: parentNumber(row.item.no ?? ''), text: '', scope: false };
    else if (seq !== null && row.item.level === 2) parent = { no: seq, text: '', scope: false };
    else if (seq !== null && parent?.scope) parent = null;
    const own = hasOwner(row) && !row.owners.every(isDitto);
    const owners = own ? row.owners.map((text, at) => (isDitto(text) ? (last.owners[at] ?? '') : text)) : last.owners;
    const merged =
      row.deadline === '' && !hasOwner(row) && last.deadline !== '' && columns.some(({ kind }) => kind === 'deadline');
    const deadline = isDitto(row.deadline) || merged ? last.deadline : row.deadline;
    last = { owners, people: own ? row.people : last.people, deadline: deadline === '' ? last.deadline : deadline };
    filled.push({
      no: numberIn(row, opened ? null : seq, parent?.no ?? null),
      area: [
        ...headings.map((each) => each.text),
        ...areas.filter((area) => area !== ''),
        ...(parent?.scope ? [parent.text] : []),
      ],
      text: row.item.text,
      owners: owners.flatMap((text, at) => (text === '' ? [] : [{ text, role: ownerColumns[at]?.role ?? null }])),
      ownersInferred: !own && owners.some((text) => text !== ''),
      people: last.people.flatMap((text, at) =>
        text === '' ? [] : [{ role: personColumns[at]?.header ?? '责任人', text }],
      ),
      deadline,
      deadlineInferred: merged || (isDitto(row.deadline) && deadline !== ''),
      remarks: row.remarks,
      place: row.place,
      unnumbered: row.item.no === null && seq === null,
    });
  });
  return filled;
}

/** Whether the column of numbers counts rows; else it counts areas and says nothing about a row. */
function seqCountsRows(rows: readonly RawRow[], columns: readonly Column[]): boolean {
  const items = rows.filter((row) => row.item.text !== '');
  const numbered = items.filter((row) => row.seq !== null).length;
  if (numbered >= items.length * 0.7) return true;
  return (
    !columns.some((column) => column.kind === 'area') ||
    items.filter((row) => row.item.level === 1).length < items.length * 0.2
  );
}

function numberIn(row: RawRow, seq: string | null, parent: string | null): string | null {
  const { no, level } = row.item;
  if (level === 2 && no !== null && parent !== null && parentNumber(no) === null) return `${parent}${no}`;
  if (level === 2 && no !== null) return no;
  return seq ?? no;
}

/** A numbered item without owner and deadline, followed by its sub-items. */
function isParent(row: RawRow, next: RawRow | undefined): boolean {
  if (row.item.level !== 1 || hasOwner(row) || row.deadline !== '' || !next || next.heading !== null) return false;
  return next.item.level === 2 && parentNumber(next.item.no ?? '') === null && (hasOwner(next) || next.deadline !== '');
}

/** An item whose first sub-items stand in its own cell, while the next row goes on with the following one. */
function openedBy(row: RawRow, next: RawRow | undefined, byRow: boolean): OpenedItem | undefined {
  const numbered = row.item.level === 1 || (row.item.level === 0 && byRow && row.seq !== null);
  if (!numbered || !next || next.heading !== null || next.item.level !== 2) return undefined;
  return splitOpening(row.item.text, next.item.no);
}

function labelOf(item: NumberedText): string {
  return item.no === null ? item.text : `${item.no}.${item.text}`;
}

/** 一、… alone in its row stands across the table although it has a cell of its own. */
function loneHeading(row: RawRow, next: RawRow | undefined): string | null {
  const text = [
    ...row.areas,
    row.item.level === 1 && row.item.no ? `${row.item.no}、${row.item.text}` : row.item.text,
  ].filter((t) => t !== '');
  const alone = text.length === 1 && !hasOwner(row) && row.deadline === '' && row.seq === null;
  const words = text[0] ?? '';
  const inArea = row.item.text === '';
  if (!alone || !next || inArea || words.length > 60) return null;
  return /^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[)）]/.test(words) && next.item.level !== 2
    ? words
    : null;
}

function withHeading(
  headings: readonly { level: number; text: string }[],
  text: string,
): readonly { level: number; text: string }[] {
  const found = HEADING_LEVELS.findIndex((pattern) => pattern.test(text));
  const level = found < 0 ? 1 : found;
  return [...headings.filter((each) => each.level < level), { level, text }];
}

function withAreas(areas: readonly string[], row: readonly string[]): readonly string[] {
  const first = row.findIndex((area) => area !== '');
  if (first < 0) return areas.length > 0 ? areas : row;
  // A row that repeats its outer area after a page break keeps the inner one if it is blank.
  const same = keyOf(areas[first] ?? '') === keyOf(row[first] ?? '');
  return row.map((area, level) => (area !== '' ? area : level < first || same ? (areas[level] ?? '') : ''));
}

function sameAreas(before: string, areas: readonly string[]): boolean {
  return keyOf(before) === keyOf(areas.join(''));
}
