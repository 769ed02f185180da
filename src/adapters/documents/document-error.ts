import type { DocumentFailureCode } from '../../domain/plan/document-failure.ts';

const MESSAGES: Readonly<Record<DocumentFailureCode, string>> = {
  'unknown-format': 'document format is not known',
  'format-not-yet': 'document format is not read yet',
  empty: 'document is empty',
  'too-large': 'document is too large',
  damaged: 'document bytes cannot be read',
  encrypted: 'document is protected with a password',
  'no-text': 'document has pictures but no text',
  'old-excel': 'document is a workbook from before 2007',
  rtf: 'document is rich text',
};

/** A document that cannot be read. The message is static English, for the log; people's words are chosen by `code`. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentFailureCode;
  readonly retryable = false;

  constructor(code: DocumentFailureCode, cause?: unknown) {
    super(MESSAGES[code], cause === undefined ? {} : { cause });
    this.code = code;
  }
}
