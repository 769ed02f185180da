import type { DocumentNote, SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';
import { blocksOf } from './pdf/blocks.ts';
import { inflatesBeyond } from './pdf/inflated-size.ts';
import type { PageMarks } from './pdf/page-marks.ts';
import { ParserThread } from './pdf/parser-thread.ts';
import { openPdf, type PDFDocumentLoadingTask, pdfLibrary } from './pdf/pdf-library.ts';
import { readPage } from './pdf/read-page.ts';
import { isUnreadable } from './pdf/unicode.ts';
import { withinLimit } from './pdf/work-limit.ts';

const MEGABYTE = 1024 * 1024;
const MOST_PAGES = 400;
const MOST_GLYPHS = 1_500_000;
const MOST_INFLATED_BYTES = 200 * MEGABYTE;
/** A scanned page with a page number or a stamp of the scanner has not more. */
const FEW_GLYPHS = 10;
const MOST_UNREADABLE = 0.3;
const TAIL_BYTES = 2048;
/** Real plans take some tenths of a second; a file that keeps the library busy is given up. */
const PATIENCE = { leastMs: 4_200, perMegabyteMs: 850, wallMs: 60_000 };

/** PDF with text in it; tables are found by their lines, or by alignment where it is clear. */
export class PdfDocumentReader implements DocumentReader {
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const library = await pdfLibrary();
    if (inflatesBeyond(file.bytes, MOST_INFLATED_BYTES)) throw new DocumentError('too-large');
    const thread = new ParserThread();
    try {
      const task = openPdf(library, file.bytes, thread.port);
      const processorMs = Math.max(PATIENCE.leastMs, (file.bytes.length / MEGABYTE) * PATIENCE.perMegabyteMs);
      const work = Promise.race([readPages(task, library.OPS), thread.failed]);
      const { pages, unread } = await withinLimit(work, { processorMs, wallMs: PATIENCE.wallMs });
      return documentOf(file, pages, unread);
    } catch (error) {
      throw toDocumentError(error);
    } finally {
      await thread.end();
    }
  }
}

interface Pages {
  readonly pages: readonly PageMarks[];
  /** Numbers of pages that the library could not read. */
  readonly unread: readonly number[];
}

async function readPages(task: PDFDocumentLoadingTask, ops: Parameters<typeof readPage>[1]): Promise<Pages> {
  const document = await task.promise;
  if (document.numPages > MOST_PAGES) throw new DocumentError('too-large');
  const pages: PageMarks[] = [];
  const unread: number[] = [];
  let glyphs = 0;
  let cause: unknown;
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await readPage(await document.getPage(number), ops);
      glyphs += page.glyphs.length;
      pages.push(page);
    } catch (error) {
      cause = error;
      unread.push(number);
    }
    if (glyphs > MOST_GLYPHS) throw new DocumentError('too-large');
  }
  if (pages.length === 0) throw new DocumentError(cause === undefined ? 'empty' : 'damaged', cause);
  return { pages, unread };
}

function documentOf(
  file: { readonly name: string; readonly bytes: Uint8Array },
  pages: readonly PageMarks[],
  unread: readonly number[],
): SourceDocument {
  const printed = pages.map((page) => page.glyphs.filter(({ text }) => text.trim() !== ''));
  const total = printed.reduce((sum, glyphs) => sum + glyphs.length, 0);
  const pictures = pages.some(({ hasPicture }) => hasPicture);
  if (total === 0 || (pictures && total < pages.length * FEW_GLYPHS)) throw new DocumentError('no-text');
  const unreadable = printed.flat().filter(({ text }) => isUnreadable(text)).length;
  if (unreadable > total * MOST_UNREADABLE) throw new DocumentError('no-text');
  const blocks = blocksOf(pages);
  if (blocks.length === 0) throw new DocumentError('no-text');
  const blank = pages.filter((page, at) => page.hasPicture && (printed[at]?.length ?? 0) < FEW_GLYPHS);
  const notes = [
    ...noteFor(
      'pages-without-text',
      blank.map((page) => page.number),
      '只有图片，没有文字，未能读取',
    ),
    ...noteFor('pages-unreadable', unread, '已损坏，未能读取'),
    ...(isCutOff(file.bytes) ? [{ kind: 'file-cut-off', text: '文件不完整，末尾可能缺页，请与原件核对。' }] : []),
  ];
  return { name: file.name, blocks, ...(notes.length > 0 ? { notes } : {}) };
}

function noteFor(kind: string, numbers: readonly number[], what: string): readonly DocumentNote[] {
  if (numbers.length === 0) return [];
  return [{ kind, text: `第 ${numbers.join('、')} 页${what}，请人工核对。` }];
}

function isCutOff(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.slice(-TAIL_BYTES)).includes('%%EOF');
}

function toDocumentError(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const name = error instanceof Error ? error.name : '';
  return new DocumentError(name === 'PasswordException' ? 'encrypted' : 'damaged', error);
}
