import { COMPOUND, startsWith } from '../byte-marks.ts';
import { DocumentError } from '../document-error.ts';
import { CompoundFile } from './compound-file.ts';
import { LittleEndian, orWithout } from './little-endian.ts';
import { readFib, type WordFib } from './word-fib.ts';

/** The streams of a Word 97–2003 file. */
export interface WordFile {
  readonly fib: WordFib;
  /** Text and the pages of formatting. */
  readonly main: LittleEndian;
  /** Where everything is: pieces, styles, lists. */
  readonly table: LittleEndian;
  /** Formatting too long for a page of its own kind; empty where the file has none. */
  readonly data: LittleEndian;
}

/** @throws DocumentError `encrypted` or `damaged` */
export function openWordFile(bytes: Uint8Array): WordFile {
  if (!startsWith(bytes, COMPOUND)) throw new DocumentError('damaged');
  const file = orWithout(() => readStreams(new CompoundFile(bytes)), undefined);
  if (!file) throw new DocumentError('damaged');
  return file;
}

function readStreams(container: CompoundFile): WordFile {
  const main = streamOf(container, 'WordDocument');
  if (!main) throw new DocumentError('damaged');
  const fib = readFib(main);
  // A file has one of the two; some have a wrong mark for which.
  const table = streamOf(container, fib.tableStream) ?? streamOf(container, '1Table') ?? streamOf(container, '0Table');
  if (!table) throw new DocumentError('damaged');
  return {
    fib,
    main,
    table,
    data: orWithout(() => streamOf(container, 'Data'), undefined) ?? new LittleEndian(new Uint8Array()),
  };
}

function streamOf(container: CompoundFile, name: string): LittleEndian | undefined {
  const content = container.stream(name);
  return content === undefined || content.length === 0 ? undefined : new LittleEndian(content);
}
