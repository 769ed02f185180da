import { COMPOUND, startsWith, ZIP } from './byte-marks.ts';
import { CompoundFile } from './doc/compound-file.ts';
import { orWithout } from './doc/little-endian.ts';
import { DocumentError } from './document-error.ts';
import { ZipParts } from './zip-parts.ts';

export type DocumentFormat = 'docx' | 'doc' | 'xlsx' | 'pdf' | 'html' | 'markdown' | 'csv' | 'text';

/** What a file is, by its bytes; its name only decides between texts. */
export interface DocumentKind {
  readonly format: DocumentFormat;
  readonly hasMacros: boolean;
}

const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
/** Some servers put a line or two before a PDF. */
const PDF_WITHIN = 1024;
/** What tells kinds of text apart stands at their beginning. */
const HEAD_BYTES = 4096;

const PAGE =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}>\s*){0,5}<(?:!doctype\s+html|html|head|body|meta|title|style|script|table|div|p|center|font|span)\b/i;
const WORD_XML = /<(?:[\w.-]{1,20}:)?wordDocument\b|<pkg:package\b/;
const EXCEL_XML = /<(?:[\w.-]{1,20}:)?Workbook\b[^>]{0,1000}urn:schemas-microsoft-com:office:spreadsheet/;
const MIME = /^MIME-Version:/im;
/** Endings of files that may hold text in disguise: many an old system exports a page as `.doc`. */
const TEXTS = new Set(
  'txt text doc docx docm dot dotx wps rtf xls xlsx xlsm et pdf html htm xhtml mht mhtml xml md markdown csv tsv'.split(
    ' ',
  ),
);

/** @throws DocumentError for a kind that is not read: `unknown-format`, `encrypted`, `old-excel`, `rtf`, `no-text`, `damaged` */
export function documentKindOf(file: { readonly name: string; readonly bytes: Uint8Array }): DocumentKind {
  const { bytes } = file;
  if (startsWith(bytes, ZIP) && [3, 5].includes(bytes[2] ?? 0)) return zipKind(bytes);
  if (startsWith(bytes, COMPOUND)) return compoundKind(bytes);
  if (PICTURES.some((magic) => startsWith(bytes, magic))) throw new DocumentError('no-text');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/%PDF-\d/.test(buffer.toString('latin1', 0, PDF_WITHIN))) return { format: 'pdf', hasMacros: false };
  return textKind(headOf(buffer), endingOf(file.name));
}

function zipKind(bytes: Uint8Array): DocumentKind {
  const zip = new ZipParts(bytes);
  if (zip.isEncrypted) throw new DocumentError('encrypted');
  const { names } = zip;
  const hasMacros = names.some((name) => /vbaProject\.bin$/i.test(name));
  const has = (path: RegExp): boolean => names.some((name) => path.test(name.replaceAll('\\', '/')));
  if (has(/^\/?word\/document\d*\.xml$/i)) return { format: 'docx', hasMacros };
  if (has(/^\/?xl\/workbook\d*\.xml$/i)) return { format: 'xlsx', hasMacros };
  // The main part may have any name: the package says which it is.
  if (has(/^\/?_rels\/\.rels$/i) && has(/^\/?word\//i)) return { format: 'docx', hasMacros };
  throw new DocumentError('unknown-format');
}

function compoundKind(bytes: Uint8Array): DocumentKind {
  const names = orWithout(() => new CompoundFile(bytes).names, undefined);
  if (!names) throw new DocumentError('damaged');
  const has = (...wanted: string[]): boolean => wanted.some((name) => names.includes(name));
  if (has('EncryptedPackage', 'EncryptionInfo')) throw new DocumentError('encrypted');
  if (has('WordDocument')) return { format: 'doc', hasMacros: has('Macros', '_VBA_PROJECT_CUR') };
  if (has('Workbook', 'Book', 'WORKBOOK', 'BOOK')) throw new DocumentError('old-excel');
  throw new DocumentError(names.length === 0 ? 'damaged' : 'unknown-format');
}

function textKind(head: string, ending: string): DocumentKind {
  const kind = (format: DocumentFormat): DocumentKind => ({ format, hasMacros: false });
  if (/^\s*\{\\rtf/.test(head)) throw new DocumentError('rtf');
  if (WORD_XML.test(head)) return { format: 'docx', hasMacros: /macrosPresent="yes"/.test(head) };
  if (EXCEL_XML.test(head)) throw new DocumentError('old-excel');
  if (PAGE.test(head) || (/^\s*[\w-]{1,40}:/.test(head) && MIME.test(head))) return kind('html');
  if (/^\s*<\?xml/.test(head) && /<html\b/i.test(head)) return kind('html');
  if (ending !== '' && !TEXTS.has(ending)) throw new DocumentError('unknown-format');
  if (/^(?:html?|xhtml|mht|mhtml)$/.test(ending)) return kind('html');
  if (/^(?:md|markdown)$/.test(ending)) return kind('markdown');
  if (/^(?:csv|tsv)$/.test(ending)) return kind('csv');
  if (/^\s*<\?xml/.test(head)) throw new DocumentError('unknown-format');
  return kind('text');
}

/** The first characters, as far as their encoding matters for telling kinds apart. */
function headOf(buffer: Buffer): string {
  const head = buffer.subarray(0, HEAD_BYTES);
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return head.toString('latin1', 3);
  return head[1] === 0 && head[0] === 0x3c ? head.toString('utf16le') : head.toString('latin1');
}

/** '' where the name has none. */
function endingOf(name: string): string {
  return /\.([^./\\]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
