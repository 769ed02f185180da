import type { Block, SourceDocument } from '../../domain/plan/source-document.ts';
import type { DocumentReader } from '../../ports/document-reader.ts';
import { decodeChinese } from './decode-text.ts';
import { DocumentError } from './document-error.ts';

/** Ten times the longest plan. */
const MAX_LINES = 500_000;
const DAMAGED_SHARE = 0.02;
/** Some programs leave zeros between fields. */
const STRAY_ZEROS = 0.05;
/** Marks of an old word processor here and there in a text; where there are more, it is no text. */
const STRAY_CONTROLS = 0.005;
const ZERO = 0;
const DEL = 0x7f;
const REPLACEMENT = 0xfffd;
/** Tab, line breaks, form feed and Word's cell mark (bell) are text. */
const TEXT_CONTROLS = new Set(Array.from('\t\n\r\f\v\u0007', (char) => char.charCodeAt(0)));

/** Plain text: UTF-8, UTF-16, GB18030 (with GBK and GB2312 in it) or Big5, one `line` block a line. */
export class TextDocumentReader implements DocumentReader {
  async read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<SourceDocument> {
    const text = decodeText(file.bytes);
    if (text.trim() === '') throw new DocumentError('empty');
    return { name: file.name, blocks: lineBlocks(text) };
  }
}

/** @throws DocumentError `too-large` */
export function lineBlocks(text: string): readonly Block[] {
  const lines = text.split(/\r\n|\n|\r/, MAX_LINES + 1);
  if (lines.length > MAX_LINES) throw new DocumentError('too-large');
  return lines.map((line, index) => ({ type: 'line', text: line, place: `第 ${index + 1} 行` }));
}

/** @throws DocumentError `damaged` where the bytes are no text in any of the encodings */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeChinese(bytes);
  let zeros = 0;
  let controls = 0;
  let lost = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === ZERO) zeros += 1;
    else if (isControl(code)) controls += 1;
    else if (code === REPLACEMENT) lost += 1;
  }
  const { length } = text;
  if (lost > length * DAMAGED_SHARE || zeros > length * STRAY_ZEROS || controls > length * STRAY_CONTROLS) {
    throw new DocumentError('damaged');
  }
  return zeros + controls === 0 ? text : withoutControls(text);
}

function isControl(code: number): boolean {
  return (code < 0x20 && !TEXT_CONTROLS.has(code)) || code === DEL;
}

function withoutControls(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isControl(text.charCodeAt(at))) continue;
    kept.push(text.slice(from, at));
    from = at + 1;
  }
  kept.push(text.slice(from));
  return kept.join('');
}
