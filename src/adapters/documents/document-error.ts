export type DocumentErrorCode =
  /** Neither the name nor the bytes are of a format we know. */
  | 'unknown-format'
  /** A format that is read in a later version. */
  | 'format-not-yet'
  | 'empty'
  | 'too-large'
  /** The bytes are not what the name promises, or no encoding fits them. */
  | 'damaged'
  /** Protected with a password. */
  | 'encrypted';

const MESSAGES: Readonly<Record<DocumentErrorCode, string>> = {
  'unknown-format': 'document format is not known',
  'format-not-yet': 'document format is not read yet',
  empty: 'document is empty',
  'too-large': 'document is too large',
  damaged: 'document bytes cannot be read',
  encrypted: 'document is protected with a password',
};

/** A document that cannot be read. The message is static English, for the log; people's words are chosen by `code`. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;
  readonly retryable = false;

  constructor(code: DocumentErrorCode, cause?: unknown) {
    super(MESSAGES[code], cause === undefined ? {} : { cause });
    this.code = code;
  }
}
