import { fold, squeeze } from '../phrases/fold.ts';
import type { AlignedRow } from './align-cells.ts';
import type { StreamCell } from './cell-stream.ts';
import type { Column, ColumnKind } from './column-headers.ts';
import { type NumberedText, splitNumber } from './item-number.ts';

/** A row as it stands, before anything is filled in from its neighbours. */
export interface RawRow {
  readonly seq: string | null;
  /** One text a level; empty where merged or ditto. */
  readonly areas: readonly string[];
  readonly item: NumberedText;
  /** By column; empty where merged. Line breaks kept. */
  readonly owners: readonly string[];
  readonly people: readonly string[];
  readonly deadline: string;
  readonly remarks: readonly { readonly header: string; readonly text: string }[];
  readonly heading: string | null;
  readonly place: string;
  /** First row after the headers stood again. */
  readonly afterBreak: boolean;
  readonly cells: readonly StreamCell[];
}

const DITTO = /^\(?(?:同上|同前|〃|"|″)\)?$/;
const DITTO_LEAD = /^[(（]?\s*同上\s*[)）]?\s*(?=\S)/;
const CONTINUED = /[(（]\s*(?:续|接上(?:表|页)|续表)\s*[)）]/g;

export function toRawRow(row: AlignedRow, columns: readonly Column[], afterBreak: boolean): RawRow {
  const cells = row.heading ? [row.heading] : row.cells.flat();
  const textAt = (index: number): string =>
    (row.cells[index] ?? [])
      .map((cell) => cell.text)
      .join('\n')
      .trim();
  const of = (kind: ColumnKind): readonly string[] =>
    columns.flatMap((column, index) => (column.kind === kind ? [textAt(index)] : []));
  const item = splitNumber(squeeze(of('item').join('')));
  return {
    seq: numberOf(of('seq')[0] ?? ''),
    areas: of('area').map((text) => areaText(text)),
    item,
    owners: of('owner'),
    people: of('person'),
    deadline: of('deadline')
      .filter((text) => text !== '')
      .join('\n'),
    remarks: columns.flatMap((column, index) => {
      const text = column.kind === 'other' ? squeeze(textAt(index)) : '';
      return text === '' ? [] : [{ header: column.header, text }];
    }),
    heading: row.heading ? squeeze(row.heading.text) : null,
    place: placeOf(row, columns) ?? cells.find((cell) => cell.text !== '')?.place ?? cells[0]?.place ?? '',
    afterBreak,
    cells,
  };
}

/** Where the item stands; that is where a person looks for the row. */
function placeOf(row: AlignedRow, columns: readonly Column[]): string | undefined {
  return columns
    .flatMap((column, index) => (column.kind === 'item' ? (row.cells[index] ?? []) : []))
    .find((cell) => cell.text !== '')?.place;
}

export function isDitto(text: string): boolean {
  return DITTO.test(fold(squeeze(text)));
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
  return isDitto(text) ? '' : squeeze(text.replace(DITTO_LEAD, '').replace(CONTINUED, ''));
}

function numberOf(text: string): string | null {
  const number = fold(squeeze(text)).replace(/^[([]|[)\].、]$/g, '');
  return number === '' ? null : number;
}
