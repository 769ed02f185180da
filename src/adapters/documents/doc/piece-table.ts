import { DocumentError } from '../document-error.ts';
import { countBefore } from '../halving.ts';
import { LittleEndian, orWithout } from './little-endian.ts';
import type { WordFile } from './open-word-file.ts';
import { type PropertyChange, propertyChanges, SPRM } from './property-changes.ts';

/** A run of the text that lies in one place of the file. */
export interface Piece {
  /** Character positions: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where its first character lies in the main stream. */
  readonly offset: number;
  readonly charSizeBytes: 1 | 2;
  /** What a fast save changed for the whole piece. */
  readonly changes: readonly PropertyChange[];
}

export interface WordText {
  /** All stories after one another; its index is the character position. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const GRPPRL = 1;
const TABLE = 2;
const DESCRIPTOR_SIZE = 8;
const COMPRESSED = 0x40000000;
/** What the bytes 0x80…0x9f of a compressed piece are; the rest of them is Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Modifiers that a piece can carry without a list of its own, by their short code. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [0x18, SPRM.PFInTable],
  [0x19, SPRM.PFTtp],
  [0x41, SPRM.CFRMarkDel],
  [0x5c, SPRM.CFVanish],
]);

/**
 * The text of a file, put together from its pieces.
 *
 * @throws DocumentError `damaged` where the table of pieces is not there or names text that is not
 * Source: [MS-DOC] 2.4.1 Retrieving Text, 2.9.38 Clx.
 */
export function readWordText({ main, table, fib }: WordFile): WordText {
  const pieces = orWithout(() => readPieces(table.slice(fib.pieces.at, fib.pieces.sizeBytes)), []);
  // Half of a text would pass for the whole of it.
  if (!areSound(pieces, main.length)) throw new DocumentError('damaged');
  return { text: pieces.map((piece) => textOf(main, piece)).join(''), pieces };
}

/** The piece that a character lies in; `undefined` past the end. */
export function pieceAt(pieces: readonly Piece[], position: number): Piece | undefined {
  return pieces[countBefore(pieces.length, (at) => (pieces[at]?.to ?? 0) <= position)];
}

function readPieces(clx: LittleEndian): readonly Piece[] {
  const lists: (readonly PropertyChange[])[] = [];
  let at = 0;
  while (clx.u8(at) === GRPPRL) {
    const sizeBytes = clx.u16(at + 1);
    lists.push(propertyChanges(clx.slice(at + 3, sizeBytes)));
    at += 3 + sizeBytes;
  }
  if (clx.u8(at) !== TABLE) throw new RangeError('no piece table');
  const plc = clx.slice(at + 5, Math.min(clx.u32(at + 1), clx.length - at - 5));
  const count = Math.floor((plc.length - 4) / (4 + DESCRIPTOR_SIZE));
  return Array.from({ length: count }, (_, index) => readPiece(plc, count, index, lists));
}

function readPiece(
  plc: LittleEndian,
  count: number,
  index: number,
  lists: readonly (readonly PropertyChange[])[],
): Piece {
  const at = 4 * (count + 1) + DESCRIPTOR_SIZE * index;
  const position = plc.u32(at + 2);
  const compressed = (position & COMPRESSED) !== 0;
  const offset = position & 0x3fffffff;
  return {
    from: plc.u32(4 * index),
    to: plc.u32(4 * index + 4),
    offset: compressed ? Math.floor(offset / 2) : offset,
    charSizeBytes: compressed ? 1 : 2,
    changes: changesOf(plc.u16(at + 6), lists),
  };
}

function changesOf(modifier: number, lists: readonly (readonly PropertyChange[])[]): readonly PropertyChange[] {
  if ((modifier & 1) === 1) return lists[modifier >> 1] ?? [];
  const code = SHORT.get((modifier >> 1) & 0x7f);
  if (code === undefined) return [];
  return [{ code, operand: new LittleEndian(Uint8Array.of(modifier >> 8)) }];
}

/**
 * Whether pieces follow one another and lie in the stream. Real ones never overlap: the sum of their sizes is held to twice the
 * stream's, so that a small file cannot unfold.
 */
function areSound(pieces: readonly Piece[], streamBytes: number): boolean {
  let left = 2 * streamBytes;
  let next = 0;
  for (const { from, to, offset, charSizeBytes } of pieces) {
    const sizeBytes = (to - from) * charSizeBytes;
    if (from !== next || to < from || offset + sizeBytes > streamBytes || sizeBytes > left) return false;
    left -= sizeBytes;
    next = to;
  }
  return next > 0;
}

function textOf(main: LittleEndian, { from, to, offset, charSizeBytes }: Piece): string {
  const bytes = main.bytes(offset, (to - from) * charSizeBytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (charSizeBytes === 2) return buffer.toString('utf16le');
  return buffer
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}
