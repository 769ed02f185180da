import type { SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';
import { markdownBlocks } from './markdown/blocks.ts';
import { decodeText } from './text-document-reader.ts';

/** Markdown: pipe tables as tables, everything else as the lines that it is. */
export class MarkdownDocumentReader implements DocumentReader {
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const text = decodeText(file.bytes);
    if (text.trim() === '') throw new DocumentError('empty');
    return { name: file.name, blocks: markdownBlocks(text) };
  }
}
