import { fold, squeeze } from '../phrases/fold.ts';
import type { AlignedRow } from './align-cells.ts';
import type { StreamCell } from './cell-stream.ts';
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
  /** Words that stand in no column. */
  readonly beside: readonly string[];
}

const DITTO = /^\(?(?:同上|同前|同左|〃|"|″|”)\)?$/;
const DITTO_LEAD = /^[(（]?\s*同上\s*[)）]?\s*(?=\S)/;
const CONTINUED = /[(（]\s*(?:续|接上(?:表|页)|续表)\s*[)）]/g;
const LONGEST_NUMBER = 8;
const BLANK = /^[-/\\]+$/;
const TICK = /^[√✓✔☑●◆■★☆▲◎〇vV](?:\s*[√✓✔●★▲])*$/;

export function toRawRow(row: AlignedRow, columns: readonly Column[], afterBreak: boolean): RawRow {
  const cells = row.heading ? [row.heading] : row.cells.flat();
  if (row.heading) return headingRow(row.heading, columns, afterBreak);
  const texts = columns.map((_, index) =>
    (row.cells[index] ?? [])
      .map((cell) => cell.text)
      .join('\n')
      .trim(),
  );
  const place = placeOf(row, columns) ?? cells.find((cell) => cell.text !== '')?.place ?? cells[0]?.place ?? '';
  return rowOf({ own: texts, covering: texts, beside: [] }, columns, { cells, place, afterBreak });
}

export function headingRow(cell: StreamCell, columns: readonly Column[], afterBreak: boolean): RawRow {
  const nothing = { own: [], covering: [], beside: [] };
  const row = rowOf(nothing, columns, { cells: [cell], place: cell.place, afterBreak });
  return { ...row, heading: squeeze(cell.text) };
}

export function rowOf(
  texts: RowTexts,
  columns: readonly Column[],
  row: Pick<RawRow, 'cells' | 'place' | 'afterBreak'>,
): RawRow {
  const of = (kind: ColumnKind, from: readonly string[]): readonly string[] => {
    const words: string[] = [];
    for (let index = 0; index < columns.length; index += 1)
      if (columns[index]?.kind === kind) words.push(from[index] ?? '');
    return words;
  };
  const remarks: RawRow['remarks'][number][] = [];
  columns.forEach(({ kind, header }, index) => {
    if (kind !== 'other' && kind !== 'seq') return;
    const text = squeeze((kind === 'other' ? texts.covering : texts.own)[index] ?? '');
    if (text !== '' && !(kind === 'seq' && isNumber(text))) remarks.push({ header, text });
  });
  for (const text of texts.beside) remarks.push({ header: '', text: squeeze(text) });
  return {
    seq: numberOf(of('seq', texts.own)[0] ?? ''),
    areas: of('area', texts.own).map(areaText),
    item: splitNumber(squeeze(of('item', texts.own).join(''))),
    owners: of('owner', texts.covering).map(withoutDash),
    people: of('person', texts.covering).map(withoutDash),
    deadline: deadlineOf(columns, texts.covering),
    remarks,
    heading: null,
    cells: row.cells,
    place: row.place,
    afterBreak: row.afterBreak,
    printed: columns.map((_, index) => texts.covering[index] ?? ''),
  };
}

/** The words of the deadline columns; a tick under a month says that month, other words what is done in it. */
function deadlineOf(columns: readonly Column[], texts: readonly string[]): string {
  const ticked: string[] = [];
  const said: string[] = [];
  columns.forEach((column, index) => {
    const text = column.kind === 'deadline' ? withoutDash(texts[index] ?? '') : '';
    if (text === '') return;
    if (column.period === null) said.push(text);
    else if (TICK.test(fold(squeeze(text)))) ticked.push(column.period);
    else said.push(/^\d{1,2}月|月底|日前|日$/.test(squeeze(text)) ? text : `${column.period}：${text}`);
  });
  if (ticked.length > 0) said.unshift(ticked.join('、'));
  return said.join('\n');
}

function withoutDash(text: string): string {
  return text.length > 0 && text.length < 6 && BLANK.test(fold(squeeze(text))) ? '' : text;
}

/** Where the item stands; that is where a person looks for the row. */
function placeOf(row: AlignedRow, columns: readonly Column[]): string | undefined {
  return columns
    .flatMap((column, index) => (column.kind === 'item' ? (row.cells[index] ?? []) : []))
    .find((cell) => cell.text !== '')?.place;
}

export function isDitto(text: string): boolean {
  return text.length > 0 && text.length <= 20 && DITTO.test(fold(squeeze(text)));
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
  const words = squeeze(text);
  if (words === '' || !isNumber(words)) return null;
  const number = fold(words).replace(/^[([]|[)\].、]$/g, '');
  return number === '' ? null : number;
}
