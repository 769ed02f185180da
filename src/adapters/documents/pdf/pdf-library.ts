import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type { PDFDocumentLoadingTask, PDFDocumentProxy };
/** Numbers of the library's operators by name. */
export type Ops = PdfLibrary['OPS'];

/** Of `package.json`, which is found beside the sources and beside `dist` alike. */
const PACKAGE = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');

let loading: Promise<PdfLibrary> | undefined;

/** Loaded when the first PDF comes: it takes a tenth of a second and most runs of the program read none. */
export function pdfLibrary(): Promise<PdfLibrary> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PdfLibrary> {
  // The library makes one while it loads, for drawing, which we never do; its optional canvas package may not be there.
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Opens a PDF from memory only: no network, no generated code, no drawing, no fonts of the system, no pictures decoded. */
export function openPdf(library: PdfLibrary, bytes: Uint8Array, port: MessagePort): PDFDocumentLoadingTask {
  const folder = dirname(PACKAGE);
  const verbosity = library.VerbosityLevel.ERRORS;
  return library.getDocument({
    worker: library.PDFWorker.create({ port, verbosity }),
    // A copy, because the library takes the memory over.
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 1,
    verbosity,
  });
}
