import iconv from 'iconv-lite';
import type { SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { DocumentError } from './document-error.ts';

const UTF8_BOM = [0xef, 0xbb, 0xbf];
const UTF16_LE_BOM = [0xff, 0xfe];
const UTF16_BE_BOM = [0xfe, 0xff];
const REPLACEMENT = /\ufffd/g;
const DAMAGED_SHARE = 0.02;

/** Plain text: UTF-8, UTF-16 with a mark, or GB18030 (with GBK and GB2312 in it), one `line` block a line. */
export class TextDocumentReader implements DocumentReader {
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const text = decodeText(file.bytes);
    if (text.trim() === '') throw new DocumentError('empty');
    const blocks = text
      .split(/\r\n|\n|\r/)
      .map((line, index) => ({ type: 'line', text: line, place: `第 ${index + 1} 行` }) as const);
    return { name: file.name, blocks };
  }
}

/** @throws DocumentError `damaged` where the bytes are no text in any of the encodings */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (Array.from(text).some(isBinary)) throw new DocumentError('damaged');
  const lost = text.match(REPLACEMENT)?.length ?? 0;
  if (lost > text.length * DAMAGED_SHARE) throw new DocumentError('damaged');
  return text;
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, UTF8_BOM)) return new TextDecoder('utf-8').decode(bytes);
  if (startsWith(bytes, UTF16_LE_BOM)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, UTF16_BE_BOM)) return iconv.decode(Buffer.from(bytes), 'utf16-be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030');
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Control characters that no editor writes; tab, line breaks, form feed and Word's cell mark (bell) are text. */
function isBinary(char: string): boolean {
  return char < ' ' && !'\t\n\r\f\v\u0007'.includes(char);
}
