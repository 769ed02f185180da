import { SaxesParser } from 'saxes';

/** Attributes by their name as it is written; the elements we read have none with a prefix but `r:id`. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` without its prefix: programs write `<c>` and `<x:c>`. */
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** The sheet of a long plan is smaller. To decode it at once is several times as quick. */
const AT_ONCE_BYTES = 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * Reads XML piece by piece, so that a long part never is in memory twice. What is not well-formed is passed over: programs
 * write characters into sheets that XML does not allow, and the cells around them are to be read.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => handler.open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));
  parser.on('text', (found) => handler.text?.(found));
  parser.on('cdata', (found) => handler.text?.(found));
  const decoder = new TextDecoder(encodingOf(bytes));
  if (bytes.length <= AT_ONCE_BYTES) {
    parser.write(decoder.decode(bytes)).close();
    return;
  }
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
