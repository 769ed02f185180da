import { inflateSync } from 'node:zlib';

const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');
const CR = 0x0d;
const LF = 0x0a;
/** The first byte of deflated data with the usual window. */
const ZLIB = 0x78;
const DEEPEST = 3;

/**
 * Whether the compressed parts of a PDF unpack to more than `limitBytes`: the library unpacks them whole, so that a small file
 * could fill the memory. Parts that cannot be unpacked count as nothing; the library copes with them or not.
 */
export function inflatesBeyond(bytes: Uint8Array, limitBytes: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limitBytes;
  for (let at = file.indexOf(STREAM); at >= 0; ) {
    let start = at + STREAM.length;
    if (file[start] === CR) start += 1;
    if (file[start] === LF) start += 1;
    const end = file.indexOf(END, start);
    const data = file.subarray(start, end < 0 ? file.length : end);
    const size = inflatedSize(data, left, DEEPEST);
    if (size > left) return true;
    left -= size;
    at = end < 0 ? -1 : file.indexOf(STREAM, end + END.length);
  }
  return false;
}

function inflatedSize(data: Buffer, limitBytes: number, depth: number): number {
  if (data[0] !== ZLIB || depth === 0) return 0;
  try {
    const inflated = inflateSync(data, { maxOutputLength: limitBytes + 1 });
    // Filters may be chained; what is inside is looked into wherever it looks packed.
    return inflated.length + inflatedSize(inflated, limitBytes, depth - 1);
  } catch (error) {
    return error instanceof RangeError ? limitBytes + 1 : 0;
  }
}
