import { fold, squeeze } from '../phrases/fold.ts';
import type { AlignedRow } from './align-cells.ts';
import type { StreamCell } from './cell-stream.ts';
import { isDitto } from './ditto.ts';
import type { Column, ColumnKind } from './header-words.ts';
import { type NumberedText, splitNumber } from './item-number.ts';

/** A row as it stands, before anything is filled in from its neighbours. */
export interface RawRow {
  readonly seq: string | null;
  /** One text a level; empty where merged or ditto. */
  readonly areas: readonly string[];
  readonly item: NumberedText;
  /** By column; empty where nothing stands and nothing is merged into the row. Line breaks kept. */
  readonly owners: readonly string[];
  readonly people: readonly string[];
  readonly deadline: string;
  readonly remarks: readonly { readonly header: string; readonly text: string }[];
  readonly heading: string | null;
  readonly place: string;
  /** First row after the headers stood again. */
  readonly afterBreak: boolean;
  readonly cells: readonly StreamCell[];
  /** The words of each column, those of merged cells in every row that they cover. */
  readonly printed: readonly string[];
}

/** The words of a row by column. */
export interface RowTexts {
  /** What begins in this row. */
  readonly own: readonly string[];
  /** With what is merged into it from above. */
  readonly covering: readonly string[];
}

const DITTO_LEAD = /^[(（]?\s*同上\s*[)）]?\s*(?=\S)/;
const CONTINUED = /[(（]\s*(?:续|接上(?:表|页)|续表)\s*[)）]/g;
const LONGEST_NUMBER = 8;
const BLANK = /^[-/\\]+$/;
const CHINESE = /[\u4e00-\u9fff]/;
const TICK = /^[√✓✔☑●◆■★☆▲◎〇vV](?:\s*[√✓✔●★▲])*$/;

/** The columns of a table by what they hold, told once for all of its rows. */
export interface RowShape {
  readonly columns: readonly Column[];
  /** Nothing in any of them. */
  readonly blank: readonly string[];
  readonly seq: number;
  readonly areas: readonly number[];
  readonly items: readonly number[];
  readonly owners: readonly number[];
  readonly people: readonly number[];
  readonly deadlines: readonly number[];
  readonly remarks: readonly number[];
}

export function shapeOf(columns: readonly Column[]): RowShape {
  const of = (...kinds: readonly ColumnKind[]): readonly number[] =>
    columns.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : []));
  return {
    columns,
    blank: columns.map(() => ''),
    seq: of('seq')[0] ?? -1,
    areas: of('area'),
    items: of('item'),
    owners: of('owner'),
    people: of('person'),
    deadlines: of('deadline'),
    remarks: of('seq', 'other'),
  };
}

export function toRawRow(row: AlignedRow, shape: RowShape, afterBreak: boolean): RawRow {
  if (row.heading) return headingRow(row.heading, shape, afterBreak);
  const cells = row.cells.flat();
  const texts = shape.columns.map((_, index) =>
    (row.cells[index] ?? [])
      .map((cell) => cell.text)
      .join('\n')
      .trim(),
  );
  const place = placeOf(row, shape) ?? cells.find((cell) => cell.text !== '')?.place ?? cells[0]?.place ?? '';
  return rowOf({ own: texts, covering: texts }, shape, { cells, place, afterBreak });
}

export function headingRow(cell: StreamCell, shape: RowShape, afterBreak: boolean): RawRow {
  const nothing = { own: shape.blank, covering: shape.blank };
  const row = rowOf(nothing, shape, { cells: [cell], place: cell.place, afterBreak });
  return { ...row, heading: squeeze(cell.text) };
}

export function rowOf(
  { own, covering }: RowTexts,
  shape: RowShape,
  { cells, place, afterBreak }: Pick<RawRow, 'cells' | 'place' | 'afterBreak'>,
): RawRow {
  const number = squeeze(own[shape.seq] ?? '');
  return {
    seq: isNumber(number) ? numberOf(number) : null,
    areas: shape.areas.map((at) => areaText(own[at] ?? '')),
    item: splitNumber(squeeze(shape.items.map((at) => own[at] ?? '').join(''))),
    owners: shape.owners.map((at) => withoutDash(covering[at] ?? '')),
    people: shape.people.map((at) => withoutDash(covering[at] ?? '')),
    deadline: deadlineOf(shape, covering),
    remarks: remarksIn(shape, own, covering),
    heading: null,
    cells,
    place,
    afterBreak,
    printed: covering,
  };
}

/** What stands under other headers, and words in a column of numbers. */
function remarksIn(shape: RowShape, own: readonly string[], covering: readonly string[]): RawRow['remarks'] {
  return shape.remarks.flatMap((at): RawRow['remarks'] => {
    const { kind = 'other', header = '' } = shape.columns[at] ?? {};
    const text = squeeze((kind === 'seq' ? own : covering)[at] ?? '');
    return text === '' || (kind === 'seq' && isNumber(text)) ? [] : [{ header, text }];
  });
}

/** The words of the deadline columns; a tick under a month says that month, other words what is done in it. */
function deadlineOf({ columns, deadlines }: RowShape, texts: readonly string[]): string {
  const first = deadlines[0] ?? -1;
  if (deadlines.length < 2 && !columns[first]?.period) return withoutDash(texts[first] ?? '');
  const ticked: string[] = [];
  const said: string[] = [];
  deadlines.forEach((at) => {
    const text = withoutDash(texts[at] ?? '');
    const period = columns[at]?.period ?? null;
    if (text === '') return;
    if (period === null) said.push(text);
    else if (TICK.test(fold(squeeze(text)))) ticked.push(period);
    else said.push(/^\d{1,2}月|月底|日前|日$/.test(squeeze(text)) ? text : `${period}：${text}`);
  });
  if (ticked.length > 0) said.unshift(ticked.join('、'));
  return said.join('\n');
}

function withoutDash(text: string): string {
  if (text.length === 0 || text.length > 5 || CHINESE.test(text)) return text;
  return BLANK.test(fold(squeeze(text))) ? '' : text;
}

/** Where the item stands; that is where a person looks for the row. */
function placeOf(row: AlignedRow, shape: RowShape): string | undefined {
  return shape.items.flatMap((at) => row.cells[at] ?? []).find((cell) => cell.text !== '')?.place;
}

export function isBlankRow(row: RawRow): boolean {
  return (
    row.heading === null &&
    row.item.text === '' &&
    !hasOwner(row) &&
    row.deadline === '' &&
    row.people.every((text) => text === '')
  );
}

export function hasOwner(row: RawRow): boolean {
  return row.owners.some((text) => text !== '') || (row.owners.length === 0 && row.people.some((text) => text !== ''));
}

function areaText(text: string): string {
  if (text === '') return '';
  return isDitto(text) ? '' : squeeze(text.replace(DITTO_LEAD, '').replace(CONTINUED, ''));
}

/** Numbers come in many forms, but none is long. */
function isNumber(text: string): boolean {
  return text.length <= LONGEST_NUMBER;
}

function numberOf(text: string): string | null {
  const number = fold(text).replace(/^[([]|[)\].、]$/g, '');
  return number === '' ? null : number;
}
