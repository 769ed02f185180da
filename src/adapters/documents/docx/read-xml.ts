import { SaxesParser } from 'saxes';
import { DocumentError } from '../document-error.ts';
import { XmlNames } from './xml-names.ts';

/** Told what an XML part holds, in its order. Names have the usual prefix of their namespace, whatever the part calls it. */
export interface XmlHandler {
  /** @param depth 1 for the root */
  open(name: string, attribute: AttributeOf, depth: number): void;
  close(name: string, depth: number): void;
  text?(text: string): void;
}

/** The value of an attribute of the element that is opening, by its usual name (`w:val`); only valid during `open`. */
export type AttributeOf = (name: string) => string | undefined;

const CHUNK_BYTES = 128 * 1024;
/** Word itself writes a few dozen. */
const MAX_DEPTH = 1000;
/** Some twenty times as many as the longest plan has. */
const MAX_ELEMENTS = 3_000_000;

/**
 * Reads an XML part as a stream. Entities of its own are unknown to it, so that none can grow.
 *
 * @throws DocumentError `damaged` where it is not well-formed, `too-large` past any sensible size
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const names = new XmlNames();
  const open: string[] = [];
  let elements = 0;
  let attributes: Readonly<Record<string, string>> = {};
  const attribute: AttributeOf = (name) => names.attribute(attributes, name);
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new DocumentError('too-large');
    if (open.length >= MAX_DEPTH) throw new DocumentError('damaged');
    attributes = tag.attributes;
    names.enter(open.length + 1, attributes);
    const name = names.element(tag.name);
    open.push(name);
    handler.open(name, attribute, open.length);
  });
  parser.on('closetag', () => {
    const depth = open.length;
    handler.close(open.pop() ?? '', depth);
    names.leave(depth);
  });
  if (handler.text) {
    const text = handler.text.bind(handler);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  try {
    feed(parser, bytes);
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError('damaged', error);
  }
}

/** In pieces, so that a long part is never in memory twice. */
function feed(parser: Pick<SaxesParser, 'write' | 'close'>, bytes: Uint8Array): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be';
  const opening = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*encoding=["'](?:gb|GB)/.test(opening) ? 'gb18030' : 'utf-8';
}
