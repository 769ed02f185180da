import type { DocumentFailure } from '../ports/document-reader.ts';

/** Whether an error says that a document cannot be read. */
export function isDocumentFailure(error: unknown): error is DocumentFailure {
  return error instanceof Error && error.name === 'DocumentError';
}
