import type { OfficeRole } from '../import-report.ts';
import { keyOf } from '../phrases/fold.ts';
import { isOfficeName } from '../phrases/office-names.ts';
import { isDitto } from './ditto.ts';
import type { Column } from './header-words.ts';
import { hasHeadingNumber, parentNumber } from './item-number.ts';
import { hasOwner, isBlankRow, type RawRow } from './raw-rows.ts';
import { bareHeading, levelOf, readHeading, type SectionHeading } from './section-heading.ts';
import { isParent, openedBy, type Parent, parentFor, parentIn, scopeOf } from './sub-items.ts';

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
  /** What its table shows in each column, areas filled down; to write the table again as it was. */
  readonly printed: readonly string[];
}

interface Section extends SectionHeading {
  readonly level: number;
}

interface Filling {
  readonly columns: readonly Column[];
  readonly ownerColumns: readonly Column[];
  readonly personColumns: readonly Column[];
  /** A deadline that stands before the items holds until the next one. */
  readonly deadlineLeads: boolean;
  sections: readonly Section[];
  areas: readonly string[];
  /** The words of both. */
  headings: readonly string[];
  parent: Parent | null;
  /** What stands in rows without an item; the next row keeps it. */
  waiting: RawRow['remarks'][number][];
  last: { readonly owners: readonly string[]; readonly people: readonly string[]; readonly deadline: string };
}

const CHINESE = /^[一二三四五六七八九十]{1,3}$/;

/** Fills areas, parents, owners and dittos down the table. Rows are in order; headings and parents become areas. */
export function fillRows(rows: readonly RawRow[], columns: readonly Column[]): readonly PlanRow[] {
  const byRow = seqCountsRows(rows, columns);
  const arabic = rows.some((row) => row.seq !== null && /^\d/.test(row.seq));
  const filling = startOf(columns);
  const filled: PlanRow[] = [];
  rows.forEach((each, index) => {
    let row = each;
    const next = rows[index + 1];
    const heading = row.heading ?? loneHeading(row, next, arabic);
    if (heading !== null) {
      enterSection(filling, heading, row.heading !== null);
      return;
    }
    enterAreas(filling, row.areas);
    if (isBlankRow(row)) {
      for (const said of saidIn(row, columns)) filling.waiting.push(said);
      return;
    }
    if (isParent(row, next, byRow)) {
      filling.parent = scopeOf(row);
      filling.waiting.push(...row.remarks, ...peopleAt(row.people, filling));
      return;
    }
    const seq = byRow ? row.seq : null;
    const opened = openedBy(row, next, byRow);
    if (opened) {
      filling.parent = { ...scopeOf(row, opened.opening), deadline: '' };
      row = { ...row, item: opened.first };
    } else filling.parent = parentFor(row, seq, filling.parent);
    const done = filledRow(row, opened ? null : seq, filling);
    filled.push(
      filling.waiting.length === 0 ? done : { ...done, remarks: [...waitingFor(done, filling), ...done.remarks] },
    );
    filling.waiting = [];
    if (!opened) filling.parent = parentIn(row, next, byRow) ?? filling.parent;
  });
  const last = filled.at(-1);
  if (last && filling.waiting.length > 0)
    filled[filled.length - 1] = { ...last, remarks: [...last.remarks, ...waitingFor(last, filling)] };
  return filled;
}

/** What a row without an item says all the same. */
function saidIn(row: RawRow, columns: readonly Column[]): RawRow['remarks'] {
  const headers = columns.flatMap((column) => (column.kind === 'area' ? [column.header] : []));
  const areas = row.areas.flatMap((text, level) => (text === '' ? [] : [{ header: headers[level] ?? '', text }]));
  return [...areas, ...row.remarks];
}

/** Of that, what has not become an area of the row. */
function waitingFor(row: PlanRow, { waiting }: Filling): RawRow['remarks'] {
  return waiting.filter(({ text }) => !row.area.includes(text));
}

function startOf(columns: readonly Column[]): Filling {
  const at = (kind: Column['kind']): number => columns.findIndex((column) => column.kind === kind);
  return {
    columns,
    ownerColumns: columns.filter((column) => column.kind === 'owner'),
    personColumns: columns.filter((column) => column.kind === 'person'),
    deadlineLeads: at('deadline') >= 0 && at('deadline') < at('item'),
    sections: [],
    areas: [],
    headings: [],
    parent: null,
    waiting: [],
    last: { owners: [], people: [], deadline: '' },
  };
}

function enterSection(filling: Filling, line: string, across: boolean): void {
  const heading = readHeading(line);
  const level = levelOf(heading);
  filling.sections = [...filling.sections.filter((each) => each.level < level), { ...heading, level }];
  if (heading.text !== '' && across) filling.areas = [];
  if (heading.text !== '') filling.parent = null;
  filling.headings = headingsIn(filling);
}

function headingsIn({ sections, areas }: Filling): readonly string[] {
  return [...sections.map(({ text }) => text), ...areas].filter((text) => text !== '');
}

function enterAreas(filling: Filling, own: readonly string[]): void {
  const areas = withAreas(filling.areas, own);
  if (areas === filling.areas) return;
  const before = filling.areas.join('\n');
  filling.areas = areas;
  filling.headings = headingsIn(filling);
  if (areas.join('\n') !== before && !sameAreas(before, areas)) filling.parent = null;
}

function filledRow(row: RawRow, seq: string | null, filling: Filling): PlanRow {
  const { sections, areas, headings, parent, columns } = filling;
  const owned = ownersOf(row, filling);
  const dated = deadlineOf(row, filling);
  filling.last = {
    owners: owned.texts,
    people: owned.own || row.people.some((text) => text !== '') ? row.people : filling.last.people,
    deadline: dated.text === '' ? filling.last.deadline : dated.text,
  };
  return {
    no: numberIn(row, seq, parent?.no ?? null),
    area: parent?.scope && parent.text !== '' ? [...headings, parent.text] : headings,
    text: row.item.text,
    owners: owned.owners,
    ownersInferred: owned.inferred,
    people:
      sections.length === 0 ? peopleIn(filling) : [...sections.flatMap(({ people }) => people), ...peopleIn(filling)],
    deadline: dated.text,
    deadlineInferred: dated.inferred,
    remarks: row.remarks,
    place: row.place,
    unnumbered: row.item.no === null && seq === null,
    printed: printedWith(row, areas, columns),
  };
}

function peopleIn(filling: Filling): PlanRow['people'] {
  return peopleAt(filling.last.people, filling).map(({ header, text }) => ({ role: header, text }));
}

function peopleAt(texts: readonly string[], { personColumns }: Filling): RawRow['remarks'] {
  return texts.flatMap((text, at) => (text === '' ? [] : [{ header: personColumns[at]?.header ?? '责任人', text }]));
}

function ownersOf(
  row: RawRow,
  { last, sections, ownerColumns }: Filling,
): { owners: PlanRow['owners']; texts: readonly string[]; own: boolean; inferred: boolean } {
  const own = hasOwner(row) && !row.owners.every(isDitto);
  const said = own ? null : sectionOwners(sections, ownerColumns.length === 0);
  if (said !== null) return { owners: [{ text: said, role: null }], texts: last.owners, own: false, inferred: false };
  const texts = own ? row.owners.map((text, at) => (isDitto(text) ? (last.owners[at] ?? '') : text)) : last.owners;
  const cells = texts.map((text, at) => ({ text, role: ownerColumns[at]?.role ?? null }));
  const owners = texts.includes('') ? cells.filter(({ text }) => text !== '') : cells;
  return { owners, texts, own, inferred: !own && owners.length > 0 };
}

/** Offices that a heading names for all that stands below it, or that are the heading. */
function sectionOwners(sections: readonly Section[], byName: boolean): string | null {
  const said = sections.findLast((section) => section.owners !== null)?.owners ?? null;
  if (said !== null || !byName) return said;
  const name = bareHeading(sections.at(-1)?.text ?? '');
  return isOfficeName(name) && name.length <= 20 ? name : null;
}

function deadlineOf(row: RawRow, filling: Filling): { text: string; inferred: boolean } {
  const { last, columns, sections, parent, deadlineLeads } = filling;
  if (isDitto(row.deadline)) return { text: last.deadline, inferred: last.deadline !== '' };
  if (row.deadline !== '') return { text: row.deadline, inferred: false };
  const period = sections.findLast((section) => section.deadline !== null)?.deadline ?? null;
  if (period !== null) return { text: period, inferred: false };
  if (parent?.scope && parent.deadline !== '') return { text: parent.deadline, inferred: true };
  const merged = last.deadline !== '' && columns.some(({ kind }) => kind === 'deadline');
  return merged && (deadlineLeads || !hasOwner(row))
    ? { text: last.deadline, inferred: true }
    : { text: '', inferred: false };
}

function printedWith(row: RawRow, areas: readonly string[], columns: readonly Column[]): readonly string[] {
  let level = 0;
  let printed = row.printed;
  columns.forEach(({ kind }, index) => {
    if (kind !== 'area') return;
    const area = areas[level] ?? '';
    level += 1;
    if (area !== '' && area !== printed[index]) printed = printed.with(index, area);
  });
  return printed;
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

/** 一、… alone in its row stands across the table although it has a cell of its own. */
function loneHeading(row: RawRow, next: RawRow | undefined, arabic: boolean): string | null {
  if (!next || hasOwner(row) || row.deadline !== '') return null;
  const numeral = row.seq !== null && arabic && CHINESE.test(row.seq);
  if (row.seq !== null && !numeral) return null;
  const text = [
    ...row.areas,
    row.item.level === 1 && row.item.no ? `${row.item.no}、${row.item.text}` : row.item.text,
  ].filter((t) => t !== '');
  const words = text[0] ?? '';
  if (text.length !== 1 || words.length > 60) return null;
  // 一 | 围绕… among rows counted 1, 2, 3.
  if (numeral) return `${row.seq}、${words}`;
  if (row.item.text === '') return null;
  return hasHeadingNumber(words) && next.item.level !== 2 ? words : null;
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
