import { DocumentError } from '../document-error.ts';
import { type LittleEndian, orWithout } from './little-endian.ts';

/** Offset and size of one structure in the table stream. */
export interface Extent {
  readonly at: number;
  readonly sizeBytes: number;
}

/** The file information block: what the file is and where its parts are. */
export interface WordFib {
  readonly tableStream: '0Table' | '1Table';
  /** Characters of each story, in the order in which they follow each other in the text. */
  readonly lengths: {
    readonly main: number;
    readonly footnotes: number;
    readonly headers: number;
    readonly macros: number;
    readonly comments: number;
    readonly endnotes: number;
    readonly textBoxes: number;
  };
  readonly pieces: Extent;
  readonly paragraphPages: Extent;
  readonly characterPages: Extent;
  readonly styles: Extent;
  readonly lists: Extent;
  readonly listOverrides: Extent;
}

const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const FIRST_97_VERSION = 0xc1;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
const EXTENTS_AT = 0x9a;
/** The places of the extents that we use, in the block's array of them. */
const EXTENT = { styles: 1, characterPages: 12, paragraphPages: 13, pieces: 33, lists: 73, listOverrides: 74 };

/**
 * @throws DocumentError `encrypted`, `damaged` (also for the files of Word 6 and 95, whose insides are others)
 * Source: [MS-DOC] 2.5.1 Fib.
 */
export function readFib(main: LittleEndian): WordFib {
  const fib = orWithout(() => readWhole(main), undefined);
  if (!fib) throw new DocumentError('damaged');
  return fib;
}

function readWhole(main: LittleEndian): WordFib {
  const magic = main.u16(0);
  if (magic !== WORD_97 && magic !== WORD_6) throw new DocumentError('damaged');
  const flags = main.u16(0x0a);
  if ((flags & ENCRYPTED) !== 0) throw new DocumentError('encrypted');
  if (main.u16(2) < FIRST_97_VERSION) throw new DocumentError('damaged');
  return {
    tableStream: (flags & TABLE_1) === 0 ? '0Table' : '1Table',
    lengths: {
      main: length(main, 0x4c),
      footnotes: length(main, 0x50),
      headers: length(main, 0x54),
      macros: length(main, 0x58),
      comments: length(main, 0x5c),
      endnotes: length(main, 0x60),
      textBoxes: length(main, 0x64),
    },
    pieces: extent(main, EXTENT.pieces),
    paragraphPages: extent(main, EXTENT.paragraphPages),
    characterPages: extent(main, EXTENT.characterPages),
    styles: extent(main, EXTENT.styles),
    lists: extent(main, EXTENT.lists),
    listOverrides: extent(main, EXTENT.listOverrides),
  };
}

function length(main: LittleEndian, at: number): number {
  return Math.max(0, main.i32(at));
}

function extent(main: LittleEndian, index: number): Extent {
  return { at: main.u32(EXTENTS_AT + 8 * index), sizeBytes: main.u32(EXTENTS_AT + 8 * index + 4) };
}
