/** Why bytes cannot be read as a document. */
export type DocumentFailureCode =
  /** Neither the name nor the bytes are of a format we know. */
  | 'unknown-format'
  /** A format that is not read for this purpose. */
  | 'format-not-yet'
  | 'empty'
  /** The file, or what it unpacks to, is larger than any plan. */
  | 'too-large'
  /** The bytes are not what the name promises, or no encoding fits them. */
  | 'damaged'
  /** Protected with a password. */
  | 'encrypted'
  /** Pictures and no letters: a scan. */
  | 'no-text'
  /** A workbook as Excel saved it before 2007. */
  | 'old-excel'
  /** Rich text. */
  | 'rtf';
