import { DocumentError } from '../document-error.ts';
import { plainCellText } from './cell-strings.ts';
import { GENERAL, type NumberFormats } from './number-formats.ts';
import { type Attributes, readXml } from './read-xml.ts';
import type { CellWording } from './shown-value.ts';

/** Rows and columns count from 0, as they stand in the sheet. */
export interface SheetArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet shows. */
export interface SheetContent {
  /** By row, then by column: only cells with text. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly SheetArea[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Formulas that the program which saved the file has not worked out. */
  readonly openFormulas: number;
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
  readonly wording: CellWording;
}

const MAX_CELLS = 500_000;
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;
const MAX_MERGES = 200_000;

/**
 * Reads a sheet in one pass. Only rows and cells with text are kept, however far its formatting reaches.
 *
 * @throws DocumentError `too-large` for more cells than any plan has
 * Source: ECMA-376 part 1, 18.3 Worksheets.
 */
export function readSheet(bytes: Uint8Array, context: SheetContext): SheetContent {
  const reader = new SheetReader(context);
  readXml(bytes, reader);
  return reader.content();
}

class SheetReader {
  readonly #context: SheetContext;
  readonly #rows = new Map<number, Map<number, string>>();
  readonly #merges: SheetArea[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  #openFormulas = 0;
  #cellCount = 0;
  #row = -1;
  #column = -1;
  #type = 'n';
  #style = 0;
  #hasFormula = false;
  #value = '';
  #spoken = 0;
  #isValue = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  content(): SheetContent {
    return {
      rows: this.#rows,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      openFormulas: this.#openFormulas,
    };
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#isValue = this.#spoken === 0;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#spoken += 1;
    else if (name === 'col') this.#hideColumns(attributes);
    else if (name === 'mergeCell') this.#addMerge(attributes.ref ?? '');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'rPh') this.#spoken -= 1;
    else if (name === 'c') this.#closeCell();
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  #openRow({ r, hidden, ht }: Attributes): void {
    const number = Number(r);
    this.#row = Number.isInteger(number) && number > 0 ? number - 1 : this.#row + 1;
    this.#column = -1;
    if (isSet(hidden) || ht === '0') this.#hiddenRows.add(this.#row);
  }

  #openCell({ r, t = 'n', s }: Attributes): void {
    const address = r === undefined ? undefined : addressOf(r);
    this.#column = address ? address.column : this.#column + 1;
    if (address) this.#row = address.row;
    this.#type = t;
    this.#style = s === undefined ? 0 : Number(s);
    this.#hasFormula = false;
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#hasFormula && this.#value === '' && this.#type !== 'str') this.#openFormulas += 1;
    const text = this.#value === '' ? '' : this.#shown();
    if (text.trim() === '' || this.#row > LAST_ROW || this.#column > LAST_COLUMN) return;
    this.#cellCount += 1;
    if (this.#cellCount > MAX_CELLS) throw new DocumentError('too-large');
    const row = this.#rows.get(this.#row);
    if (row) row.set(this.#column, text);
    else this.#rows.set(this.#row, new Map([[this.#column, text]]));
  }

  #shown(): string {
    const { strings, formats, wording } = this.#context;
    const format = formats[this.#style] ?? GENERAL;
    switch (this.#type) {
      case 's':
        return wording.text(strings[Number(this.#value)] ?? '', format);
      case 'str':
      case 'inlineStr':
        return wording.text(plainCellText(this.#value), format);
      case 'b':
        return this.#value.trim() === '1' || this.#value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      case 'd':
        return isoDate(this.#value);
      default:
        return wording.number(Number(this.#value), format);
    }
  }

  #hideColumns({ min, max, hidden, width }: Attributes): void {
    if (!isSet(hidden) && width !== '0') return;
    const last = Math.min(Number(max) || 0, LAST_COLUMN + 1);
    for (let column = Math.max(1, Number(min) || 1); column <= last; column += 1) this.#hiddenColumns.add(column - 1);
  }

  #addMerge(reference: string): void {
    const [from, to] = reference.split(':').map(addressOf);
    if (!from || !to || this.#merges.length >= MAX_MERGES) return;
    const area = { top: from.row, left: from.column, bottom: to.row, right: to.column };
    if (area.bottom >= area.top && area.right >= area.left) this.#merges.push(area);
  }
}

function isSet(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const A = 65;
const Z = 90;
const ROW = /^\d{1,7}$/;

/** `B12` → row 11, column 1. */
function addressOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  let at = reference.startsWith('$') ? 1 : 0;
  const letters = at;
  let column = 0;
  for (let code = reference.charCodeAt(at); code >= A && code <= Z; code = reference.charCodeAt(at)) {
    column = column * 26 + code - A + 1;
    at += 1;
  }
  const afterLetters = at;
  if (reference[at] === '$') at += 1;
  const digits = reference.slice(at);
  if (afterLetters === letters || afterLetters - letters > 3 || !ROW.test(digits)) return undefined;
  return { row: Number(digits) - 1, column: column - 1 };
}

function isoDate(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value.trim()) ?? [];
  return day === undefined ? value.trim() : `${year}年${Number(month)}月${Number(day)}日`;
}
