import { hasText, type SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';
import { htmlBlocks } from './html/blocks.ts';
import { decodeHtml } from './html/decode-html.ts';
import { htmlParts, isMime } from './html/mime-parts.ts';

/** Web pages, and what Word and Excel save as such under any name (`.doc`, `.xls`, `.mht`). */
export class HtmlDocumentReader implements DocumentReader {
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const pages = isMime(file.bytes) ? htmlParts(file.bytes) : [decodeHtml(file.bytes)];
    const count = { paragraphs: 0, tables: 0 };
    const blocks = pages.flatMap((page) => htmlBlocks(page, count));
    if (blocks.some(hasText)) return { name: file.name, blocks };
    throw new DocumentError(pages.some((page) => /<img\s/i.test(page)) ? 'no-text' : 'empty');
  }
}
