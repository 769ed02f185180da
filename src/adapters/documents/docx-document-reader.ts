import type { SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { startsWith, ZIP } from './byte-marks.ts';
import { openPackage } from './docx/open-package.ts';
import { readDocx } from './docx/read-docx.ts';

/** Word documents since 2003: the zip of parts (`.docx`, `.docm`, `.dotx`), or all parts in one XML file. */
export class DocxDocumentReader implements DocumentReader {
  async read({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const { blocks, notes } = readDocx(startsWith(bytes, ZIP) ? openPackage(bytes) : oneFile(bytes));
    return notes.length === 0 ? { name, blocks } : { name, blocks, notes };
  }
}

/** Styles, lists and text are told apart by the names of their elements. */
function oneFile(bytes: Uint8Array): Parameters<typeof readDocx>[0] {
  return { main: bytes, styles: bytes, numbering: bytes, footnotes: undefined, endnotes: undefined };
}
