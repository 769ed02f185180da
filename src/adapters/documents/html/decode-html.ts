import iconv from 'iconv-lite';
import { isValidUtf8, markedEncoding } from '../decode-text.ts';
import { DocumentError } from '../document-error.ts';

const HEAD_BYTES = 4096;
const CHARSET = /charset\s*=\s*["']?\s*([\w-]{2,20})/i;
/** What pages call GB2312 is written with the larger sets. */
const GB = /^(?:gb2312|gbk|gb_2312-80|x-gbk|gb18030|936)$/i;
const MOST_BROKEN = 0.02;
const CONTROL = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
const BROKEN = /\ufffd/g;

/**
 * The text of a page. Bytes that are valid UTF-8 are UTF-8 whatever the page says; otherwise its own word counts, and GB18030
 * where it says nothing that can be.
 *
 * @param stated charset from outside the page, as a mail part has it
 * @throws DocumentError `damaged` where the bytes are no text
 */
export function decodeHtml(bytes: Uint8Array, stated?: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decode(buffer, stated);
  const clean = text.replace(CONTROL, '');
  const broken = text.length - clean.length + (clean.match(BROKEN)?.length ?? 0);
  if (broken > text.length * MOST_BROKEN) throw new DocumentError('damaged');
  return clean;
}

function decode(buffer: Buffer, stated: string | undefined): string {
  const marked = markedEncoding(buffer);
  if (marked) return iconv.decode(buffer, marked);
  // Word saves “Unicode” pages in two bytes a character, not always with a mark.
  if (buffer[0] === 0x3c && buffer[1] === 0) return iconv.decode(buffer, 'utf16le');
  if (buffer[0] === 0 && buffer[1] === 0x3c) return iconv.decode(buffer, 'utf16be');
  return iconv.decode(buffer, isValidUtf8(buffer) ? 'utf8' : encodingOf(buffer, stated));
}

function encodingOf(buffer: Buffer, stated: string | undefined): string {
  const word = stated ?? CHARSET.exec(buffer.toString('latin1', 0, HEAD_BYTES))?.[1] ?? 'gb18030';
  const wrong = /^(?:utf|unicode|us-ascii|iso-8859|latin|windows-1252|x-user)/i.test(word);
  if (GB.test(word) || wrong || !iconv.encodingExists(word)) return 'gb18030';
  return word;
}
