import { type DocumentNote, hasText, type SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';
import { type DocumentFormat, documentKindOf } from './document-kind.ts';

/** What the platform hands to a bot at most; no plan comes near this. */
export const MAX_DOCUMENT_BYTES = 30 * 1024 * 1024;

const MACROS: DocumentNote = { kind: 'macros-ignored', text: '文件含宏，未运行，已忽略' };

/** Chooses the reader by what the bytes are, then by the name's ending. A reader's library is loaded with its first file. */
export class FileDocumentReader implements DocumentReader {
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    if (file.bytes.length === 0) throw new DocumentError('empty');
    if (file.bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentError('too-large');
    try {
      const { format, hasMacros } = documentKindOf(file);
      const reader = await readerOf(format);
      const document = await reader.read({ name: baseName(file.name), bytes: file.bytes });
      if (!document.blocks.some(hasText)) throw new DocumentError('empty');
      return hasMacros ? withMacroNote(document) : document;
    } catch (error) {
      // Whatever a library throws about bytes it was not made for.
      throw error instanceof DocumentError ? error : new DocumentError('damaged', error);
    }
  }
}

async function readerOf(format: DocumentFormat): Promise<DocumentReader> {
  switch (format) {
    case 'docx':
      return new (await import('./docx-document-reader.ts')).DocxDocumentReader();
    case 'doc':
      return new (await import('./doc-document-reader.ts')).DocDocumentReader();
    case 'xlsx':
      return new (await import('./xlsx-document-reader.ts')).XlsxDocumentReader();
    case 'pdf':
      return new (await import('./pdf-document-reader.ts')).PdfDocumentReader();
    case 'html':
      return new (await import('./html-document-reader.ts')).HtmlDocumentReader();
    case 'markdown':
      return new (await import('./markdown-document-reader.ts')).MarkdownDocumentReader();
    case 'csv':
      return new (await import('./csv-document-reader.ts')).CsvDocumentReader();
    case 'text':
      return new (await import('./text-document-reader.ts')).TextDocumentReader();
  }
}

function withMacroNote(document: SourceDocument): SourceDocument {
  const notes = document.notes ?? [];
  return notes.some(({ kind }) => kind === MACROS.kind) ? document : { ...document, notes: [...notes, MACROS] };
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
