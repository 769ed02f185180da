import type { SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';
import { TextDocumentReader } from './text-document-reader.ts';

/** The platform's own limit for a file that a bot downloads is larger; no plan comes near this. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];
const NOT_YET = new Set(['docx', 'xlsx', 'xlsm', 'pdf', 'doc', 'xls', 'wps', 'et', 'ofd', 'html', 'htm', 'rtf']);
const TEXT = new Set(['txt', 'md', 'text', 'tsv', '']);

type Format = 'text' | 'not-yet' | 'unknown';

/** Chooses the reader by what the bytes are, then by the name's ending. */
export class FileDocumentReader implements DocumentReader {
  readonly #text = new TextDocumentReader();

  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    if (file.bytes.length === 0) throw new DocumentError('empty');
    if (file.bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentError('too-large');
    const format = formatOf(file);
    if (format === 'not-yet') throw new DocumentError('format-not-yet');
    if (format === 'unknown') throw new DocumentError('unknown-format');
    return this.#text.read({ name: baseName(file.name), bytes: file.bytes });
  }
}

function formatOf(file: { readonly name: string; readonly bytes: Uint8Array }): Format {
  if ([ZIP, COMPOUND, PDF].some((magic) => magic.every((byte, index) => file.bytes[index] === byte))) return 'not-yet';
  const extension = /\.([^./\\]{1,8})$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (NOT_YET.has(extension)) return 'not-yet';
  return TEXT.has(extension) ? 'text' : 'unknown';
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
