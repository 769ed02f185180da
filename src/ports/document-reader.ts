import type { DocumentFailureCode } from '../domain/plan/document-failure.ts';
import type { SourceDocument } from '../domain/plan/source-document.ts';

/** A document that cannot be read; the adapters' `DocumentError` has this shape. */
export interface DocumentFailure extends Error {
  readonly code: DocumentFailureCode;
}

/** Turns a file's bytes into blocks of text with their places. */
export interface DocumentReader {
  /** @throws DocumentError where the bytes cannot be read as any format we know */
  read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument>;
}
