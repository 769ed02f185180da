import { type FormattedRun, readFormattedRuns, runAt } from './formatting-pages.ts';
import { type LittleEndian, orWithout } from './little-endian.ts';
import type { WordFile } from './open-word-file.ts';
import { type Piece, pieceAt } from './piece-table.ts';
import { type PropertyChange, propertyChanges, SPRM } from './property-changes.ts';
import { readStyleSheet, type StyleSheet } from './style-sheet.ts';

/** What we need to know of a paragraph besides its text. */
export interface ParagraphProperties {
  /** How many tables it lies in; 0 for none. */
  readonly depth: number;
  readonly endsRow: boolean;
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  /** The list it is numbered by; 0 for none. */
  readonly listUse: number;
  /** From 0. */
  readonly listLevel: number;
  /** The changes that define a table row. */
  readonly table: readonly PropertyChange[];
}

const PLAIN: ParagraphProperties = {
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  endsInnerRow: false,
  listUse: 0,
  listLevel: 0,
  table: [],
};
const MAX_DEPTH = 8;
const LAST_LIST_USE = 0x7fe;
const TABLE_GROUP = 5;

/** Paragraph properties by the position of the mark that ends the paragraph. */
export class ParagraphPropertyReader {
  readonly #pieces: readonly Piece[];
  readonly #runs: readonly FormattedRun[];
  readonly #styles: StyleSheet;
  readonly #data: LittleEndian;
  readonly #known = new Map<FormattedRun, ParagraphProperties>();
  readonly #huge = new Map<number, readonly PropertyChange[]>();

  constructor({ main, table, data, fib }: WordFile, pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#runs = readFormattedRuns('paragraph', main, table, fib.paragraphPages);
    this.#styles = readStyleSheet(table, fib.styles);
    this.#data = data;
  }

  at(position: number): ParagraphProperties {
    const { piece, run } = this.#find(position);
    if (!run) return reduce(piece?.changes ?? []);
    if (piece && piece.changes.length > 0) return reduce([...this.#changesOf(run), ...piece.changes]);
    const known = this.#known.get(run) ?? reduce(this.#changesOf(run));
    this.#known.set(run, known);
    return known;
  }

  /** Whether the paragraph formatting changes behind a character. */
  endsRun(position: number): boolean {
    const { piece, run, offset } = this.#find(position);
    return piece !== undefined && run !== undefined && run.to <= offset + piece.charSizeBytes;
  }

  #find(position: number): { readonly piece?: Piece; readonly run?: FormattedRun; readonly offset: number } {
    const piece = pieceAt(this.#pieces, position);
    if (!piece) return { offset: 0 };
    const offset = piece.offset + (position - piece.from) * piece.charSizeBytes;
    const run = runAt(this.#runs, offset);
    return run ? { piece, run, offset } : { piece, offset };
  }

  #changesOf({ properties }: FormattedRun): readonly PropertyChange[] {
    if (!properties || properties.length < 2) return this.#styles[0] ?? [];
    const own = propertyChanges(properties.slice(2, properties.length - 2));
    const all = own.flatMap((change) => (isHuge(change) ? this.#hugeOf(change) : [change]));
    return [...(this.#styles[properties.u16(0)] ?? []), ...all];
  }

  /** Changes that do not fit into a page lie in the data stream. */
  #hugeOf({ operand }: PropertyChange): readonly PropertyChange[] {
    const at = operand.u32(0);
    const known = this.#huge.get(at);
    if (known) return known;
    const changes = orWithout(() => propertyChanges(this.#data.slice(at + 2, this.#data.u16(at))), []);
    this.#huge.set(at, changes);
    return changes;
  }
}

function isHuge({ code, operand }: PropertyChange): boolean {
  return (code === SPRM.PHugePapx || code === SPRM.PTableProps) && operand.length === 4;
}

function reduce(changes: readonly PropertyChange[]): ParagraphProperties {
  if (changes.length === 0) return PLAIN;
  let inTable = false;
  let depth: number | undefined;
  let properties = PLAIN;
  for (const { code, operand } of changes) {
    if (operand.length === 0) continue;
    const set = operand.u8(0) !== 0;
    if (code === SPRM.PFInTable) inTable = set;
    else if (code === SPRM.PFTtp) properties = { ...properties, endsRow: set };
    else if (code === SPRM.PFInnerTableCell) properties = { ...properties, endsInnerCell: set };
    else if (code === SPRM.PFInnerTtp) properties = { ...properties, endsInnerRow: set };
    else if (code === SPRM.PItap) depth = operand.i32(0);
    else if (code === SPRM.PDtap) depth = (depth ?? 0) + operand.i32(0);
    else if (code === SPRM.PIlfo) properties = { ...properties, listUse: listUseOf(operand.i16(0)) };
    else if (code === SPRM.PIlvl) properties = { ...properties, listLevel: operand.u8(0) };
  }
  return {
    ...properties,
    depth: Math.min(MAX_DEPTH, Math.max(inTable || properties.endsRow ? 1 : 0, depth ?? 0)),
    table: changes.filter(({ code }) => ((code >> 10) & 7) === TABLE_GROUP),
  };
}

/** Negative numbers remember a list that the paragraph was taken out of. */
function listUseOf(value: number): number {
  return value > 0 && value <= LAST_LIST_USE ? value : 0;
}
